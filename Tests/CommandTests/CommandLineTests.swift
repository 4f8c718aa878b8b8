import Foundation
import TestSupport
import Testing

struct CommandLineTests {
    private static let verbs = [
        "build", "check", "serve", "list", "render", "search", "urls", "explain", "config",
    ]

    @Test(arguments: verbs)
    func helpGoesToStandardOutput(_ verb: String) throws {
        for arguments in [[verb, "--help"], [verb, "-h"], ["help", verb]] {
            let run = try Program.run(arguments)
            #expect(run.status == 0 && run.errors.isEmpty, "\(arguments)")
            #expect(run.text.contains("USAGE: materia \(verb)"), "\(arguments): \(run.text)")
            for option in ["--site <dir>", "--date <YYYY-MM-DD>", "--format <", "--quiet"] {
                #expect(run.text.contains(option), "\(arguments): \(option)")
            }
        }
    }

    @Test(arguments: [["--help"], [], ["help"], ["help", "--help"]])
    func helpNamesEveryVerb(_ arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 0 && run.errors.isEmpty)
        for verb in Self.verbs { #expect(run.text.contains("  \(verb) "), "\(verb)") }
    }

    @Test func versionGoesToStandardOutput() throws {
        let run = try Program.run("--version")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.text.split(separator: ".").count == 3, "\(run.text)")
    }

    @Test(arguments: [
        ["nonsense"], ["--nonsense"], ["build", "--nonsense"], ["build", "extra"], ["build", "--jobs", "0"],
        ["build", "--jobs", "-1"],
        ["build", "--jobs", "x"], ["build", "--date", "2026-2-1"], ["build", "--date", "2026-02-30"],
        ["build", "--base-url", "here"],
        ["build", "--output"], ["build", "--format", "xml"], ["list", "everything"],
        ["list", "--format", "xml"], ["render"],
        ["render", "a", "b"], ["check", "nowhere.md"], ["check", "/etc/passwd"], ["render", "nowhere.md"],
        ["render", "--commonmark", "nowhere.md"], ["build", "--site", "/nowhere"],
        ["build", "--site", "Content"],
        ["build", "--site", "Content/x.md"], ["config", "--site", ".."], ["urls", "extra"],
        ["build", "--output", ""], ["help", "nonsense"], ["help", "new", "nonsense"],
    ])
    func mistakesOfUsageEndWithTwo(_ arguments: [String]) throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        let run = try Program.run(arguments, in: site.path)
        #expect(run.status == 2, "\(arguments): \(run.errors)")
        #expect(run.output.isEmpty, "\(arguments): \(run.text)")
        #expect(run.errors.hasPrefix("error: "), "\(arguments): \(run.errors)")
        #expect(!site.folder.exists("_site"))
    }

    @Test(arguments: ["abc", "-5", "1.5", "99999999999999999999"])
    func epochThatIsNoNumberEndsWithTwo(_ epoch: String) throws {
        let site = try TemporarySite()
        let run = try Program.run("build", in: site.path, environment: ["SOURCE_DATE_EPOCH": epoch])
        #expect(run.status == 2 && run.errors.contains("SOURCE_DATE_EPOCH"), "\(run.errors)")
    }

    @Test func dateComesFromTheOptionThenTheEpoch() throws {
        let site = try TemporarySite(TemporarySite.plainTheme)
        let epoch = ["SOURCE_DATE_EPOCH": "951782400"]
        _ = try Program.run("build", in: site.path, environment: epoch)
        #expect(try site.folder.text("_site/site.json").contains("\"date\": \"2000-02-29\""))
        _ = try Program.run("build", "--date", "2026-11-23", in: site.path, environment: epoch)
        #expect(try site.folder.text("_site/site.json").contains("\"date\": \"2026-11-23\""))
        _ = try Program.run("build", in: site.path, environment: ["SOURCE_DATE_EPOCH": ""])
        #expect(try !site.folder.text("_site/site.json").contains("2026-11-23\",\n  \"pages\": []"))
    }

    /// Where the words of the command line are sound, how to use it is beside the point.
    @Test(arguments: [
        ["build", "--site", "nowhere"], ["check", "--site", "Content"], ["check", "no.md"],
        ["render", "no.md"],
        ["explain", "link.vage"], ["search", "words"], ["new", "site", "."], ["new", "article", "x"],
        ["build", "--output", "materia.yaml"], ["build", "--output", "/proc/nowhere"],
    ])
    func whatCannotRunIsToldInOneLine(_ arguments: [String]) throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        let run = try Program.run(arguments, in: site.path)
        #expect(run.status == 2 && run.output.isEmpty, "\(arguments): \(run.errors)")
        #expect(run.errors.hasPrefix("error: ") && run.errors.hasSuffix("\n"), "\(run.errors)")
        #expect(run.errors.count { $0 == "\n" } == 1, "\(run.errors)")
    }

    @Test(arguments: [
        ["config"], ["list"], ["explain"], ["check", "--format", "json"], ["--help"], ["--version"],
    ])
    func outputThatCannotBeWrittenEndsWithTwo(_ arguments: [String]) throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        let status = try Program.start(arguments, in: site.path, output: "/dev/full").end()
        #expect(status == 2, "\(arguments)")
    }

    @Test(arguments: [
        ["new", "article", "y", "--format", "json"], ["explain", "link.vague", "--format", "sarif"],
        ["list", "--format", "github"], ["config", "--format", "sarif"], ["urls", "--format", "json"],
        ["check", "--format", "sarif"], ["render", "Content/x.md", "--format", "json"],
    ])
    func everyVerbTakesTheOptionsOfAll(_ arguments: [String]) throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        let all = arguments + ["--site", site.path, "--date", TemporarySite.date, "--quiet"]
        let run = try Program.run(all, in: site.path)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    }
}
