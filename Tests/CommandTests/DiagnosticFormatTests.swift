import Foundation
import TestSupport
import Testing

/// What is told, in which form, on which stream.
struct DiagnosticFormatTests {
    private static let page = "---\ntitle: Ünï\n---\n\nÄ [lung](../x.md) and <b>.\n"
    private static let text = """
        Content/a.md:5:4: error: there is no page at '../x.md' [link.missing-page]
            Ä [lung](../x.md) and <b>.
              ^^^^^^^^^^^^^^^
        help: correct the link, or add the page
        Content/a.md:5:24: warning: the HTML '<b>' is left out of the page [html.raw]
            Ä [lung](../x.md) and <b>.
                                  ^^^
        help: write it as Markdown, or set 'html: allow' in materia.yaml

        """

    private func site() throws -> TemporarySite { try TemporarySite(["Content/a.md": Self.page]) }

    @Test(arguments: ["build", "check"])
    func textGoesToStandardError(_ verb: String) throws {
        let run = try site().run(verb, "--quiet")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors == Self.text)
    }

    @Test(arguments: ["build", "check"])
    func summaryIsLeftOutWhenQuiet(_ verb: String) throws {
        let run = try site().run(verb)
        #expect(run.errors.hasPrefix(Self.text))
        #expect(run.errors.dropFirst(Self.text.count).contains("1 error and 1 warning"))
        let sound = try TemporarySite(["Content/a.md": TemporarySite.page()])
        let quiet = try sound.run(verb, "--quiet")
        #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty)
        #expect(!(try sound.run(verb).errors.isEmpty))
    }

    @Test(arguments: ["build", "check"])
    func jsonGoesToStandardOutput(_ verb: String) throws {
        struct Report: Decodable {
            struct Entry: Decodable {
                let id, severity, message, help, file: String
                let line, column, endLine, endColumn: Int
            }
            let errors, warnings: Int
            let diagnostics: [Entry]
        }
        let run = try site().run(verb, "--quiet", "--format", "json")
        #expect(run.status == 1 && run.errors.isEmpty)
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output))
        #expect(report.errors == 1 && report.warnings == 1)
        let first = try #require(report.diagnostics.first)
        #expect(report.diagnostics.map(\.id) == ["link.missing-page", "html.raw"])
        #expect("\(first.line):\(first.column)-\(first.endLine):\(first.endColumn)" == "5:4-5:19")
        #expect(first.file == "Content/a.md" && first.severity == "error")
        let sound = try TemporarySite(["Content/a.md": TemporarySite.page()]).run(
            verb, "--quiet", "--format", "json")
        #expect(sound.status == 0)
        #expect(try JSONDecoder().decode(Report.self, from: Data(sound.output)).diagnostics.isEmpty)
    }

    @Test func gitHubGetsItsCommands() throws {
        let expected =
            "::error file=Content/a.md,line=5,col=4,title=link.missing-page::"
            + "there is no page at '../x.md'; correct the link, or add the page\n"
        for environment in [[:], ["GITHUB_ACTIONS": "true"]] {
            let arguments = environment.isEmpty ? ["check", "--format", "github"] : ["check"]
            let site = try site()
            let run = try Program.run(arguments, in: site.path, environment: environment)
            withExtendedLifetime(site) {}
            #expect(run.status == 1)
            #expect(run.text.hasPrefix(expected), "\(run.text)")
            #expect(run.text.split(separator: "\n").count == 2)
        }
        let site = try site()
        try site.write("---\ntitle: a\nkind: \"50%\\n,:\"\n---\n", to: "Content/b, c.md")
        let run = try site.run("check", "--format", "github")
        #expect(run.text.contains("file=Content/b%2C c.md"), "\(run.text)")
        #expect(run.text.contains("50%25 ,:"), "\(run.text)")
        // In a folder of the repository, the repository's paths.
        // In a folder of the repository, the repository's paths, however the folder was typed.
        for typed in ["site", "site/", "./site", "./site/", "site/../site", site.path] {
            let inner = try Program.run("check", "--format", "github", "--site", typed, in: site.path + "/..")
            #expect(inner.text.hasPrefix("::error file=site/Content/a.md,"), "\(typed): \(inner.text)")
        }
        let elsewhere = try Program.run(
            "check", "--format", "github", "--site", "..", in: site.path + "/Content")
        #expect(elsewhere.text.hasPrefix("::error file=Content/a.md,"), "\(elsewhere.text)")
    }

    @Test func gitHubShowsTenOfAKindAndTheSummaryTheRest() throws {
        let links = (1...13).map { "[a|b](no\($0).md) <b>" }.joined(separator: "\n\n")
        let site = try TemporarySite(["Content/a.md": TemporarySite.page(body: links + "\n")])
        try site.write("Before.\n", to: "summary.md")
        let run = try site.run(
            "check", "--format", "github", environment: ["GITHUB_STEP_SUMMARY": site.path + "/summary.md"])
        let lines = run.text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
        #expect(lines.count == 26, "\(run.text)")
        let summary = try site.folder.text("summary.md")
        #expect(summary.hasPrefix("Before.\n### materia: 6 more\n"))
        for number in 11...13 { #expect(summary.contains("no\(number).md"), "\(summary)") }
        #expect(!summary.contains("no10.md") && summary.contains("'\\<b\\>'"), "\(summary)")
        let few = try self.site()
        let none = try few.run(
            "check", "--format", "github", environment: ["GITHUB_STEP_SUMMARY": few.path + "/summary.md"])
        #expect(none.status == 1 && !few.folder.exists("summary.md"))
    }

    @Test func sameProblemIsToldOnceWithItsPlaces() throws {
        let body = "[x](no.md)\n\nand [x](no.md) [x](no.md)\n\n[y](nono.md)\n"
        let site = try TemporarySite(["Content/a.md": TemporarySite.page(body: body)])
        let text = try site.run("check", "--quiet").errors
        #expect(text.contains("^^^^^^^^^^\nand in 2 more places: 7:5, 7:16\nhelp: "), "\(text)")
        #expect(text.components(separatedBy: "error: ").count == 3)
        #expect(try site.run("check").errors.contains("1 page: 4 errors"))
        let json = try site.run("check", "--format", "json").text
        #expect(json.components(separatedBy: "link.missing-page").count == 5)
    }

    @Test func sarifCountsColumnsInUTF16() throws {
        let run = try site().run("check", "--quiet", "--format", "sarif")
        #expect(run.status == 1 && run.errors.isEmpty)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        #expect(root["version"] as? String == "2.1.0")
        let first = try #require((root["runs"] as? [[String: Any]])?.first)
        let results = try #require(first["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["link.missing-page", "html.raw"])
        let locations = results[0]["locations"] as? [[String: Any]]
        let place = locations?.first?["physicalLocation"] as? [String: Any]
        let region = try #require(place?["region"] as? [String: Int])
        #expect(region == ["startLine": 5, "startColumn": 3, "endLine": 5, "endColumn": 18])
        let artifact = place?["artifactLocation"] as? [String: String]
        #expect(artifact == ["uri": "Content/a.md", "uriBaseId": "%SRCROOT%"])
        let driver = (first["tool"] as? [String: Any])?["driver"] as? [String: Any]
        let rules = try #require(driver?["rules"] as? [[String: Any]])
        #expect(rules.map { $0["id"] as? String } == ["html.raw", "link.missing-page"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [1, 0])
        let help = try #require(rules[1]["help"] as? [String: String])
        #expect(help["text"]?.contains("Correct the path") == true && help["markdown"] != nil)
    }

    @Test(arguments: [
        ([:], false), (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false),
        (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true), (["TERM": "dumb"], false),
        (["TERM": "xterm"], false),
    ])
    func colourIsAskedFor(_ environment: [String: String], _ isColoured: Bool) throws {
        let run = try site().run("check", environment: environment)
        #expect(run.errors.contains("\u{1B}[") == isColoured)
        let json = try site().run("check", "--format", "json", environment: environment)
        #expect(!json.text.contains("\u{1B}"))
    }

    /// What is in a file may not steer the terminal.
    @Test func controlCharactersAreNotPrinted() throws {
        let site = try TemporarySite([
            "Content/a.md": "---\ntitle: a\n---\n\n\u{1B}[31m[x](no.md)\u{7}\t\u{9B}\n"
        ])
        let run = try site.run("check")
        #expect(
            !run.errors.contains("\u{1B}") && !run.errors.contains("\u{7}") && !run.errors.contains("\u{9B}"))
        let named = try TemporarySite(["Content/a.md": "---\ntitle: a\nkind: \"\\e[31mred\"\n---\n"])
        let message = try named.run("check").errors
        #expect(!message.contains("\u{1B}"))
    }

    @Test func caretsStandUnderTheWords() throws {
        let site = try TemporarySite(["Content/a.md": "---\ntitle: a\n---\n\n日本\t[x](no.md)\n"])
        let lines = try site.run("check", "--quiet").errors.split(separator: "\n").map(String.init)
        #expect(lines[1] == "    日本 [x](no.md)")
        #expect(lines[2] == "         ^^^^^^^^^^")
    }

    @Test(arguments: [
        // What stands before the link, what is shown of it, and the spaces before the carets.
        ("a\t\te\u{301}u\u{308} ", "a  e\u{301}u\u{308} ", 6), ("👩‍👩‍👧 🇪🇸 ", "👩‍👩‍👧 🇪🇸 ", 6), ("한국어 ", "한국어 ", 7),
        ("ﾊﾝ ＡＢ ", "ﾊﾝ ＡＢ ", 8), ("a\u{200B}b ", "a\u{200B}b ", 3),
        (String(repeating: "word ", count: 2_000), String(repeating: "word ", count: 16), 80),
    ])
    func caretsStandUnderTheWordsOfAnyScript(_ before: String, _ shown: String, _ spaces: Int) throws {
        let tail = String(repeating: " word", count: 2_000)
        let site = try TemporarySite([
            "Content/a.md": TemporarySite.page(body: "x\n\(before)[x](no.md)\(tail)\n")
        ])
        let lines = try site.run("check", "--quiet").errors.components(separatedBy: "\n")
        #expect(lines[1].hasPrefix("    \(shown)[x](no.md) word"), "\(lines[1])")
        #expect(lines[1].count < 200, "\(lines[1].count)")
        #expect(lines[2] == "    " + String(repeating: " ", count: spaces) + "^^^^^^^^^^", "\(lines[2])")
    }

    @Test func checkMayTellOfSomeFilesOnly() throws {
        let site = try site()
        try site.write(TemporarySite.page("B", body: "[x](no.md)\n"), to: "Content/b.md")
        try site.write(TemporarySite.page("C"), to: "Content/c.md")
        let one = try site.run("check", "Content/b.md", "--quiet")
        #expect(one.status == 1 && one.errors.hasPrefix("Content/b.md:5:1: error"))
        #expect(!one.errors.contains("Content/a.md"))
        #expect(try site.run("check", "Content/c.md").status == 0)
        #expect(try site.run("check", "Content/c.md", "Content/a.md").status == 1)
        let fromElsewhere = try Program.run(
            "check", "--site", site.path, site.path + "/Content/c.md", in: "/")
        #expect(fromElsewhere.status == 0, "\(fromElsewhere.errors)")
    }
}
