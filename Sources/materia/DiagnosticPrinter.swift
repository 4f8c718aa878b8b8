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
            Terminal.write(
                Array(diagnostics.map { describe($0, in: source($0.file)) }.joined().utf8), to: STDERR_FILENO)
        case .json: Terminal.write(JSONReport.text(diagnostics))
        case .github:
            Terminal.write(diagnostics.map { GitHubReport.line(for: $0, site: folder) + "\n" }.joined())
        case .sarif: Terminal.write(SARIFReport.text(diagnostics, version: Materia.version, sources: source))
        }
    }

    /// A file that cannot be read any more has no lines to show.
    private func read(_ path: String) -> SourceFile {
        let data = FileManager.default.contents(atPath: folder + "/" + path) ?? Data()
        return SourceFile(path: path, bytes: [UInt8](data))
    }

    func describe(_ diagnostic: Diagnostic, in source: SourceFile) -> String {
        let start = diagnostic.range.start
        let place = "\(diagnostic.file):\(start.line):\(start.column): "
        let colour: Colour = diagnostic.severity == .error ? .red : .yellow
        var text = paint(place, .bold) + paint("\(diagnostic.severity.rawValue): ", colour)
        text += paint(Self.shown(Array(diagnostic.message.utf8)[...]), .bold) + " [\(diagnostic.id)]\n"
        text += excerpt(diagnostic.range, in: source, colour)
        text += paint("help: ", .cyan) + Self.shown(Array(diagnostic.help.utf8)[...]) + "\n"
        return text
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
            let isWide =
                scalar.properties.isEmojiPresentation || (0x1100...0x115F).contains(scalar.value)
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
