import Foundation
import Search
import TestSupport
import Testing

@testable import Publishing

/// who reads of suicide finds help beside it.
struct CrisisInTextTests {
    private static let crisis = """
        message: "Help {lines}"
        lines: [{country: US, name: Line, call: "988", verifiedOn: 2026-11-20, sourceURL: https://example.org}]
        """

    private static func html(_ body: String, front: String = "", at file: String = "Content/a/x.md")
        async throws -> Tree
    {
        let front = "description: D\ndate: 2026-01-01" + (front.isEmpty ? "" : "\n" + front)
        let site = try TemporarySite(
            HealthSite.data.merging([
                "Content/Data/crisis.yaml": crisis, "Content/a/other.md": TemporarySite.page("O", front),
                file: TemporarySite.page("X", front, body: body),
            ]) { $1 }, settings: "title: T\nbaseURL: https://example.org/\nprofile: health\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics.map(\.message))")
        return try site.built()
    }

    private static let block = "<section class=\"crisis-block\""

    @Test(arguments: [
        "Thoughts of suicide can pass.", "A *suicidal* person.", "- One\n- Self-harm", "> SUICIDE",
        "Words.\n\nOf suicide.",
        "| A |\n| --- |\n| suicide |",
    ])
    func theBlockFollowsThePartThatSpeaksOfIt(_ words: String) async throws {
        let html = try await Self.html(
            "## One\n\nFirst.\n\n## Two\n\n\(words)\n\nAfter.\n\n## Three\n\nLast.\n"
        )
        .text("a/x/index.html")
        let parts = html.components(separatedBy: Self.block)
        #expect(parts.count == 2)
        #expect(parts[0].contains("<p>After.</p>") && !parts[0].contains("id=\"three\""))
        #expect(parts[1].contains("<p>Last.</p>") && parts[1].contains("tel:988"))
    }

    @Test func elsewhereItClosesThePage() async throws {
        let html = try await Self.html(
            "## One\n\nSuicidology is a word, and so is this.\n".replacing("Suicid", with: "Ic")
        )
        .text("a/x/index.html")
        let parts = html.components(separatedBy: Self.block)
        #expect(parts.count == 2 && parts[0].contains("</article>"))
    }

    @Test func aSectionsOwnTextHasIt() async throws {
        let html = try await Self.html("Of suicide.\n\n## More\n\nWords.\n", at: "Content/a/index.md").text(
            "a/index.html")
        let parts = html.components(separatedBy: Self.block)
        #expect(parts.count == 2 && !parts[0].contains("id=\"more\"") && parts[1].contains("id=\"more\""))
    }

    /// Once at the beginning is enough for all its articles.
    @Test func theHandbookHasItOnce() async throws {
        let tree = try await Self.html("Of suicide.\n")
        #expect(tree.text("handbook/index.html").components(separatedBy: Self.block).count == 2)
    }

    @Test func noWordOfTheLinesIsFoundBySearching() async throws {
        let site = try TemporarySite(
            HealthSite.data.merging([
                "Content/Data/crisis.yaml": Self.crisis,
                "Content/a/x.md": TemporarySite.page(
                    "X", "description: D\ndate: 2026-01-01", body: "Of suicide.\n"),
            ]) { $1 }, settings: "title: T\nprofile: health\n")
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let reader = try SearchReader(folder: site.path + "/_site/search")
        #expect(try reader.query("988 ").total == 0 && reader.query("suicide ").total == 1)
    }
}
