import Markup
import Testing

/// Texts that nest deeper than any stack would bear.
struct NestingTests {
    private static let deep = 100_000

    @Test(arguments: [
        ">", "[", "![", "*a ", "- ", "*a **a ", "1. ", "<b>", "`", "[a](", "~~", "**", "((", "> - ",
    ])
    func deepNestingDoesNotCrash(_ piece: String) {
        let text = Array(String(repeating: piece, count: Self.deep).utf8)
        for dialect in [Parser.Dialect.commonMark, .materia] {
            let document = Parser(dialect: dialect).parse(text)
            let html = HTMLRenderer(rawHTML: .allow, style: dialect == .materia ? .fragment : .commonMark)
                .render(document)
            #expect(!html.isEmpty, "\(piece)")
        }
    }

    @Test func closedNestingDoesNotCrash() {
        let text = String(repeating: "*", count: 50_000) + "a" + String(repeating: "*", count: 50_000)
        let document = Parser().parse(Array(text.utf8))
        #expect(document.deepest.depth > Parser.deepestNesting)
        #expect(!HTMLRenderer().render(document).isEmpty)
    }

    @Test func depthIsCounted() {
        let fine = Parser().parse(Array((String(repeating: ">", count: 98) + "a").utf8))
        #expect(fine.deepest.depth == 100)
        let tooDeep = Parser().parse(Array((String(repeating: ">", count: 99) + "a").utf8))
        #expect(tooDeep.deepest.depth == 101)
    }

    /// The place of the deepest node is one that a diagnostic can tell.
    @Test func deepestNodeStandsInTheText() {
        let document = Parser().parse(Array(("first\n\n" + String(repeating: ">", count: 200) + "a").utf8))
        let place = document.range(of: document.block(around: document.deepest.node)).start
        #expect(place.line == 3)
        #expect(place.column >= 1)
    }

    @Test func everyNodeHoldsWhatFollowsIt() {
        let document = Parser().parse(Array("# a *b*\n\n- c\n  - d\n\n> e [f](g)\n".utf8))
        #expect(document.subtree(of: 0) == 0..<document.nodes.count)
        for index in document.nodes.indices.dropFirst() {
            let parent = Int(document.nodes[index].parent)
            #expect(parent < index && document.subtree(of: parent).contains(index), "\(index)")
            #expect(
                document.subtree(of: parent).upperBound >= document.subtree(of: index).upperBound, "\(index)")
        }
    }
}
