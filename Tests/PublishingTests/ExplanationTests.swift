import Foundation
import Markup
import TestSupport
import Testing

@testable import Publishing

/// Every diagnostic is explained, and the explanations are true.
struct ExplanationTests {
    @Test func everyIDHasOne() {
        #expect(Explanation.all.map(\.id) == DiagnosticID.all.sorted())
        for explanation in Explanation.all {
            for text in [explanation.meaning, explanation.reason, explanation.remedy] {
                #expect(text.hasSuffix(".") && text.count > 10, "\(explanation.id): \(text)")
            }
            #expect(explanation.example.wrong != explanation.example.right, "\(explanation.id)")
        }
    }

    private static let runnable = Explanation.all.filter { $0.example.place != .shown }.map(\.id)

    @Test(arguments: runnable)
    func exampleIsToldAndTheMendedOneIsNot(_ id: String) async throws {
        let explanation = try #require(Explanation[id])
        let wrong = try await ids(explanation.example, explanation.example.wrong)
        let right = try await ids(explanation.example, explanation.example.right)
        #expect(wrong.contains(id), "\(wrong)")
        #expect(!right.contains(id), "\(right)")
    }

    @Test func referenceInTheDocumentationIsTheSame() throws {
        let path = Fixture.project + "/docs/diagnostics.md"
        if Fixture.isUpdating { try Data(Explanation.reference.utf8).write(to: URL(fileURLWithPath: path)) }
        let written = FileManager.default.contents(atPath: path) ?? Data()
        let isSame = String(decoding: written, as: UTF8.self) == Explanation.reference
        #expect(isSame, "run 'materia explain --markdown > docs/diagnostics.md'")
    }

    private func ids(_ example: Explanation.Example, _ text: String) async throws -> [String] {
        var files = Self.site.merging(example.more) { $1 }
        let path = "Content/safety/page.md"
        switch example.place {
        case .body: files[path] = Self.page(body: text)
        case .frontMatter: files[path] = Self.page(text, body: "Words.")
        case .file(let name): files[name] = text
        case .shown: break
        }
        let site = try TemporarySite(files, settings: "title: T\nprofile: health\n")
        return try await Checking.diagnostics(site).map(\.id)
    }

    private static func page(_ more: String = "", body: String) -> String {
        TemporarySite.page(
            "A page", "description: About something\ndate: 2026-11-23" + (more.isEmpty ? "" : "\n" + more),
            body: body + "\n")
    }

    private static let site: [String: String] = [
        "Content/safety/heart.md": page(body: "## What helps?\n\nWords."),
        "Content/safety/withdrawn.md": page("withdrawn: {date: 2026-11-01, reason: Wrong}", body: "Words."),
        "Content/safety/drawing.svg": "<svg width=\"3\" height=\"4\"></svg>",
        "Content/safety/leaflet.pdf": "leaflet",
        CrisisData.path: """
        message: Help
        lines: [{country: US, name: 988, call: "988", verifiedOn: 2026-11-23, sourceURL: "https://988lifeline.org"}]

        """,
        "Content/Data/glossary.csv": "term,aliases,definition,category\nArketamine,,A drug.,drug\n",
        "Content/Data/references.json": """
        [{"id": "smith2024", "type": "article-journal", "title": "A trial", "container-title": "J",
          "author": [{"family": "Smith", "given": "A"}], "issued": {"date-parts": [[2024]]}},
         {"id": "memory2021", "type": "article-journal", "title": "B", "container-title": "J",
          "author": [{"family": "Smith", "given": "A"}], "issued": {"date-parts": [[2021]]}, "note": "from memory"},
         {"id": "wrong2019", "type": "article-journal", "title": "RETRACTED: C", "container-title": "J",
          "author": [{"family": "Smith", "given": "A"}], "issued": {"date-parts": [[2019]]}}]

        """,
        "Content/Data/approvals.yaml": """
        - {product: ketamine, names: [ketamine], country: US, use: anesthesia, status: approved, ref: smith2024}

        """,
        "Content/Data/wording.yaml": """
        suicide: [{pattern: "committ?(ed|ing)? suicide", use: died by suicide}]
        banned: [{pattern: "addicts?", use: person with a substance use disorder}]
        avoid: [{pattern: "breakthrough", use: say what was measured}]
        tooStrong: {moderate: [proves]}

        """,
    ]
}
