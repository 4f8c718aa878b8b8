import Foundation
import Markup
import TestSupport
import Testing

@testable import Publishing

/// The guide in this repository: `Content/`.
struct GuideTests {
    /// The day on which its crisis lines were last looked at, and some days.
    private static let date = CalendarDate("2026-11-30") ?? Checking.today

    /// `SEED_MAP`, or the shared folder's, from the project's folder.
    private static let seedMap =
        ProcessInfo.processInfo.environment["SEED_MAP"]
        ?? Fixture.project + "/../shared/content/seed-map.md"

    private static let isSeedMapPresent = FileManager.default.fileExists(atPath: seedMap)
    private static let absence: Comment =
        "the seed map is not at \(seedMap): name the file in SEED_MAP"

    @Test func nothingIsWrongButSourcesThatNobodyLookedUp() async throws {
        let outcome = try await Pipeline(site: Fixture.project, date: Self.date).check()
        let told = outcome.diagnostics.filter { $0.id != "reference.unverified" }
        #expect(told.isEmpty, "\(told.map { "\($0.file):\($0.range.start.line) [\($0.id)] \($0.message)" })")
    }

    /// By SMOG, the second formula of R-9, since it means that all of a text is understood. The first counts some three
    /// grades less on the same pages, and has a ceiling only.
    @Test func everyEnglishPageReadsAtGradeSixToEight() async throws {
        var preview = try await SitePreview.load(Pipeline(site: Fixture.project, date: Self.date))
        preview.take(await preview.read(preview.unread, jobs: 2))
        let graded = preview.statuses().filter { $0.reading?.smog != nil }
        #expect(graded.count >= 60)
        for page in graded {
            let reading = try #require(page.reading)
            let (grade, smog) = (try #require(reading.grade), try #require(reading.smog))
            #expect(
                (6...8).contains(smog) && grade < 7, "\(page.file): Flesch–Kincaid \(grade), SMOG \(smog)")
        }
    }

    @Test(.enabled(if: isSeedMapPresent, absence))
    func theListOfTopicsHasEveryRowOfTheSeedMap() async throws {
        let map = try String(contentsOfFile: Self.seedMap, encoding: .utf8)
        let rows = map.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^\| ((?:S\d+\.|M)\d+) \|/).map { String($0.1) }
        }
        let questions = map.split(separator: "\n").drop { !$0.hasPrefix("## U.") }.dropFirst()
            .prefix { !$0.hasPrefix("## ") }.compactMap { line in
                line.firstMatch(of: #/^(\d+)\. /#).map { "U\($0.1)" }
            }
        #expect(rows.count > 100 && questions.count == 10)
        #expect(Set(try Self.topics().rows.map(\.id.value)) == Set(rows + questions))
    }

    @Test func everyTopicHasAPageAndEveryPageKnowsItsTopics() async throws {
        let site = try await Pipeline(site: Fixture.project, date: Self.date).survey().site
        let page = try #require(site.pages.first { $0.path.full == "Content/about/coverage.md" })
        let index = Include.Index(
            key: Written(value: "covers", range: .startOfFile),
            rows: Written(value: "coverage.csv", range: .startOfFile))
        let told = RowIndex(index, try Self.topics(), on: page, of: site).diagnostics
        #expect(told.isEmpty, "\(told.map { "\($0.file) \($0.message)" })")
        let text = try String(contentsOfFile: Fixture.project + "/" + page.path.full, encoding: .utf8)
        #expect(text.contains("```include\nindex: covers\nrows: coverage.csv\n```"))
    }

    private static func topics() throws -> RowTable {
        var diagnostics: [Diagnostic] = []
        let table = RowTable.read(try file("Content/Data/coverage.csv"), &diagnostics)
        #expect(diagnostics.isEmpty)
        return table
    }

    private static func file(_ path: String) throws -> SourceFile {
        let data = try Data(contentsOf: URL(fileURLWithPath: Fixture.project + "/" + path))
        return SourceFile(path: path, bytes: Array(data))
    }

    private static func matches(_ pattern: WordPattern, _ text: String) -> Bool {
        !PatternSearch([pattern]).matches(in: Array(text.utf8)).isEmpty
    }

    private static func wording() throws -> WordingList {
        var diagnostics: [Diagnostic] = []
        let list = WordingList.read(try file("Content/Data/wording.es.yaml"), &diagnostics)
        #expect(diagnostics.isEmpty)
        return list
    }

    /// What `materia new site` gives to others.
    @Test func theGuideKnowsTheWordsThatEveryNewSiteKnows() throws {
        func lines(_ text: String) -> Set<Substring> {
            Set(text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("#") })
        }
        let own = String(decoding: try Self.file("Content/Data/wording.yaml").bytes, as: UTF8.self)
        let given = lines(SiteScaffold.wording)
        #expect(given.count > 20)
        #expect(given.subtracting(lines(own)).isEmpty)
    }

    @Test(arguments: [
        "cometió suicidio", "un intento de suicidio fallido", "logró suicidarse", "la última esperanza",
        "La esketamina previene el suicidio",
    ])
    func wordsThatHurtAreKnownInSpanish(_ text: String) throws {
        #expect(try Self.wording().suicide.contains { Self.matches($0.pattern, text) })
    }

    @Test(arguments: [
        "los adictos", "una esquizofrénica", "los enfermos mentales", "fracasó con dos medicamentos",
        "un milagro", "sin riesgos", "sin efectos secundarios", "cura la depresión", "seguro y eficaz",
        "La ketamina está aprobada por la FDA para la depresión",
    ])
    func wordsThatPromiseOrBlameAreKnownInSpanish(_ text: String) throws {
        #expect(try Self.wording().banned.contains { Self.matches($0.pattern, text) })
    }

    @Test(arguments: [
        "murió por suicidio", "pensamientos de suicidio", "personas con trastorno bipolar",
        "La ketamina no está aprobada para la depresión", "La esketamina está aprobada para la depresión",
        "los síntomas depresivos", "se procura ayuda", "un sueño profundo", "su seguro médico",
    ])
    func plainWordsPassInSpanish(_ text: String) throws {
        let wording = try Self.wording()
        let rules = wording.suicide + wording.banned + wording.avoid
        #expect(rules.allSatisfy { !Self.matches($0.pattern, text) })
    }

    /// A name that a language lacks would be shown in English.
    @Test func everyLanguageHasAllWordsOfTheInterface() throws {
        let folder = "Templates/strings"
        let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.project + "/" + folder)
            .sorted()
        let names = try files.map { file in
            var diagnostics: [Diagnostic] = []
            let strings = Strings.read(try Self.file(folder + "/" + file), known: nil, &diagnostics)
            #expect(diagnostics.isEmpty)
            return Set(strings.words.keys)
        }
        let all = names.reduce(into: Set<String>()) { $0.formUnion($1) }
        #expect(files.contains("en.yaml") && files.contains("es.yaml"))
        for (file, known) in zip(files, names) {
            #expect(all.subtracting(known).isEmpty, "\(file)")
        }
    }
}
