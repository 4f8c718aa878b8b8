import Markup
import TestSupport
import Testing

struct SpecificationTests {
    @Test(
        "Examples come out as given",
        .enabled(if: Conformance.isPresent, Comment(rawValue: Conformance.absence)))
    func examplesComeOutAsGiven() {
        #expect(Conformance.all.count >= 652)
        let parser = Parser(dialect: .commonMark)
        let renderer = HTMLRenderer(rawHTML: .allow, style: .commonMark)
        for example in Conformance.all {
            let html = renderer.render(parser.parse(Array(example.markdown.utf8)))
            #expect(
                String(decoding: html.bytes, as: UTF8.self) == example.html, "\(example): \(example.markdown)"
            )
        }
    }

    /// The dialect adds ids, lazy images and figures; where a text has none of these, it is CommonMark.
    @Test(.enabled(if: Conformance.isPresent, Comment(rawValue: Conformance.absence)))
    func dialectLeavesPlainTextsAlone() {
        let parser = Parser(dialect: .materia)
        let renderer = HTMLRenderer(rawHTML: .allow)
        let plain = Conformance.all.filter { example in
            !["<h", "<img", "[^", "http", "www.", "|", "~~", "[@", "[!", "{", "@"].contains {
                example.markdown.contains($0) || example.html.contains($0)
            }
        }
        #expect(plain.count > 350)
        for example in plain {
            let html = renderer.render(parser.parse(Array(example.markdown.utf8)))
            #expect(
                String(decoding: html.bytes, as: UTF8.self) == example.html, "\(example): \(example.markdown)"
            )
        }
    }

    /// Each piece of the guide's articles that uses none of the dialect's marks comes out as libcmark has it.
    @Test func dialectLeavesTheArticlesPlainPiecesAlone() throws {
        let marks = ["[^", "[@", "[!", "|", "~", "://", "www.", "@", "{", "```", "#", "]:", "- [", "---"]
        let plain = HTMLRenderer(rawHTML: .allow, style: .commonMark)
        var count = 0
        for (path, bytes) in try Tree(of: Fixture.project + "/Content").files where path.hasSuffix(".md") {
            let text = String(decoding: bytes, as: UTF8.self)
            for piece in text.split(separator: "\n\n") where !marks.contains(where: { piece.contains($0) }) {
                let source = Array((piece + "\n").utf8)
                let expected = plain.render(Parser(dialect: .commonMark).parse(source))
                let found = HTMLRenderer(rawHTML: .allow).render(Parser().parse(source))
                #expect(found == expected, "\(path): \(piece)")
                count += 1
            }
        }
        #expect(count > 50)
    }
}
