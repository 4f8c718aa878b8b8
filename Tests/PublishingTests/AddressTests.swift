import Markup
import TestSupport
import Testing

@testable import Publishing

/// Each address is one page's, and those that readers know lead somewhere.
struct AddressTests {
    @Test func twoPagesAtOneAddressAreTold() async throws {
        try await expect(
            "slug.collision",
            toMark: [
                "Content/a/heart.md": TemporarySite.page("A"),
                "Content/a/other.md": "---\ntitle: B\nslug: ⟦heart⟧\n---\n",
                "Content/b/X.md": TemporarySite.page("C"), "Content/b/x.md": "⟦⟧" + TemporarySite.page("D"),
                "Content/a/heart/index.md": TemporarySite.page("E", "slug: free"),
                "Content/updates.md": "⟦⟧" + TemporarySite.page("F"),
                "Content/tags/index.md": "⟦⟧" + TemporarySite.page("G"),
                "Public/a/heart/index.html": "⟦⟧x", "Content/pic.png": "x", "Public/pic.png": "⟦⟧x",
            ])
    }

    @Test(arguments: [
        "aliases: [⟦/b/⟧]", "aliases: [/old/, ⟦/old⟧]", "aliases: [⟦/a/⟧]", "aliases: [⟦/a-z/⟧]",
        "aliases: [⟦//b//⟧]",
        "aliases: [⟦/b/index.html⟧]", "aliases: [⟦/pic.png⟧]",
    ])
    func aliasThatIsTakenIsMarked(_ frontMatter: String) async throws {
        try await expect(
            "alias.collision",
            toMark: [
                "Content/a.md": "---\ntitle: A\n\(frontMatter)\n---\n",
                "Content/b.md": TemporarySite.page("B"),
                "Public/pic.png": "x",
            ])
    }

    /// What the program itself writes is taken, too.
    @Test(arguments: [
        "/feed.xml", "/sitemap.xml", "/404.html", "/site.json", "/robots.txt", "/css/base.css", "/s/", "/",
        "/tags/",
    ])
    func aliasOfWhatTheProgramWritesIsTold(_ alias: String) async throws {
        let found = try await Checking.diagnostics([
            "Content/a.md": TemporarySite.page("A", "aliases: [\(alias)]"),
            "Content/s/x.md": TemporarySite.page(),
        ])
        #expect(found.map(\.id) == ["alias.collision"])
    }

    @Test(arguments: [
        ["Content/heart.md": "---\ntitle: A\n---\n", "Content/heart": "a file"],
        ["Content/!!!.md": "---\ntitle: A\n---\n", "Content/index.md": "---\ntitle: Home\n---\n"],
        ["Content/a.md": "---\ntitle: A\ntags: [\"!!!\"]\n---\n"],
        ["Content/a.md": "---\ntitle: A\n---\n", "Content/site.json": "{}"],
        ["Content/a.md": "---\ntitle: A\n---\n", "Content/feed.xml": "x"],
        ["Content/a.md": "---\ntitle: A\n---\n", "Public/site.json": "x"],
    ])
    func oneFileIsNeverWrittenTwice(_ files: [String: String]) async throws {
        let found = try await Checking.diagnostics(files)
        #expect(found.contains { $0.severity == .error }, "\(files.keys.sorted())")
    }

    /// Else nothing would be told before the files are written.
    @Test(arguments: [
        ("Content/a.md", TemporarySite.page("A", "aliases: [/site.css/]"), "alias.collision"),
        ("Content/a.md", TemporarySite.page("A", "aliases: [/search/index.bin]"), "alias.collision"),
        ("Public/site.css/a", "", "slug.collision"), ("Public/search/index.bin", "", "slug.collision"),
        ("Public/es/search/index.bin", "", "slug.collision"), ("Content/css/base.css", "", "slug.collision"),
    ])
    func filesThatTheSiteMakesAreTaken(_ path: String, _ text: String, _ id: String) async throws {
        let found = try await Checking.diagnostics([
            "Content/index.md": TemporarySite.page(), "Content/b.es.md": TemporarySite.page("B"), path: text,
        ])
        #expect(found.filter { $0.file == path }.map(\.id) == [id], "\(found.map(\.message))")
    }

    @Test(arguments: ["Public/site.css", "Public/css/base.css", "Public/robots.txt"])
    func theThemesFilesGiveWayToTheSites(_ path: String) async throws {
        let found = try await Checking.diagnostics(["Content/index.md": TemporarySite.page(), path: "a {}"])
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    /// A page at the address of a section that has no page of its own is that page.
    @Test func articleStandsForItsSection() async throws {
        let site = try TemporarySite([
            "Content/safety.md": TemporarySite.page("A", body: "The article.\n"),
            "Content/safety/x.md": TemporarySite.page("X"),
        ])
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.isEmpty)
        #expect(try site.built().text("safety/index.html").contains("The article."))
        #expect(try site.built().contains("safety/x/index.html"))
    }

    @Test func lostAddressesAreMarked() async throws {
        try await expect(
            "url.lost",
            toMark: [
                "Content/Data/urls.txt":
                    "# kept\n/\n/a/\n/a\n\n⟦/gone/⟧\n/old/\n/withdrawn/\n⟦/draft/⟧\n⟦/expired/⟧\n/a-z/\n/s/\n",
                "Content/index.md": TemporarySite.page(),
                "Content/a.md": TemporarySite.page("A", "aliases: [/old/]"),
                "Content/withdrawn.md": TemporarySite.page("W", "withdrawn: {date: 2026-01-01}"),
                "Content/draft.md": TemporarySite.page("D", "draft: true"),
                "Content/s/x.md": TemporarySite.page(),
                "Content/expired.md": TemporarySite.page("E", "expiryDate: 2026-01-01"),
            ])
    }

    @Test func publishedAddressesAreCompared() async throws {
        let site = try await Checking.site([
            "Content/Data/urls.txt": "/a/\r\n/gone/\r\n", "Content/a.md": TemporarySite.page("A"),
            "Content/b.md": TemporarySite.page("B", "aliases: [/old.html]"),
            "Content/c.md": TemporarySite.page("C", "draft: true"),
        ])
        let addresses = PublishedAddresses(of: site)
        #expect(addresses.now == ["/a/", "/b/", "/old.html"])
        #expect(addresses.added == ["/b/", "/old.html"])
        #expect(addresses.lost == ["/gone/"])
    }
}
