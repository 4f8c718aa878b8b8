import Foundation
import Markup
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Publishing

/// Files that are made of more than one page.
struct OutputTests {
    private static let pages = [
        "Content/index.md": TemporarySite.page("Home <&>", "date: 2026-01-01"),
        "Content/a/new.md": TemporarySite.page(
            "New \"&\" <b>", "date: 2026-03-01\ndescription: About <x> & y\ntags: [T & U]"),
        "Content/a/old.md": TemporarySite.page("Old", "date: 2025-01-01\nupdated: 2025-06-01"),
        "Content/a/changed.md": TemporarySite.page(
            "Changed", "date: 2024-01-01\nchanges: [{date: 2026-10-01, note: Now}]"),
        "Content/a/undated.md": TemporarySite.page("Undated", "aliases: [/was/, /was.html]"),
        "Content/a/draft.md": TemporarySite.page("Draft", "draft: true\ndate: 2026-11-01"),
        "Content/a/gone.md": TemporarySite.page(
            "Gone", "withdrawn: {date: 2026-01-01, reason: Wrong}\ndate: 2026-11-02"),
        "Content/a/café.md": TemporarySite.page("Café", "date: 2023-01-01"),
        "Content/a/old.es.md": TemporarySite.page("Viejo", "date: 2026-11-03"),
    ]

    private func built(_ settings: String = "title: T\nbaseURL: https://example.org/g/\n") async throws
        -> Tree
    {
        let site = try TemporarySite(Self.pages.merging(TemporarySite.plainTheme) { $1 }, settings: settings)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.isEmpty)
        return try site.built()
    }

    private func values(_ element: String, in xml: String) -> [String] {
        xml.split(separator: "<\(element)>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    /// Well-formed, and what its elements hold, unescaped.
    private func parse(_ xml: String) -> Bool {
        let parser = XMLParser(data: Data(xml.utf8))
        return parser.parse()
    }

    @Test func feedTellsTheLatestFirst() async throws {
        let feed = try await built().text("feed.xml")
        #expect(parse(feed))
        #expect(
            values("title", in: feed) == ["T", "Changed", "New &quot;&amp;&quot; &lt;b&gt;", "Old", "Café"])
        #expect(
            values("updated", in: feed) == [
                "2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-03-01T00:00:00Z",
                "2025-06-01T00:00:00Z", "2023-01-01T00:00:00Z",
            ])
        #expect(values("published", in: feed)[0] == "2024-01-01T00:00:00Z")
        #expect(values("id", in: feed).contains("https://example.org/g/a/caf%C3%A9/"))
        #expect(values("summary", in: feed) == ["About &lt;x&gt; &amp; y"])
        #expect(feed.contains("<category term=\"T &amp; U\"/>"))
    }

    @Test func feedOfASiteWithoutAddressHasWholeIDs() async throws {
        let feed = try await built("title: T\n").text("feed.xml")
        #expect(parse(feed))
        #expect(values("id", in: feed).allSatisfy { $0.hasPrefix("urn:materia:") })
    }

    @Test func sitemapHoldsWhatIsListed() async throws {
        let sitemap = try await built().text("sitemap.xml")
        #expect(parse(sitemap))
        #expect(
            values("loc", in: sitemap).sorted() == [
                "https://example.org/g/", "https://example.org/g/a/caf%C3%A9/",
                "https://example.org/g/a/changed/",
                "https://example.org/g/a/new/", "https://example.org/g/a/old/",
                "https://example.org/g/a/undated/",
                "https://example.org/g/es/a/old/",
            ])
        #expect(values("lastmod", in: sitemap).contains("2026-10-01"))
    }

    @Test func robotsNamesTheSitemap() async throws {
        #expect(
            try await built().text("robots.txt").hasSuffix("\nSitemap: https://example.org/g/sitemap.xml\n"))
    }

    @Test func aliasesLeadOn() async throws {
        let tree = try await built()
        for file in ["was/index.html", "was.html"] {
            #expect(
                tree.text(file) == "<link rel=\"canonical\" href=\"https://example.org/g/a/undated/\">\n",
                "\(file)")
        }
    }

    @Test func siteJSONTellsEveryPage() async throws {
        struct Summary: Decodable {
            struct Entry: Decodable {
                let address, title, kind, language, status, sha256: String
                let source, updated: String?
            }
            let date, baseURL: String
            let pages: [Entry]
        }
        let tree = try await built()
        let summary = try JSONDecoder().decode(Summary.self, from: Data(tree.files["site.json"] ?? []))
        #expect(summary.date == TemporarySite.date)
        let addresses = summary.pages.map(\.address)
        #expect(addresses == addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        let pages = tree.paths.filter { $0.hasSuffix("index.html") && !$0.hasPrefix("was/") }
        #expect(Set(addresses.map { String($0.dropFirst()) + "index.html" }) == Set(pages))
        for page in summary.pages {
            let bytes = tree.files[String(page.address.dropFirst()) + "index.html"] ?? []
            #expect(page.sha256 == SHA256.hexadecimal(SHA256.hash(bytes)), "\(page.address)")
        }
        #expect(summary.pages.first { $0.address == "/a/gone/" }?.status == "withdrawn")
        #expect(!addresses.contains("/a/draft/"))
    }

    /// A mistake that the settings let pass holds a page back only where it may be a misspelt 'draft'.
    @Test(arguments: [
        ("layout: post", true), ("tags: {a: 1}", true), ("drfat: true", false), ("publishDate: soon", false),
        ("draft: perhaps", false),
    ])
    func aMistakeThatMayPass(_ line: String, _ isBuilt: Bool) async throws {
        let site = try TemporarySite(
            ["Content/a/b.md": TemporarySite.page("B", line)], settings: "title: T\nchecks: {key: warning}\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0 && outcome.warnings == 1)
        #expect(try site.built().contains("a/b/index.html") == isBuilt)
    }

    /// Ids of the page around a text stay its own.
    @Test func headingsTakeNoIDOfThePage() async throws {
        let body = Theme.ids.sorted().map { "## \($0)\n\n" }.joined() + "[a](#main)\n"
        let site = try TemporarySite(
            ["Content/a/b.md": TemporarySite.page("B", body: body)], settings: "title: T\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.map(\.id) == ["link.missing-anchor"])
        try site.write(
            TemporarySite.page("B", body: body.replacing("(#main)", with: "(#main-1)")), to: "Content/a/b.md")
        let again = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(again.diagnostics.isEmpty)
        let ids = try site.built().text("a/b/index.html").matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).isSuperset(of: ["main", "main-1", "menu", "menu-1"]))
        #expect(ids.count == Set(ids).count, "\(ids)")
    }

    /// `Theme.ids` are those that the templates have.
    @Test func theThemesIDsAreKnown() throws {
        let texts = BuiltInTheme.files.filter {
            $0.path.hasPrefix("Templates/") && $0.path.hasSuffix(".mustache") && !$0.path.contains("handbook")
        }.map { String(decoding: $0.bytes, as: UTF8.self) }
        let ids = texts.flatMap { $0.matches(of: /\sid="([^"{]+)"/).map { String($0.1) } }
        #expect(Set(ids) == Theme.ids)
    }

    @Test func draftsAndWithdrawnPagesAreInNoList() async throws {
        let site = try TemporarySite(Self.pages, settings: "title: T\n")
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let tree = try site.built()
        #expect(tree.contains("a/gone/index.html") && !tree.contains("a/draft/index.html"))
        for file in [
            "index.html", "a/index.html", "a-z/index.html", "updates/index.html", "feed.xml", "sitemap.xml",
        ] {
            let text = tree.text(file)
            #expect(!text.isEmpty && !text.contains("/a/draft/") && !text.contains("/a/gone/"), "\(file)")
        }
        #expect(tree.text("a/gone/index.html").contains("Wrong"))
        #expect(!tree.text("a/gone/index.html").contains("Words."))
    }

    @Test func feedIsWellFormedWhateverTheWordsAre() async throws {
        let page = TemporarySite.page("\"]]> &#1; \\x85 \\u2028 \\uFFFD\"", "date: 2026-01-01")
        let site = try TemporarySite(["Content/a.md": page])
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let feed = try site.built().text("feed.xml")
        #expect(feed.contains("]]&gt;") && parse(feed), "\(feed)")
    }

    /// A control character may come in through an escape of YAML; XML has no place for it.
    @Test(arguments: ["\\x07", "\\0", "\\e", "\\x7F", "\\uFFFE", "\\uFFFF"])
    func wordsThatNoFeedMayHoldAreTold(_ escape: String) async throws {
        let page = TemporarySite.page("A", "description: \"b \(escape) c\"\ndate: 2026-01-01")
        let found = try await Checking.diagnostics(["Content/a.md": page])
        #expect(found.map(\.id) == ["yaml.syntax"])
        #expect(found.map(\.range.start) == [Position(line: 3, column: 14)])
    }

    @Test func baseURLWithPercentSignsIsNotEncodedTwice() async throws {
        let tree = try await built("title: T\nbaseURL: https://example.org/caf%C3%A9/\n")
        #expect(
            values("loc", in: tree.text("sitemap.xml")).contains("https://example.org/caf%C3%A9/a/old/"))
    }
}
