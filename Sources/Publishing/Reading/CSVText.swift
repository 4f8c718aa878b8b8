import Markup

/// Comma-separated values as they stand in a file, each with its place: RFC 4180.
struct CSVText {
    struct Field: Sendable, Equatable {
        var text = ""
        /// Quotes and all.
        var range: SourceRange
        /// Where the text begins, if each of its bytes stands in the file as it is.
        var start: Position?

        /// The place of a part of the text; the whole field where a doubled quote or a line break moved
        /// things.
        func range(ofBytes bytes: Range<Int>) -> SourceRange {
            guard let start else { return range }
            return SourceRange(line: start.line, column: start.column + bytes.lowerBound, length: bytes.count)
        }
    }

    private(set) var records: [[Field]] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let path: String
    private let bytes: [UInt8]
    private var offset = 0
    private var place = Position(line: 1, column: 1)

    /// - Parameter source: UTF-8; `TextEncoding` has seen to that.
    init(_ source: SourceFile) {
        path = source.path
        bytes = source.bytes
        if bytes.starts(with: TextEncoding.mark) { skip(TextEncoding.mark.count) }
        while offset < bytes.count {
            if skipLineBreak() { continue }
            guard let record = record() else { return }
            records.append(record)
        }
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skip(_ count: Int) {
        offset += count
        place.column += count
    }

    private mutating func skipLineBreak() -> Bool {
        let rest = bytes[offset...]
        guard rest.first == UInt8(ascii: "\n") || rest.starts(with: "\r\n".utf8) else { return false }
        offset += rest.first == UInt8(ascii: "\n") ? 1 : 2
        place = Position(line: place.line + 1, column: 1)
        return true
    }

    private var isAtEndOfRecord: Bool {
        offset == bytes.count || next == UInt8(ascii: "\n") || bytes[offset...].starts(with: "\r\n".utf8)
    }

    /// Up to the end of its line; `nil` where nothing after can be read either.
    private mutating func record() -> [Field]? {
        var fields: [Field] = []
        while true {
            guard let field = next == UInt8(ascii: "\"") ? quoted() : plain() else { return nil }
            fields.append(field)
            if isAtEndOfRecord { break }
            skip(1)
        }
        _ = skipLineBreak()
        return fields
    }

    private mutating func plain() -> Field {
        let start = place
        let first = offset
        while let byte = next, byte != UInt8(ascii: ","), !isAtEndOfRecord {
            if byte == UInt8(ascii: "\"") {
                report(
                    "a double quote stands in a value without quotes",
                    help: "put the whole value in quotes, and write '\"\"' for one", at: place)
            }
            skip(1)
        }
        let text = String(decoding: bytes[first..<offset], as: UTF8.self)
        return Field(text: text, range: SourceRange(start, place), start: start)
    }

    private mutating func quoted() -> Field? {
        let start = place
        var text: [UInt8] = []
        var isVerbatim = true
        skip(1)
        while let byte = next {
            if byte != UInt8(ascii: "\"") {
                text.append(byte)
                skip(1)
                if byte == UInt8(ascii: "\n") {
                    place = Position(line: place.line + 1, column: 1)
                    isVerbatim = false
                }
                continue
            }
            skip(1)
            if next == UInt8(ascii: "\"") {
                text.append(byte)
                skip(1)
                isVerbatim = false
                continue
            }
            if !isAtEndOfRecord, next != UInt8(ascii: ",") {
                report(
                    "text stands after the closing quote",
                    help: "put a comma there, or write '\"\"' for a quote within", at: place)
                while !isAtEndOfRecord, next != UInt8(ascii: ",") { skip(1) }
            }
            return Field(
                text: String(decoding: text, as: UTF8.self), range: SourceRange(start, place),
                start: isVerbatim ? Position(line: start.line, column: start.column + 1) : nil)
        }
        report("a quote is opened and never closed", help: "close it with a double quote", at: start)
        return nil
    }

    private mutating func report(_ message: String, help: String, at place: Position) {
        let range = SourceRange(line: place.line, column: place.column)
        diagnostics.append(Diagnostic("data.syntax", message, help: help, file: path, at: range))
    }
}
