import Foundation
import TestSupport
import Testing

/// What a build writes, and when it writes nothing.
struct BuildTests {
    /// A pipe that nobody writes to would be read for ever.
    @Test(arguments: ["materia.yaml", "Content/a.md", "Content/Data/glossary.csv", "Public/a.css"])
    func pipesAreNotWaitedFor(_ path: String) throws {
        let site = try TemporarySite(["Content/index.md": TemporarySite.page(), path: "x"])
        try FileManager.default.removeItem(atPath: site.path + "/" + path)
        #expect(mkfifo(site.path + "/" + path, 0o600) == 0)
        let run = try site.run("build")
        #expect(run.status == 1 || run.status == 2, "\(run.errors)")
        #expect(run.errors.contains(path), "\(run.errors)")
    }

    @Test func soundSiteIsWritten() throws {
        let site = try TemporarySite.sample()
        let run = try site.run("build")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.isEmpty)
        let tree = try site.built()
        for file in [
            "index.html", "safety/index.html", "safety/heart/index.html", "safety/lungs/index.html",
            "evidence/trial/index.html",
            "es/safety/heart/index.html", "tags/index.html", "tags/blood/index.html", "a-z/index.html",
            "updates/index.html", "old/index.html", "feed.xml", "sitemap.xml", "robots.txt", "404.html",
            "site.json",
            "manifest.webmanifest", "safety/pictures/a.svg",
        ] {
            #expect(tree.contains(file), "\(file) is not in \(tree.paths)")
        }
        for file in ["evidence/draft/index.html", "evidence/later/index.html", "evidence/over/index.html"] {
            #expect(!tree.contains(file), "\(file)")
        }
        #expect(tree.text("robots.txt") == "User-agent: *\n")
        #expect(run.errors.contains("built \(tree.paths.count) files"), "\(run.errors)")
        #expect(try site.namesIn().filter { $0.contains("building") }.isEmpty)
    }

    @Test(arguments: [
        ("Content/new.md", "---\ntitle: a\n---\n[x](no.md)\n"), ("Content/new.md", ""),
        ("Content/new.md", "---\ntitle: a\ndrafft: true\n---\n"),
        ("materia.yaml", "titel: a\n"), ("materia.yaml", ""), ("Templates/article.mustache", "{{nobody}}"),
        ("Templates/article.mustache", "{{#page}}"), ("Content/Data/urls.txt", "/gone/\n"),
        ("Content/new.md", "\u{0}"),
        ("Templates/strings/en.yaml", "nobody: x\n"),
    ])
    func errorLeavesTheOldSiteAsItWas(_ path: String, _ text: String) throws {
        let site = try TemporarySite.sample()
        #expect(try site.run("build").status == 0)
        let (before, time) = (try site.built(), site.folder.modified("_site/index.html"))
        try site.write(text, to: path)
        let run = try site.run("build")
        #expect(run.status == 1 && run.errors.contains("nothing was written"), "\(run.errors)")
        #expect(try site.built().differences(from: before) == [])
        #expect(site.folder.modified("_site/index.html") == time)
        #expect(try site.namesIn().filter { $0.contains("building") }.isEmpty)
    }

    @Test func warningsStopAStrictBuild() throws {
        let site = try TemporarySite(["Content/a.md": TemporarySite.page(body: "a <b>c</b>\n")])
        #expect(try site.run("check").status == 0)
        #expect(try site.run("check", "--strict").status == 1)
        #expect(try site.run("build", "--strict").status == 1)
        #expect(!site.folder.exists("_site"))
        let run = try site.run("build")
        #expect(run.status == 0 && run.errors.contains("html.raw"))
        #expect(site.folder.exists("_site/a/index.html"))
        // What was found by the last build is told again by the next.
        #expect(try site.run("build").errors.contains("html.raw"))
        #expect(try site.run("build", "--strict").status == 1)
    }

    @Test func checkWritesNothing() throws {
        let site = try TemporarySite.sample()
        let before = try Tree(of: site.path)
        #expect(try site.run("check").status == 0)
        #expect(try Tree(of: site.path).differences(from: before) == [])
    }

    @Test func pagesThatGoAreGoneFromTheNextBuild() throws {
        let site = try TemporarySite.sample()
        for name in ["drafted", "expired", "deleted", "future", "bundle/index"] {
            try site.write(TemporarySite.page(name), to: "Content/more/\(name).md")
        }
        try site.write("x", to: "Content/more/bundle/a.txt")
        #expect(try site.run("build").status == 0)
        #expect(try site.built().paths.filter { $0.hasPrefix("more/") }.count == 7)
        try site.write(TemporarySite.page("D", "draft: true"), to: "Content/more/drafted.md")
        try site.write(TemporarySite.page("E", "expiryDate: 2026-11-22"), to: "Content/more/expired.md")
        try site.write(TemporarySite.page("F", "publishDate: 2026-11-24"), to: "Content/more/future.md")
        try site.write(TemporarySite.page("B", "draft: true"), to: "Content/more/bundle/index.md")
        try site.folder.remove("Content/more/deleted.md")
        #expect(try site.run("build").status == 0)
        #expect(try site.built().paths.filter { $0.hasPrefix("more/") } == [])
        #expect(try !site.built().text("a-z/index.html").contains("/more/"))
        #expect(try site.run("build", "--drafts", "--expired", "--future").status == 0)
        #expect(try site.built().paths.filter { $0.hasPrefix("more/") }.count == 6)
    }

    @Test func unchangedFilesKeepTheirTime() throws {
        let site = try TemporarySite.sample()
        for arguments in [["build"], ["build", "--no-cache"]] {
            #expect(try Program.run(arguments + ["--date", TemporarySite.date], in: site.path).status == 0)
            let tree = try site.built()
            let times = Dictionary(
                uniqueKeysWithValues: tree.paths.map { ($0, site.folder.modified("_site/" + $0)) })
            try site.write(
                TemporarySite.page("Lungs \(arguments.count)", "weight: 1"), to: "Content/safety/lungs.md")
            #expect(try Program.run(arguments + ["--date", TemporarySite.date], in: site.path).status == 0)
            let after = try site.built()
            for path in after.paths {
                let isSame = after.files[path] == tree.files[path]
                #expect((site.folder.modified("_site/" + path) == times[path]) == isSame, "\(path)")
            }
            #expect(after.files["safety/lungs/index.html"] != tree.files["safety/lungs/index.html"])
            #expect(after.files["feed.xml"] == tree.files["feed.xml"])
        }
    }

    @Test func baseURLMayBeGiven() throws {
        let site = try TemporarySite.sample()
        #expect(try site.run("build", "--base-url", "https://preview.example/pr/7").status == 0)
        let tree = try site.built()
        for path in tree.paths where path.hasSuffix(".html") || path.hasSuffix(".xml") {
            #expect(!tree.text(path).contains("example.org"), "\(path)")
            let links = tree.text(path).split(separator: "href=\"").dropFirst().filter { $0.hasPrefix("/") }
            #expect(links.allSatisfy { $0.hasPrefix("/pr/7/") }, "\(path)")
        }
    }

    @Test func quietBuildWithTimingsTellsTimings() throws {
        let run = try TemporarySite.sample().run("build", "--timings")
        #expect(run.status == 0 && run.output.isEmpty && run.errors.contains(" ms  "))
    }

    /// Nothing of the machine, the folder or the user is in what readers get.
    @Test func foldersAreNotToldToReaders() throws {
        let site = try TemporarySite.sample(named: "secret-folder-name")
        #expect(try site.run("build").status == 0)
        for (path, bytes) in try site.built().files {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("secret-folder-name"), "\(path)")
        }
    }

    @Test func namesThatAreNotUTF8AreTold() throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        let name = Array((site.path + "/Content/caf").utf8) + [0xE9] + Array(".md".utf8) + [0]
        // Some file systems refuse such names themselves.
        guard let file = fopen(name.map { CChar(bitPattern: $0) }, "w") else { return }
        fputs("---\ntitle: Lost\n---\n", file)
        fclose(file)
        let run = try site.run("build")
        #expect(run.status != 0, "\(run.errors)")
    }
}
