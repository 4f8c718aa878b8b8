import Foundation
import Markup
import Publishing

/// Static Analysis Results Interchange Format 2.1.0, an OASIS standard.
enum SARIFReport {
    /// - Parameter sources: the files, for their lines: SARIF counts columns in UTF-16.
    /// - Parameter site: the site's folder as seen from the repository's.
    static func text(
        _ diagnostics: [Diagnostic], version: String, site: String, sources: (String) -> SourceFile
    ) -> String {
        let ids = Set(diagnostics.map(\.id)).sorted()
        let rules = ids.map { Rule(id: $0) }
        let results = diagnostics.map { diagnostic in
            Result(
                ruleId: diagnostic.id, ruleIndex: ids.firstIndex(of: diagnostic.id) ?? -1,
                level: diagnostic.severity.rawValue,
                message: Text(text: "\(diagnostic.message); \(diagnostic.help)"),
                locations: [Location(diagnostic, site: site, in: sources(diagnostic.file))])
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
        /// Where that is only the reader of the log knows.
        let originalUriBaseIds = [Location.base: Base()]
    }

    private struct Tool: Encodable { let driver: Driver }
    private struct Driver: Encodable {
        let name, version: String
        let rules: [Rule]
    }
    private struct Base: Encodable { let description = Text(text: "The folder of the repository.") }
    private struct Rule: Encodable {
        let id: String
        let shortDescription, fullDescription, help: Text?
        let defaultConfiguration: Level?

        init(id: String) {
            self.id = id
            let explanation = Explanation[id]
            shortDescription = explanation.map { Text(text: $0.meaning) }
            fullDescription = explanation.map { Text(text: "\($0.meaning) \($0.reason)") }
            help = explanation.map { explanation in
                let example = explanation.example
                return Text(
                    text: "\(explanation.remedy)\n\nWrong: \(example.wrong)\n\nRight: \(example.right)\n",
                    markdown: explanation.markdown)
            }
            defaultConfiguration = explanation.map { Level(level: $0.isErrorAtFirst ? "error" : "warning") }
        }
    }
    private struct Level: Encodable { let level: String }
    private struct Text: Encodable {
        let text: String
        var markdown: String?
    }
    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Text
        let locations: [Location]
    }

    private struct Location: Encodable {
        /// As GitHub and other readers of the format call it.
        static let base = "%SRCROOT%"

        let physicalLocation: Physical

        struct Physical: Encodable {
            let artifactLocation: Artifact
            let region: Region
        }
        struct Artifact: Encodable {
            let uri: String
            let uriBaseId = Location.base
        }
        struct Region: Encodable { let startLine, startColumn, endLine, endColumn: Int }

        init(_ diagnostic: Diagnostic, site: String, in source: SourceFile) {
            let allowed = CharacterSet.urlPathAllowed
            let path = GitHubReport.path(diagnostic.file, site: site)
            let uri = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
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
