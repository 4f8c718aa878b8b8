import Markup
import TestSupport
import Testing

@testable import Publishing

/// `/references/` and `/glossary/`.
struct BibliographyPagesTests {
    private func build() async throws -> Build {
        let site = try TemporarySite(
            [
                "Content/Data/references.json": """
                [{"id": "b1", "type": "book", "title": "Second & last", "publisher": "P", "issued": {"date-parts": [[2020]]},
                  "author": [{"family": "Bo"}]},
                 {"id": "a1", "type": "book", "title": "RETRACTED: first", "publisher": "P", "issued": {"date-parts": [[2020]]},
                  "author": [{"family": "An"}]}]
                """,
                "Content/Data/glossary.csv":
                    "term,aliases,definition,category\nReceptor,lock|target,A <part>.,brain\n988,,A line.,\n",
                "Content/a/one.md": TemporarySite.page("One"), "Content/a/two.md": TemporarySite.page("Two"),
                "Content/a/draft.md": TemporarySite.page("Draft", "draft: true"),
                "Content/a/uno.es.md": TemporarySite.page("Uno"),
            ])
        let loaded = try await Pipeline(site: site.path, date: Checking.today).loaded()
        #expect(loaded.diagnostics.isEmpty)
        return Build(views: loaded.views, pages: [])
    }

    /// Places of pages by title.
    private func page(_ title: String, _ build: Build) throws -> Int {
        try #require(build.site.pages.firstIndex { $0.title == title })
    }

    private func text(_ file: OutputFile?) throws -> String {
        String(decoding: try #require(file).bytes, as: UTF8.self)
    }

    @Test func referencesStandInOrderWithThePagesThatCiteThem() async throws {
        let build = try await build()
        var programs = TemplatePrograms()
        let pages = try ["Two", "One", "Draft", "Uno"].map { try page($0, build) }
        let files = ReferencesPage(
            bibliography: build.site.data.bibliography, citations: ["b1": pages + pages]
        )
        .files(build, &programs)
        #expect(files.map(\.address.description) == ["/references/", "/es/references/"])
        let own = try text(files.first)
        let (first, second) = (
            try #require(own.range(of: "id=\"ref-a1\"")), try #require(own.range(of: "id=\"ref-b1\""))
        )
        #expect(first.lowerBound < second.lowerBound)
        #expect(own.contains("Second &amp; last"))
        #expect(own[first.upperBound..<second.lowerBound].contains("class=\"retracted\""))
        let cited = own[second.upperBound...]
        #expect(cited.ranges(of: "/a/one/").count == 1 && cited.ranges(of: "/a/two/").count == 1)
        #expect(!own.contains("/a/draft/") && !own.contains("/es/a/uno/"))
        #expect(try text(files.last).contains("/es/a/uno/"))
    }

    @Test func termsStandUnderTheirLettersWithThePagesThatUseThem() async throws {
        let build = try await build()
        var programs = TemplatePrograms()
        let files = GlossaryPage(glossary: build.site.data.glossary, uses: [0: [try page("One", build)]])
            .files(build, &programs)
        let own = try text(files.first)
        let (number, letter) = (
            try #require(own.range(of: "id=\"letter-other\"")), try #require(own.range(of: "id=\"letter-r\""))
        )
        #expect(number.lowerBound < letter.lowerBound)
        #expect(own.contains("id=\"988\""))
        let term = own[letter.upperBound...]
        #expect(
            term.contains("id=\"receptor\"") && term.contains("A &lt;part&gt;.")
                && term.contains("lock, target"))
        #expect(term.contains("brain") && term.contains("/a/one/"))
        #expect(!own[..<letter.lowerBound].contains("/a/one/"))
    }

    @Test func aSiteWithoutDataHasNoneOfThePages() async throws {
        let site = try TemporarySite(["Content/a/one.md": TemporarySite.page("One")])
        let build = Build(
            views: try await Pipeline(site: site.path, date: Checking.today).loaded().views, pages: [])
        var programs = TemplatePrograms()
        #expect(ReferencesPage(bibliography: Bibliography(), citations: [:]).files(build, &programs).isEmpty)
        #expect(GlossaryPage(glossary: build.site.data.glossary, uses: [:]).files(build, &programs).isEmpty)
    }
}
