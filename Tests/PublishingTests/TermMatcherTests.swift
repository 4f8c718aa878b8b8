import Markup
import TestSupport
import Testing

@testable import Publishing

struct TermMatcherTests {
    private static let names = [
        ["NMDA receptor", "N-methyl-D-aspartate receptor", "NMDAR"], ["Receptor"], ["ART"],
        ["Ketamine", "(R,S)-ketamine"],
        ["Ketamine-assisted psychotherapy"], ["Cross-over"], ["Dependence"], ["IV"], ["IV infusion"], ["RCT"],
        ["988"],
        ["p value"], ["95% CI"], ["5-HT"], ["Ética"], ["Montgomery–Åsberg"], ["mTOR"], ["Gap"],
        ["Alzheimer's disease"],
        ["SSRI"], ["Meta-analysis"],
    ]
    private let matcher = TermMatcher(names)

    /// `⟦…⟧` stand round what is to be found.
    @Test(arguments: [
        "The ⟦NMDA receptor⟧ is a ⟦receptor⟧.",
        "⟦NMDA-receptor⟧ or ⟦NMDA\u{A0}receptor⟧ or ⟦NMDA\nreceptor⟧.", "NMDA\n\nthing",
        "⟦NMDA  receptor⟧ ⟦NMDA‑receptor⟧", "⟦NMDA receptors⟧ and ⟦Receptors⟧", "non-receptor",
        "⟦N-methyl-D-aspartate receptor⟧", "⟦n-methyl-d-aspartate receptors⟧", "nmdar, NMDARx", "⟦NMDARs⟧",
        "⟦nmda receptor⟧ in small letters", "The art of ⟦ART⟧, Art, smART, ⟦ARTs⟧?",
        "⟦Ketamine⟧'s and ⟦ketamine⟧’s and ⟦KETAMINE⟧",
        "ketamine-induced, S-ketamine, esketamine, ketamine2, ketamine_x",
        "(⟦ketamine⟧) “⟦ketamine⟧” *⟦ketamine⟧*/⟦ketamine⟧–⟦ketamine⟧, ⟦ketamine⟧.", "⟦ketamine⟧- and other",
        "ketamine.org a@ketamine",
        "⟦(R,S)-ketamine⟧ and (⟦(R,S)-ketamine⟧)", "⟦ketamine-assisted psychotherapy⟧",
        "⟦Ketamine assisted psychotherapy⟧",
        "⟦cross-over⟧, ⟦cross‐over⟧, cross over, crossover", "⟦Dependence⟧ ⟦dependences⟧",
        "⟦IV⟧ ⟦IV infusion⟧ iv ⟦iv infusion⟧ IVs IVF", "⟦RCT⟧ ⟦RCTs⟧ RCTS rcts",
        "⟦988⟧ 1988 1,988 988.5 $988 988% ⟦988⟧: 9-8-8", "⟦988⟧, ⟦988⟧.",
        "⟦p value⟧ ⟦p-value⟧ ⟦P values⟧", "a ⟦95% CI⟧ of, 95% ci", "⟦5-HT⟧ 5-ht 15-HT",
        "⟦ética⟧ ⟦Ética⟧ ⟦ÉTICA⟧ poética éticamente",
        "⟦Montgomery-Åsberg⟧ ⟦montgomery–åsberg⟧", "⟦mTOR⟧ ⟦mtor⟧ motor", "⟦gap⟧ gaps gapé Gap\u{301}",
        "⟦Alzheimer’s disease⟧ ⟦Alzheimer's diseases⟧",
        "⟦SSRIs⟧ ⟦SSRI⟧", "⟦meta-analysis⟧ meta analysis meta-analyses", "", "ketamin", "⟦Receptor⟧",
        "日本 ⟦ketamine⟧ 日本", "日本ketamine",
        "e\u{301}ketamine", "⟦ketamine⟧ ⟦ketamine⟧", "NMDA ⟦ketamine⟧", "N-methyl-D-aspartate", "NMDA",
        "😀⟦ART⟧😀 “⟦ART⟧” ⟦IV⟧–⟦IV⟧… ARTé",
    ])
    func wholeTermsAreFound(_ marked: String) {
        let bytes = Array(marked.filter { $0 != "⟦" && $0 != "⟧" }.utf8)
        let found = matcher.matches(in: bytes[...]).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        let expected = marked.split(separator: "⟦", omittingEmptySubsequences: false).dropFirst().map {
            part in
            String(part.prefix { $0 != "⟧" })
        }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("NMDA receptor", 0), ("receptor", 1), ("NMDAR", 0), ("(R,S)-ketamine", 3),
        ("Ketamine-assisted psychotherapy", 4),
        ("IV", 7), ("IV infusion", 8),
    ])
    func aliasesStandForTheirTerm(_ text: String, _ term: Int) {
        #expect(matcher.matches(in: text).map(\.term) == [term])
    }

    @Test func anAbbreviationComesBeforeTheWordItIsSpelledLike() {
        let matcher = TermMatcher([["art"], ["ART"]])
        #expect(matcher.matches(in: "ART is art").map(\.term) == [1, 0])
    }

    @Test func placesCountFromTheSlicesFirstByte() {
        let bytes = Array("xx ketamine".utf8)
        #expect(matcher.matches(in: bytes[3...]).map(\.range) == [0..<8])
    }

    @Test func noTermsFindNothing() {
        #expect(TermMatcher([]).matches(in: "ketamine").isEmpty)
        #expect(TermMatcher([["", " "]]).matches(in: "ketamine").isEmpty)
    }

    /// Found one by one, in the plainest way: at each place the longest name that is there.
    @Test func findsWhatASearchByCharactersFinds() {
        var numbers = RandomNumbers(seed: 7)
        let words = [
            "ketamine", "IV", "infusion", "NMDA", "receptor", "art", "ART", "RCT", "gap", "p", "value",
        ]
        let names = Self.names.enumerated().flatMap { term, names in names.map { (name: $0, term: term) } }
        let plain = names.filter { name in name.name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == " ") } }
        for _ in 0..<300 {
            let text = (0..<12).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
            var expected: [Int] = []
            var rest = text[...]
            while !rest.isEmpty {
                let here = plain.filter { name in
                    let isHere =
                        name.name.isAllCapitals
                        ? rest.hasPrefix(name.name) : rest.lowercased().hasPrefix(name.name.lowercased())
                    return isHere && (rest.dropFirst(name.name.count).first.map { $0 == " " } ?? true)
                }
                if let longest = here.max(by: { $0.name.count < $1.name.count }) {
                    expected.append(longest.term)
                    rest = rest.dropFirst(longest.name.count).drop { $0 == " " }
                } else {
                    rest = rest.drop { $0 != " " }.drop { $0 == " " }
                }
            }
            #expect(matcher.matches(in: text).map(\.term) == expected, "\(text)")
        }
    }
}
