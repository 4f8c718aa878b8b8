import Markup
import TestSupport
import Testing

@testable import Publishing

struct FrontMatterTests {
    private func read(_ yaml: String, profile: Configuration.Profile = .plain) -> (FrontMatter, [Diagnostic])
    {
        FrontMatterReader.read(
            YAMLText(path: "Content/x.md", bytes: Array(yaml.utf8)[...], linesAbove: 1), profile: profile)
    }

    @Test(arguments: [
        "⟦drafft⟧: true", "⟦Draft⟧: true", "⟦titel⟧: b", "⟦publishdate⟧: 2026-01-01",
        "tags: [a]\n⟦colour⟧: red",
        "withdrawn: {date: 2026-01-01, ⟦reson⟧: x}", "search: {⟦exlude⟧: true}", "\"⟦draft ⟧\": true",
        "reviewedBy: [{name: a, ⟦credential⟧: b}]", "changes: [{date: 2026-01-01, note: x, ⟦by⟧: y}]",
    ])
    func unknownKeyIsMarked(_ yaml: String) async throws {
        // A key in quotes is marked with them.
        let marked = yaml.replacing("\"⟦draft ⟧\"", with: "⟦\"draft \"⟧")
        try await expect("key.unknown", toMark: ["Content/x.md": "---\ntitle: a\n\(marked)\n---\n"])
    }

    @Test(arguments: [
        ("drafft", "draft"), ("titel", "title"), ("lastReviewd", "lastReviewed"),
        ("whoShoudNot", "whoShouldNot"),
    ])
    func unknownKeyIsToldWithTheNearest(_ typed: String, _ meant: String) {
        #expect(read("title: a\n\(typed): x").1.map(\.help) == ["write '\(meant)'"])
    }

    @Test(arguments: [
        "weight: ⟦heavy⟧", "weight: ⟦1.5⟧", "weight: ⟦\"1\"⟧", "draft: ⟦yes⟧", "draft: ⟦1⟧",
        "draft: ⟦\"true\"⟧",
        "draft: ⟦[⟧true]", "date: ⟦2026-02-30⟧", "date: ⟦yesterday⟧", "updated: ⟦2026-1-1⟧",
        "publishDate: ⟦2026-11-23T10:00⟧", "expiryDate: ⟦[⟧2026-01-01]", "kind: ⟦artcle⟧",
        "kind: ⟦Treatment⟧",
        "audience: ⟦everyone⟧", "tags: ⟦{⟧a: b}", "tags: [a, ⟦[⟧b]]", "authors: [⟦{⟧name: a}]",
        "aliases: ⟦old⟧",
        "aliases: [/a/, ⟦b/⟧]", "aliases: [⟦/../x/⟧]", "slug: ⟦A b⟧", "slug: ⟦../x⟧", "slug: ⟦a/b⟧",
        "reviewEvery: ⟦40 months⟧", "reviewEvery: ⟦often⟧", "reviewEvery: ⟦0 months⟧",
        "reviewEvery: ⟦4 years⟧",
        "reviewEvery: ⟦9223372036854775807 years⟧", "lastReviewed: ⟦2025-02-29⟧", "withdrawn: ⟦true⟧",
        "withdrawn: {date: ⟦soon⟧}", "reviewedBy: ⟦Dr. A⟧",
        "reviewedBy: [{name: a, credentials: b, role: ⟦boss⟧}]",
        "changes: ⟦one⟧",
        "search: {exclude: ⟦maybe⟧}", "search: ⟦off⟧", "codes: [⟦F33⟧]", "codes: [⟦\":\"⟧]", "params: ⟦x⟧",
        "description: ⟦[⟧a]", "mainMessage: ⟦{⟧a: b}", "benefits: ⟦{⟧a: b}",
        "tags: [über, é]\nweight: ⟦schön⟧",
        "authors: [über, ⟦[⟧x]]",
    ])
    func wrongTypeIsMarked(_ yaml: String) async throws {
        try await expect("key.type", toMark: ["Content/x.md": "---\ntitle: a\n\(yaml)\n---\n"])
    }

    @Test(arguments: [
        "⟦⟧", "⟦⟧Words without front matter.\n", "⟦---⟧\ndescription: a\n---\n", "⟦---⟧\n---\nWords.\n",
        "---\ntitle: ⟦\"\"⟧\n---\n", "---\ntitle: ⟦~⟧\n---\n", "---\ntitle: ⟦\"  \"⟧\n---\n",
        "⟦⟧ ---\ntitle: a\n---\n",
        "---\ntitle: a\nchanges:\n  - ⟦d⟧ate: 2026-01-01\n---\n",
    ])
    func missingTitleIsMarked(_ text: String) async throws {
        try await expect("key.missing", toMark: ["Content/x.md": text])
    }

    /// Once: who reads that the date is none need not read that there is none.
    @Test func changeWithAnImpossibleDateIsToldOnce() {
        #expect(read("title: a\nchanges: [{date: 2026-13-01, note: x}]").1.map(\.id) == ["key.type"])
    }

    @Test func healthPagesNeedADescription() {
        #expect(read("title: a", profile: .health).1.map(\.id) == ["key.missing"])
        #expect(read("title: a").1.isEmpty)
    }

    @Test(arguments: [
        "title: a\n⟦title⟧: b", "title: a\nparams:\n  q: 1\n  b: 2\n  ⟦q⟧: 3",
        "title: a\ndescription: \"x\n⟦⟧---",
        "title: a⟦:⟧ b", "title: a\n⟦\t⟧tags: b", "title: a\nparams: {a: ⟦*⟧b}",
    ])
    func brokenYAMLIsTold(_ yaml: String) async throws {
        let text = MarkedText("---\n\(yaml)\(yaml.hasSuffix("---") ? "\n" : "\n---\n")")
        let diagnostics = try await Checking.diagnostics(["Content/x.md": text.text])
        #expect(diagnostics.map(\.id) == ["yaml.syntax"])
        #expect(diagnostics.first?.range.start == text.ranges.first?.start, "\(diagnostics)")
    }

    @Test func frontMatterWithoutEndIsTold() async throws {
        try await expect("yaml.syntax", toMark: ["Content/x.md": "⟦---⟧\ntitle: a\n\nWords.\n"])
    }

    @Test func everyKeyIsRead() throws {
        let (page, diagnostics) = read(
            """
            title:  A  title
            description: Words
            slug: other
            weight: -3
            tags: one
            authors: [A, B]
            aliases: [/old/, /older.html]
            date: 2026-01-02
            updated: "2026-02-03"
            draft: True
            publishDate: 2026-01-01
            expiryDate: 2027-01-01
            kind: treatment
            audience: clinician
            lastReviewed: 2026-01-31
            reviewEvery: 1 year
            reviewedBy: [{name: N, credentials: MD, role: suicide-safety}]
            changes: [{date: 2026-05-05, note: New}]
            codes: [ICD-10-CM:F33.2]
            search: {exclude: true, keywords: [k]}
            params: {a: [true, {b: c}]}
            """)
        #expect(diagnostics.isEmpty)
        #expect(page.title == "A title")
        #expect(page.slug?.value == "other")
        #expect(page.weight == -3)
        #expect(page.tags.map(\.value) == ["one"])
        #expect(page.aliases.map(\.value) == ["/old/", "/older.html"])
        #expect(page.updated?.description == "2026-02-03")
        #expect(page.isDraft)
        #expect(page.kind == .treatment)
        #expect(page.audience == .clinician)
        #expect(page.reviewDue?.description == "2027-01-31")
        #expect(page.review.reviewers.map(\.role) == [.suicideSafety])
        #expect(page.lastChanged?.description == "2026-05-05")
        #expect(page.search.isExcluded)
        #expect(page.params == .map(["a": .list([.flag(true), .map(["b": .text("c")])])]))
    }

    @Test func reviewsComeBackByKind() {
        #expect(read("title: a\nkind: safety").0.monthsBetweenReviews == 12)
        #expect(read("title: a\nkind: concept").0.monthsBetweenReviews == 24)
        #expect(read("title: a\nreviewEvery: 36 months").0.monthsBetweenReviews == 36)
    }
}
