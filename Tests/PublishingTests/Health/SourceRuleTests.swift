import TestSupport
import Testing

@testable import Publishing

/// sources that are not there, that nobody has read, or that no longer stand.
struct SourceRuleTests {
    private static let references = [
        "Content/Data/references.json": """
        [{"id": "sound2020", "type": "article-journal", "title": "A study that was not retracted",
          "note": "Read in full on 3 May.", "issued": {"date-parts": [[2020]]}},
         {"id": "sound2021", "type": "article-journal", "title": "Memory and mood",
          "issued": {"date-parts": [[2021]]}},
         {"id": "memory2019", "type": "article-journal", "title": "One", "note": "Pages From Memory; check."},
         {"id": "unread2018", "type": "article-journal", "title": "Two", "note": "unverified: volume"},
         {"id": "gone2017", "type": "article-journal", "title": "RETRACTED: Three"},
         {"id": "gone2016", "type": "article-journal", "title": "Four", "status": "retracted"}]
        """,
        "Content/Data/approvals.yaml":
            "- {product: ketamine, names: [ketamine], country: US, use: anesthesia, status: approved, ref: sound2020}\n",
    ]

    private func isTold(_ id: String, _ front: String, _ body: String) async throws -> Bool {
        let site = try await HealthSite(pages: [(front, body)], data: Self.references)
        return site.told[0].contains { $0.id == id }
    }

    /// Ways to cite one source, from the front matter and the body.
    private static func citations(of id: String) -> [(front: String, body: String)] {
        [
            ("", "Words [@\(id)]."), ("", "Words [@sound2020; @\(id)]."), ("", "Words [@\(id), p. 4]."),
            ("", "- One\n- Two [@\(id)]"), ("", "## Heading [@\(id)]"), ("", "> [!NOTE]\n> Words [@\(id)]."),
            ("", "| A |\n| --- |\n| b [@\(id)] |"), ("", "Words.[^n]\n\n[^n]: A note [@\(id)]."),
            ("", "**Words [@\(id)].**"), ("mainMessage: \"Words [@\(id)].\"", "Words."),
            ("benefits: [\"Words [@\(id)].\"]", "Words."),
            ("changes: [{date: 2026-02-01, note: \"Words [@\(id)].\"}]", "Words."),
            ("", HealthSite.finding(["ref": id, "gradeSource": "sound2021"])),
            ("", "Words\nand words\n[@\(id)]."),
        ]
    }

    @Test(
        arguments: citations(of: "nobody2020") + citations(of: "sound202")
            + citations(of: "Sound2020").prefix(2))
    func sourcesThatAreNotThereAreTold(_ front: String, _ body: String) async throws {
        #expect(try await isTold("citation.unknown", front, body))
    }

    @Test(
        arguments: citations(of: "sound2020") + [
            ("", "Write to me@nobody2020.org."), ("", "`[@nobody2020]` is how it is written."),
            ("", "```\n[@nobody2020]\n```"), ("", "\\[@nobody2020] is text."),
            ("", "See [nobody2020](https://a.org)."),
            ("", "<!-- [@nobody2020] -->\n\nWords."),
        ])
    func whatIsThereOrIsNoCitationIsNotTold(_ front: String, _ body: String) async throws {
        #expect(try await !isTold("citation.unknown", front, body))
    }

    @Test(arguments: citations(of: "memory2019") + citations(of: "unread2018").prefix(3))
    func sourcesThatNobodyReadAreTold(_ front: String, _ body: String) async throws {
        #expect(try await isTold("reference.unverified", front, body))
    }

    @Test(arguments: citations(of: "gone2017") + citations(of: "gone2016").prefix(3))
    func retractedSourcesAreTold(_ front: String, _ body: String) async throws {
        #expect(try await isTold("reference.retracted", front, body))
    }

    @Test(
        arguments: citations(of: "sound2020") + citations(of: "sound2021").prefix(3) + [
            ("", "A paper was RETRACTED."), ("", "Written from memory."),
            ("", "`[@gone2017]` `[@memory2019]`"),
        ])
    func sourcesThatStandAreNotTold(_ front: String, _ body: String) async throws {
        let told = try await HealthSite(pages: [(front, body)], data: Self.references).told[0]
        #expect(!told.contains { $0.id.hasPrefix("reference.") }, "\(told.map(\.message))")
    }

    /// Told at the entry as well, and nowhere for an entry that no page cites.
    @Test(arguments: [
        ("", "Words [@gone2016].", ["Content/Data/references.json:8:9", "Content/a/x.md:7:8"]),
        (
            "\nmainMessage: \"A [@gone2016]\"", "",
            ["Content/Data/references.json:8:9", "Content/a/x.md:5:18"]
        ),
        ("", "Words [@sound2020].", []),
    ])
    func retractionsAreToldAtTheEntry(_ front: String, _ body: String, _ places: [String]) async throws {
        let page = TemporarySite.page("X", "description: D\ndate: 2026-01-01" + front, body: body + "\n")
        let site = try TemporarySite(
            HealthSite.data.merging(Self.references) { $1 }.merging(["Content/a/x.md": page]) { $1 },
            settings: "title: T\nprofile: health\n")
        let told = try await Checking.diagnostics(site).filter { $0.id == "reference.retracted" }
        #expect(told.map { "\($0.file):\($0.range.start.line):\($0.range.start.column)" }.sorted() == places)
    }
}
