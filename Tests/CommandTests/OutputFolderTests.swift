import Foundation
import TestSupport
import Testing

/// Where a site may be written, and where not.
struct OutputFolderTests {
    @Test(arguments: [
        "/dev/null/x", "file/x", "file", "full", ".", "Content", "Content/sub", "Templates", "Public/x", "/",
        "..", "materia.yaml",
        "link", "/proc/nowhere", "Content/../Content/x", "full/../Content", "Content/Data",
    ])
    func otherPlacesAreRefused(_ output: String) throws {
        let site = try TemporarySite([
            "Content/x.md": TemporarySite.page(), "file": "x", "full/keep.txt": "mine",
        ])
        try FileManager.default.createDirectory(
            atPath: site.path + "/target", withIntermediateDirectories: true)
        try site.folder.link("link", to: "target")
        let before = try Tree(of: site.path)
        let run = try site.run("build", "--output", output)
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.errors.hasPrefix("error: cannot ") && run.errors.contains("'"), "\(run.errors)")
        #expect(try Tree(of: site.path).differences(from: before).filter { !$0.hasPrefix(".materia") } == [])
    }

    @Test func sourcesAreRefusedBehindALinkToo() throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        try site.folder.link("link", to: "Content")
        let run = try site.run("build", "--output", "link/sub")
        #expect(run.status == 2)
        #expect(!site.folder.exists("Content/sub"))
    }

    @Test func emptyFoldersAndOldSitesAreReplaced() throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        try FileManager.default.createDirectory(
            atPath: site.path + "/empty", withIntermediateDirectories: true)
        for output in ["empty", "empty", "new/deep/place", "empty/"] {
            let run = try site.run("build", "--output", output)
            #expect(run.status == 0, "\(output): \(run.errors)")
        }
        #expect(try site.built("empty").contains("x/index.html"))
        #expect(try site.built("empty").differences(from: site.built("new/deep/place")) == [])
        #expect(!site.folder.exists("_site"))
    }

    @Test func strangersFilesInTheDefaultFolderGo() throws {
        let site = try TemporarySite([
            "Content/x.md": TemporarySite.page(), "_site/stray.html": "old", "_site/x/y/z.html": "old",
        ])
        #expect(try site.run("build").status == 0)
        #expect(try !site.built().paths.contains { $0.contains("stray") || $0.contains("z.html") })
    }

    @Test func whatAKilledBuildLeftIsTakenAway() throws {
        let site = try TemporarySite([
            "Content/x.md": TemporarySite.page(), "._site.building/half/index.html": "half",
        ])
        #expect(try site.run("build").status == 0)
        #expect(try !site.built().contains("half/index.html"))
        #expect(try site.namesIn().filter { $0.contains("building") }.isEmpty)
    }

    /// A file where a page's folder should be, as a link to elsewhere: nothing outside is touched.
    @Test func linksInTheOldSiteAreNotFollowed() throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page(), "outside/index.html": "mine"])
        try site.folder.link("_site/x", to: "../outside")
        #expect(try site.run("build").status == 0)
        #expect(try site.folder.text("outside/index.html") == "mine")
        #expect(try site.built().text("x/index.html").contains("Words."))
    }

    @Test func twoBuildsAtOnceLeaveAWholeSite() throws {
        let site = try TemporarySite.sample()
        #expect(try site.run("build", "--output", "expected").status == 0)
        let expected = try site.built("expected")
        for _ in 0..<4 {
            let first = try Program.start(["build", "--date", TemporarySite.date], in: site.path)
            let second = try Program.start(
                ["build", "--date", TemporarySite.date, "--no-cache"], in: site.path)
            let ends = [first.end(), second.end()]
            #expect(ends == [0, 0])
            #expect(try site.built().differences(from: expected) == [])
        }
    }
}
