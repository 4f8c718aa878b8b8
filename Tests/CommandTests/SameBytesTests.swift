import Foundation
import TestSupport
import Testing

/// The same words make the same bytes, wherever, however and however often they are built.
struct SameBytesTests {
    @Test func folderJobsAndRepetitionChangeNothing() throws {
        let site = try TemporarySite.sample(named: "a")
        for number in 0..<150 {
            try site.write(
                TemporarySite.page(
                    "Page \(number % 40)",
                    "tags: [t\(number % 7), T\(number % 3)]\ndate: 2026-01-\(10 + number % 9)",
                    body: "See [next](p\((number + 1) % 150).md#part).\n\n## Part\n"),
                to: "Content/many/p\(number).md")
        }
        #expect(try site.run("build", "--jobs", "1").status == 0)
        let tree = try site.built()
        for jobs in ["1", "2", "4", "64"] {
            #expect(
                try site.run("build", "--jobs", jobs, "--no-cache", "--output", "out-\(jobs)").status == 0)
            #expect(try site.built("out-\(jobs)").differences(from: tree) == [], "--jobs \(jobs)")
        }
        for arguments in [["build"], ["build", "--jobs", "3"], ["build", "--no-cache"]] {
            #expect(try Program.run(arguments + ["--date", TemporarySite.date], in: site.path).status == 0)
            #expect(try site.built().differences(from: tree) == [], "\(arguments)")
        }
        let copy = try TemporaryFolder(named: "another folder é")
        for name in ["Content", "Public", "materia.yaml"] {
            try FileManager.default.copyItem(atPath: site.folder.path(name), toPath: copy.path(name))
        }
        let environment = ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]
        let run = try Program.run(
            "build", "--site", copy.path, "--date", TemporarySite.date, in: "/tmp", environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try Tree(of: copy.path("_site")).differences(from: tree) == [])
    }

    @Test func diagnosticsComeInTheSameOrder() throws {
        let site = try TemporarySite()
        for number in 0..<60 {
            try site.write(
                TemporarySite.page(
                    "P", "slug: s\(number % 5)", body: "[x](no\(number).md) ![](y.png)\n\n### Z\n"),
                to: "Content/p\(number).md")
        }
        let first = try site.run("check", "--format", "json", "--quiet").text
        for jobs in ["1", "4"] {
            let run = try site.run("build", "--format", "json", "--quiet", "--jobs", jobs)
            #expect(run.text == first)
        }
    }

    /// A warm build writes what a cold one writes, whatever was changed before it.
    @Test func cacheChangesNothing() throws {
        let site = try TemporarySite.sample()
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1,
        ]
        try site.write(
            TemporarySite.page("Pic", body: "![a](/pic.png) [h](heart.md#what-helps)\n"),
            to: "Content/safety/pic.md")
        try site.folder.write(png + [0x2C, 0, 0, 0, 0x96, 8, 2, 0, 0, 0], to: "Public/pic.png")
        let changes: [(String, () throws -> Void)] = [
            ("nothing", {}),
            (
                "a body",
                { try site.write(TemporarySite.page("Lungs", body: "New.\n"), to: "Content/safety/lungs.md") }
            ),
            (
                "a title",
                {
                    try site.write(
                        TemporarySite.page("Lungs!", body: "New.\n"), to: "Content/safety/lungs.md")
                }
            ),
            (
                "a weight",
                { try site.write(TemporarySite.page("Lungs!", "weight: 9"), to: "Content/safety/lungs.md") }
            ),
            (
                "a new page",
                {
                    try site.write(
                        TemporarySite.page("Liver", "tags: [blood]"), to: "Content/safety/liver.md")
                }
            ),
            (
                "a picture's size",
                { try site.folder.write(png + [0x2D, 0, 0, 0, 0x97, 8, 2, 0, 0, 0], to: "Public/pic.png") }
            ),
            ("a page less", { try site.folder.remove("Content/safety/liver.md") }),
            (
                "a template",
                { try site.write("<p>{{page.title}}</p>{{{body}}}", to: "Templates/article.mustache") }
            ),
            (
                "an entry's template",
                { try site.write("<li>{{title}}</li>", to: "Templates/partials/listed.mustache") }
            ),
            ("words", { try site.write("home: Start\n", to: "Templates/strings/en.yaml") }),
            ("a template less", { try site.folder.remove("Templates/article.mustache") }),
            ("the site's title", { try site.write("title: Other\n", to: "materia.yaml") }),
            ("raw HTML", { try site.write("title: Other\nhtml: allow\n", to: "materia.yaml") }),
            (
                "a section's name",
                { try site.write(TemporarySite.page("S", "slug: care"), to: "Content/safety/index.md") }
            ),
            ("an output file", { try site.write("vandal", to: "_site/care/lungs/index.html") }),
            ("no output", { try site.folder.remove("_site") }),
            ("a broken cache", { try site.write("broken", to: ".materia/build.cache") }),
            (
                "a cache that is a folder",
                {
                    try site.folder.remove(".materia/build.cache")
                    try site.write("x", to: ".materia/build.cache/x")
                }
            ),
        ]
        for (name, change) in changes {
            try change()
            let warm = try site.run("build")
            #expect(warm.status == 0, "\(name): \(warm.errors)")
            let cold = try site.run("build", "--no-cache", "--output", "cold")
            #expect(cold.status == 0, "\(name): \(cold.errors)")
            #expect(try site.built().differences(from: site.built("cold")) == [], "after \(name)")
        }
    }

    /// What the cache let pass once is looked at again when what it depends on changed.
    @Test func errorsAreToldByAWarmBuildToo() throws {
        let site = try TemporarySite.sample()
        #expect(try site.run("build").status == 0)
        try site.write(TemporarySite.page("Heart", body: "## What hurts?\n"), to: "Content/safety/heart.md")
        let anchor = try site.run("build", "--quiet")
        #expect(
            anchor.status == 1 && anchor.errors.contains("Content/index.md:6:7: error"), "\(anchor.errors)")
        #expect(anchor.errors.contains("[link.missing-anchor]"))
        try site.folder.remove("Content/safety/heart.md")
        let page = try site.run("build", "--quiet")
        #expect(page.status == 1 && page.errors.contains("[link.missing-page]"), "\(page.errors)")
    }

    @Test func pictureBehindALinkIsLookedAtAgain() throws {
        let site = try TemporarySite(TemporarySite.plainTheme)
        try site.write(TemporarySite.page(body: "![a](b.svg)\n"), to: "Content/a.md")
        try site.write("<svg width=\"3\" height=\"4\"/>", to: "shared/b.svg")
        try site.folder.link("Content/b.svg", to: "../shared/b.svg")
        #expect(try site.run("build").status == 0)
        try site.write("<svg width=\"5\" height=\"6\"/>", to: "shared/b.svg")
        #expect(try site.run("build").status == 0)
        let html = try site.built().text("a/index.html")
        #expect(html.contains("width=\"5\" height=\"6\""), "\(html)")
    }

    @Test func cacheIsNotWrittenWhenNotWanted() throws {
        let site = try TemporarySite.sample()
        #expect(try site.run("build", "--no-cache").status == 0)
        #expect(!site.folder.exists(".materia"))
        #expect(try site.run("build").status == 0)
        #expect(try !site.built().paths.contains { $0.contains("materia") })
    }
}
