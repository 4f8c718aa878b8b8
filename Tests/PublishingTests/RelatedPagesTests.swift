import TestSupport
import Testing

@testable import Publishing

/// Which other pages a page leads to.
struct RelatedPagesTests {
    private static let references = """
        [{"id": "rare", "type": "book", "title": "Rare", "publisher": "P", "issued": {"date-parts": [[2020]]}},
         {"id": "usual", "type": "book", "title": "Usual", "publisher": "P", "issued": {"date-parts": [[2021]]}}]
        """

    private func related(
        _ bodies: [String: String], glossary: String = "term,aliases,definition,category\nzebra,,An animal,\n"
    ) async throws -> [String: [String]] {
        var files = ["Content/Data/references.json": Self.references, "Content/Data/glossary.csv": glossary]
        for (path, body) in bodies {
            files["Content/\(path).md"] = TemporarySite.page(path, body: body + "\n")
        }
        return try await related(inSiteOf: files)
    }

    private func related(inSiteOf files: [String: String]) async throws -> [String: [String]] {
        let site = try TemporarySite(files)
        let found = try await Pipeline(site: site.path, date: Checking.today).survey().site
        let related = try await RelatedPages.find(in: found, jobs: 2)
        return Dictionary(
            uniqueKeysWithValues: found.pages.map { page in
                (page.path.untranslated, related[page].map { found.pages[$0].path.untranslated })
            })
    }

    @Test func aRareReferenceCountsMoreThanAUsualOne() async throws {
        let found = try await related([
            "a/own": "[@rare] [@usual, p. 4]", "a/far": "[@usual]", "a/further": "[@usual]",
            "b/near": "Words [@usual; @rare].", "b/none": "Words.",
        ])
        #expect(found["a/own"] == ["b/near", "a/far", "a/further"])
        #expect(found["b/none"] == [])
    }

    @Test func aReferenceCountsMoreThanATermAndALinkMost() async throws {
        let found = try await related([
            "a/own": "A zebra [@rare]. See [it](../b/linked.md#part).", "a/term": "Zebra.",
            "a/source": "[@rare]", "b/linked": "Words.", "b/linking": "[x](../a/own.md)",
        ])
        #expect(found["a/own"] == ["b/linked", "b/linking", "a/source"])
        #expect(found["b/linked"] == ["a/own"])
        #expect(found["a/term"] == ["a/own"])
    }

    @Test func referencesOfDataBlocksCount() async throws {
        let block = "```finding\noutcome: x\nref: rare\n```"
        let found = try await related(["a": block, "b": "[@rare]", "c": "text ref: rare"])
        #expect(found["a"] == ["b"] && found["b"] == ["a"] && found["c"] == [])
    }

    @Test func equalOnesComeByPathAndThreeAreEnough() async throws {
        let names = ["a", "b", "c", "d", "e"]
        let found = try await related(Dictionary(uniqueKeysWithValues: names.map { ($0, "[@rare]") }))
        #expect(found["e"] == ["a", "b", "c"] && found["a"] == ["b", "c", "d"])
    }

    @Test func onlyListedArticlesOfTheLanguageAreNamed() async throws {
        let body = "[@rare] [x](own.md)\n"
        let found = try await related(inSiteOf: [
            "Content/Data/references.json": Self.references,
            "Content/index.md": TemporarySite.page("Home", body: body),
            "Content/a/index.md": TemporarySite.page("Section", body: body),
            "Content/a/own.md": TemporarySite.page("Own", body: body),
            "Content/a/draft.md": TemporarySite.page("Draft", "draft: true", body: body),
            "Content/a/gone.md": TemporarySite.page(
                "Gone", "withdrawn: {date: 2026-01-01, reason: x}", body: body),
            "Content/a/other.es.md": TemporarySite.page("Otra", body: body),
            "Content/a/near.md": TemporarySite.page("Near", body: body),
        ])
        #expect(found["a/own"] == ["a/near"] && found["a/near"] == ["a/own"])
        #expect(found["a/other"] == [] && found["index"] == [])
    }

    @Test func aSiteWithoutSourcesHasNone() async throws {
        let found = try await related(inSiteOf: [
            "Content/a.md": TemporarySite.page("A", body: "[b](b.md)\n"),
            "Content/b.md": TemporarySite.page("B"),
        ])
        #expect(found == ["a": [], "b": []])
    }

    /// A page whose own file is as it was is built again where another page's body made a third one nearer.
    @Test func theCacheKnowsThem() async throws {
        var files = TemporarySite.plainTheme
        files["Templates/article.mustache"] = "{{{body}}}{{{related}}}"
        files["Content/Data/references.json"] = Self.references
        for name in ["a", "b", "c"] {
            files["Content/\(name).md"] = TemporarySite.page(name, body: name == "c" ? "c\n" : "[@rare]\n")
        }
        let site = try TemporarySite(files)
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(!(try site.built().text("a/index.html").contains("/c/")))
        try site.write(TemporarySite.page("c", body: "[@rare]\n"), to: "Content/c.md")
        _ = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        let warm = try site.built()
        #expect(warm.text("a/index.html").contains("href=\"/c/\""))
        var cold = BuildOptions()
        cold.usesCache = false
        _ = try await Pipeline(site: site.path, date: Checking.today, options: cold).build(to: nil)
        #expect(try site.built().differences(from: warm) == [])
    }
}
