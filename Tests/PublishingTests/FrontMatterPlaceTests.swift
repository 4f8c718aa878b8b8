import Markup
import TestSupport
import Testing

@testable import Publishing

/// What is wrong in a value of the front matter is told at its very words, however the value is written.
struct FrontMatterPlaceTests {
    private static let values = [
        "mainMessage: Go to ⟦[the heart](no.md)⟧ now",
        "mainMessage: Ä go to ⟦[the heart](no.md)⟧",
        "mainMessage: Go\n  to\n  the ⟦[big heart](no.md)⟧ now",
        "mainMessage: 'It''s ⟦[the heart](no.md)⟧'",
        "mainMessage: \"Say \\\"Ä\\\" \\u00e9 ⟦[the heart](no.md)⟧\"",
        "mainMessage: \"Go \\\n  on to ⟦[the heart](no.md)⟧\"",
        "mainMessage: >-\n  Ä folded\n  line with ⟦[the heart](no.md)⟧ in it",
        "mainMessage: |\n  One line,\n  two: ⟦[the heart](no.md)⟧\n\n  Three.",
        "mainMessage: &a Ä ⟦[the heart](no.md)⟧\naction: Then rest",
        "askYourClinic: [Ask this, 'Ä ⟦[the heart](no.md)⟧', 'then ⟦[it all](no.md)⟧']",
        "changes: [{date: 2026-11-23, note: 'New: ⟦[the heart](no.md)⟧'}]",
        "harms:\n  - >\n    Ä folded\n\n    twice ⟦[the heart](no.md)⟧\n  - and ⟦[again so](no.md)⟧",
    ]

    @Test(arguments: values)
    func brokenLinksAreToldAtTheirWords(_ value: String) async throws {
        try await expect(
            "link.missing-page", toMark: ["Content/a.md": "---\ntitle: Ä\n\(value)\n---\n\nWords.\n"])
    }

    @Test func linesEndAsTheyMay() async throws {
        let text = "---\r\ntitle: T\r\naction: >\r\n  Ä folded\r\n  ⟦[the heart](no.md)⟧\r\n---\r\n"
        try await expect("link.missing-page", toMark: ["Content/a.md": text])
    }

    @Test func headingsAndCitationsAreToldAtTheirWords() async throws {
        try await expect(
            "link.missing-anchor",
            toMark: ["Content/a.md": "---\ntitle: T\naction: 'It''s ⟦[the heart](a.md#no)⟧'\n---\n"])
        try await expect(
            "citation.unknown",
            toMark: ["Content/a.md": "---\ntitle: T\naction: >-\n  It is\n  so [⟦@no⟧]\n---\n"])
        try await expect(
            "html.raw", toMark: ["Content/a.md": "---\ntitle: T\naction: \"Ä ⟦<b>⟧ words\"\n---\n"],
            severity: .warning)
        try await expect(
            "link.vague",
            toMark: ["Content/a.md": "---\ntitle: T\naction: Read ⟦[here](https://example.org)⟧\n---\n"],
            severity: .warning)
    }

    @Test(arguments: [
        "kind: ⟦'tret''ment'⟧", "kind: ⟦\"tret\\u00e9ment\"⟧", "kind: ⟦tret\n  ment⟧",
        "kind: ⟦>\n  tret\n  ment⟧",
        "kind: ⟦Ä b⟧", "kind: ⟦\"Ä\n  b\"⟧",
    ])
    func valuesAreToldAsAWhole(_ value: String) async throws {
        try await expect("key.type", toMark: ["Content/a.md": "---\ntitle: T\n\(value)\n---\n"])
    }

    @Test(arguments: [
        "changes:\n  - date: 2026-01-01\n    note: a\n  - date: 2026-01-01\n    note: b\n    ⟦date⟧: 2026-01-02",
        "search: {exclude: true, ⟦exclude⟧: false}", "search: {exclude: true,\n  ⟦exclude⟧: false}",
        "draft: true\nsearch: {keywords: draft}\n⟦\"draft\"⟧: false",
    ])
    func keyThatStandsTwiceIsToldWhereItDoesSo(_ value: String) async throws {
        try await expect("yaml.syntax", toMark: ["Content/a.md": "---\ntitle: T\n\(value)\n---\n"])
    }
}
