import Foundation
import Markup

/// `{"errors": n, "warnings": n, "diagnostics": […]}`: contract section 1.
enum JSONReport {
    private struct Report: Encodable {
        let errors: Int
        let warnings: Int
        let diagnostics: [Entry]
    }

    private struct Entry: Encodable {
        let id, severity, message, help, file: String
        let line, column, endLine, endColumn: Int
    }

    static func text(_ diagnostics: [Diagnostic]) -> String {
        let entries = diagnostics.map { diagnostic in
            Entry(
                id: diagnostic.id, severity: diagnostic.severity.rawValue, message: diagnostic.message,
                help: diagnostic.help, file: diagnostic.file, line: diagnostic.range.start.line,
                column: diagnostic.range.start.column, endLine: diagnostic.range.end.line,
                endColumn: diagnostic.range.end.column)
        }
        return JSONText.of(
            Report(
                errors: diagnostics.count { $0.severity == .error },
                warnings: diagnostics.count { $0.severity == .warning }, diagnostics: entries))
    }
}

enum JSONText {
    static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings, numbers and lists of them cannot fail to encode.
        guard let data = try? encoder.encode(value) else { preconditionFailure("plain values encode") }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

/// Workflow commands that GitHub shows beside the lines of a change.
///
/// Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
enum GitHubReport {
    /// - Parameter site: the site's folder as seen from the repository's, where the workflow runs.
    static func line(for diagnostic: Diagnostic, site: String) -> String {
        let start = diagnostic.range.start
        let isHere = site == "." || site.hasPrefix("/")
        let file = isHere ? diagnostic.file : site + "/" + diagnostic.file
        let place = "file=\(property(file)),line=\(start.line),col=\(start.column)"
        let end = ",endLine=\(diagnostic.range.end.line),endColumn=\(diagnostic.range.end.column)"
        return "::\(diagnostic.severity.rawValue) \(place)\(end),title=\(property(diagnostic.id))::"
            + data("\(diagnostic.message); \(diagnostic.help)")
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}

/// Static Analysis Results Interchange Format 2.1.0, an OASIS standard.
enum SARIFReport {
    /// - Parameter sources: the files, for their lines: SARIF counts columns in UTF-16.
    static func text(_ diagnostics: [Diagnostic], version: String, sources: (String) -> SourceFile) -> String
    {
        let ids = Set(diagnostics.map(\.id)).sorted()
        let rules = ids.map { Rule(id: $0) }
        let results = diagnostics.map { diagnostic in
            Result(
                ruleId: diagnostic.id, level: diagnostic.severity.rawValue,
                message: Text(text: "\(diagnostic.message); \(diagnostic.help)"),
                locations: [Location(diagnostic, in: sources(diagnostic.file))])
        }
        let driver = Driver(name: "materia", version: version, rules: rules)
        return JSONText.of(Log(runs: [Run(tool: Tool(driver: driver), results: results)]))
    }

    private struct Log: Encodable {
        let schema = "https://json.schemastore.org/sarif-2.1.0.json"
        let version = "2.1.0"
        let runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    private struct Run: Encodable {
        let tool: Tool
        let results: [Result]
        let columnKind = "utf16CodeUnits"
    }

    private struct Tool: Encodable { let driver: Driver }
    private struct Driver: Encodable {
        let name, version: String
        let rules: [Rule]
    }
    private struct Rule: Encodable { let id: String }
    private struct Text: Encodable { let text: String }
    private struct Result: Encodable {
        let ruleId, level: String
        let message: Text
        let locations: [Location]
    }

    private struct Location: Encodable {
        let physicalLocation: Physical

        struct Physical: Encodable {
            let artifactLocation: Artifact
            let region: Region
        }
        struct Artifact: Encodable { let uri: String }
        struct Region: Encodable { let startLine, startColumn, endLine, endColumn: Int }

        init(_ diagnostic: Diagnostic, in source: SourceFile) {
            let allowed = CharacterSet.urlPathAllowed
            let uri = diagnostic.file.addingPercentEncoding(withAllowedCharacters: allowed) ?? diagnostic.file
            let range = diagnostic.range
            physicalLocation = Physical(
                artifactLocation: Artifact(uri: uri),
                region: Region(
                    startLine: range.start.line, startColumn: Self.column(range.start, in: source),
                    endLine: range.end.line, endColumn: Self.column(range.end, in: source)))
        }

        private static func column(_ position: Position, in source: SourceFile) -> Int {
            let before = source.line(position.line).prefix(position.column - 1)
            let past = position.column - 1 - before.count
            return String(decoding: before, as: UTF8.self).utf16.count + past + 1
        }
    }
}
