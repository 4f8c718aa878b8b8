import Markup
import TestSupport
import Testing

@testable import Publishing

/// Words of links, and links in raw HTML and data.
struct LinkWordsTests {
    private static let heart = ["Content/heart.md": TemporarySite.page("Heart", body: "## What helps?\n")]

    private func expectBody(
        _ id: String, _ markdown: String, severity: Diagnostic.Severity = .error,
        settings: String = "title: T\n",
        location: SourceLocation = #_sourceLocation
    ) async throws {
        var files = Self.heart
        files["Content/x.md"] = TemporarySite.page(body: markdown)
        files["materia.yaml"] = settings
        try await expect(id, toMark: files, severity: severity, location: location)
    }

    @Test(arguments: [
        "See ⟦[here](heart.md)⟧.", "⟦[Click here](heart.md)⟧ for more.", "⟦[Read more…](heart.md)⟧",
        "⟦[this page](heart.md)⟧", "⟦[link](https://example.org/a)⟧", "⟦[*Learn* **more**](heart.md)⟧",
        "⟦[](heart.md)⟧", "⟦[→](heart.md)⟧", "⟦[Here](heart.md#what-helps)⟧", "- a ⟦[more »](heart.md)⟧",
    ])
    func vagueWordsAreMarked(_ markdown: String) async throws {
        try await expectBody("link.vague", markdown + "\n", severity: .warning)
    }

    @Test(arguments: [
        "[heart](heart.md)", "<https://example.org/>", "https://example.org/x",
        "[example.org](https://example.org)",
        "[Here is what helps](heart.md)", "[read more about the heart](heart.md)", "[more](", "[½](heart.md)",
        "[Heartbeat](heart.md)", "[the heart page](heart.md)", "[2](heart.md)",
    ])
    func wordsThatNameTheirGoalAreFine(_ markdown: String) async throws {
        try await expectBody("none", markdown + "\n")
    }

    @Test func vagueWordsInFrontMatterAreTold() async throws {
        try await expect(
            "link.vague",
            toMark: Self.heart.merging([
                "Content/x.md": TemporarySite.page("X", "action: \"Look ⟦[here](heart.md)⟧\"")
            ]) { $1 }, severity: .warning)
    }

    @Test(arguments: [
        ("link.missing-page", "<a href=\"⟦no.md⟧\">heart</a>"),
        ("link.missing-page", "words <a class=x href='⟦/nowhere/⟧'>heart</a>"),
        ("link.missing-anchor", "<a href=\"⟦heart.md#no⟧\">heart</a>"),
        ("link.missing-anchor", "<a href=\"⟦#no⟧\">heart</a>"),
        ("link.case", "<a href=\"⟦Heart.md⟧\">heart</a>"),
        ("link.missing-file", "<a href=⟦no.pdf⟧>heart</a>"),
        ("image.missing", "<div>\n<p>\n<img alt=\"\" src=\"⟦no.png⟧\">\n</p>\n</div>"),
        ("image.missing", "> <img alt=\"\" src=\"⟦heart.md⟧\">"),
        ("image.no-alternative", "⟦<img src=\"https://example.org/a.png\">⟧"),
    ])
    func linksInRawHTMLAreChecked(_ id: String, _ markdown: String) async throws {
        try await expectBody(id, markdown + "\n", settings: "title: T\nhtml: allow\n")
    }

    @Test(arguments: [
        "<a href=\"heart.md#what-helps\">a</a>", "<a href=\"https://example.org/\">a</a>",
        "<a name=\"b\">a</a>",
        "<a href=\"#own\">a</a> <b id=\"own\">c</b>", "<!-- <a href=\"no.md\"> -->", "<a href=\"\">a</a>",
        "<a href=\"mailto:a@example.org\">a</a>", "`<a href=\"no.md\">`",
        "<img alt=\"\" src=\"https://example.org/a.png\">",
    ])
    func soundRawHTMLIsFine(_ markdown: String) async throws {
        try await expectBody("none", markdown + "\n", settings: "title: T\nhtml: allow\n")
    }

    @Test func linksInOmittedHTMLAreCheckedToo() async throws {
        let files = Self.heart.merging(["Content/x.md": TemporarySite.page(body: "<a href=\"no.md\">a</a>\n")]
        ) { $1 }
        let ids = try await Checking.diagnostics(files).map(\.id)
        #expect(ids.sorted() == ["html.raw", "html.raw", "link.missing-page"])
    }

    @Test func linksInRawHTMLBecomeAddresses() async throws {
        let body =
            "<a href=\"../heart.md?a=1&amp;b#what-helps\">a</a> <a href=../heart.md>b</a> <img alt='' src='p.svg'>\n"
        let site = try TemporarySite(
            Self.heart.merging([
                "Content/s/x.md": TemporarySite.page("X", body: body), "Content/s/p.svg": "<svg></svg>",
            ]) { $1 }.merging(TemporarySite.plainTheme) { $1 },
            settings: "title: T\nbaseURL: https://example.org/g/\nhtml: allow\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics)")
        let html = try site.built().text("s/x/index.html")
        #expect(
            html.hasSuffix(
                "<p><a href=\"/g/heart/?a=1&amp;b#what-helps\">a</a> <a href=\"/g/heart/\">b</a> "
                    + "<img alt='' src='/g/s/p.svg'></p>\n"), "\(html)")
    }
}

/// The same heading twice, and heads of tables.
struct OutlineTests {
    private func expectBody(
        _ id: String, _ markdown: String, severity: Diagnostic.Severity = .error,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        try await expect(
            id, toMark: ["Content/x.md": TemporarySite.page("The heart", body: markdown)], severity: severity,
            location: location)
    }

    @Test(arguments: [
        "⟦# The heart⟧\n", "⟦# THE  *heart*⟧\n\n## More\n", "## One\n\n## Two\n\n⟦## One⟧\n",
        "## A\n\n### B\n\n⟦### b⟧\n\n## C\n\n### B\n", "## A\n\n### B\n\n⟦## A⟧\n\n### B\n",
    ])
    func repeatedHeadingIsMarked(_ markdown: String) async throws {
        try await expectBody("heading.duplicate-title", markdown, severity: .warning)
    }

    @Test(arguments: [
        "# Another\n", "## The heart\n", "## A\n\n### Cost\n\n## B\n\n### Cost\n", "## A\n\n### A\n",
        "## A\n\n### B\n\n#### C\n\n### D\n\n#### C\n",
    ])
    func otherHeadingsAreFine(_ markdown: String) async throws {
        try await expectBody("none", markdown)
    }

    @Test(arguments: [
        "⟦| | |\n|---|---|\n| a | b |⟧\n", "⟦|  | b |  |\n|---|---|---|\n| a | b | c |⟧\n",
        "⟦| |\n|---|\n| a |⟧\n",
    ])
    func tableWithoutHeadIsMarked(_ markdown: String) async throws {
        let marked = MarkedText(TemporarySite.page(body: markdown))
        let found = try await Checking.diagnostics(["Content/x.md": marked.text])
        #expect(found.map(\.id) == ["table.no-header"])
        #expect(found.first?.range.start == marked.ranges.first?.start)
    }

    @Test(arguments: [
        "| a | b |\n|---|---|\n|  |  |\n", "| | with | without |\n|---|---|---|\n| better | 69 | 52 |\n",
        "| ![a](https://example.org/x.png) | b |\n|---|---|\n| c | d |\n",
    ])
    func tableWithHeadIsFine(_ markdown: String) async throws {
        try await expectBody("none", markdown)
    }
}
