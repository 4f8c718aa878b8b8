import Markup
import TestSupport
import Testing

@testable import Publishing

/// The rows of a table, each with the pages that name it in their front matter.
struct RowIndexTests {
    private static let block = "```include\nindex: covers\nrows: topics.csv\n```\n"

    private static let files: [String: String] = [
        "Content/index.md": TemporarySite.page("Home", body: block),
        "Content/a/heart.md": TemporarySite.page("Heart & <more>", "params: {covers: [H1, H2]}"),
        "Content/a/liver.md": TemporarySite.page("Liver", "params: {covers: L1}"),
        "Content/a/both.md": TemporarySite.page("Both", "params: {covers: [L1, H1]}"),
        "Content/a/hígado.es.md": TemporarySite.page("Hígado", "params: {covers: [L1]}"),
        "Content/a/draft.md": TemporarySite.page("Draft", "draft: true\nparams: {covers: [H2]}"),
        "Content/Data/topics.csv":
            "id,title,group\nH1,\"Pulse, and more\",Heart\nH2,Pressure,Heart\nL1,The liver,Others\n",
    ]

    private func told(_ more: [String: String]) async throws -> [String] {
        let diagnostics = try await Checking.diagnostics(Self.files.merging(more) { $1 })
        return diagnostics.map { "\($0.file):\($0.range.start.line) [\($0.id)]" }
    }

    @Test func rowsStandInGroupsWithTheirPages() async throws {
        let site = try TemporarySite(Self.files)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics)")
        let html = try site.built().text("index.html")
        #expect(html.ranges(of: "<caption>Heart</caption>").count == 1)
        #expect(html.ranges(of: "<table class=\"page-index\">").count == 2)
        #expect(
            html.contains(
                "<th scope=\"row\">Pulse, and more <small>H1</small></th>\n<td><ul>\n"
                    + "<li><a href=\"/a/both/\">Both</a></li>\n"
                    + "<li><a href=\"/a/heart/\">Heart &amp; &lt;more&gt;</a></li>\n</ul>"))
        #expect(!html.contains("Hígado") && !html.contains("Draft"))
    }

    @Test func aPageThatNamesAnUnknownRowIsTold() async throws {
        let page = TemporarySite.page("New", "params: {covers: [H3]}")
        #expect(try await told(["Content/a/new.md": page]) == ["Content/a/new.md:1 [index.unknown-row]"])
    }

    @Test func aRowWithoutAPageIsTold() async throws {
        let table = "id,title\nH1,Pulse\nH2,Pressure\nL1,Liver\nK1,Kidney\n"
        #expect(
            try await told(["Content/Data/topics.csv": table])
                == ["Content/Data/topics.csv:5 [index.empty-row]"])
    }

    @Test(arguments: [
        ("id,titel\nH1,a\n", 1), ("title\na\n", 1), ("id,title\nH1,a\nH1,b\n", 3), ("id,title\nH1\n", 2),
        ("id,title\nH1,a\n,b\n", 3), ("id,title,id\nH1,a,b\n", 1), ("", 1),
    ])
    func whatIsWrongWithATableIsToldWhereItIsUsed(_ table: String, _ line: Int) async throws {
        #expect(
            try await told(["Content/Data/topics.csv": table])
                .contains("Content/Data/topics.csv:\(line) [data.syntax]"))
        let without = TemporarySite.page("Home")
        #expect(try await told(["Content/Data/topics.csv": table, "Content/index.md": without]).isEmpty)
    }

    @Test(arguments: [
        ("index: covers", "key.missing"), ("rows: topics.csv", "key.missing"),
        ("index: covers\nrows: topic.csv", "link.missing-file"),
        ("index: covers\nrows: topics.csv\nfile: a.md", "key.unknown"), ("", "key.missing"),
    ])
    func whatIsWrongWithTheBlockIsTold(_ yaml: String, _ id: String) async throws {
        let page = TemporarySite.page("Home", body: "```include\n\(yaml)\n```\n")
        #expect(
            try await Checking.diagnostics(["Content/index.md": page].merging(Self.files) { a, _ in a })
                .map(\.id) == [id])
    }

    @Test func aChangedTableIsSeenByTheNextBuild() async throws {
        let site = try TemporarySite(Self.files)
        let pipeline = Pipeline(site: site.path, date: Checking.today)
        _ = try await pipeline.build(to: nil)
        try site.write(
            "id,title\nH1,Pulse\nH2,Renamed\nL1,Liver\n", to: "Content/Data/topics.csv")
        _ = try await pipeline.build(to: nil)
        #expect(try site.built().text("index.html").contains("Renamed"))
    }
}
