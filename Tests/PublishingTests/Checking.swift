import Markup
import TestSupport
import Testing

@testable import Publishing

/// Diagnostics of small sites, held against marks in their texts.
enum Checking {
    static let today = CalendarDate(TemporarySite.date) ?? CalendarDate(secondsSince1970: 0)

    /// All that is wrong with a site.
    static func diagnostics(_ site: TemporarySite) async throws -> [Diagnostic] {
        try await Pipeline(site: site.path, date: today).check().diagnostics
    }

    static func diagnostics(_ files: [String: String]) async throws -> [Diagnostic] {
        try await diagnostics(TemporarySite(files))
    }

    /// The site that files make, as its front matter tells it.
    static func site(
        _ files: [String: String], settings: String = "title: Test\n", date: CalendarDate = today,
        options: BuildOptions = BuildOptions()
    ) async throws -> Site {
        let site = try TemporarySite(files, settings: settings)
        return try await Pipeline(site: site.path, date: date, options: options).survey().site
    }

    /// What a file is written as, its marks taken out.
    static func describe(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map {
            let (start, end) = ($0.range.start, $0.range.end)
            return "\($0.file):\(start.line):\(start.column)-\(end.line):\(end.column) [\($0.id)]"
        }
    }
}

/// Checks that a site's diagnostics are those that its texts mark, all of one id, and no others.
func expect(
    _ id: String, toMark files: [String: String], severity: Diagnostic.Severity = .error,
    location: SourceLocation = #_sourceLocation
) async throws {
    let marked = files.mapValues { MarkedText($0) }
    let diagnostics = try await Checking.diagnostics(marked.mapValues(\.text))
    let expected = marked.sorted { $0.key < $1.key }.flatMap { path, text in
        text.ranges.map { Diagnostic(id, severity: severity, "", help: "", file: path, at: $0) }
    }
    #expect(
        Checking.describe(diagnostics).sorted() == Checking.describe(expected).sorted(),
        "\(diagnostics.map(\.message))", sourceLocation: location)
    for diagnostic in diagnostics {
        #expect(diagnostic.severity == severity, sourceLocation: location)
        #expect(!diagnostic.message.hasSuffix(".") && !diagnostic.help.isEmpty, sourceLocation: location)
    }
}
