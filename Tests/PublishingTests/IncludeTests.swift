import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Other files' text within a page: a part of it like the rest.
struct IncludeTests {
    private static let block = "```include\nfile: _part.md\n```\n"

    private static func site(_ part: String, page: String = block, more: [String: String] = [:]) throws
        -> TemporarySite
    {
        let pages = [
            "Content/a/_part.md": part,
            "Content/a/x.md": TemporarySite.page("X", "description: D\ndate: 2026-01-01", body: page),
        ]
        return try TemporarySite(
            HealthSite.data.merging(pages) { $1 }.merging(more) { $1 },
            settings: "title: T\nprofile: health\n")
    }

    /// At the block: what stands there is what is wrong.
    @Test(arguments: [
        ("It is a miracle.", "wording.banned"), ("He committed suicide.", "suicide.wording"),
        ("Take 0.5 mg/kg.", "dose.outside-study-detail"), ("Words [@nobody2020].", "citation.unknown"),
        ("Ketamine is approved for depression.", "approval.misused"),
    ])
    func theHealthRulesHoldInIt(_ part: String, _ id: String) async throws {
        let told = try await Checking.diagnostics(Self.site(part + "\n")).filter { $0.severity == .error }
        #expect(told.map(\.id) == [id])
        #expect(
            told.map { "\($0.file):\($0.range.start.line):\($0.range.start.column)" } == [
                "Content/a/x.md:8:7"
            ])
    }

    @Test func itsFindingsAreShownAndItsIDsAreItsOwn() async throws {
        let part =
            "## Part\n\nWords.[^1]\n\n[^1]: Inner.\n\n```finding\n\(BlockSamples.finding(["certainty": "low"]))```\n"
        let references = """
            [{"id": "a2020", "type": "book", "title": "T"}, {"id": "doe2021review", "type": "book", "title": "R"},
             {"id": "roe2019", "type": "book", "title": "S"}]
            """
        let site = try Self.site(
            part, page: "Words.[^1]\n\n\(Self.block)\n\(Self.block)\n[^1]: Outer.\n",
            more: ["Content/Data/references.json": references])
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics.map(\.message))")
        let html = try site.built().text("a/x/index.html")
        #expect(html.components(separatedBy: "class=\"finding finding-low\"").count == 3)
        #expect(html.contains("id=\"part-1-part\"") && html.contains("href=\"#part-2-fn-1\""))
        let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count, "\(ids)")
    }

    @Test func whatIsNotPublishedIsNotShownByOthers() async throws {
        let draft = TemporarySite.page(
            "D", "description: D\ndate: 2026-01-01\ndraft: true", body: "Hidden.\n")
        let site = try Self.site(
            "Words.\n", page: "```include\nfile: draft.md\n```\n", more: ["Content/a/draft.md": draft])
        #expect(try await Checking.diagnostics(site).map(\.id) == ["link.missing-page"])
    }
}
