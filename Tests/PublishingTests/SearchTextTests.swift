import Markup
import TestSupport
import Testing

@testable import Publishing
@testable import Search

/// What of a page's HTML is searched.
struct SearchTextTests {
    private func text(_ html: String) -> String {
        var markup = HTML()
        markup.append(trusting: Array(html.utf8))
        var text = SearchText()
        text.add(markup)
        return text.text.string
    }

    @Test(arguments: [
        (
            "<h2 id=\"side-effects\">Side effects</h2>\n<p>One &amp; <em>two</em>.</p>",
            "#Side effects\nOne & two."
        ),
        ("<h2 id=\"other\">Side effects</h2>", "#Side effects\tother"),
        ("<p>A claim<sup class=\"citation\"><a href=\"#r\">1</a></sup>.</p>", "A claim."),
        ("<p>5 m<sup>2</sup></p>", "5 m2"),
        ("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>", "One\nTwo"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A B\n1 2"),
        (
            "<figure><svg><title>Bars</title><text>9</text></svg><figcaption>Seen</figcaption></figure>",
            "Seen"
        ),
        ("<p># no heading</p>", " # no heading"),
        ("<p>a\tb\n c\u{c}d</p>", "a b c d"),
        ("<p>Broken <b", "Broken"),
        ("<p>&lt;script&gt; &copy;</p>", "<script> &copy;"),
        ("<h2 id=\"x\"></h2><p></p>", ""),
        ("<p>First<br>second</p>", "First second"),
    ])
    func takesWhatReadersSee(_ html: String, _ expected: String) {
        #expect(text(html) == expected)
    }
}

/// Which pages are searched, and that their index is among the files.
struct SearchedPagesTests {
    private static let files = [
        "Content/index.md": TemporarySite.page("Home"),
        "Content/a/index.md": TemporarySite.page("Section", "description: Sectional words"),
        "Content/a/found.md": TemporarySite.page(
            "Found", "search: {keywords: [zebra]}", body: "## Part\n\nWords.\n"),
        "Content/a/hidden.md": TemporarySite.page("Hidden", "search: {exclude: true}"),
        "Content/a/draft.md": TemporarySite.page("Draft", "draft: true"),
        "Content/a/gone.md": TemporarySite.page("Gone", "withdrawn: {date: 2026-01-01, reason: Wrong}"),
        "Content/b/out.md": TemporarySite.page("Out"),
        "Content/a/found.es.md": TemporarySite.page("Hallado"),
    ]

    private func site(_ settings: String = "") throws -> TemporarySite {
        try TemporarySite(
            Self.files.merging(TemporarySite.plainTheme) { $1 },
            settings: "title: T\nsearch: {exclude: [b]}\n" + settings)
    }

    private func titles(in tree: Tree, _ folder: String) throws -> [String] {
        let name = try #require(tree.paths.first { $0.hasPrefix(folder) && $0.hasSuffix("/first.bin") })
        return String(decoding: Self.inflate(try #require(tree.files[name])), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    private static func inflate(_ bytes: [UInt8]) -> [UInt8] { (try? Inflate.bytes(bytes)) ?? [] }

    @Test func holdsListedPagesOfItsLanguage() async throws {
        let site = try site()
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.isEmpty)
        let tree = try site.built()
        let own = try titles(in: tree, "search/").joined(separator: " ")
        #expect(own.contains("Section") && own.contains("Found"))
        for title in ["Hidden", "Draft", "Gone", "Out", "Hallado", "Home"] { #expect(!own.contains(title)) }
        #expect(try titles(in: tree, "es/search/").joined().contains("Hallado"))
    }

    @Test func isTheSameFromTheCache() async throws {
        let site = try site()
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let first = try site.built()
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(try site.built() == first)
    }

    @Test(arguments: [
        ("- [a]\n", "key.type", 1), ("- {from: [a]}\n", "key.missing", 1),
        ("- {from: [a], als: [b]}\n", "key.unknown", 1), ("words\n", "key.type", 1),
    ])
    func synonymsAreRead(_ text: String, _ id: String, _ line: Int) {
        var diagnostics: [Diagnostic] = []
        _ = SynonymList.read(SourceFile(path: SynonymList.path, bytes: Array(text.utf8)), &diagnostics)
        #expect(diagnostics.contains { $0.id == id && $0.range.start.line == line }, "\(diagnostics)")
    }
}
