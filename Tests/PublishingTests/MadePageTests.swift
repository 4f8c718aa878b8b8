import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Pages that no file stands for say what they are, and which languages they are in, as articles do.
struct MadePageTests {
    private static let settings =
        "title: T\nbaseURL: https://example.org/g/\nprofile: health\nchecks: {readability: off}\n"
    private static let files = [
        "Content/Data/crisis.yaml": """
        message: "Help {lines}"
        lines: [{country: US, name: Line, call: "988", verifiedOn: 2026-11-20, sourceURL: https://example.org}]
        """,
        "Content/Data/glossary.csv": "term,aliases,definition,category\nword,,What one says.,\n",
        "Content/safety/one.md": TemporarySite.page(
            "One", "description: D\ndate: 2026-01-01\nkind: safety\ntags: [t]\naliases: [/1/]"),
        "Content/safety/one.es.md": TemporarySite.page(
            "Uno", "description: D\ndate: 2026-01-01\nkind: safety"),
        "Content/other/two.md": TemporarySite.page("Two", "description: D\ndate: 2026-01-01"),
        "Content/other/gone.md": TemporarySite.page(
            "Gone", "description: D\ndate: 2026-01-01\nwithdrawn: {date: 2026-02-02, reason: x}"),
    ]

    private func built(_ changes: [String: String] = [:]) async throws -> Tree {
        let site = try TemporarySite(Self.files.merging(changes) { $1 }, settings: Self.settings)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        return try site.built()
    }

    private func graph(_ html: String) throws -> [[String: Any]] {
        let start = "<script type=\"application/ld+json\">"
        let script = try #require(
            html.split(separator: start).dropFirst().first?.split(separator: "</script>").first)
        let json = try JSONSerialization.jsonObject(with: Data(script.utf8)) as? [String: Any]
        return json?["@graph"] as? [[String: Any]] ?? []
    }

    @Test(arguments: [
        ("a-z", "CollectionPage"), ("glossary", "CollectionPage"), ("tags", "CollectionPage"),
        ("tags/t", "CollectionPage"), ("updates", "CollectionPage"), ("safety", "CollectionPage"),
        ("search", "SearchResultsPage"), ("crisis", "WebPage"), ("handbook", "WebPage"),
        ("es/a-z", "CollectionPage"),
    ])
    func machinesAreToldWhatItIsAndTheWayThere(_ folder: String, _ type: String) async throws {
        let graph = try graph(try await built().text(folder + "/index.html"))
        #expect(graph.first?["@type"] as? String == type)
        #expect(graph.first?["url"] as? String == "https://example.org/g/\(folder)/")
        #expect(graph.last?["@type"] as? String == "BreadcrumbList")
        let places = graph.last?["itemListElement"] as? [[String: Any]] ?? []
        #expect(places.last?["item"] as? String == "https://example.org/g/\(folder)/")
    }

    @Test func aPageInTwoLanguagesNamesBoth() async throws {
        let tree = try await built()
        for (page, other, name) in [("a-z", "/g/es/a-z/", "Español"), ("es/a-z", "/g/a-z/", "English")] {
            let html = tree.text(page + "/index.html")
            for (language, path) in [("en", "a-z/"), ("es", "es/a-z/"), ("x-default", "a-z/")] {
                #expect(html.contains("hreflang=\"\(language)\" href=\"https://example.org/g/\(path)\""))
            }
            #expect(html.contains("<a href=\"\(other)\"") && html.contains(">\(name)</a>"))
        }
        #expect(!tree.text("tags/t/index.html").contains("hreflang"))
        #expect(!tree.text("404.html").contains("hreflang"))
    }

    @Test func nothingIsPrintedEmpty() async throws {
        let tree = try await built([
            "Content/index.md": TemporarySite.page("Home", "description: D\ndate: 2026-01-01")
        ])
        // What search.js fills stands there empty.
        for path in tree.paths where path.hasSuffix(".html") && !path.contains("search/") {
            let html = tree.text(path).replacing(/>\s+</) { _ in "><" }
            for name in ["ul", "ol", "dl", "nav", "section", "aside"] {
                let found = html.firstMatch(of: try Regex("<\(name)( [^>]*)?></\(name)>"))
                #expect(found == nil, "\(path): \(found.map { html[$0.range] } ?? "")")
            }
        }
    }

    @Test func whatIsInAnotherLanguageThanThePageSaysSo() async throws {
        let tree = try await built()
        let mark = "lang=\"en\" dir=\"auto\""
        let crisis = tree.text("es/crisis/index.html")
        #expect(crisis.contains("<div \(mark)>\n<p>Help") && crisis.contains("<strong \(mark)>Line</strong>"))
        #expect(tree.text("es/glossary/index.html").contains("<dd \(mark)>What one says.</dd>"))
        for page in ["crisis", "glossary"] { #expect(!tree.text(page + "/index.html").contains(mark)) }
    }

    @Test func paperHasTheShortestAddress() async throws {
        let tree = try await built()
        #expect(tree.text("safety/one/index.html").contains("<strong>example.org/g/1</strong>"))
        #expect(tree.text("a-z/index.html").contains("<strong>example.org/g/a-z</strong>"))
    }
}

/// What the program that works without a network is told.
struct ServiceWorkerTests {
    private func built(_ body: String = "Text.\n", extra: [String: String] = [:]) async throws -> (
        String, [String: Any]
    ) {
        let files = [
            "Content/Data/crisis.yaml": """
            message: "Help {lines}"
            lines: [{country: US, name: Line, call: "988", verifiedOn: 2026-11-20, sourceURL: https://example.org}]
            """,
            "Content/safety/one.md": TemporarySite.page(
                "One", "description: D\ndate: 2026-01-01\nkind: safety", body: body),
            "Content/other/two.md": TemporarySite.page("Two", "description: D\ndate: 2026-01-01"),
            "Content/other/gone.md": TemporarySite.page(
                "Gone", "description: D\ndate: 2026-01-01\nwithdrawn: {date: 2026-02-02, reason: x}"),
        ]
        let site = try TemporarySite(
            files.merging(extra) { $1 },
            settings:
                "title: T\nbaseURL: https://example.org/g/\nprofile: health\nchecks: {readability: off}\n")
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        let tree = try site.built()
        #expect(outcome.files == tree.files.count)
        let text = tree.text("sw.js")
        let line = text.split(separator: "\n").first?.dropFirst("self.build = ".count).dropLast() ?? ""
        let facts = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return (text, facts ?? [:])
    }

    @Test func helpInACrisisAndWhatCanGoWrongAreKeptAhead() async throws {
        let (_, facts) = try await built()
        #expect(
            facts["core"] as? [String] == ["crisis/", "site.css", "icon.svg", "notes.js", "search-box.js"])
        let ahead = (facts["ahead"] as? [[String: Any]])?.first
        #expect(ahead?["folder"] as? String == "")
        let paths = ahead?["paths"] as? [String] ?? []
        #expect(paths.prefix(3) == ["safety/", "safety/one/", "search/"])
        #expect(paths.contains("search.js") && paths.contains("search/index.bin"))
        #expect(paths.contains { $0.hasPrefix("search/") && $0.hasSuffix("/first.bin") })
        #expect(!paths.contains("other/two/"))
        #expect(facts["gone"] as? [String] == ["other/gone/"])
    }

    @Test func anotherBuildIsAnotherProgram() async throws {
        let (first, facts) = try await built()
        let (same, _) = try await built()
        let (other, others) = try await built("Other text.\n")
        #expect(first == same && first != other)
        #expect(facts["version"] as? String != others["version"] as? String)
        let (styled, _) = try await built(extra: ["Public/css/mine.css": "p { color: red }\n"])
        #expect(styled != first)
    }

    @Test func aSiteMayHaveItsOwn() async throws {
        let (text, facts) = try await built(extra: ["Public/sw.js": "// Mine\n"])
        #expect(text.hasSuffix("};\n// Mine\n") && facts["version"] != nil)
    }
}
