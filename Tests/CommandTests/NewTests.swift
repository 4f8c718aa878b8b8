import Foundation
import TestSupport
import Testing

/// Sites and articles to begin with.
struct NewTests {
    private func new(_ profile: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(named: profile)
        let run = try Program.run(
            "new", "site", ".", "--profile", profile, "--date", TemporarySite.date, in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    @Test(arguments: ["plain", "health"])
    func newSiteIsSoundAndComplete(_ profile: String) throws {
        let folder = try new(profile)
        let check = try Program.run("check", "--strict", "--date", TemporarySite.date, in: folder.path)
        #expect(check.status == 0, "\(check.errors)")
        let build = try Program.run("build", "--strict", "--date", TemporarySite.date, in: folder.path)
        #expect(build.status == 0, "\(build.errors)")
        #expect(folder.exists("_site/guide/first-page/index.html"))
        #expect(folder.exists("Content/Data/crisis.yaml") == (profile == "health"))
        let settings = try folder.text("materia.yaml")
        #expect(settings.hasPrefix("# yaml-language-server: $schema=schemas/settings.json\n"))
    }

    @Test func crisisLinesAreDatedByTheOption() throws {
        let folder = try TemporaryFolder(named: "dated")
        _ = try Program.run(
            "new", "site", "s", "--profile", "health", "--date", "2026-01-02", in: folder.path)
        #expect(try folder.text("s/Content/Data/crisis.yaml").contains("verifiedOn: 2026-01-02"))
        let late = try Program.run("check", "--site", "s", "--date", "2026-04-02", in: folder.path)
        #expect(late.status == 1 && late.errors.contains("[crisis.stale]"))
    }

    @Test(arguments: ["plain", "health"])
    func newArticleOfEachKindIsASoundDraft(_ profile: String) throws {
        let folder = try new(profile)
        for kind in ["article", "treatment", "safety", "concept", "decision", "about"] {
            let run = try Program.run(
                "new", "article", "guide/a-\(kind)", "--kind", kind, "--title", "What: \"is\" it?", "--date",
                TemporarySite.date, in: folder.path)
            #expect(run.status == 0 && run.text == "Content/guide/a-\(kind).md\n", "\(run.errors)")
            let text = try folder.text("Content/guide/a-\(kind).md")
            #expect(text.contains("kind: \(kind)\n") && text.contains("draft: true\n"))
            #expect(text.contains("whoShouldNot:") == ["treatment", "decision"].contains(kind))
        }
        let check = try Program.run("check", "--date", TemporarySite.date, in: folder.path)
        #expect(check.status == 0, "\(check.errors)")
        let list = try Program.run("list", "drafts", in: folder.path).text
        #expect(list.split(separator: "\n").count == 6)
    }

    @Test(arguments: [
        "../x", "guide/../../x", "/etc/x", "guide/first-page", "guide/X", "data/x", "_x", ".x", "guide/", "",
        "guide/a b", "guide/folder",
    ])
    func namesThatClimbOutOrExistAreRefused(_ name: String) throws {
        let folder = try new("plain")
        try folder.write("---\ntitle: F\n---\n", to: "Content/guide/folder/index.md")
        let before = try Tree(of: folder.path)
        let run = try Program.run("new", "article", name, in: folder.path)
        #expect(run.status == 2 && run.errors.hasPrefix("error: "), "\(run.errors)")
        #expect(try Tree(of: folder.path).differences(from: before).isEmpty)
    }

    @Test func linkedFolderIsNotWrittenThrough() throws {
        let folder = try new("plain")
        let other = try TemporaryFolder(named: "other")
        try folder.link("Content/out", to: other.path)
        let run = try Program.run("new", "article", "out/x", in: folder.path)
        #expect(run.status == 2 && !other.exists("x.md"), "\(run.errors)")
    }

    @Test func nothingIsOverwritten() throws {
        let folder = try TemporaryFolder(named: "mine")
        try folder.write("mine", to: "Content/index.md")
        let run = try Program.run("new", "site", ".", in: folder.path)
        #expect(run.status == 2 && run.errors.contains("'Content/index.md' is there already"))
        #expect(!folder.exists("materia.yaml"))
        #expect(try Program.run("new", "site", "Content/index.md", in: folder.path).status == 2)
        #expect(try Program.run("new", "article", "x", "--kind", "tretment", in: folder.path).status == 2)
    }
}

/// The schemas that `new site` writes say what the program takes.
struct SchemaTests {
    private static let validator = """
        import json, sys
        import jsonschema
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft7Validator.check_schema(schema)
        for line in sys.stdin:
            valid = jsonschema.Draft7Validator(schema).is_valid(json.loads(line))
            print("valid" if valid else "invalid")
        """

    private static let hasValidator = run(["-c", "import jsonschema"], input: "").status == 0

    private static let samples: [(schema: String, json: String, isValid: Bool)] = [
        ("settings", #"{"title": "T"}"#, true), ("settings", "{}", false),
        ("settings", #"{"title": "T", "profile": "helth"}"#, false),
        ("settings", #"{"title": "T", "checks": {"link": "off", "link.vague": "error"}}"#, true),
        ("settings", #"{"title": "T", "checks": {"link.vage": "off"}}"#, false),
        ("settings", #"{"title": "T", "htlm": "omit"}"#, false),
        (
            "settings",
            #"{"title": "T", "baseURL": "https://a.org", "sections": ["a"], "organisation": {"name": "N"}, "readability": {"warn": 7}, "search": {"exclude": ["a"]}, "html": "allow", "language": "pt-BR"}"#,
            true
        ),
        ("front-matter", #"{"title": "T", "date": "2026-11-23", "draft": true, "tags": "one"}"#, true),
        ("front-matter", #"{"title": "T", "date": "23.11.2026"}"#, false),
        ("front-matter", #"{"title": "T", "kind": "treatmnt"}"#, false),
        (
            "front-matter",
            #"{"title": "T", "reviewedBy": [{"name": "N", "credentials": "MD", "role": "suicide-safety"}], "reviewEvery": "12 months"}"#,
            true
        ),
        ("front-matter", #"{"title": "T", "reviewedBy": [{"name": "N", "rolle": "clinical"}]}"#, false),
        ("front-matter", #"{"title": "T", "changes": [{"date": "2026-01-01"}]}"#, false),
        ("front-matter", #"{"title": "T", "params": {"anything": [1, {"a": 2}]}, "weight": 1}"#, true),
        ("front-matter", #"{"title": "T", "weight": "heavy"}"#, false),
    ]

    @Test func samplesAreTakenOrRefused() throws {
        let folder = try TemporaryFolder(named: "schemas")
        _ = try Program.run("new", "site", ".", in: folder.path)
        for name in ["settings", "front-matter"] {
            let path = folder.path("schemas/\(name).json")
            let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
            let schema = try #require(object as? [String: Any])
            #expect(schema["additionalProperties"] as? Bool == false)
            guard Self.hasValidator else { continue }
            let samples = Self.samples.filter { $0.schema == name }
            let run = Self.run(
                ["-c", Self.validator, path], input: samples.map { $0.json + "\n" }.joined())
            let verdicts = run.text.split(separator: "\n").map { $0 == "valid" }
            #expect(verdicts == samples.map(\.isValid), "\(run.text)")
        }
    }

    /// Python, of the tests' own environment where there is one.
    static func run(_ arguments: [String], input: String) -> (status: Int32, text: String) {
        let own = Fixture.project + "/.venv/bin/python"
        let process = Process()
        process.executableURL = URL(
            fileURLWithPath: FileManager.default.fileExists(atPath: own) ? own : "/usr/bin/python3")
        process.arguments = arguments
        let (standardInput, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (
            standardInput, output, FileHandle.nullDevice
        )
        // Where there is no Python, there is no validator.
        guard (try? process.run()) != nil else { return (127, "") }
        standardInput.fileHandleForWriting.write(Data(input.utf8))
        try? standardInput.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
