import TestSupport
import Testing

@testable import Publishing

/// R-13: nothing is fetched from other hosts.
struct PrivacyTests {
    private static let crisis =
        "message: Help\nlines: [{country: US, name: 988, call: \"988\", verifiedOn: 2026-11-23, sourceURL: \"https://988lifeline.org\"}]\n"

    private func found(
        _ files: [String: String], profile: String = "health", baseURL: String = "https://example.org/g/"
    ) async throws -> [String] {
        let settings = "title: T\nprofile: \(profile)\nbaseURL: \(baseURL)\nchecks: {html: off}\n"
        let site = try TemporarySite(
            files.mapValues { MarkedText($0).text }.merging([CrisisData.path: Self.crisis]) {
                $0 + $1.dropFirst($1.count)
            },
            settings: settings)
        return Checking.describe(
            try await Checking.diagnostics(site).filter { $0.id == "privacy.third-party" }
        ).sorted()
    }

    private func expectMarked(_ text: String, in path: String, location: SourceLocation = #_sourceLocation)
        async throws
    {
        let expected = MarkedText(text).ranges.map {
            "\(path):\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column) [privacy.third-party]"
        }
        #expect(try await found([path: text]) == expected.sorted(), sourceLocation: location)
    }

    private static func page(_ body: String) -> String {
        TemporarySite.page("X", "description: About x\ndate: 2026-11-23", body: body + "\n")
    }

    @Test(arguments: [
        "⟦![a](https://cdn.example.net/a.png)⟧", "⟦![a](//cdn.example.net/a.png)⟧",
        "⟦![a][r]⟧\n\n[r]: http://x.net/a.png",
        "<img src=\"⟦https://x.net/a.png⟧\" alt=\"\">", "<iframe src='⟦https://video.net/embed/1⟧'></iframe>",
        "<script src=⟦//x.net/a.js⟧></script>", "<link rel=\"stylesheet\" href=\"⟦https://fonts.net/css⟧\">",
        "words <img srcset=\"⟦a.png 1x, https://x.net/b.png 2x⟧\" alt=\"\">",
        "<style>\n@import '⟦https://x.net/a.css⟧';\nb {background: url(⟦https://x.net/b.png⟧)}\n</style>",
        "<p style=\"⟦background:url('https://x.net/b.png')⟧\">a</p>",
        "<video poster=\"⟦https://x.net/p.jpg⟧\"></video>",
        "<object data=\"⟦https://x.net/a⟧\"></object>", "<form action=\"⟦https://x.net/⟧\"></form>",
        "<script>fetch('⟦https://x.net/log⟧')</script>", "<img src=\"⟦https&colon;//x.net/a⟧\" alt=\"\">",
        "<img src=\"⟦\\\\x.net\\a⟧\" alt=\"\">", "<a href=\"https://x.net\" ping=\"⟦https://y.net⟧\">a</a>",
        "<meta http-equiv=\"refresh\" content=\"⟦0;url=https://x.net/⟧\">",
    ])
    func whatAPageFetchesIsMarked(_ body: String) async throws {
        try await expectMarked(Self.page(body), in: "Content/x.md")
    }

    @Test(arguments: [
        "[a link](https://x.net/)", "<https://x.net/>", "<a href=\"https://x.net\">a link</a>",
        "<link rel=\"canonical\" href=\"https://x.net/\">", "`<img src=\"https://x.net/a.png\">`",
        "<!-- <img src=\"https://x.net/a.png\"> -->", "<img src=\"https://example.org/g/a.png\" alt=\"\">",
        "<p style=\"color: red\">https://x.net (not fetched)</p>", "<div cite=\"https://x.net\">a</div>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "<p title=\"https://x.net\">a</p>",
    ])
    func linksAndOwnFilesAreFine(_ body: String) async throws {
        try await expectMarked(Self.page(body), in: "Content/x.md")
    }

    @Test(arguments: [
        (
            "Public/a.css",
            "/* url(https://a.net) */ @import url(⟦https://x.net/a.css⟧);\n@font-face {src: url(\"⟦//f.net/f.woff2⟧\")}"
        ),
        (
            "Public/a.css",
            "@namespace url(http://www.w3.org/1999/xhtml);\na::after {content: \"https://x.net\"}\nb {background: url(b.png) url(data:x)}"
        ),
        ("Public/a.css", "b {background: image-set(\"⟦https://x.net/a.png⟧\" 1x, \"b.png\" 2x)}"),
        ("Public/a.css", "b {background: url(⟦\\68ttps://x.net/a.png⟧)}"),
        (
            "Public/a.js",
            "// https://a.net\nimport x from \"⟦https://x.net/x.js⟧\";\nnew Image().src = `⟦https://y.net/${x}⟧`;"
        ),
        (
            "Public/a.js",
            "const ns = \"http://www.w3.org/2000/svg\"; a.href = \"https://x.net\"; const r = /\"https:\\/\\//; let c = '//';"
        ),
        ("Public/a.js", "const api = '⟦https://x.net/api⟧'\nfetch(api)\n/* fetch('https://z.net') */"),
        ("Public/a.js", "e.innerHTML = \"⟦<img src='https://x.net/a.png'>⟧\""),
        (
            "Public/a.html",
            "<!doctype html><link rel=icon href=⟦https://x.net/i.png⟧><a href=\"https://x.net\">a</a>"
        ),
        (
            "Public/a.svg",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><image xlink:href=\"⟦https://x.net/a.png⟧\"/><a href=\"https://x.net\"/><path fill=\"⟦url(https://x.net/f#a)⟧\"/></svg>"
        ),
        ("Content/a.svg", "<svg><style>@import \"⟦https://x.net/a.css⟧\";</style></svg>"),
        (
            "Templates/partials/extra.mustache",
            "{{! <img src=\"https://x.net/a\"> }}<img src=\"⟦https://x.net/{{page.title}}⟧\">\n<a href=\"{{site.url}}\">a</a><img src=\"https://{{site.root}}\">"
        ),
    ])
    func otherFilesAreLookedThrough(_ path: String, _ text: String) async throws {
        try await expectMarked(text, in: path)
    }

    @Test func itIsARuleOfTheHealthProfile() async throws {
        #expect(try await found(["Public/a.css": "@import 'https://x.net/a.css';"], profile: "plain").isEmpty)
    }

    @Test func builtInThemeAsksNothing() async throws {
        let site = try await Checking.site(
            [CrisisData.path: Self.crisis], settings: "title: T\nprofile: health\n")
        let files = ThirdPartyFiles(site: site)
        #expect(BuiltInTheme.files.flatMap { files.diagnostics(in: $0) }.isEmpty)
    }
}

/// R-1: lines that nobody has checked for long.
struct CrisisCheckTests {
    private func found(_ lines: String, message: String = "Help", on day: String) async throws -> [String] {
        let site = try TemporarySite(
            [CrisisData.path: "message: \"\(message)\"\nlines:\n\(lines)"],
            settings: "title: T\nprofile: health\n")
        let date = try #require(CalendarDate(day))
        return try await Pipeline(site: site.path, date: date).check().diagnostics.map {
            "\($0.range.start.line):\($0.range.start.column) \($0.severity.rawValue) \($0.id)"
        }
    }

    @Test(arguments: [
        ("2026-01-01", [String]()), ("2026-03-01", []), ("2026-03-02", ["3:23 warning crisis.stale"]),
        ("2026-03-31", ["3:23 warning crisis.stale"]), ("2026-04-01", ["3:23 error crisis.stale"]),
        ("2027-04-01", ["3:23 error crisis.stale"]), ("2025-12-01", []),
    ])
    func ageCountsInDays(_ day: String, _ expected: [String]) async throws {
        let line = "  - {verifiedOn:      2026-01-01, name: A, call: \"1\", sourceURL: \"https://a.org\"}\n"
        #expect(try await found(line, on: day) == expected)
    }

    @Test func addressesAreWhole() async throws {
        let line = "  - {name: A, chat: a.org, verifiedOn: 2026-01-01, sourceURL: \"see a.org\"}\n"
        #expect(try await found(line, on: "2026-01-01") == ["3:21 error key.type", "3:63 error key.type"])
    }

    @Test(arguments: ["call: \"1\"", "text: \"1\"", "chat: \"https://a.org\"", "email: a@a.org", ""])
    func aLineIsReachedSomehow(_ way: String) async throws {
        let line =
            "  - {name: A, \(way.isEmpty ? "" : way + ", ")verifiedOn: 2026-01-01, sourceURL: \"https://a.org\"}\n"
        #expect(try await found(line, on: "2026-01-01") == (way.isEmpty ? ["3:5 error key.missing"] : []))
    }

    @Test func messageLinksLeadSomewhereFromEverywhere() async throws {
        let line = "  - {name: A, call: \"1\", verifiedOn: 2026-01-01, sourceURL: \"https://a.org\"}\n"
        let message = "[a](x.md) ![b](https://x.net/b.png) [c](tel:1) [d](https://d.org)"
        #expect(
            try await found(line, message: message, on: "2026-01-01") == [
                "1:10 error link.missing-page", "1:10 error privacy.third-party",
            ])
    }
}
