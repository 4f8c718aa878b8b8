import Markup
import TestSupport
import Testing

/// What holds for any text of the dialect, however odd.
struct DialectTests {
    private static let pieces = [
        "a", "bc", " ", "  ", "    ", "\n", "\n\n", "\t", "*", "**", "_", "`", "``", "```\n", "[", "]", "(",
        ")", "![", "](/u \"t\")",
        "> ", "- ", "1. ", "# ", "## ", "===\n", "---\n", "| a | b |\n", "|---|:-:|\n", "| c | d \\| e |\n",
        "|", "\\|", "~", "~~",
        "- [ ] ", "- [x] ", "www.a.org/x_(y)", "https://a.org?b=1&c", "a@b.org", "[^a]", "[^b]",
        "\n[^a]: note\n", "\n[^b]: n\n\n    more\n",
        "> [!NOTE]\n", "> [!WARNING]\n", "> [!nope]\n", "[@a]", "[@a; @b, p. 4]", "[@", "{#id}", "{#a b}",
        "{.no-term}", "[t]{.no-term}",
        "&amp;", "\\", "é", "日本", "\u{1F600}", "\"", "'", "<", "&", ":", "^", "@", "!", "{", "}", "<b>",
        "[x]: /y\n", "[x]",
        "\n```finding\noutcome: a\n```\n", "\r\n", "\u{A0}", "xmpp:", "ftp://a.b", "://", "..", "</b>",
    ]

    private static func text(_ numbers: inout RandomNumbers) -> [UInt8] {
        var text = ""
        for _ in 0..<Int.random(in: 1...50, using: &numbers) {
            text += pieces.randomElement(using: &numbers) ?? ""
        }
        return Array(text.utf8)
    }

    @Test(arguments: 0..<10)
    func anyTextIsAWholeTree(_ seed: UInt64) {
        var numbers = RandomNumbers(seed: 1000 + seed)
        for _ in 0..<150 {
            let source = Self.text(&numbers)
            let document = Parser().parse(source)
            let problem = Self.problem(in: document, of: source)
            #expect(problem == nil, "\(String(decoding: source, as: UTF8.self))")
            if problem != nil { return }
        }
    }

    /// Tags close in the order in which they were opened, and nothing is left unescaped.
    @Test(arguments: 0..<10)
    func anyTextIsWellFormedHTML(_ seed: UInt64) {
        var numbers = RandomNumbers(seed: 2000 + seed)
        for _ in 0..<100 {
            let source = Self.text(&numbers)
            for style in [HTMLRenderer.Style.fragment, .page] {
                let html = HTMLRenderer(style: style).render(Parser().parse(source))
                let text = String(decoding: html.bytes, as: UTF8.self)
                // What stands in for an escaped mark while a text is read stays inside.
                let isLeaking = text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) }
                let problem = isLeaking ? "a stand-in is left" : Self.problem(inHTML: text)
                #expect(problem == nil, "\(String(decoding: source, as: UTF8.self))\n→ \(text)")
                if problem != nil { return }
            }
        }
    }

    /// Beside a pipe, which makes a text worth a look for tables.
    @Test(arguments: [
        ("Take \\[one\\] | two.", "<p>Take [one] | two.</p>\n"),
        ("`\\[a\\]` | b", "<p><code>\\[a\\]</code> | b</p>\n"),
        ("| \\:-- y", "<p>| :-- y</p>\n"), ("[@a\\.b] | x", "<p>[@a.b] | x</p>\n"),
        ("[^a\\.b]", "<p>[^a.b]</p>\n"), ("Two\n---\n\na | b", "<h2 id=\"two\">Two</h2>\n<p>a | b</p>\n"),
        ("Two\n- \n| a", "<h2 id=\"two\">Two</h2>\n<p>| a</p>\n"),
        (
            "> Two\n> more\n> ---\n> :-:",
            "<blockquote>\n<h2 id=\"two-more\">Two\nmore</h2>\n<p>:-:</p>\n</blockquote>\n"
        ),
    ])
    func whatLooksLikeATableAndIsNone(_ source: String, _ html: String) {
        let text = HTMLRenderer().render(Parser().parse(Array(source.utf8)))
        #expect(String(decoding: text.bytes, as: UTF8.self) == html)
    }

    @Test func footnoteInALinkIsNoLinkInALink() {
        let html = HTMLRenderer().render(Parser().parse(Array("[a[^n]](/u)\n\n[^n]: note\n".utf8)))
        let text = String(decoding: html.bytes, as: UTF8.self)
        #expect(Self.problem(inHTML: text, allowsInnerLinks: false) == nil, "\(text)")
    }

    @Test(arguments: [
        "# a {#b}\n\n# b\n", "# b\n\n# a {#b}\n", "# {#a}\n\n# a-1\n\n# a\n", "# !\n\n# a {#section}\n",
    ])
    func pinnedIDIsKeptAndOthersGiveWay(_ text: String) throws {
        let headings = Parser().parse(Array(text.utf8)).headings
        #expect(Set(headings.map(\.id)).count == headings.count, "\(headings.map(\.id))")
        let pin = try #require(text.split(separator: "{#").dropFirst().first?.prefix { $0 != "}" })
        #expect(headings.contains { $0.id == pin }, "\(headings.map(\.id))")
    }

    @Test func idPinnedTwiceIsUniqueStill() {
        let ids = Parser().parse(Array("# a {#b}\n\n# c {#b}\n".utf8)).headings.map(\.id)
        #expect(Set(ids).count == 2, "\(ids)")
    }

    private static func problem(inHTML html: String, allowsInnerLinks: Bool = true) -> String? {
        var open: [Substring] = []
        for piece in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let end = piece.firstIndex(of: ">") else { return "'<\(piece.prefix(20))' has no end" }
            let tag = piece[..<end]
            if tag.hasPrefix("!--") { continue }
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if name.isEmpty || tag.count(where: { $0 == "\"" }) % 2 != 0 { return "'<\(tag)>' is no tag" }
            if ["img", "br", "hr", "input", "wbr"].contains(name) { continue }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return "'<\(tag)>' closes another" }
            } else {
                if name == "a", open.contains("a"), !allowsInnerLinks { return "a link in a link" }
                if ["p", "table", "section", "ul", "ol", "blockquote", "pre", "figure"].contains(name),
                    open.last == "p"
                {
                    return "'<\(name)>' in a paragraph"
                }
                open.append(name)
            }
        }
        return open.isEmpty ? nil : "'<\(open[0])>' is never closed"
    }

    private static func problem(in document: Document, of source: [UInt8]) -> String? {
        let nodes = document.nodes
        let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
        for index in nodes.indices {
            let (node, parent) = (nodes[index], Int(nodes[index].parent))
            if Int(node.end) <= index || Int(node.end) > nodes.count {
                return "node \(index) ends at \(node.end)"
            }
            if index > 0, parent >= index || !document.subtree(of: parent).contains(index) {
                return "node \(index) is not in its parent \(parent)"
            }
            if node.end > nodes[parent].end { return "node \(index) is longer than its parent" }
            for slice in [node.text, node.title] where slice.range.upperBound > document.text.count {
                return "node \(index) has text that is not there"
            }
            let range = document.range(of: index)
            if index > 0, range.start.line > lines + 1 || range.start.line < 0 {
                return "node \(index) stands on line \(range.start.line)"
            }
            if String(validating: document.bytes(node.text), as: UTF8.self) == nil {
                return "node \(index) is no UTF-8"
            }
        }
        return nil
    }
}
