import Foundation
import Markup
import Publishing

/// Prints diagnostics in one of their forms, each to its stream: contract section 1.
struct DiagnosticPrinter {
    let format: DiagnosticFormat
    /// The site's folder, for the source lines of the text form.
    let folder: String
    var usesColour = Terminal.usesColour

    func print(_ diagnostics: [Diagnostic]) {
        var sources: [String: SourceFile] = [:]
        func source(_ path: String) -> SourceFile {
            let source = sources[path] ?? read(path)
            sources[path] = source
            return source
        }
        switch format {
        case .text:
            let groups = DiagnosticGroup.groups(of: diagnostics)
            let text = groups.map { describe($0.first, others: $0.others, in: source($0.first.file)) }
            Terminal.write(Array(text.joined().utf8), to: STDERR_FILENO)
        case .json: Terminal.write(JSONReport.text(diagnostics))
        case .github:
            Terminal.write(GitHubReport.log(diagnostics, site: folder))
            appendSummary(GitHubReport.summary(diagnostics, site: folder))
        case .sarif:
            Terminal.write(
                SARIFReport.text(diagnostics, version: Materia.version, site: folder, sources: source))
        }
    }

    /// A file that cannot be read any more has no lines to show.
    private func read(_ path: String) -> SourceFile {
        let data = FileManager.default.contents(atPath: folder + "/" + path) ?? Data()
        return SourceFile(path: path, bytes: [UInt8](data))
    }

    /// To the file that GitHub shows below a job.
    private func appendSummary(_ text: String) {
        guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty,
            !text.isEmpty
        else { return }
        // What cannot be made cannot be written to either, which is told below.
        _ =
            FileManager.default.fileExists(atPath: path)
            || FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else {
            return Terminal.writeError("cannot write the summary to '\(path)'")
        }
        defer { file.closeFile() }
        file.seekToEndOfFile()
        file.write(Data(text.utf8))
    }

    /// - Parameter others: where else in the file the same is wrong.
    func describe(_ diagnostic: Diagnostic, others: [Position] = [], in source: SourceFile) -> String {
        let start = diagnostic.range.start
        let place = "\(diagnostic.file):\(start.line):\(start.column): "
        let colour: Colour = diagnostic.severity == .error ? .red : .yellow
        var text = paint(place, .bold) + paint("\(diagnostic.severity.rawValue): ", colour)
        text += paint(Self.shown(Array(diagnostic.message.utf8)[...]), .bold) + " [\(diagnostic.id)]\n"
        text += excerpt(diagnostic.range, in: source, colour)
        text += Self.more(others)
        text += paint("help: ", .cyan) + Self.shown(Array(diagnostic.help.utf8)[...]) + "\n"
        return text
    }

    /// Other places that are named; more are counted.
    private static let mostPlaces = 10

    private static func more(_ places: [Position]) -> String {
        if places.isEmpty { return "" }
        let named = places.prefix(mostPlaces).map { "\($0.line):\($0.column)" }.joined(separator: ", ")
        let count = places.count == 1 ? "1 more place" : "\(places.count) more places"
        return "and in \(count): \(named)\(places.count > mostPlaces ? ", …" : "")\n"
    }

    /// The line, and carets under the words. A long line is shown round the words.
    private func excerpt(_ range: SourceRange, in source: SourceFile, _ colour: Colour) -> String {
        let line = source.line(range.start.line)
        guard !line.isEmpty, range.start.column <= line.count + 1 else { return "" }
        let before = line.prefix(range.start.column - 1)
        let length = range.end.line == range.start.line ? range.end.column - range.start.column : line.count
        let marked = line.dropFirst(before.count).prefix(max(0, length))
        let head = Self.shown(before).suffix(Self.widest)
        let words = Self.shown(marked).prefix(Self.widest)
        let tail = Self.shown(line.dropFirst(before.count + marked.count)).prefix(Self.widest / 2)
        let carets = String(repeating: "^", count: max(1, Self.columns(words)))
        return "    \(head)\(words)\(tail)\n    \(String(repeating: " ", count: Self.columns(head)))"
            + paint(carets, colour) + "\n"
    }

    /// Columns of a line that are shown on either side of the words.
    private static let widest = 80

    /// As a terminal can show it: tabs as spaces, control characters as U+FFFD.
    static func shown(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            String.UnicodeScalarView(
                String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
                    scalar == "\t"
                        ? " "
                        : scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
                }))
    }

    /// Columns of a terminal: letters of East Asian scripts and emoji take two, marks none.
    ///
    /// Source: Unicode Standard Annex 11, the main wide blocks.
    private static func columns(_ text: some StringProtocol) -> Int {
        text.reduce(0) { width, character in
            guard let scalar = character.unicodeScalars.first else { return width }
            if [.format, .nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory) {
                return width
            }
            let isWide =
                scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
                || (0xFE30...0xFE4F).contains(scalar.value) || (0xFFE0...0xFFE6).contains(scalar.value)
                || (0x20000...0x3FFFD).contains(scalar.value) || (0x1100...0x115F).contains(scalar.value)
                || (0x2E80...0xA4CF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
                || (0xF900...0xFAFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
            return width + (isWide ? 2 : 1)
        }
    }

    enum Colour: String {
        case red = "31"
        case yellow = "33"
        case cyan = "36"
        case bold = "1"

        func paint(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
    }

    private func paint(_ text: String, _ colour: Colour) -> String { usesColour ? colour.paint(text) : text }
}

/// The same problem on many lines of a file: told once, with its places.
struct DiagnosticGroup {
    let first: Diagnostic
    var others: [Position] = []

    private struct Key: Hashable {
        let file, id, message, help: String
        let severity: Diagnostic.Severity
    }

    static func groups(of diagnostics: [Diagnostic]) -> [DiagnosticGroup] {
        var groups: [DiagnosticGroup] = []
        var places: [Key: Int] = [:]
        for diagnostic in diagnostics {
            let key = Key(
                file: diagnostic.file, id: diagnostic.id, message: diagnostic.message, help: diagnostic.help,
                severity: diagnostic.severity)
            if let place = places[key] {
                groups[place].others.append(diagnostic.range.start)
            } else {
                places[key] = groups.count
                groups.append(DiagnosticGroup(first: diagnostic))
            }
        }
        return groups
    }
}
