import Markup
import TestSupport
import Testing

@testable import Publishing

/// The order in which a reader meets pages.
struct ArrangementTests {
    private func names(_ site: Site, _ indexes: [Int]) -> [String] {
        indexes.map { site.pages[$0].path.stem }
    }

    @Test func articlesFollowWeightThenTitle() async throws {
        let site = try await Checking.site([
            "Content/a/one.md": TemporarySite.page("Zebra", "weight: 1"),
            "Content/a/two.md": TemporarySite.page("Apple"),
            "Content/a/three.md": TemporarySite.page("Beta", "weight: -2"),
            "Content/a/four.md": TemporarySite.page("Apple"),
            "Content/a/draft.md": TemporarySite.page("Aa", "draft: true"),
            "Content/a/gone.md": TemporarySite.page("Aa", "withdrawn: {date: 2026-01-01}"),
        ])
        #expect(site.sections.map { names(site, $0.articles) } == [["three", "one", "four", "two"]])
    }

    @Test func sectionsFollowTheSettings() async throws {
        let files = [
            "Content/b/x.md": TemporarySite.page(), "Content/a/x.md": TemporarySite.page(),
            "Content/c/index.md": TemporarySite.page("Anna", "weight: 1"),
            "Content/d-e/x.md": TemporarySite.page(),
            "Content/index.md": TemporarySite.page(),
        ]
        let free = try await Checking.site(files)
        #expect(free.sections.map(\.title) == ["Anna", "A", "B", "D e"])
        let fixed = try await Checking.site(files, settings: "title: T\nsections: [d-e, b]\n")
        #expect(fixed.sections.map(\.name) == ["d-e", "b", "c", "a"])
        #expect(fixed.sections.map(\.address.description) == ["/d-e/", "/b/", "/c/", "/a/"])
    }

    @Test func neighboursAreThoseOfTheSection() async throws {
        let site = try await Checking.site([
            "Content/a/1.md": TemporarySite.page("1"), "Content/a/2.md": TemporarySite.page("2"),
            "Content/a/3.md": TemporarySite.page("3"), "Content/b/4.md": TemporarySite.page("4"),
            "Content/a/2b.md": TemporarySite.page("2b", "draft: true"),
            "Content/index.md": TemporarySite.page("Home"),
        ])
        let around = site.pages.map { page in
            let (previous, next) = site.neighbours[page.index]
            return
                "\(previous.map { site.pages[$0].title } ?? "-") \(page.title) \(next.map { site.pages[$0].title } ?? "-")"
        }
        #expect(Set(around) == ["- 1 2", "1 2 3", "2 3 -", "- 4 -", "- 2b -", "- Home -"])
    }

    @Test func tagsGatherPagesOfAllSections() async throws {
        let site = try await Checking.site([
            "Content/a/x.md": TemporarySite.page("X", "tags: [Side effects, C]"),
            "Content/b/y.md": TemporarySite.page("Y", "tags: [side-effects, Side effects]"),
            "Content/b/z.md": TemporarySite.page("Z", "tags: [Side effects]\ndraft: true"),
        ])
        #expect(site.tags.map(\.address.description) == ["/tags/c/", "/tags/side-effects/"])
        #expect(site.tags.map(\.name) == ["C", "Side effects"])
        #expect(site.tags.map { names(site, $0.pages) } == [["x"], ["x", "y"]])
    }

    @Test func translationsFindOneAnother() async throws {
        let site = try await Checking.site([
            "Content/a/x.md": TemporarySite.page("X"),
            "Content/a/x.es.md": TemporarySite.page("Equis", "slug: equis"),
            "Content/a/x.pt-BR.md": TemporarySite.page("Xis"),
            "Content/a/index.es.md": TemporarySite.page("Sección", "slug: otra"),
            "Content/a/notes.v2.md": TemporarySite.page("Notes"),
            "Content/index.es.md": TemporarySite.page("Inicio"),
        ])
        let addresses = Dictionary(
            uniqueKeysWithValues: site.pages.map { ($0.path.full, $0.address.description) })
        #expect(
            addresses == [
                "Content/a/x.md": "/a/x/", "Content/a/x.es.md": "/es/otra/equis/",
                "Content/a/x.pt-BR.md": "/pt-BR/a/x/",
                "Content/a/index.es.md": "/es/otra/", "Content/a/notes.v2.md": "/a/notes-v2/",
                "Content/index.es.md": "/es/",
            ])
        #expect(
            site.translations["a/x"].map { Set($0.map { site.pages[$0].language }) } == ["en", "es", "pt-BR"])
        #expect(site.sections(in: "es").map(\.title) == ["Sección"])
    }

    @Test func addressesFollowTheFiles() async throws {
        let site = try await Checking.site([
            "Content/index.md": TemporarySite.page(), "Content/about.md": TemporarySite.page(),
            "Content/My Section/Some Page.md": TemporarySite.page(),
            "Content/a/b/c/d.md": TemporarySite.page(),
            "Content/a/bundle/index.md": TemporarySite.page("B", "slug: parcel"),
            "Content/a/bundle/x.png": "x",
            "Content/s/index.md": TemporarySite.page("S", "slug: sect"),
            "Content/s/p.md": TemporarySite.page(),
            "Content/s/y.png": "y",
        ])
        #expect(
            site.pages.map(\.address.description).sorted() == [
                "/", "/a/b/c/d/", "/a/parcel/", "/about/", "/my-section/some-page/", "/sect/", "/sect/p/",
            ])
        #expect(site.address(ofFile: "Content/a/bundle/x.png").description == "/a/parcel/x.png")
        #expect(site.address(ofFile: "Content/s/y.png").description == "/sect/y.png")
    }
}
