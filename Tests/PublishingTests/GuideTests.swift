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
        let path = Fixture.project + "/Content/Data/coverage.csv"
        var diagnostics: [Diagnostic] = []
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let table = RowTable.read(SourceFile(path: path, bytes: bytes), &diagnostics)
        #expect(diagnostics.isEmpty)
        #expect(Set(table.rows.map(\.id.value)) == Set(rows + questions))
    }

    /// A name that a language lacks would be shown in English.
    @Test func everyLanguageHasAllWordsOfTheInterface() throws {
        let folder = Fixture.project + "/Templates/strings"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let names = try files.map { file in
            var diagnostics: [Diagnostic] = []
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
            let strings = Strings.read(SourceFile(path: file, bytes: bytes), known: nil, &diagnostics)
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
