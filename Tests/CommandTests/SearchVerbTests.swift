import Foundation
import TestSupport
import Testing

struct SearchVerbTests {
    private func built() throws -> TemporarySite {
        let site = try TemporarySite(
            [
                "Content/safety/index.md": TemporarySite.page("Safety"),
                "Content/safety/heart.md": TemporarySite.page(
                    "Heart", body: "First words.\n\n## What helps?\n\nA slow *walk* helps.\n"),
                "Content/safety/lungs.md": TemporarySite.page("Lungs", body: "Walking and breathing.\n"),
                "Content/safety/heart.es.md": TemporarySite.page("Corazón", body: "Un paseo lento.\n"),
                "Content/Data/synonyms.yaml": "- [walk, stroll]\n",
            ].merging(TemporarySite.plainTheme) { $1 })
        #expect(try site.run("build", "--quiet").status == 0)
        return site
    }

    @Test func textHasResultsByNumber() throws {
        let run = try built().run("search", "slow walk")
        #expect(run.status == 0)
        #expect(
            run.text == """
                1. Heart (Safety)
                   /safety/heart/#what-helps
                   A slow walk helps.

                2. Lungs (Safety)
                   /safety/lungs/
                   Walking and breathing.


                """, "\(run.text)")
        #expect(run.errors == "2 pages\n")
    }

    @Test func saysWhatItLookedFor() throws {
        let site = try built()
        let mended = try site.run("search", "brething ")
        #expect(mended.text.hasPrefix("showing results for 'breathing'\n\n1. Lungs"), "\(mended.text)")
        #expect(mended.errors == "1 page\n")
        let synonym = try site.run("search", "stroll", "slow")
        #expect(
            synonym.text.hasPrefix("'stroll' is also looked for as 'walk'\n\n1. Heart"), "\(synonym.text)")
        let brief = try site.run("search", "brething ", "--quiet")
        #expect(brief.text.hasPrefix("1. Lungs") && brief.errors.isEmpty)
    }

    @Test func hitsAreColouredWhereColourIsOn() throws {
        let site = try built()
        #expect(try !site.run("search", "walk").text.contains("\u{1B}"))
        let coloured = try site.run("search", "walk", environment: ["CLICOLOR_FORCE": "1"])
        #expect(coloured.text.contains("A slow \u{1B}[33mwalk\u{1B}[0m helps."), "\(coloured.text)")
    }

    @Test func jsonIsTheObjectThatBrowsersGet() throws {
        let run = try built().run("search", "slow", "walk", "--format", "json", "--limit", "1")
        #expect(run.status == 0)
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        #expect(answer.keys.sorted() == ["also", "isPartial", "notice", "results", "suggestion", "total"])
        #expect(answer["total"] as? Int == 2 && answer["suggestion"] is NSNull && answer["notice"] is NSNull)
        let results = try #require(answer["results"] as? [[String: Any]])
        #expect(results.count == 1)
        #expect(
            results[0].keys.sorted() == ["anchor", "excerpt", "heading", "score", "section", "title", "url"])
        #expect(results[0]["url"] as? String == "/safety/heart/")
        #expect(results[0]["anchor"] as? String == "what-helps")
        let excerpt = try #require(results[0]["excerpt"] as? [[String: Any]])
        #expect(excerpt.compactMap { $0["text"] as? String } == ["A ", "slow", " ", "walk", " helps."])
        #expect(excerpt.compactMap { $0["hit"] as? Bool } == [false, true, false, true, false])
    }

    /// As a page links to itself, whatever stands before the site's own part.
    @Test func addressesHaveThePathOfTheBase() throws {
        let site = try TemporarySite(
            ["Content/a/é.md": TemporarySite.page("Walk"), "Content/a/x.es.md": TemporarySite.page("Paseo")],
            settings: "title: T\nbaseURL: https://example.org/guide/\n")
        #expect(try site.run("build", "--quiet").status == 0)
        #expect(try site.run("search", "walk").text.contains("\n   /guide/a/%C3%A9/\n"))
        #expect(try site.run("search", "paseo", "--language", "es").text.contains("\n   /guide/es/a/x/\n"))
    }

    /// The crisis lines stand where the message has them, be it among its words.
    @Test(arguments: ["Help {lines}", "Help\\n\\n{lines}\\n\\nIt passes", "{lines}"])
    func aCryForHelpIsAnsweredWithTheLines(_ message: String) throws {
        let crisis = """
            message: "\(message)"
            lines: [{country: US, name: Line, call: "988", verifiedOn: 2026-11-20, sourceURL: https://example.org}]
            """
        let site = try TemporarySite(
            [
                "Content/a/x.md": TemporarySite.page("X", "description: D\ndate: 2026-01-01"),
                "Content/Data/crisis.yaml": crisis,
            ],
            settings: "title: T\nprofile: health\n")
        #expect(try site.run("build", "--quiet", "--date", "2026-11-28").status == 0)
        let text = try site.run("search", "suicide").text
        #expect(text.contains("Line: call 988") && !text.contains("{lines}"), "\(text)")
        #expect(text.contains("Help") == message.contains("Help"))
        #expect(text.contains("It passes") == message.contains("It passes"))
    }

    @Test func nothingFoundIsNoError() throws {
        let run = try built().run("search", "zzzz")
        #expect(run.status == 0 && run.output.isEmpty && run.errors == "nothing was found for 'zzzz'\n")
    }

    @Test func translationsHaveTheirOwn() throws {
        let site = try built()
        #expect(try site.run("search", "paseo").output.isEmpty)
        let spanish = try site.run("search", "paseo", "--language", "es")
        #expect(spanish.text.hasPrefix("1. Corazón"), "\(spanish.text)")
        #expect(spanish.text.contains("\n   /es/safety/heart/\n   Un paseo lento.\n"), "\(spanish.text)")
        #expect(try site.run("search", "walk", "--language", "en").errors == "2 pages\n")
    }

    @Test func withoutAnIndexItSaysWhatToDo() throws {
        let site = try TemporarySite()
        for arguments in [[], ["--output", "elsewhere"], ["--language", "fr"]] {
            let run = try Program.run(["search", "walk"] + arguments, in: site.path)
            #expect(run.status == 2 && run.errors.contains("run 'materia build'"), "\(run.errors)")
        }
        try site.folder.write([1, 2, 3], to: "_site/search/index.bin")
        let damaged = try site.run("search", "walk")
        #expect(damaged.status == 2 && damaged.errors.contains("'index.bin' is damaged"), "\(damaged.errors)")
    }

    @Test(arguments: [["--limit", "0"], ["--limit", "-1"], ["--language", "../x"], ["--format", "xml"]])
    func oddOptionsAreRefused(_ options: [String]) throws {
        let run = try Program.run(["search", "walk"] + options)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.hasPrefix("error:"), "\(run.errors)")
    }
}
