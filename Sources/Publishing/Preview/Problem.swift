public import Markup

/// A diagnostic as the preview shows it: with the words it is about, and where to mend them.
public struct Problem: Sendable, Encodable, Hashable {
    public let id, severity, message, help, file: String
    public let line, column: Int
    /// The line it stands on: what is wrong, and the words around it. Empty where the file has no such line.
    public let before, marked, after: String
    /// Opens the place in the writer's editor.
    public let edit: String
}

extension SitePreview {
    /// - Parameter diagnostics: in the order in which they are told.
    public func problems(_ diagnostics: [Diagnostic]) -> [Problem] {
        var sources: [String: SourceFile] = [:]
        return diagnostics.map { diagnostic in
            let source = sources[diagnostic.file] ?? source(diagnostic.file)
            sources[diagnostic.file] = source
            return problem(diagnostic, in: source)
        }
    }

    /// A file that cannot be read any more, or leads out of the site, has no lines to show.
    private func source(_ path: String) -> SourceFile {
        SourceFile(path: path, bytes: contents(of: path) ?? [])
    }

    private func problem(_ diagnostic: Diagnostic, in source: SourceFile) -> Problem {
        let (start, end) = (diagnostic.range.start, diagnostic.range.end)
        let line = source.line(start.line)
        let before = line.prefix(max(0, start.column - 1))
        let length = end.line == start.line ? end.column - start.column : line.count
        let marked = line.dropFirst(before.count).prefix(max(0, length))
        let after = line.dropFirst(before.count + marked.count)
        return Problem(
            id: diagnostic.id, severity: diagnostic.severity.rawValue, message: diagnostic.message,
            help: diagnostic.help, file: diagnostic.file, line: start.line, column: start.column,
            before: Self.shortened(before, keepsEnd: true), marked: Self.shortened(marked, keepsEnd: false),
            after: Self.shortened(after, keepsEnd: false),
            edit: edit(diagnostic.file, line: start.line, column: start.column))
    }

    /// Opens a file of the site in the writer's editor.
    public func edit(_ file: String, line: Int = 1, column: Int = 1) -> String {
        configuration.editor.address(of: folder + "/" + file, line: line, column: column)
    }

    /// Characters on either side that are shown of a long line.
    private static let widest = 80

    private static func shortened(_ bytes: ArraySlice<UInt8>, keepsEnd: Bool) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.count <= widest { return text }
        return keepsEnd ? "…" + text.suffix(widest) : text.prefix(widest) + "…"
    }
}
