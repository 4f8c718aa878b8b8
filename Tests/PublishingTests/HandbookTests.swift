import Foundation
import TestSupport
import Testing

@testable import Publishing

/// All articles of a health site on one page.
struct HandbookTests {
    private static let settings =
        "title: T\nbaseURL: https://example.org/g/\nprofile: health\nsections: [b, a]\nchecks: {readability: off}\n"

    private static let files = [
        "Content/Data/crisis.yaml": """
        message: "Need help? {lines} It passes."
        lines: [{country: US, name: Line, call: "988", verifiedOn: 2026-11-20, sourceURL: https://example.org}]
        """,
        "Content/Data/references.json": """
        [{"id": "r", "type": "book", "title": "R", "publisher": "P", "issued": {"date-parts": [[2020]]}}]
        """,
        "Content/Data/glossary.csv": "term,aliases,definition,category\nzebra,,An animal,\n",
        "Content/index.md": TemporarySite.page("Home", "description: D\ndate: 2026-01-01"),
        "Content/a/one.md": TemporarySite.page(
            "One", "description: D\ndate: 2026-01-01\nharms: [\"Bad [@r]\"]",
            body: "A zebra [@r].\n\n## Part\n\n[here](#part) [there](../b/two.md#part) [top](../b/two.md) "
                + "[section](../b/index.md) [out](https://example.com/#x)\n"),
        "Content/a/gone.md": TemporarySite.page(
            "Gone", "description: D\ndate: 2026-01-01\nwithdrawn: {date: 2026-02-02, reason: x}"),
        "Content/b/index.md": TemporarySite.page("Second", "description: D\ndate: 2026-01-01"),
        "Content/b/two.md": TemporarySite.page(
            "Two", "description: D\ndate: 2026-01-01",
            body: "Zebra [@r].\n\n## Part\n\n### B\n\n#### C\n\n##### D\n\n###### Deep\n\nEnd.\n"),
    ]

    private func handbook(_ changes: [String: String] = [:], settings: String = settings) async throws
        -> String
    {
        try await built(changes, settings: settings).text("handbook/index.html")
    }

    private func built(_ changes: [String: String], settings: String = settings) async throws -> Tree {
        let site = try TemporarySite(Self.files.merging(changes) { $1 }, settings: settings)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        return try site.built()
    }

    @Test func aTranslationTellsTheDayInItsLanguage() async throws {
        let page = TemporarySite.page("Uno", "description: D\ndate: 2026-01-01")
        let html = try await built(["Content/a/one.es.md": page]).text("es/handbook/index.html")
        #expect(html.contains("23 de noviembre de 2026") && !html.contains("23 November 2026"))
    }

    private func values(of name: String, in html: String) -> [String] {
        html.split(separator: " \(name)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test func articlesStandInTheOrderOfNavigation() async throws {
        let html = try await handbook()
        let places = ["id=\"b.two\"", "id=\"a.one\""].compactMap { html.range(of: $0)?.lowerBound }
        #expect(places.count == 2 && places == places.sorted())
        #expect(!html.contains("Gone"))
        #expect(html.contains("Not yet reviewed by a clinician") && html.contains("does not replace advice"))
        #expect(html.contains("tel:988") && html.contains("23 November 2026"))
        #expect(
            html.contains("<h2 id=\"a.one:article-title\">One</h2>")
                && html.contains("<h3 id=\"a.one:part\">Part</h3>"))
        #expect(html.contains("<h6 id=\"b.two:deep\">Deep</h6>") && html.contains("<h3>Possible harms</h3>"))
    }

    @Test func idsAreUniqueAndLinksStayWithin() async throws {
        let html = try await handbook()
        let ids = values(of: "id", in: html)
        #expect(Set(ids).count == ids.count, "\(ids)")
        for link in values(of: "href", in: html) where link.hasPrefix("#") {
            #expect(ids.contains(String(link.dropFirst())), "\(link)")
        }
        for name in ["aria-labelledby", "aria-describedby"] {
            for id in values(of: name, in: html).flatMap({ $0.split(separator: " ") }) {
                #expect(ids.contains(String(id)), "\(name) \(id)")
            }
        }
        let names = values(of: "aria-labelledby", in: html)
        #expect(names.contains("a.one:article-title a.one:reference-list") && Set(names).count == names.count)
        for link in ["#a.one:part", "#b.two:part", "#b.two", "/g/b/", "https://example.com/#x"] {
            #expect(html.contains("<a href=\"\(link)\">"), "\(link)")
        }
        #expect(ids.contains("a.one:ref-1") && ids.contains("b.two:ref-1") && ids.contains("term-zebra"))
    }

    @Test func aChangedPageIsChangedInIt() async throws {
        let site = try TemporarySite(Self.files, settings: Self.settings)
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        try site.write(
            TemporarySite.page("Two", "description: D\ndate: 2026-01-01", body: "Quite new.\n"),
            to: "Content/b/two.md")
        try site.write(
            TemporarySite.page("One", "description: D\ndate: 2026-01-01", body: "As new.\n"),
            to: "Content/a/one.md")
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let html = try site.built().text("handbook/index.html")
        #expect(html.contains("Quite new.") && html.contains("As new."))
    }

    @Test func plainSitesHaveNone() async throws {
        #expect(try await handbook(settings: "title: T\n").isEmpty)
    }

    @Test func itsAddressIsTaken() async throws {
        var files = Self.files
        files["Content/handbook/index.md"] = TemporarySite.page("Mine", "description: D\ndate: 2026-01-01")
        let site = try TemporarySite(files, settings: Self.settings)
        #expect(try await Checking.diagnostics(site).map(\.id).contains("slug.collision"))
    }
}
