import Markup
import TestSupport
import Testing

@testable import Publishing

struct StructureTests {
    private func expectBody(
        _ id: String, _ markdown: String, severity: Diagnostic.Severity = .error,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        try await expect(
            id, toMark: ["Content/x.md": TemporarySite.page(body: markdown)], severity: severity,
            location: location)
    }

    @Test(arguments: [
        "⟦### Three⟧\n", "## Two\n\n⟦#### Four⟧\n\n##### Five\n", "> ⟦### Three⟧\n",
        "## Two\n\n⟦###### Six⟧\n\n## Two more\n",
    ])
    func skippedLevelIsMarked(_ markdown: String) async throws {
        try await expectBody("heading.skipped", markdown)
    }

    @Test(arguments: [
        "## One\n\n### Two\n\n## Three\n", "## A\n\n### B\n\n#### C\n\n## D\n", "Words.\n",
        "# One\n\n## Two\n",
    ])
    func levelsInOrderAreFine(_ markdown: String) async throws {
        try await expectBody("none", markdown)
    }

    @Test(arguments: ["⟦##⟧\n", "## One\n\n⟦### ⟧\n"])
    func emptyHeadingIsMarked(_ markdown: String) async throws {
        let found = try await Checking.diagnostics([
            "Content/x.md": TemporarySite.page(body: MarkedText(markdown).text)
        ])
        #expect(found.map(\.id) == ["heading.empty"])
        #expect(found.map(\.severity) == [.warning])
        #expect(
            found.first?.range.start == MarkedText(TemporarySite.page(body: markdown)).ranges.first?.start)
    }

    @Test(arguments: ["a ⟦<b>⟧bold⟦</b>⟧ word\n", "⟦<div>\nx\n</div>⟧\n", "⟦<!-- note -->⟧\n", "- ⟦<br>⟧\n"])
    func rawHTMLIsMarked(_ markdown: String) async throws {
        let found = try await Checking.diagnostics([
            "Content/x.md": TemporarySite.page(body: MarkedText(markdown).text)
        ])
        let marks = MarkedText(TemporarySite.page(body: markdown)).ranges
        #expect(found.map(\.id) == Array(repeating: "html.raw", count: marks.count))
        #expect(found.map(\.range.start) == marks.map(\.start))
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func rawHTMLInFrontMatterIsTold() async throws {
        let found = try await Checking.diagnostics([
            "Content/x.md": TemporarySite.page("A", "mainMessage: \"a <b>c</b>\"")
        ])
        #expect(found.contains { $0.id == "html.raw" })
    }

    @Test func rawHTMLMayBeAllowed() async throws {
        let site = try TemporarySite(
            ["Content/x.md": TemporarySite.page(body: "a <b>c</b>\n")].merging(TemporarySite.plainTheme) {
                $1
            },
            settings: "title: T\nhtml: allow\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.isEmpty)
        #expect(try site.built().text("x/index.html") == "<title>Page</title>\n<p>a <b>c</b></p>\n")
    }

    @Test(arguments: [
        String(repeating: ">", count: 99) + "a",
        String(repeating: "*a ", count: 200) + String(repeating: "b* ", count: 200),
        String(repeating: "- ", count: 60) + "a",
    ])
    func deepNestingIsTold(_ markdown: String) async throws {
        let found = try await Checking.diagnostics([
            "Content/x.md": TemporarySite.page(body: "First.\n\n" + markdown + "\n")
        ])
        #expect(found.map(\.id) == ["nesting.depth"])
        #expect(found.first?.range.start.line == 7)
    }

    @Test func nestingToTheLimitIsFine() async throws {
        try await expectBody("none", String(repeating: ">", count: 98) + "a\n")
    }

    @Test func settingsChangeSeverity() async throws {
        let files = ["Content/x.md": TemporarySite.page(body: "### Three\n\n<b>\n")]
        func found(_ checks: String) async throws -> [String] {
            let site = try TemporarySite(files, settings: "title: T\nchecks: {\(checks)}\n")
            return try await Checking.diagnostics(site).map { "\($0.id) \($0.severity.rawValue)" }
        }
        #expect(try await found("") == ["heading.skipped error", "html.raw warning"])
        #expect(
            try await found("heading: warning, html.raw: error") == [
                "heading.skipped warning", "html.raw error",
            ])
        #expect(try await found("heading.skipped: off") == ["html.raw warning"])
    }

    @Test func oneRunTellsEverything() async throws {
        let found = try await Checking.diagnostics([
            "materia.yaml": "title: T\nlanguage: klingon\n", "Content/a.md": "",
            "Content/b.md": TemporarySite.page("B", "draft: maybe"),
            "Content/c.md": TemporarySite.page("C", body: "[x](no.md) ![](no.png)\n\n### Skipped\n"),
            "Content/d.md": TemporarySite.page("D", "slug: c"), "Templates/article.mustache": "{{nobody}}",
            "Content/Data/urls.txt": "/gone/\n",
        ])
        #expect(
            found.map { "\($0.file) \($0.id)" } == [
                "Content/Data/urls.txt url.lost", "Content/a.md key.missing", "Content/b.md key.type",
                "Content/c.md link.missing-page", "Content/c.md image.missing",
                "Content/c.md image.no-alternative",
                "Content/c.md heading.skipped", "Content/d.md slug.collision",
                "Templates/article.mustache template.unknown-name",
                "materia.yaml key.type",
            ])
    }
}
