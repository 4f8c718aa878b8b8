import Markup
import TestSupport
import Testing

@testable import Publishing

struct LinkTests {
    /// A site with a page for each kind of place.
    private static let site = [
        "Content/index.md": TemporarySite.page("Home"),
        "Content/safety/index.md": TemporarySite.page("Safety"),
        "Content/safety/heart.md": TemporarySite.page("Heart", body: "## What helps?\n\nWords.\n"),
        "Content/safety/lungs/index.md": TemporarySite.page("Lungs"),
        "Content/safety/lungs/scan.png": "no image", "Content/safety/leaflet.pdf": "pdf",
        "Content/evidence/trial one.md": TemporarySite.page("Trial"),
        "Content/evidence/café.md": TemporarySite.page("Café"),
        "Content/evidence/draft.md": TemporarySite.page("Draft", "draft: true"),
        "Content/evidence/renamed.md": TemporarySite.page("Renamed", "slug: another\ntags: [a tag]"),
        "Content/Data/urls.txt": "", "Public/logo.svg": "<svg></svg>",
    ]

    private func expectLinks(
        _ id: String, _ markdown: String, in path: String = "Content/safety/x.md",
        severity: Diagnostic.Severity = .error, location: SourceLocation = #_sourceLocation
    ) async throws {
        let page = TemporarySite.page("X", body: markdown)
        try await expect(
            id, toMark: Self.site.merging([path: page]) { $1 }, severity: severity, location: location)
    }

    @Test(arguments: [
        ("heart.md", "/safety/heart/"), ("./heart.md", "/safety/heart/"),
        ("../safety/heart.md", "/safety/heart/"),
        ("heart.md#what-helps", "/safety/heart/#what-helps"), ("heart.md?a=1&b", "/safety/heart/?a=1&amp;b"),
        ("../index.md", "/"), ("index.md", "/safety/"), (".", "/safety/"), ("../evidence", "/evidence/"),
        ("../evidence/", "/evidence/"), ("lungs/", "/safety/lungs/"), ("lungs/index.md", "/safety/lungs/"),
        ("lungs", "/safety/lungs/"), ("heart", "/safety/heart/"), ("heart/", "/safety/heart/"),
        ("/safety/heart/", "/safety/heart/"), ("/safety/heart", "/safety/heart/"),
        ("/safety/heart.md", "/safety/heart/"),
        ("/", "/"), ("/a-z/", "/a-z/"), ("/tags/a-tag/", "/tags/a-tag/"),
        ("/evidence/another/", "/evidence/another/"),
        ("../evidence/renamed.md", "/evidence/another/"),
        ("../evidence/trial%20one.md", "/evidence/trial-one/"),
        ("<../evidence/trial one.md>", "/evidence/trial-one/"),
        ("../evidence/café.md", "/evidence/caf%C3%A9/"),
        ("../evidence/caf%C3%A9.md", "/evidence/caf%C3%A9/"), ("leaflet.pdf", "/safety/leaflet.pdf"),
        ("lungs/scan.png", "/safety/lungs/scan.png"), ("/logo.svg", "/logo.svg"), ("#here", "#here"),
        ("https://example.org/x.md", "https://example.org/x.md"), ("mailto:a@b.c", "mailto:a@b.c"),
        ("//example.org/x", "//example.org/x"), ("#top", "#top"), ("", ""),
        ("/safety/leaflet.pdf", "/safety/leaflet.pdf"), ("/feed.xml", "/feed.xml"),
        ("/site.css", "/site.css"),
        ("/sitemap.xml", "/sitemap.xml"), ("/site.json", "/site.json"),
    ])
    func linkBecomesAnAddress(_ written: String, _ address: String) async throws {
        var files = Self.site.merging(TemporarySite.plainTheme) { $1 }
        files["Content/safety/x.md"] = TemporarySite.page("X", body: "[a](\(written))\n\n## Here\n")
        let site = try TemporarySite(files)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.isEmpty)
        let html = try site.built().text("safety/x/index.html")
        #expect(html.contains("<a href=\"\(address)\">a</a>"), "\(html)")
    }

    @Test(arguments: ["..", "../", "./.."])
    func linkToTheHomePagesFolderIsFound(_ written: String) async throws {
        let found = try await Checking.diagnostics(
            Self.site.merging(["Content/safety/x.md": TemporarySite.page("X", body: "[a](\(written))\n")]) {
                $1
            })
        #expect(found.isEmpty)
    }

    @Test(arguments: [
        "See ⟦[a](nowhere.md)⟧.", "⟦[a](../../outside.md)⟧", "⟦[a](../../../../etc/passwd.md)⟧",
        "> ⟦[a](no.md)⟧",
        "⟦[a](../evidence/draft.md)⟧", "⟦[a](/evidence/draft/)⟧", "⟦[a](/nowhere/)⟧", "⟦[a](%2e%2e/no.md)⟧",
        "⟦[a](../Data/x.md)⟧", "⟦[a](no.md)⟧ and ⟦[b](never.md)⟧", "⟦[a](nowhere/)⟧", "⟦[a](%00.md)⟧",
        "⟦[a][r]⟧\n\n[r]: no.md",
        "⟦[a](/../x.md)⟧",
    ])
    func linkToNoPageIsMarked(_ markdown: String) async throws {
        try await expectLinks("link.missing-page", markdown)
    }

    @Test(arguments: [
        "⟦[a](no.pdf)⟧", "⟦[a](../../materia.yaml)⟧", "⟦[a](../../../../../../etc/passwd)⟧",
        "⟦[a](../Data/urls.txt)⟧",
        "⟦[a](/no.pdf)⟧", "⟦[a](/../materia.yaml)⟧", "⟦[a](..%2F..%2F..%2Fetc/passwd)⟧",
        "⟦[a](/Content/safety/leaflet.pdf)⟧",
    ])
    func linkToNoFileIsMarked(_ markdown: String) async throws {
        try await expectLinks("link.missing-file", markdown)
    }

    @Test(arguments: [
        "⟦[a](Heart.md)⟧", "⟦[a](../Safety/heart.md)⟧", "⟦[a](leaflet.PDF)⟧", "⟦[a](/LOGO.svg)⟧",
        "⟦[a](/Safety/heart.md)⟧",
    ])
    func linkInAnotherLetterCaseIsMarked(_ markdown: String) async throws {
        try await expectLinks("link.case", markdown)
    }

    @Test(arguments: [
        "⟦[a](heart.md#what-help)⟧", "⟦[a](#nowhere)⟧", "⟦[a](heart.md#What-helps)⟧",
        "⟦[a](/safety/heart/#x)⟧", "> - ⟦[a](#b)⟧",
    ])
    func linkToNoHeadingIsMarked(_ markdown: String) async throws {
        try await expectLinks("link.missing-anchor", markdown)
    }

    @Test(arguments: [
        "⟦![a](no.png)⟧", "⟦![a](heart.md)⟧", "⟦![a](../../x.png)⟧", "⟦![a]()⟧",
        "⟦![a](//example.org/b.png)⟧",
    ])
    func missingImageIsMarked(_ markdown: String) async throws {
        try await expectLinks("image.missing", markdown)
    }

    @Test(arguments: ["⟦![](lungs/scan.png)⟧", "⟦![ ](lungs/scan.png)⟧"])
    func imageWithoutAnAlternativeIsMarked(_ markdown: String) async throws {
        try await expectLinks("image.no-alternative", markdown)
    }

    @Test(arguments: [
        "⟦[a](javascript:alert(1))⟧", "⟦[a](JavaScript:x)⟧", "⟦<javascript:x>⟧", "⟦![a](data:text/html,x)⟧",
        "⟦[a](vbscript:x)⟧",
        "⟦[a](file:///etc/passwd)⟧", "⟦[a](&#106;avascript:x)⟧", "⟦[a](blob:x)⟧",
    ])
    func unsafeAddressIsLeftOut(_ markdown: String) async throws {
        try await expectLinks("link.unsafe", markdown, severity: .warning)
    }

    @Test(arguments: [
        ("heat.md", "write 'heart.md'"), ("../safty/heart.md", "write 'heart.md'"),
        ("../heart.md", "write 'heart.md'"),
        ("heart.md#what-hepls", "write '#what-helps'"), ("leaflt.pdf", "write 'leaflet.pdf'"),
        ("/safety/haert/", "write '/safety/heart/'"),
        ("Heart.md", "write it as the file is called: 'heart.md'"),
    ])
    func helpNamesTheNearest(_ written: String, _ help: String) async throws {
        let page = TemporarySite.page("X", body: "[a](\(written))\n")
        let found = try await Checking.diagnostics(Self.site.merging(["Content/safety/x.md": page]) { $1 })
        #expect(found.map(\.help) == [help])
    }

    @Test func linksInFrontMatterAreChecked() async throws {
        try await expect(
            "link.missing-page",
            toMark: [
                "Content/x.md":
                    "---\ntitle: a\nmainMessage: See ⟦[a](no.md)⟧\nbenefits: [ok, \"⟦[b](no.md)⟧\"]\n---\n\n⟦[c](no.md)⟧\n"
            ])
    }

    @Test func replacementOfAWithdrawnPageIsChecked() async throws {
        let page = TemporarySite.page("A", "withdrawn: {date: 2026-01-01, replacement: nowhere.md}")
        let found = try await Checking.diagnostics(["Content/x.md": page])
        #expect(found.map(\.id) == ["link.missing-page"])
    }

    /// A link between two pages that readers cannot reach is sound; it is not once one of them can.
    @Test func draftsMayLinkToDrafts() async throws {
        let draft = TemporarySite.page("A", "draft: true", body: "[a](y.md)\n")
        #expect(try await Checking.diagnostics(["Content/x.md": draft, "Content/y.md": draft]).isEmpty)
        let published = TemporarySite.page("A", body: "[a](y.md)\n")
        let found = try await Checking.diagnostics(["Content/x.md": published, "Content/y.md": draft])
        #expect(found.map(\.id) == ["link.missing-page"])
    }

    @Test func draftsAreCheckedLikeTheRest() async throws {
        try await expect(
            "link.missing-page", toMark: ["Content/x.md": "---\ntitle: a\ndraft: true\n---\n\n⟦[a](no.md)⟧\n"]
        )
    }

    @Test func linkToAWithdrawnPageIsAWarning() async throws {
        try await expect(
            "link.withdrawn",
            toMark: [
                "Content/x.md": TemporarySite.page("X", body: "⟦[a](y.md)⟧\n"),
                "Content/y.md": TemporarySite.page("Y", "withdrawn: {date: 2026-01-01}"),
            ], severity: .warning)
    }

    @Test func linksAreUnderTheBaseURLsPath() async throws {
        let files = [
            "Content/x.md": TemporarySite.page("X", body: "[a](y.md#top) [b](/y/) [c](#top) ![d](/a.svg)\n"),
            "Content/y.md": TemporarySite.page("Y"), "Public/a.svg": "<svg width=\"3\" height=\"4\"></svg>",
        ].merging(TemporarySite.plainTheme) { $1 }
        let site = try TemporarySite(files, settings: "title: T\nbaseURL: https://example.org/guide\n")
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let html = try site.built().text("x/index.html")
        #expect(
            html.hasSuffix(
                "<p><a href=\"/guide/y/#top\">a</a> <a href=\"/guide/y/\">b</a> <a href=\"#top\">c</a> "
                    + "<img src=\"/guide/a.svg\" alt=\"d\" width=\"3\" height=\"4\" loading=\"lazy\" /></p>\n"
            ), "\(html)")
    }

    /// '?' and '#' in a file's name are no query and no fragment.
    @Test(arguments: ["a%3Fb.txt", "a%23b.txt", "100%25.txt"])
    func oddFileNamesStayReachable(_ written: String) async throws {
        var files = TemporarySite.plainTheme
        for name in ["a?b.txt", "a#b.txt", "100%.txt"] { files["Content/\(name)"] = "x" }
        files["Content/x.md"] = TemporarySite.page("X", body: "[a](\(written))\n")
        let site = try TemporarySite(files)
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let html = try site.built().text("x/index.html")
        #expect(html.contains("href=\"/\(written)\""), "\(html)")
    }
}
