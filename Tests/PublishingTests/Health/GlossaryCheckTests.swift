import Markup
import TestSupport
import Testing

@testable import Publishing

/// Readers meet the glossary's words on every page that has its terms.
struct GlossaryCheckTests {
    @Test(arguments: [
        ("A miracle cure.", ["wording.banned", "wording.banned"]),
        ("He committed suicide.", ["suicide.wording"]),
        ("Take 50 mg.", ["dose.outside-study-detail"]),
        ("Ketamine is approved for depression.", ["approval.misused"]),
        ("It is no cure, and not approved for depression. In the US call 988.", []),
        ("An effective drug.", []),
    ])
    func definitionsAreHeldToTheRules(_ definition: String, _ ids: [String]) async throws {
        let page = TemporarySite.page("X", "description: D\ndate: 2026-01-01")
        let site = try TemporarySite(
            HealthSite.data.merging([
                "Content/Data/glossary.csv":
                    "term,aliases,definition,category\nketamine,,\"\(definition)\",drug\nword,,Fine,\n",
                "Content/a/x.md": page,
            ]) { $1 }, settings: "title: T\nprofile: health\n")
        let told = try await Checking.diagnostics(site)
        #expect(told.map(\.id) == ids)
        #expect(
            told.allSatisfy { $0.file == Glossary.path && $0.range.start == Position(line: 2, column: 11) })
    }
}
