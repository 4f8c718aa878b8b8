import TestSupport
import Testing

@testable import Publishing

/// On a page whose language the theme has no words in, each of the words that stand there instead says what it is in.
struct LanguageOfPartsTests {
    private static let settings =
        "title: T\nbaseURL: https://example.org/g/\nprofile: health\nchecks: {readability: off}\n"
    private static let front =
        "description: D\ndate: 2026-01-01\nmainMessage: M\naction: A\nbenefits: [b]\nharms: [h]\nunknowns: [u]\n"
        + "alternatives: [No change for now]\nwhoShouldNot: [w]\naskYourClinic: [q]"
    private static let body = "## One\n\nText.\n\n## Two\n\n> [!NOTE]\n> Text.\n"

    private static let crisis = """
        message: "Help {lines}"
        lines: [{country: US, name: Line, call: "988", verifiedOn: 2026-11-20, sourceURL: https://example.org}]
        """

    private func built() async throws -> Tree {
        let site = try TemporarySite(
            [
                "Content/Data/crisis.yaml": Self.crisis, "Content/Data/crisis.es.yaml": Self.crisis,
                "Content/a/page.md": TemporarySite.page("Page", Self.front, body: Self.body),
                "Content/a/page.fr.md": TemporarySite.page("Une page", Self.front, body: Self.body),
                "Content/a/page.es.md": TemporarySite.page("Una página", Self.front, body: Self.body),
            ], settings: Self.settings)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        return try site.built()
    }

    private static func span(_ words: String) -> String { "<span lang=\"en\" dir=\"auto\">\(words)</span>" }

    @Test(arguments: [
        "The main point", "Possible benefits", "Possible harms", "What we do not know",
        "Skip to main content",
        "Home page", "About 1 minute to read", "First published", "1 January 2026", "Note", "On this page",
    ])
    func wordsOfTheFrameSayTheirLanguage(_ words: String) async throws {
        let html = try await built().text("fr/a/page/index.html")
        #expect(html.contains("<html lang=\"fr\""))
        #expect(html.contains(Self.span(words)) || html.contains("lang=\"en\" dir=\"auto\">\(words)</p>"))
    }

    @Test func attributesAndTitlesHaveNoElementInThem() async throws {
        let tree = try await built()
        let html = tree.text("fr/a/page/index.html")
        #expect(
            html.contains("aria-label=\"You are here\"") && html.contains("data-label=\"Search this site\""))
        #expect(tree.text("fr/a-z/index.html").contains("<title>A to Z – T</title>"))
        #expect(tree.text("fr/a-z/index.html").contains("<h1>\(Self.span("A to Z"))</h1>"))
        #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test(arguments: ["a/page", "es/a/page", "a-z", "es/a-z"])
    func aPageInALanguageOfTheThemeHasNone(_ page: String) async throws {
        #expect(try await !built().text(page + "/index.html").contains("<span lang=\"en\" dir=\"auto\""))
    }
}
