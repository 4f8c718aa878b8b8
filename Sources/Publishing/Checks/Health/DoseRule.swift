import Foundation
import Markup

extension HealthRule {
    /// R-5: patients' pages give no doses.
    static let doses = HealthRule { page in
        var diagnostics: [Diagnostic] = []
        let study = page.alerts.filter { $0.kind == .studyDetail }
        if page.isPatient {
            diagnostics += study.dropFirst().map {
                page.report(
                    "dose.outside-study-detail", "the page has more than one STUDY-DETAIL",
                    help: "keep the one that readers need most", at: $0.range)
            }
        }
        let isClosed = page.front.tags.contains { ["crisis", "home-use"].contains($0.value.lowercased()) }
        if isClosed, let first = study.first {
            diagnostics.append(
                page.report(
                    "dose.outside-study-detail", "a page about a crisis or use at home has a STUDY-DETAIL",
                    help: "take it out: such pages never say what researchers used", at: first.range))
        }
        for block in page.blocks {
            if page.isPatient, block.alert == .studyDetail, !isClosed { continue }
            if !page.isPatient, block.hasCitation { continue }
            diagnostics += DosePattern.matches(in: block.text).map { range in
                page.report(
                    "dose.outside-study-detail", "'\(block.text[range])' is a dose",
                    help: page.isPatient
                        ? "take it out; what researchers used may stand once, in '> [!STUDY-DETAIL]'"
                        : "cite where it comes from, in the same paragraph", at: block.place(of: range))
            }
        }
        return diagnostics
    }
}

/// An amount of a medicine: a number or a word for one, perhaps a range, and a unit.
enum DosePattern {
    private static let number =
        #"(?:\d+(?:[.,]\d+)*|half(?: an?)?|quarter(?: of an?)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|twenty-five|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:an?|one|two|three|four|five|six|seven|eight|nine)? ?(?:hundred|thousand)(?: and (?:fifty|twenty-five))?|an?)"#
    private static let unit =
        #"(?:mg|mgs|mcg|mcgs|µg|μg|ug|g|gm|gms|kg|ml|mls|cc|iu|i\.u\.|milligrams?|milligrammes?|micrograms?|microgrammes?|grams?|grammes?|millilit(?:er|re)s?|units?|international units?)"#
    private static let per =
        #"(?: ?(?:/|per|a|an|each) ?(?:kg|kilos?|kilograms?|kilogrammes?|h|hr|hrs|hours?|min|mins|minutes?|day|dose|m2|m²|lb|pound))*"#

    private static let expression: NSRegularExpression? = try? NSRegularExpression(
        pattern:
            #"(?<![\p{L}\p{N}.,])(?:"# + number + #")(?: ?(?:-|–|—|to|or|and) ?(?:"# + number + #"))?[ -]?"#
            + unit
            + per + #"(?![\p{L}\p{N}²])"#,
        options: [.caseInsensitive])

    static func matches(in text: String) -> [Range<String.Index>] {
        guard let expression else { preconditionFailure("the pattern of doses is no regular expression") }
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range, in: text)
        }.filter { isDose(text, $0) }
    }

    /// Weights of people and values of the blood are none; 'a unit' is a ward.
    private static func isDose(_ text: String, _ range: Range<String.Index>) -> Bool {
        let found = text[range].lowercased()
        let after = text[range.upperBound...].prefix(4).lowercased()
        if after.hasPrefix("/dl") || after.hasPrefix("/l") || after.hasPrefix(" /l") { return false }
        if text[range].hasSuffix("G") { return false }
        let hasDigit = found.contains(where: \.isNumber)
        if found.hasSuffix("kg"), !found.contains("/"), !found.contains("per") { return false }
        if found.contains("unit") || found.hasSuffix("iu") {
            return hasDigit
        }
        if !hasDigit {
            // 'a gram' and 'a g' need a word for the unit; letters alone mean little.
            let isSpelled = found.contains("gram") || found.contains("lit")
            let isArticle = found.hasPrefix("a ") || found.hasPrefix("an ")
            return isSpelled
                && (!isArticle || found.contains("milli") || found.contains("micro") || found.contains("per"))
        }
        return true
    }
}
