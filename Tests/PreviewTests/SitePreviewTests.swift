import Foundation
import Markup
import Publishing
import TestSupport
import Testing

/// A preview that has followed some changes is the same as one that has just begun.
struct SitePreviewTests {
    private func site() throws -> TemporarySite {
        try TemporarySite(
            [
                "Content/index.md": TemporarySite.page("Home"),
                "Content/safety/index.md": TemporarySite.page("Safety"),
                "Content/safety/heart.md": TemporarySite.page(
                    "Heart", body: "See [brain](brain.md#part).\n\n## Beat\n\nA placebo.\n"),
                "Content/safety/brain.md": TemporarySite.page(
                    "Brain", body: "## Part\n\n[Heart](heart.md#beat)\n"),
                "Content/safety/both.md": TemporarySite.page(
                    "Both", body: "```include\nfile: _parts/note.md\n```\n"),
                "Content/safety/_parts/note.md": "A note.\n",
                "Content/Data/glossary.csv": "term,aliases,definition,category\nplacebo,,A dummy,\n",
            ], settings: "title: Test\n")
    }

    private func pipeline(_ site: TemporarySite) throws -> Pipeline {
        Pipeline(site: site.path, date: try #require(CalendarDate(TemporarySite.date)))
    }

    private static let addresses = [
        "", "safety/", "safety/heart/", "safety/brain/", "safety/both/", "safety/new/", "a-z/", "feed.xml",
        "sitemap.xml", "glossary/", "site.json", "site.css", "search/index.bin", "care/heart/",
    ]

    /// All that the preview shows at some addresses, with what it says is wrong.
    private func shown(_ preview: SitePreview) async -> [String: String] {
        var preview = preview
        preview.take(await preview.read(preview.unread, jobs: 2))
        var shown: [String: String] = [:]
        for address in Self.addresses {
            if let page = preview.page(at: address) {
                let problems = page.diagnostics.map { "\($0.file):\($0.range.start.line) \($0.id)" }
                shown[address] =
                    problems.joined(separator: "\n") + String(decoding: page.html ?? [], as: UTF8.self)
                continue
            }
            var bytes = preview.file(at: address)
            if bytes == nil { bytes = await preview.madeFile(at: address) }
            shown[address] = bytes.map { Data($0).base64EncodedString() }
        }
        return shown
    }

    struct Step: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let changes: [String: String?]
    }

    static let steps = [
        Step(
            testDescription: "a body",
            changes: ["Content/safety/heart.md": TemporarySite.page("Heart", body: "Other.\n")]),
        Step(
            testDescription: "a title",
            changes: [
                "Content/safety/heart.md": TemporarySite.page(
                    "The heart", body: "See [b](brain.md).\n\n## Beat\n")
            ]),
        Step(
            testDescription: "a heading that another page names",
            changes: ["Content/safety/brain.md": TemporarySite.page("Brain", body: "## Other\n")]),
        Step(testDescription: "settings", changes: ["materia.yaml": "title: Other\n"]),
        Step(testDescription: "the profile", changes: ["materia.yaml": "title: Other\nprofile: health\n"]),
        Step(testDescription: "a template", changes: TemporarySite.plainTheme.mapValues { $0 }),
        Step(
            testDescription: "the glossary",
            changes: ["Content/Data/glossary.csv": "term,aliases,definition,category\nnote,,A few words,\n"]),
        Step(
            testDescription: "what a page includes", changes: ["Content/safety/_parts/note.md": "Another.\n"]),
        Step(testDescription: "a new page", changes: ["Content/safety/new.md": TemporarySite.page("New")]),
        Step(testDescription: "a page less", changes: ["Content/safety/brain.md": nil]),
        Step(
            testDescription: "a new address",
            changes: ["Content/safety/heart.md": TemporarySite.page("Heart", "slug: new")]),
        Step(
            testDescription: "a section's name",
            changes: ["Content/safety/index.md": TemporarySite.page("Care", "slug: care")]),
        Step(testDescription: "a style", changes: ["Public/css/own.css": "main { color: red }"]),
        Step(
            testDescription: "a draft",
            changes: ["Content/safety/new.md": TemporarySite.page("New", "draft: true")]),
    ]

    @Test(arguments: steps)
    func followsAChangeAsIfItHadBegunAfterIt(_ step: Step) async throws {
        let site = try site()
        var preview = try await SitePreview.load(try pipeline(site))
        _ = await shown(preview)
        for address in Self.addresses { _ = preview.page(at: address) }
        for (path, text) in step.changes {
            if let text { try site.write(text, to: path) } else { try site.folder.remove(path) }
        }
        let followed = await preview.updated(after: SiteChange(paths: Set(step.changes.keys))).preview
        let begun = try await SitePreview.load(try pipeline(site))
        let (a, b) = (await shown(followed), await shown(begun))
        for address in Self.addresses { #expect(a[address] == b[address], "\(address)") }
    }

    @Test func followsAFolderThatMoved() async throws {
        let site = try site()
        let preview = try await SitePreview.load(try pipeline(site))
        try FileManager.default.moveItem(
            atPath: site.path + "/Content/safety", toPath: site.path + "/Content/care")
        let followed = await preview.updated(after: SiteChange(paths: ["Content/safety", "Content/care"]))
            .preview
        let begun = try await SitePreview.load(try pipeline(site))
        #expect(await shown(followed) == (await shown(begun)))
    }

    @Test(arguments: [
        ("materia.yaml", "title: ["), ("Templates/article.mustache", "{{#page}}"),
        ("Content/Data/glossary.csv", "nonsense\n"), ("Content/safety/heart.md", "---\ntitle: [\n---\n"),
    ])
    func keepsWhatMadeSenseUntilItIsMended(_ path: String, _ broken: String) async throws {
        let site = try site()
        let old = try? String(contentsOfFile: site.path + "/" + path, encoding: .utf8)
        var before = try await SitePreview.load(try pipeline(site))
        let page = try #require(before.page(at: "safety/brain/")?.html)
        try site.write(broken, to: path)
        var wrong = await before.updated(after: SiteChange(paths: [path])).preview
        #expect(wrong.page(at: "safety/brain/")?.html == page)
        let own = wrong.page(at: "safety/heart/")?.diagnostics ?? []
        #expect(!(wrong.errorsOfSite + own.filter { $0.severity == .error }).isEmpty)
        if let old { try site.write(old, to: path) } else { try site.folder.remove(path) }
        let mended = await wrong.updated(after: SiteChange(paths: [path])).preview
        #expect(mended.errorsOfSite.isEmpty)
        #expect(await shown(mended) == (await shown(before)))
    }

    /// But for the marks of the preview, what it shows is what a build writes.
    @Test func showsWhatABuildWrites() async throws {
        let site = try site()
        let pipeline = try pipeline(site)
        #expect(try await pipeline.build(to: nil).errors == 0)
        var preview = try await SitePreview.load(pipeline)
        let built = try site.built()
        for address in ["", "safety/", "safety/heart/", "safety/both/"] {
            let html = String(decoding: try #require(preview.page(at: address)?.html), as: UTF8.self)
            let plain = html.replacing(#/ data-line="\d+"/#, with: "")
            #expect(built.text(address + "index.html") == plain, "\(address)")
        }
        preview.take(await preview.read(preview.unread, jobs: 1))
        for path in ["a-z/index.html", "glossary/index.html", "feed.xml", "search/index.bin"] {
            #expect(await preview.madeFile(at: path) == built.files[path], "\(path)")
        }
    }

    @Test func tellsOfWordsThatNoSearchFinds() async throws {
        let site = try site()
        try site.write(
            "term,aliases,definition,category\nplacebo,sugar pill,A dummy,\nunheard,,Never said,\n",
            to: "Content/Data/glossary.csv")
        var preview = try await SitePreview.load(try pipeline(site))
        #expect(await preview.unfoundWords() == nil)
        preview.take(await preview.read(preview.unread, jobs: 1))
        #expect(await preview.unfoundWords() == ["unheard"])
        let heart = try #require(preview.statuses().first { $0.file == "Content/safety/heart.md" })
        #expect(heart.reading?.incoming == 1)
    }

    @Test func aReadingGradeIsOfEnglishWordsAlone() async throws {
        let site = try site()
        let body = String(repeating: "The cat sat on the mat and saw the other cat run. ", count: 30) + "\n"
        try site.write("title: Test\nprofile: health\n", to: "materia.yaml")
        for path in ["Content/safety/long.md", "Content/safety/long.es.md"] {
            try site.write(TemporarySite.page("Long", body: body), to: path)
        }
        var preview = try await SitePreview.load(try pipeline(site))
        preview.take(await preview.read(preview.unread, jobs: 1))
        let statuses = preview.statuses()
        let english = try #require(statuses.first { $0.file == "Content/safety/long.md" }?.reading)
        let spanish = try #require(statuses.first { $0.file == "Content/safety/long.es.md" }?.reading)
        #expect(english.words == spanish.words)
        #expect(try #require(english.grade) < 4)
        #expect(english.smog == 3.1291)
        #expect(spanish.grade == nil && spanish.smog == nil)
    }

    @Test func opensFilesInTheEditorOfTheSettings() async throws {
        let site = try site()
        try site.write("title: Test\neditor: \"idea://open?file={path}&line={line}\"\n", to: "materia.yaml")
        let preview = try await SitePreview.load(try pipeline(site))
        #expect(
            preview.edit("Content/a b.md", line: 7) == "idea://open?file=\(site.path)/Content/a%20b.md&line=7"
        )
        #expect(EditorLink().address(of: "/work/a.md", line: 2, column: 3) == "vscode://file/work/a.md:2:3")
        for pattern in ["javascript:alert('{path}')", "vscode://file/", "{path}", "9x:{path}"] {
            #expect(EditorLink(pattern: pattern) == nil)
        }
    }
}
