import CCMark
import Foundation
import Markup
import TestSupport
import Testing

/// Our renderer against libcmark's own, on texts that nobody would write.
struct LibcmarkTests {
    @Test(arguments: 0..<12)
    func randomMarkdownRendersAsLibcmarkRendersIt(_ seed: UInt64) {
        var numbers = RandomNumbers(seed: seed)
        for _ in 0..<120 { expectTheSame(Self.text(&numbers)) }
    }

    @Test(.enabled(if: Conformance.isPresent, Comment(rawValue: Conformance.absence)))
    func examplesCutAndJoinedRenderAsLibcmarkRendersThem() throws {
        var numbers = RandomNumbers(seed: 30)
        for _ in 0..<1500 {
            let (a, b) = try (
                #require(Conformance.all.randomElement(using: &numbers)),
                #require(Conformance.all.randomElement(using: &numbers))
            )
            let head = Array(a.markdown.utf8).prefix(Int.random(in: 0...80, using: &numbers))
            let tail = Array(b.markdown.utf8).suffix(Int.random(in: 0...80, using: &numbers))
            expectTheSame(Array(head + tail))
        }
    }

    @Test func bytesThatAreNoTextRenderAsLibcmarkRendersThem() {
        var numbers = RandomNumbers(seed: 255)
        for _ in 0..<300 {
            expectTheSame(
                (0..<Int.random(in: 0...120, using: &numbers)).map { _ in UInt8(numbers.next() & 0xFF) })
        }
    }

    @Test(arguments: [
        "", "\n", "\u{FEFF}# mark\n", "a\u{0}b", "a\r\nb\rc", "\t\tcode", "<b>&copy;&#0;&#x1F600;\\&</b>",
        "1234567890) x",
        "[a]: <b> 'c'\n[a]", "![a *b* `c` <i>d</i>\ne](f 'g\"h')", "- a\n\n  b\n- c", "```a\tb c\nd\n```",
        "<a@b.c>",
    ])
    func edgesRenderAsLibcmarkRendersThem(_ text: String) { expectTheSame(Array(text.utf8)) }

    /// Larger than the arena takes: the C library's own memory.
    @Test func longTextsRenderAsLibcmarkRendersThem() {
        let paragraph = Array(
            "Some *words* with [a link](https://example.org/?a=1&b=2 \"title\").\n\n> quote\n\n".utf8)
        expectTheSame(Array(repeatElement(paragraph, count: 16_000).joined()))
        expectTheSame(Array("short again".utf8))
    }

    private func expectTheSame(_ text: [UInt8], _ location: SourceLocation = #_sourceLocation) {
        let html = HTMLRenderer(rawHTML: .allow, style: .commonMark).render(
            Parser(dialect: .commonMark).parse(text))
        let (ours, theirs) = (String(decoding: html.bytes, as: UTF8.self), Self.libcmark(text))
        #expect(
            ours == theirs, "\(String(decoding: text.prefix(2000), as: UTF8.self))", sourceLocation: location)
    }

    private static func libcmark(_ text: [UInt8]) -> String {
        let html = text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // Nothing at all still has to be an address.
                characters.baseAddress.map { cmark_markdown_to_html($0, characters.count, CMARK_OPT_UNSAFE) }
                    ?? cmark_markdown_to_html("", 0, CMARK_OPT_UNSAFE)
            }
        }
        defer { free(html) }
        return html.map { String(cString: $0) } ?? ""
    }

    private static let pieces = [
        "a", "bc", " ", "  ", "    ", "\n", "\n\n", "\t", "*", "**", "_", "__", "`", "``", "```\n", "~~~\n",
        "[", "]",
        "(", ")", "![", "](", "](/u \"t\")", "<", ">", "> ", "- ", "+ ", "1. ", "2) ", "# ", "###### ",
        "===\n", "---\n",
        "***\n", "<b>", "</b>", "<!-- ", "-->", "<div>\n", "<?", "&amp;", "&#65;", "&nbsp;", "\\", "\\*",
        "[x]: /y\n",
        "[x]", "<https://a.b>", "é", "日本", "\u{1F600}", "\"", "'", "|", "~~", "{", "}", "$", "^", "@", "!",
        ":",
    ]

    private static func text(_ numbers: inout RandomNumbers) -> [UInt8] {
        var text = ""
        for _ in 0..<Int.random(in: 1...60, using: &numbers) {
            text += pieces.randomElement(using: &numbers) ?? ""
        }
        return Array(text.utf8)
    }
}
