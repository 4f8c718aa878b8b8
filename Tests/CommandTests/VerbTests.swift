import Foundation
import TestSupport
import Testing

struct ListTests {
    private func site() throws -> TemporarySite {
        let site = try TemporarySite.sample()
        try site.write(
            TemporarySite.page(
                "\"=1+1, \\\"quoted\\\"\"",
                "lastReviewed: 2025-11-30\nkind: safety\nauthors: [\"D, E\"]\n"
                    + "reviewedBy: [{name: \"A, B\", credentials: MD}, {name: C, credentials: RN}]"
            ),
            to: "Content/safety/due.md")
        return site
    }

    @Test func csvIsAsSpreadsheetsReadIt() throws {
        let run = try site().run("list", "--format", "csv")
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.text.components(separatedBy: "\r\n")
        #expect(
            lines[0]
                == "file,address,title,kind,status,date,updated,lastReviewed,reviewDue,authors,reviewers,publishDate,expiryDate"
        )
        #expect(
            lines.contains(
                "Content/safety/due.md,/safety/due/,\"'=1+1, \"\"quoted\"\"\",safety,published,,,2025-11-30,"
                    + "2026-11-30,\"D, E\",\"A, B; C\",,"
            ))
        #expect(lines.count == 12 && lines.last == "")
    }

    @Test(arguments: [
        ("all", 10), ("drafts", 1), ("future", 1), ("expired", 1), ("withdrawn", 1), ("due", 1),
        ("overdue", 0),
    ])
    func eachChoiceListsItsPages(_ choice: String, _ count: Int) throws {
        let site = try site()
        let run = try site.run("list", choice, "--format", "json")
        #expect(run.status == 0 && run.errors.isEmpty)
        let pages = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]])
        #expect(pages.count == count, "\(run.text)")
        let text = try site.run("list", choice).text
        #expect(text.split(separator: "\n").count == count)
        #expect(pages.allSatisfy { text.contains($0["file"] as? String ?? "?") })
    }

    @Test func mistakesAreToldBesideTheList() throws {
        let site = try site()
        try site.write("---\ntitle: a\nwieght: 1\n---\n", to: "Content/bad.md")
        let run = try site.run("list")
        #expect(run.status == 1 && run.errors.contains("key.unknown") && run.text.contains("Content/bad.md"))
    }
}

struct URLsTests {
    @Test func addressesAreComparedAndKept() throws {
        let site = try TemporarySite([
            "Content/a.md": TemporarySite.page("A"), "Content/b.md": TemporarySite.page("B"),
        ])
        #expect(try site.run("urls").text == "+ /a/\n+ /b/\n")
        #expect(try site.run("urls", "--write").status == 0)
        #expect(try site.folder.text("Content/Data/urls.txt") == "/a/\n/b/\n")
        let same = try site.run("urls", "--quiet")
        #expect(same.status == 0 && same.output.isEmpty && same.errors.isEmpty)
        try site.folder.remove("Content/a.md")
        let lost = try site.run("urls")
        #expect(lost.status == 1 && lost.text == "- /a/\n" && lost.errors.hasPrefix("help: "))
        let build = try site.run("build", "--quiet")
        #expect(build.status == 1)
        #expect(
            build.errors.hasPrefix(
                "Content/Data/urls.txt:1:1: error: nothing stands at '/a/' any more [url.lost]\n    /a/\n    ^^^\n"
            ))
        try site.write(TemporarySite.page("B", "aliases: [/a/]"), to: "Content/b.md")
        #expect(try site.run("build").status == 0)
        try site.write(TemporarySite.page("B"), to: "Content/b.md")
        try site.write(TemporarySite.page("A", "withdrawn: {date: 2026-01-01}"), to: "Content/a.md")
        #expect(try site.run("build").status == 0)
        try site.folder.remove("Content/a.md")
        #expect(try site.run("urls", "--write").status == 0)
        #expect(try site.run("build").status == 0)
    }
}

struct ConfigTests {
    @Test func settingsArePrintedInBothForms() throws {
        let site = try TemporarySite.sample()
        let yaml = try site.run("config")
        #expect(yaml.status == 0 && yaml.errors.isEmpty)
        #expect(
            yaml.text.hasPrefix(
                "title: \"Sample\"\ndescription: \"A sample\"\nbaseURL: \"https://example.org/guide/\"\n"))
        let json = try site.run("config", "--format", "json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(object["title"] as? String == "Sample" && object["profile"] as? String == "plain")
        try site.write(yaml.text, to: "materia.yaml")
        #expect(try site.run("config").text == yaml.text)
        try site.write("title: a\nhtlm: allow\n", to: "materia.yaml")
        let broken = try site.run("config")
        #expect(broken.status == 1 && broken.errors.contains("materia.yaml:2:1: error"))
    }
}

struct RenderTests {
    @Test func fileOfASiteHasTheSitesLinks() throws {
        let site = try TemporarySite.sample()
        let html = "<p>See <a href=\"/guide/safety/heart/\">heart</a> &amp; more.</p>\n"
        let run = try site.run("render", "Content/safety/lungs.md")
        #expect(run.status == 0 && run.errors.isEmpty && run.text == html)
        #expect(try Program.run("render", site.path + "/Content/safety/lungs.md", in: "/tmp").text == html)
        #expect(try Program.run("render", "lungs.md", in: site.folder.path("Content/safety")).text == html)
        try site.write("---\ntitle: D\ndraft: true\n---\nA [x](no.md).\n", to: "Content/d.md")
        let draft = try site.run("render", "Content/d.md")
        #expect(draft.status == 1 && draft.errors.hasPrefix("Content/d.md:5:3: error"), "\(draft.errors)")
    }

    @Test func fileOfNoSiteKeepsItsLinks() throws {
        let folder = try TemporaryFolder(named: "plain")
        try folder.write("---\ntitle: a\n---\n\n# Hi\n\n[a](b.md) <b>\n", to: "x.md")
        let run = try Program.run("render", "x.md", in: folder.path)
        #expect(
            run.text == "<h1 id=\"hi\">Hi</h1>\n<p><a href=\"b.md\">a</a> <!-- raw HTML omitted --></p>\n")
        #expect(run.status == 0 && run.errors.hasPrefix("x.md:7:11: warning: "), "\(run.errors)")
    }

    @Test(arguments: [
        ("Words.\n", "<p>Words.</p>\n", 0), ("---\n\nA rule above.\n", "<hr />\n<p>A rule above.</p>\n", 0),
        ("---\nsetext\n---\nx\n", "<hr />\n<h2 id=\"setext\">setext</h2>\n<p>x</p>\n", 0), ("", "", 0),
        ("[a](javascript:x)\n", "<p>a</p>\n", 0), ("\u{FEFF}---\na: b\n---\nx\n", "<p>x</p>\n", 0),
        ("a\u{0}\n", "", 1),
        (String(repeating: ">", count: 100_000), "", 1),
    ])
    func standardInputIsRendered(_ input: String, _ html: String, _ status: Int32) throws {
        let run = try Program.run("render", "-", input: Array(input.utf8))
        #expect(run.text == html && run.status == status, "\(run.errors)")
        #expect(status == 0 || run.errors.hasPrefix("standard input:1:"), "\(run.errors)")
    }
}
