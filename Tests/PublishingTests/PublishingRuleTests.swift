import Markup
import TestSupport
import Testing

@testable import Publishing

/// Which pages readers get to see, and on which day.
struct PublishingRuleTests {
    private func status(_ frontMatter: String, on day: String) async throws -> Page.Status? {
        let site = try await Checking.site(
            ["Content/x.md": TemporarySite.page("X", frontMatter)], date: try #require(CalendarDate(day)))
        return site.pages.first?.status
    }

    @Test(arguments: [
        ("", "2026-11-23", Page.Status.published), ("draft: true", "2026-11-23", .draft),
        ("draft: false", "2026-11-23", .published),
        ("publishDate: 2026-11-24", "2026-11-23", .future),
        ("publishDate: 2026-11-24", "2026-11-24", .published),
        ("expiryDate: 2026-11-23", "2026-11-23", .published),
        ("expiryDate: 2026-11-23", "2026-11-24", .expired),
        ("publishDate: 2026-01-01\nexpiryDate: 2026-12-31", "2026-06-01", .published),
        ("date: 2030-01-01", "2026-11-23", .published),
        ("withdrawn: {date: 2026-01-01}", "2026-11-23", .withdrawn),
        ("draft: true\nwithdrawn: {date: 2026-01-01}", "2026-11-23", .draft),
        ("draft: true\npublishDate: 2020-01-01", "2026-11-23", .draft),
    ])
    func statusFollowsTheDay(_ frontMatter: String, _ day: String, _ status: Page.Status) async throws {
        #expect(try await self.status(frontMatter, on: day) == status)
    }

    /// A page whose front matter cannot be read is not taken for published, whatever the settings make of the mistake.
    @Test(arguments: [
        "titel: a\ndrafft: true", "title: \"a\ndraft: true", "title: a\ndraft: yes",
        "title: a\ndraft: true\ndraft: true",
        "title: a\npublishDate: 2027-13-01", "title: a\nDraft: true",
    ])
    func mistakesInFrontMatterNeverPublish(_ frontMatter: String) async throws {
        let files = ["Content/x.md": "---\n\(frontMatter)\n---\n\nSecret words.\n"].merging(
            TemporarySite.plainTheme
        ) { $1 }
        let site = try TemporarySite(files, settings: "title: T\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors > 0)
        #expect(try site.built().files.isEmpty)
        try site.write("title: T\nchecks: {key: off, yaml: off, text: off}\n", to: "materia.yaml")
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let built = try site.built()
        #expect(
            !built.files.values.contains { String(decoding: $0, as: UTF8.self).contains("Secret words") })
    }

    @Test func optionsLetPagesThrough() async throws {
        let files = [
            "Content/d.md": TemporarySite.page("D", "draft: true"),
            "Content/f.md": TemporarySite.page("F", "publishDate: 2027-01-01"),
            "Content/e.md": TemporarySite.page("E", "expiryDate: 2025-01-01"),
            "Content/p.md": TemporarySite.page("P"),
        ]
        func built(_ change: (inout BuildOptions) -> Void) async throws -> [String] {
            var options = BuildOptions()
            change(&options)
            let site = try await Checking.site(files, options: options)
            return site.pages.filter(site.isBuilt).map(\.path.stem)
        }
        #expect(try await built { _ in } == ["p"])
        #expect(try await built { $0.drafts = true } == ["d", "p"])
        #expect(try await built { $0.future = true } == ["f", "p"])
        #expect(try await built { $0.expired = true } == ["e", "p"])
    }

    @Test func listsTellReviews() async throws {
        func reviewed(_ day: String) -> String {
            TemporarySite.page(
                "R", "kind: safety\nlastReviewed: \(day)\nreviewedBy: [{name: N, credentials: MD}]")
        }
        let files = [
            "Content/a.md": reviewed("2025-11-22"), "Content/b.md": reviewed("2025-11-23"),
            "Content/c.md": reviewed("2025-12-23"),
            "Content/d.md": reviewed("2025-12-24"), "Content/e.md": TemporarySite.page(),
            "Content/f.md": TemporarySite.page("F", "withdrawn: {date: 2026-01-01}"),
        ]
        let site = try await Checking.site(files)
        func listed(_ choice: PageList.Choice) -> [String] { PageList(choice, of: site).entries.map(\.file) }
        #expect(listed(.overdue) == ["Content/a.md"])
        #expect(listed(.due) == ["Content/a.md", "Content/b.md", "Content/c.md"])
        #expect(listed(.withdrawn) == ["Content/f.md"])
        #expect(listed(.all).count == 6)
    }
}
