import Markup
import TestSupport
import Testing

@testable import Publishing

/// Pages of a health site, one for each example, checked in one go.
struct HealthSite {
    /// What is told of each example, in their order.
    let told: [[Diagnostic]]

    /// - Parameters:
    ///   - examples: bodies of pages.
    ///   - front: more of each page's front matter.
    init(_ examples: [String], front: String = "", data: [String: String] = [:]) async throws {
        try await self.init(pages: examples.map { (front, $0) }, data: data)
    }

    init(pages: [(front: String, body: String)], data: [String: String] = [:]) async throws {
        var files = Self.data.merging(data) { $1 }
        for (index, page) in pages.enumerated() {
            let base = ["title: Page \(index)", "description: Words about a thing", "date: 2026-01-01"].filter
            { line in
                !page.front.contains("\(line.prefix { $0 != ":" }):")
            }
            files["Content/a/p\(index).md"] =
                "---\n\((base + (page.front.isEmpty ? [] : [page.front])).joined(separator: "\n"))\n---\n\n\(page.body)\n"
        }
        let site = try TemporarySite(files, settings: "title: T\nprofile: health\nhtml: allow\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).check()
        told = pages.indices.map { index in
            outcome.diagnostics.filter { $0.file == "Content/a/p\(index).md" }
        }
    }

    /// Holds a rule to what must be told and what must not.
    static func expect(
        _ id: String, in caught: [String], notIn sound: [String], front: String = "",
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let site = try await HealthSite(caught + sound, front: front)
        for (example, told) in zip(caught + sound, site.told) {
            let isTold = told.contains { $0.id == id }
            let isWanted = caught.contains(example)
            #expect(
                isTold == isWanted, "\(isWanted ? "not told" : "told"): \(example) \(told.map(\.message))",
                sourceLocation: location)
        }
    }

    /// Holds a rule to what must be told, and nothing beside it; of what is sound nothing is told.
    static func expectOnly(
        _ id: String, in caught: [String], notIn sound: [String], front: String = "",
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let site = try await HealthSite(caught + sound, front: front)
        for (index, example) in (caught + sound).enumerated() {
            let told = Set(
                site.told[index].map(\.id).filter { areas.contains(String($0.prefix { $0 != "." })) })
            let wanted: Set<String> = index < caught.count ? [id] : []
            #expect(
                told == wanted, "told \(told.sorted()) of: \(example) \(site.told[index].map(\.message))",
                sourceLocation: location)
        }
    }

    /// Of the diagnostics of the health profile.
    private static let areas: Set<String> = [
        "approval", "balance", "citation", "crisis", "dose", "finding", "number", "privacy", "readability",
        "reference",
        "review", "suicide", "wording",
    ]

    /// A whole finding; `changes` has other values, by key.
    static func findingLines(_ changes: [String: String] = [:]) -> [String] {
        [
            ("outcome", "They felt better"), ("people", "adults with depression"), ("of", "100"),
            ("with", "60"),
            ("without", "50"), ("treatment", "the drug"), ("comparator", "the dummy"),
            ("time", "after 4 weeks"),
            ("n", "200"), ("certainty", "moderate"), ("gradeSource", "b2021"), ("ref", "a2020"),
        ].map { "\($0): \(changes[$0] ?? $1)" }
    }

    static func finding(_ changes: [String: String] = [:]) -> String {
        "```finding\n\(findingLines(changes).joined(separator: "\n"))\n```\n"
    }

    static let data: [String: String] = [
        "Content/index.md": "---\ntitle: Home\ndescription: Home\ndate: 2026-01-01\n---\n\nWords.\n",
        "Content/Data/crisis.yaml": """
        message: |
          Help. {lines}
        lines:
          - {country: US, name: Lifeline, call: "988", text: "988", verifiedOn: 2026-11-01, sourceURL: https://988lifeline.org}
          - {country: GB, name: Samaritans, call: "116 123", verifiedOn: 2026-11-01, sourceURL: https://samaritans.org}
        """,
        "Content/Data/references.json": """
        [{"id": "a2020", "type": "article-journal", "title": "A study", "author": [{"family": "A"}],
          "issued": {"date-parts": [[2020]]}},
         {"id": "b2021", "type": "article-journal", "title": "Another", "author": [{"family": "B"}],
          "issued": {"date-parts": [[2021]]}}]
        """,
        "Content/Data/glossary.csv": """
        term,aliases,definition,category
        Ketamine,Ketalar,A medicine.,drug
        Zolpidem,Ambien,Another medicine.,drug
        """,
        "Content/Data/approvals.yaml": """
        - {product: ketamine, names: [ketamine, Ketalar], country: US, use: anesthesia, status: approved, since: 1970, ref: a2020}
        - {product: ketamine, names: [ketamine, Ketalar], country: US, use: depression, status: not-approved, ref: a2020}
        - {product: esketamine, names: [esketamine, Spravato], country: US, use: treatment-resistant depression in adults, status: approved, since: 2019, ref: a2020}
        """,
        "Content/Data/wording.yaml": """
        suicide:
          - {pattern: "commit(s|ted|ting)? suicide", use: died by suicide}
          - {pattern: "(successful|failed|unsuccessful|completed) (suicide|attempt)", use: survived an attempt}
        banned:
          - {pattern: "(addict|junkie|abuser|druggie)s?", use: person with a substance use disorder}
          - {pattern: "schizophrenics?|bipolars|depressives|the (mentally ill|depressed)", use: "people with …"}
          - {pattern: "failed? (two|2|several|multiple|many)? ?(drugs|medications|treatments|trials)", use: did not get better with}
          - {pattern: "cure[sd]?|miracle|magic|guaranteed|risk-free|no side effects|non-?addictive|harmless", use: remove}
        avoid:
          - {pattern: "revolutionary|breakthrough|game-?changer|life-?changing", use: say what was measured}
          - {pattern: "suffer(s|ing)? from|victim of|struggl", use: lives with}
          - {pattern: "safe|well[- ]tolerated|effective|works", use: needs certainty and reference in the same sentence}
        tooStrong:
          moderate: [proves, works]
          low: [lowers, improves, probably]
          very-low: [may help]
          none: [helps]
        """,
    ]
}
