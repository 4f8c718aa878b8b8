import Figures
import Markup

/// Finding → HTML: what it is, how sure one can be, both groups in words and as icon arrays, who was studied.
struct FindingView {
    let finding: Finding
    let strings: Strings

    func html(idPrefix: String, cite: (String) -> HTML) -> HTML {
        var html = HTML("<section class=\"finding finding-")
        html.append(escaping: finding.certainty.rawValue)
        html.append(finding.isHarm ? " finding-harm\">\n" : "\">\n")
        if finding.isHarm {
            html.append("<p class=\"finding-kind\">")
            html.append(strings.html("findingHarm"))
            html.append("</p>\n")
        }
        paragraph("finding-outcome", finding.outcome.value.asSentenceStart, in: &html)
        paragraph("finding-effect", effect, in: &html)
        if let result = finding.result {
            html.append("<p class=\"finding-numbers\">")
            html.append(escaping: numbers(result))
            html.append(cite(result.ref.value))
            html.append("</p>\n")
            html.append(trusting: picture(result).svg(idPrefix: idPrefix, words: strings.figureWords).bytes)
            html.append("\n")
        }
        appendCertainty(cite(finding.gradeSource.value), to: &html)
        paragraph("finding-people", people, in: &html)
        html.append("</section>\n")
        return html
    }

    private func paragraph(_ name: StaticString, _ text: String, in html: inout HTML) {
        html.append("<p class=\"")
        html.append(name)
        html.append("\">")
        html.append(escaping: text)
        html.append("</p>\n")
    }

    private func appendCertainty(_ citation: HTML, to html: inout HTML) {
        html.append("<p class=\"finding-certainty\"><strong>")
        html.append(strings.html("findingLabel" + certaintyName))
        html.append("</strong> ")
        html.append(strings.html("findingMeaning" + certaintyName))
        html.append(citation)
        html.append("</p>\n")
    }

    /// What the treatment does, in the words that the certainty allows: rule R-8.
    private var effect: String {
        strings.words("findingEffect" + certaintyName + effectName, things)
    }

    /// The part of the name that says which way it goes; not where nobody can tell.
    private var effectName: String {
        switch finding.certainty {
        case .veryLow, .none: return ""
        case .high, .moderate, .low: break
        }
        guard let result = finding.result else { return "" }
        switch result.direction {
        case .same: return "Same"
        case .more: return finding.isHarm ? "MoreHarm" : "More"
        case .fewer: return finding.isHarm ? "FewerHarm" : "Fewer"
        }
    }

    private var certaintyName: String {
        switch finding.certainty {
        case .high: "High"
        case .moderate: "Moderate"
        case .low: "Low"
        case .veryLow: "VeryLow"
        case .none: "None"
        }
    }

    private func numbers(_ result: Finding.Result) -> String {
        strings.words("findingNumbers", things)
    }

    private var people: String {
        strings.words(finding.result == nil ? "findingPeople" : "findingStudied", things).asSentence
    }

    private func picture(_ result: Finding.Result) -> IconArrayPair {
        IconArrayPair(
            title: finding.outcome.value.asSentenceStart,
            description: strings.words("findingPicture", things),
            first: Figure.Group(label: strings.words("findingWith", things), count: result.with),
            second: Figure.Group(label: strings.words("findingWithout", things), count: result.without),
            of: result.of,
            key: IconArrayPair.Key(
                filled: strings.words("findingFilled", things), hollow: strings.words("findingHollow", things)
            ))
    }

    /// What may stand in the fixed words, in braces.
    private var things: KeyValuePairs<String, String> {
        let number = strings.numberFormat
        let result = finding.result
        func text(_ count: Int?) -> String { count.map { number.text($0) } ?? "" }
        let time = result?.time.value ?? ""
        return [
            "outcome": finding.outcome.value.asSentenceStart, "people": finding.people.value,
            "treatment": finding.treatment.value, "comparator": result?.comparator.value ?? "",
            "Treatment": finding.treatment.value.asSentenceStart,
            "Comparator": result?.comparator.value.asSentenceStart ?? "", "time": time,
            "Time": time.asSentenceStart,
            "of": text(result?.of), "with": text(result?.with), "without": text(result?.without),
            "n": text(result?.n),
        ]
    }
}
