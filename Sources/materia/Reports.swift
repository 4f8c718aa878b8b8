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
