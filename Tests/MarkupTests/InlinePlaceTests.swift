import Markup
import TestSupport
import Testing

/// Links stand where the diagnostics say, also where libcmark's columns are off.
struct InlinePlaceTests {
    @Test(arguments: [
        "See ⟦[a](b)⟧.", "See ⟦![a](b)⟧.", "> See ⟦[a](b)⟧.", "- See ⟦[a](b)⟧.", "1. x\n   ⟦[a](b)⟧",
        "# ⟦[a](b)⟧",
        "über ⟦[a](b)⟧", "one\ntwo ⟦[a](b)⟧ three", "⟦[*a* `b`](c \"d\")⟧", "**⟦[a](b)⟧**",
        "one\n   two ⟦[a](b)⟧ three", "- one\n  two\n     ⟦[a](b)⟧", "one\n\ttwo ⟦![a](b)⟧",
        "1. x\n     y ⟦[a](b)⟧ z",
        "> - > x\n>   > ⟦[a](b)⟧", "⟦<https://example.org>⟧", "   indented ⟦[a](b)⟧", "⟦[a]⟧\n\n[a]: b",
    ])
    func linkStandsWhereItIsMarked(_ marked: String) throws { try expectLink(marked) }

    /// libcmark counts on from the line before the break.
    @Test(arguments: [
        "one\ntwo ⟦[a\nb](c)⟧", "a\\\n⟦[b](c)⟧", "one\\\ntwo\\\n  three ⟦[b](c)⟧ four",
        "> one\\\n> two ⟦[b](c)⟧",
        "> quote ⟦[q](\n> no.md)⟧", "- a `b\n  c` d ⟦[e](f)⟧", "one `a\nb` ⟦![a](b)⟧",
        "a\\\r\n⟦[b](c)⟧", "> > x\n> > ⟦[a\n> > b](c)⟧ y", "- one\n  ⟦[a\n  b](c)⟧",
    ])
    func linkAfterALineBreakStandsWhereItIsMarked(_ marked: String) throws { try expectLink(marked) }

    /// Both at once: which line libcmark means cannot be told.
    @Test(arguments: ["> > x\\\n> > ⟦[a\n> > b](c)⟧ y", "- one\\\n  ⟦[a\n  b](c)⟧"])
    func linkOverLinesAfterABreakStandsWhereItIsMarked(_ marked: String) throws {
        withKnownIssue("the first line of the block is told") { try expectLink(marked) }
    }

    private func expectLink(_ marked: String) throws {
        let marked = MarkedText(marked)
        let source = Array(marked.text.utf8)
        let document = Parser().parse(source)
        let link = try #require(
            document.nodes.indices.first {
                document.nodes[$0].kind == .link || document.nodes[$0].kind == .image
            })
        #expect(document.exactRange(of: link, in: source[...]) == marked.ranges[0])
    }

    /// Never a place that the text does not have.
    @Test(.enabled(if: Conformance.isPresent, Comment(rawValue: Conformance.absence)))
    func placesAreInTheText() {
        for example in Conformance.all {
            let source = Array(example.markdown.utf8)
            let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let document = Parser().parse(source)
            for index in document.nodes.indices.dropFirst()
            where [.link, .image].contains(document.nodes[index].kind) {
                let start = document.exactRange(of: index, in: source[...]).start
                #expect((1...lines.count).contains(start.line), "\(example)")
                #expect(
                    start.column >= 1 && start.column <= lines[max(0, start.line - 1)].count + 1, "\(example)"
                )
            }
        }
    }
}
