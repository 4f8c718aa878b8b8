import Markup
import Testing

/// Text made to be slow: the parser's work grows as the text does. Counted, not timed.
@Suite struct WorkTests {
    /// A hostile text of about so many parts.
    struct Hostile: Sendable, CustomTestStringConvertible {
        let name: String
        let make: @Sendable (Int) -> String

        var testDescription: String { name }
    }

    static let hostile: [Hostile] = [
        Hostile(name: "brackets") {
            String(repeating: "[", count: $0) + "a" + String(repeating: "]", count: $0)
        },
        Hostile(name: "pipes") { String(repeating: "|", count: $0) + "\n|-|-|\n" },
        Hostile(name: "cells") { count in
            "|" + String(repeating: "a|", count: count) + "\n|" + String(repeating: "-|", count: count)
                + "\n|"
                + String(repeating: "b|", count: count) + "\n"
        },
        Hostile(name: "rows") { "|a|b|\n|-|-|\n" + String(repeating: "|x|y|\n", count: $0) },
        Hostile(name: "tables") { String(repeating: "|a|\n|-|\n|b|\n\n", count: $0) },
        Hostile(name: "tables one after another") { String(repeating: "|a|\n|-|\n1. x\n", count: $0) },
        Hostile(name: "tildes") { String(repeating: "~a ", count: $0) },
        Hostile(name: "footnote marks") { String(repeating: "[^1] ", count: $0) + "\n\n[^1]: x\n" },
        Hostile(name: "footnotes") { count in
            (0..<count).map { "[^\($0)] " }.joined() + "\n\n" + (0..<count).map { "[^\($0)]: x\n" }.joined()
        },
        Hostile(name: "footnotes in footnotes") { count in
            "[^0]\n\n" + (0..<count).map { "[^\($0)]: [^\($0 + 1)]\n\n" }.joined()
        },
        Hostile(name: "addresses") { String(repeating: "http://a.b/", count: $0) },
        Hostile(name: "brackets in an address") {
            "http://a.b/" + String(repeating: "(", count: $0) + String(repeating: ")", count: $0)
        },
        Hostile(name: "signs of mail") { String(repeating: "a@", count: $0) },
        Hostile(name: "citations") { String(repeating: "[@a; ", count: $0) },
        Hostile(name: "alerts") { String(repeating: "> [!NOTE]\n> x\n\n", count: $0) },
        Hostile(name: "references to links in cells") { count in
            (0..<count).map { "[a\($0)]: /x\n" }.joined() + "\n|[a1]|\n|-|\n"
                + String(repeating: "|[a2]|\n", count: count)
        },
    ]

    @Test(arguments: hostile)
    func growsAsTheTextDoes(_ hostile: Hostile) {
        let small = Array(hostile.make(1000).utf8)
        let large = Array(hostile.make(8000).utf8)
        let (few, many) = (Parser().parse(small).work, Parser().parse(large).work)
        #expect(few > 0)
        let growth = Double(many) / Double(few)
        let length = Double(large.count) / Double(small.count)
        #expect(growth <= length * 1.25, "\(few) for \(small.count) bytes, \(many) for \(large.count)")
    }

    @Test(arguments: ["> ", "- ", "*a **b "])
    func refusesWhatIsNestedTooDeep(_ opening: String) {
        let document = Parser().parse(Array((String(repeating: opening, count: 100_000) + "x\n").utf8))
        #expect(document.deepest.depth > Parser.deepestNesting || !opening.hasPrefix(">"))
        #expect(document.work < 4_000_000)
    }
}
