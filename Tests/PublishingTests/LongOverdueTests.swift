import TestSupport
import Testing

@testable import Publishing

/// R-12's last step: a page whose review is 90 days past.
struct LongOverdueTests {
    /// Due on 2026-01-01.
    private static let old = TemporarySite.page(
        "Old words",
        "description: About it\nkind: safety\ntags: [heart]\nlastReviewed: 2025-01-01\n"
            + "reviewedBy: [{name: Ana Ruiz, credentials: MD, role: clinical}]\ndate: 2025-01-01",
        body: "Heartbeat.\n")

    private func built(on day: String, profile: String = "health") async throws -> Tree {
        let site = try TemporarySite(
            [
                "Content/safety/old.md": Self.old,
                "Content/safety/new.md": TemporarySite.page("New", "description: D\ndate: 2025-01-01"),
                CrisisData.path: "message: Help\nlines: [{name: A, call: \"1\", verifiedOn: \(day), "
                    + "sourceURL: \"https://a.org\"}]\n",
            ],
            settings:
                "title: T\nprofile: \(profile)\nbaseURL: https://example.org\nchecks: {review: warning}\n")
        let date = try #require(CalendarDate(day))
        let outcome = try await Pipeline(site: site.path, date: date).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        return try site.built()
    }

    private static let lists = [
        "index.html", "safety/index.html", "a-z/index.html", "updates/index.html", "feed.xml", "sitemap.xml",
        "safety/new/index.html",
    ]

    private func mentions(_ tree: Tree) -> [String] {
        Self.lists.filter { tree.text($0).contains("safety/old/") }
    }

    @Test(arguments: [
        ("2025-12-31", true, false), ("2026-01-01", true, true), ("2026-03-31", true, true),
        ("2026-04-01", false, true),
    ])
    func itLeavesListsAndKeepsItsAddress(_ day: String, _ isListed: Bool, _ hasBanner: Bool) async throws {
        let tree = try await built(on: day)
        #expect(mentions(tree).isEmpty == !isListed)
        let page = tree.text("safety/old/index.html")
        #expect(page.contains("This page is out of date") == hasBanner)
        #expect(page.contains("noindex") == !isListed)
        #expect(tree.paths.contains("tags/heart/index.html") == isListed)
        #expect(tree.text("site.json").contains("/safety/old/"))
    }

    @Test func searchDoesNotFindIt() async throws {
        for (day, isFound) in [("2026-03-31", true), ("2026-04-01", false)] {
            let site = try await Checking.site(
                ["Content/safety/old.md": Self.old], settings: "title: T\nprofile: health\n",
                date: try #require(CalendarDate(day)))
            #expect(site.pages.map(site.isSearched) == [isFound])
        }
    }

    @Test func plainSitesKeepTheirPages() async throws {
        #expect(try await !mentions(built(on: "2027-04-01", profile: "plain")).isEmpty)
    }
}
