import Foundation
import TestSupport
import Testing

/// `check --external`, against a server on this machine.
struct ExternalLinkTests {
    private func server() throws -> LoopbackServer {
        try LoopbackServer { _, path in
            switch path {
            case let path where path.hasPrefix("/moved"): .redirect(301, to: "/new")
            case let path where path.hasPrefix("/dead"): .status(404)
            default: .status(200)
            }
        }
    }

    @Test func deadLinksAreWarningsAndAfterAFortnightErrors() throws {
        let server = try server()
        let body =
            "[The label](\(server.address("/dead#part"))) and [more of it](\(server.address("/fine"))).\n"
        let site = try TemporarySite(["Content/a.md": TemporarySite.page(body: body)])
        func check(_ date: String, _ options: String...) throws -> Program.Run {
            try Program.run(["check", "--quiet", "--date", date] + options, in: site.path)
        }
        #expect(try check("2026-11-01").status == 0)
        #expect(server.questions.isEmpty && !site.folder.exists(".materia"))
        let first = try check("2026-11-01", "--external")
        #expect(first.status == 0)
        let words = "warning: '\(server.address("/dead"))' is dead: not found (404) [link.external]"
        #expect(first.errors.hasPrefix("Content/a.md:5:1: \(words)\n    [The label]"), "\(first.errors)")
        #expect(try check("2026-11-14", "--external").errors.contains(", and has been for 13 days [link"))
        #expect(try check("2026-11-14", "--external", "--strict").status == 1)
        let late = try check("2026-11-15", "--external")
        #expect(late.status == 1 && late.errors.contains(": error: "), "\(late.errors)")
        let kept = try site.folder.text(".materia/links.json")
        #expect(
            kept.contains("\"deadSince\": \"2026-11-01\"") && kept.contains("\"checked\": \"2026-11-15\""))
        let asked = server.questions.count
        _ = try Program.run("build", "--date", "2026-11-15", in: site.path)
        _ = try check("2026-11-15")
        #expect(server.questions.count == asked)
    }

    @Test func linkThatCameBackBeginsAnew() throws {
        let site = try TemporarySite()
        let port: UInt16
        do {
            let server = try LoopbackServer { _, _ in .status(200) }
            port = server.port
            try site.write(
                TemporarySite.page(body: "[The label](\(server.address("/a"))).\n"), to: "Content/a.md")
            try site.write(
                "{\"links\": {\"\(server.address("/a"))\": {\"checked\": \"2026-01-01\", \"deadSince\": \"2026-01-01\"}}}",
                to: ".materia/links.json")
            #expect(try site.run("check", "--external", "--quiet").errors.isEmpty)
        }
        let run = try Program.run("check", "--external", "--date", "2027-01-01", in: site.path)
        #expect(run.status == 0 && run.errors.contains(": warning: 'http://127.0.0.1:\(port)/a' is dead: "))
        try site.write("no JSON", to: ".materia/links.json")
        #expect(try site.run("check", "--external").status == 0)
    }

    @Test func linksOfWordsFrontMatterAndDataHaveTheirPlaces() throws {
        let server = try server()
        let moved = server.address("/moved")
        let site = try TemporarySite(
            [
                "Content/a.md": """
                ---
                title: Ä
                description: Words
                date: 2026-01-01
                mainMessage: >-
                  Ä folded
                  line with [a label](\(moved)?1) in it
                askYourClinic: ["Is \\"Ä\\" at \(moved)?2"]
                params: {source: '\(moved)?3'}
                ---

                | Ä | \(moved)?4 |
                | --- | --- |

                Ä <a href="\(moved)?5">words</a> and [mail us](mailto:a@example.org).
                """,
                "Content/Data/references.json":
                    "[{\"id\": \"a\", \"type\": \"article\", \"title\": \"T\", \"URL\": \"\(moved)?6\"}]",
                "Content/Data/crisis.yaml":
                    "message: \"Ä {lines} [a map](\(moved)?7)\"\nlines:\n- {name: N, call: '1', verifiedOn: 2026-11-20, "
                    + "sourceURL: \(moved)?8}\n",
                "Content/Data/glossary.csv": "term,aliases,definition,category\nÄa,,Ä \(moved)?9 x,\n",
            ],
            settings:
                "title: T\nprofile: health\nbaseURL: https://example.org/\norganisation: {url: \(moved)?10}\n"
                + "checks: {html: off}\n")
        let run = try site.run("check", "--external", "--format", "json", "Content/a.md")
        let all = try site.run("check", "--external", "--format", "json")
        struct Report: Decodable {
            struct Entry: Decodable {
                let id, message, help, file: String
                let line, column, endLine, endColumn: Int
            }
            let diagnostics: [Entry]
        }
        let found = try JSONDecoder().decode(Report.self, from: Data(all.output)).diagnostics.filter {
            $0.id == "link.external"
        }
        let here = try JSONDecoder().decode(Report.self, from: Data(run.output)).diagnostics.filter {
            $0.id == "link.external"
        }
        #expect(here.map(\.message) == found.filter { $0.file == "Content/a.md" }.map(\.message))
        var expected: Set<String> = []
        for number in 1...10 {
            let entry = try #require(
                found.first { $0.message == "'\(moved)?\(number)' has moved" }, "\(number)")
            #expect(entry.help == "write '\(server.address("/new"))'" && entry.line == entry.endLine)
            let line = try site.folder.text(entry.file).components(separatedBy: "\n")[entry.line - 1]
            let words = Array(line.utf8)[(entry.column - 1)..<(entry.endColumn - 1)]
            expected.insert("\(number): \(String(decoding: words, as: UTF8.self))")
        }
        let url = moved
        #expect(
            expected == [
                "1: [a label](\(url)?1)", "2: \(url)?2", "3: \(url)?3", "4: \(url)?4", "5: \(url)?5",
                "6: \"\(url)?6\"", "7: [a map](\(url)?7)", "8: \(url)?8", "9: \(url)?9", "10: \(url)?10",
            ], "\(expected.sorted())")
        #expect(found.count == 10)
    }

    @Test func nothingIsSentWhereSettingsHaveTheCheckOff() throws {
        let server = try server()
        let site = try TemporarySite(
            ["Content/a.md": TemporarySite.page(body: "[The label](\(server.address("/dead"))).\n")],
            settings: "title: T\nchecks: {link.external: off}\n")
        #expect(try site.run("check", "--external", "--strict").status == 0)
        #expect(server.questions.isEmpty)
        try site.write("title: T\nbaseURL: \(server.address("/"))\n", to: "materia.yaml")
        #expect(try site.run("check", "--external", "--strict").status == 0)
        #expect(server.questions.isEmpty)
    }
}
