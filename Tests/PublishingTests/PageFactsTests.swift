import Markup
import TestSupport
import Testing

@testable import Publishing

/// What stands near the title of a page: how long it takes to read, and whether a translation is old.
struct PageFactsTests {
    @Test(arguments: [
        ("One *two*three four.\n", 3), ("- a\n- b\n", 2), ("`code here`\n\n# Head\n", 3), ("", 0),
        ("[a link](x.md) and\nmore", 4), ("eightchr eightchr  é and longer words\n", 6),
        ("| a | b |\n|---|---|\n| c | d |\n", 4),
    ])
    func wordsAreCounted(_ text: String, _ count: Int) {
        #expect(Parser().parse(Array(text.utf8)).wordCount == count)
    }

    @Test func minutesAreRoundedUp() {
        #expect(ReadingTime.minutes(words: 200, language: "en") == 1)
        #expect(ReadingTime.minutes(words: 201, language: "en") == 2)
        #expect(ReadingTime.minutes(words: 0, language: "en") == nil)
        #expect(ReadingTime.minutes(words: 900, language: "zh-Hant") == nil)
    }

    @Test func articlesTellTheTime() async throws {
        let long = String(repeating: "word ", count: 701)
        let site = try TemporarySite([
            "Content/index.md": TemporarySite.page("Home", body: long),
            "Content/a/long.md": TemporarySite.page("Long", body: long),
            "Content/a/short.md": TemporarySite.page("Short"),
        ])
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let tree = try site.built()
        #expect(tree.text("a/long/index.html").contains("About 4 minutes to read"))
        #expect(tree.text("a/short/index.html").contains("About 1 minute to read"))
        #expect(!tree.text("index.html").contains("to read"))
    }

    /// Dates of the page and of its translation.
    @Test(arguments: [
        ("date: 2026-02-01", "date: 2026-01-31", true),
        ("date: 2026-02-01", "date: 2026-02-01", false),
        ("date: 2026-01-01\nupdated: 2026-03-01", "date: 2026-02-01", true),
        ("date: 2026-01-01\nchanges: [{date: 2026-04-01, note: x}]", "updated: 2026-03-01", true),
        ("date: 2026-01-01\nupdated: 2026-03-01", "date: 2026-02-01\nlastReviewed: 2026-03-02", false),
        ("date: 2026-01-01\nlastReviewed: 2026-09-01", "date: 2026-02-01", false),
        ("date: 2026-02-01", "weight: 1", false), ("weight: 1", "date: 2026-02-01", false),
        ("date: 2026-02-01\ndraft: true", "date: 2026-01-01", false),
    ])
    func translationsThatAreOldSaySo(_ source: String, _ translation: String, _ isOld: Bool) async throws {
        let reviewed = "\nreviewedBy: [{name: N, credentials: C, role: clinical}]"
        let site = try TemporarySite([
            "Content/a/page.md": TemporarySite.page(
                "Page", source + (source.contains("Reviewed") ? reviewed : "")),
            "Content/a/page.es.md": TemporarySite.page(
                "Hoja", translation + (translation.contains("Reviewed") ? reviewed : "")),
        ])
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        let tree = try site.built()
        let banner = "La página original ha cambiado desde que se hizo esta traducción."
        #expect(tree.text("es/a/page/index.html").contains(banner) == isOld)
        #expect(tree.text("es/a/page/index.html").contains("href=\"/a/page/\" hreflang=\"en\">Ver") == isOld)
        #expect(!tree.text("a/page/index.html").contains(banner))
    }

    @Test func languagesNameOneAnother() async throws {
        let site = try TemporarySite(
            [
                "Content/a/page.md": TemporarySite.page("Page"),
                "Content/a/page.es.md": TemporarySite.page("Hoja"),
                "Content/a/alone.md": TemporarySite.page("Alone", "tags: [t]"),
            ], settings: "title: T\nbaseURL: https://example.org/g/\n")
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let tree = try site.built()
        for file in ["a/page/index.html", "es/a/page/index.html"] {
            for (language, path) in [("en", "a/page/"), ("es", "es/a/page/"), ("x-default", "a/page/")] {
                let link =
                    "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"https://example.org/g/\(path)\">"
                #expect(tree.text(file).contains(link), "\(file) \(language)")
            }
        }
        let alone = tree.text("a/alone/index.html")
        #expect(!alone.contains("hreflang"))
        #expect(tree.text("es/a/page/index.html").contains("property=\"og:locale\" content=\"es\""))
    }

    @Test func nothingIsPrintedWhereThereIsNothing() async throws {
        let site = try TemporarySite(["Content/a/alone.md": TemporarySite.page("Alone")])
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let text = try site.built().text("a/alone/index.html")
        for name in ["translations", "pager", "tags", "related"] {
            #expect(!text.contains("class=\"\(name)\""), "\(name)")
        }
    }
}
