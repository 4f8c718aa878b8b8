import Markup
import Yams

/// YAML as it stands in a file: the whole file, or the front matter of an article.
struct YAMLText {
    let path: String
    let bytes: ArraySlice<UInt8>
    /// Lines of the file above the text.
    let linesAbove: Int
    /// libyaml counts code points; in ASCII they are bytes.
    private let isASCII: Bool

    init(path: String, bytes: ArraySlice<UInt8>, linesAbove: Int = 0) {
        self.path = path
        self.bytes = bytes
        self.linesAbove = linesAbove
        isASCII = bytes.allSatisfy { $0 < 0x80 }
    }

    /// Collections within collections; far beyond what anybody writes, and far below what would exhaust the
    /// stack.
    static let deepestNesting = 60

    /// The root of the text; `nil` where it is empty, or where it is broken and a diagnostic says how.
    func compose(_ diagnostics: inout [Diagnostic]) -> Yams.Node? {
        if let line = lineOfExcessiveNesting {
            diagnostics.append(
                Diagnostic(
                    "nesting.depth", "the lists and maps are nested deeper than \(Self.deepestNesting)",
                    help: "flatten them", file: path, at: SourceRange(line: line + linesAbove, column: 1)))
            return nil
        }
        if expandsTooFar {
            diagnostics.append(
                Diagnostic(
                    "yaml.syntax", "the text refers to its own parts too often", help: "write them out",
                    file: path, at: SourceRange(line: linesAbove + 1, column: 1)))
            return nil
        }
        // Yams keeps a pointer into the string, which only holds for strings longer than 15 bytes. A comment at the
        // margin is part of no text, whatever stands before it.
        let padding = (bytes.last == UInt8(ascii: "\n") ? "" : "\n") + "# the end of it"
        let string = String(decoding: bytes, as: UTF8.self) + padding
        do {
            return try Yams.compose(yaml: string, .basic, .default, .utf8)
        } catch let error as YamlError {
            diagnostics.append(diagnostic(for: error))
        } catch {
            diagnostics.append(syntaxError("\(error)", at: SourceRange(line: linesAbove + 1, column: 1)))
        }
        return nil
    }

    func range(of node: Yams.Node) -> SourceRange {
        guard let mark = node.mark else { return SourceRange(line: linesAbove + 1, column: 1) }
        let start = Position(line: mark.line, column: byteColumn(mark))
        guard case .scalar(let scalar) = node else {
            return SourceRange(line: start.line, column: start.column).moved(down: linesAbove)
        }
        // One word stands as it is, and most texts need no search.
        if scalar.style == .plain, !scalar.string.utf8.contains(UInt8(ascii: " ")) {
            let length = max(1, scalar.string.utf8.count)
            return SourceRange(line: start.line, column: start.column, length: length).moved(down: linesAbove)
        }
        let range = ScalarText(file: bytes, from: start)?.whole(scalar.string)
        return (range ?? SourceRange(line: start.line, column: start.column)).moved(down: linesAbove)
    }

    /// A part of a scalar, in bytes of its value.
    func range(of part: Range<Int>, in node: Yams.Node) -> SourceRange {
        guard let mark = node.mark, case .scalar(let scalar) = node else { return range(of: node) }
        let start = Position(line: mark.line, column: byteColumn(mark))
        let range = ScalarText(file: bytes, from: start)?.range(of: part, in: scalar.string)
        return range?.moved(down: linesAbove) ?? self.range(of: node)
    }

    private func line(_ number: Int) -> ArraySlice<UInt8> {
        bytes.split(separator: UInt8(ascii: "\n"), maxSplits: number, omittingEmptySubsequences: false)
            .dropFirst(number - 1).first ?? []
    }

    private func byteColumn(_ mark: Mark) -> Int {
        if isASCII { return mark.column }
        let line = String(decoding: line(mark.line), as: UTF8.self)
        return line.unicodeScalars.prefix(mark.column - 1).reduce(1) { $0 + UTF8.width($1) }
    }
}

extension YAMLText {
    private func syntaxError(_ message: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "yaml.syntax", message,
            help: "check indentation, and put text with ': ' or '#' in it between quotes", file: path,
            at: range)
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return syntaxError("this is not valid YAML: \(problem)", at: range(of: mark))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.sorted().first ?? ""
            return Diagnostic(
                "yaml.syntax", "the key '\(key)' stands twice", help: "keep one of the two", file: path,
                at: secondPlace(of: key, after: context.mark) ?? range(of: context.mark))
        case .reader(let problem, let offset, _, _):
            let above = bytes.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
            return syntaxError(
                "this is not valid YAML: \(problem)", at: SourceRange(line: above + 1 + linesAbove, column: 1)
            )
        default:
            return syntaxError("this is not valid YAML", at: SourceRange(line: linesAbove + 1, column: 1))
        }
    }

    /// libyaml may tell the line after the last, or a place in what was put behind it.
    private func range(of mark: Mark) -> SourceRange {
        let last = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        guard mark.line <= last else { return SourceRange(line: last + linesAbove, column: 1) }
        let column = min(byteColumn(mark), line(mark.line).count + 1)
        return SourceRange(line: mark.line + linesAbove, column: column)
    }

    /// Where a key of a map stands for the second time: further on in the line, as far in on a later line, or, within
    /// braces, wherever.
    private func secondPlace(of key: String, after first: Mark) -> SourceRange? {
        let table = LineTable(Array(bytes))
        let start = Position(line: first.line, column: byteColumn(first))
        let offset = table.offsets(of: SourceRange(start, start), upTo: bytes.count).lowerBound
        var candidates: [SourceRange] = []
        for index in bytes.indices.dropFirst(offset + 1) where "{, \n".utf8.contains(bytes[index - 1]) {
            guard let length = Self.length(of: key, at: bytes[index...]) else { continue }
            let begin = index - bytes.startIndex
            candidates.append(table.range(begin..<begin + length))
        }
        let second =
            candidates.first { $0.start.line == start.line }
            ?? candidates.first { $0.start.column == start.column } ?? candidates.first
        return second?.moved(down: linesAbove)
    }

    /// With its quotes, where the key stands there with a colon after it.
    private static func length(of key: String, at bytes: ArraySlice<UInt8>) -> Int? {
        for quote in ["", "\"", "'"] where bytes.starts(with: (quote + key + quote).utf8) {
            let length = key.utf8.count + 2 * quote.utf8.count
            let rest = bytes.dropFirst(length).drop { $0 == UInt8(ascii: " ") }
            if rest.first == UInt8(ascii: ":") { return length }
        }
        return nil
    }

    /// Whether aliases of aliases could make more of the text than anybody would write: Yams goes through all
    /// of it where it is a key. Bounded by as many aliases in each anchor as there are on average.
    private var expandsTooFar: Bool {
        if !bytes.contains(UInt8(ascii: "&")) { return false }
        var (anchors, aliases) = (0, 0)
        var (before, mark) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
        for byte in bytes {
            // A name follows at once: 'this & that' has none.
            let isMark = byte > 0x20 && (before <= 0x20 || "[{,:-?".utf8.contains(before))
            if isMark, mark == UInt8(ascii: "&") { anchors += 1 }
            if isMark, mark == UInt8(ascii: "*") { aliases += 1 }
            (before, mark) = (mark, byte)
        }
        guard anchors > 0, aliases > 0 else { return false }
        var size = 1.0
        for _ in 0..<min(anchors, 64) { size *= Double(aliases) / Double(anchors) + 1 }
        return size > 100_000
    }

    /// The first line with too many open brackets, hyphens in a row, or spaces before it. Brackets in quotes
    /// count too: no honest text comes near the limit.
    private var lineOfExcessiveNesting: Int? {
        var line = 1
        var open = 0
        var atStart = true
        var indicators = 0
        var spaces = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                (atStart, indicators, spaces) = (true, 0, 0)
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
            case UInt8(ascii: " "): if atStart { spaces += 1 }
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): if atStart { indicators += 1 }
            default: atStart = false
            }
            if open > Self.deepestNesting || indicators > Self.deepestNesting && spaces >= indicators / 2
                || atStart && spaces > 20 * Self.deepestNesting
            {
                return line
            }
        }
        return nil
    }
}
