import Markup

/// A scalar of YAML as it stands in a file: from bytes of its value to their place.
///
/// What is written and what is read are gone through side by side, since folded lines, indentation, doubled quotes and
/// escapes stand in the one and not in the other.
///
/// Source: YAML 1.1, chapter 5.7 (escapes) and chapter 9 (the styles).
struct ScalarText {
    /// The text around it, from its first line on.
    private let written: ArraySlice<UInt8>
    private let line: Int
    private let begin: Int

    private enum Style { case plain, single, double, block }

    /// - Parameters:
    ///   - file: all bytes of the file.
    ///   - start: where the scalar begins, quotes and all.
    init?(file: ArraySlice<UInt8>, from start: Position) {
        var lineStart = file.startIndex
        for _ in 1..<max(1, start.line) {
            guard let end = file[lineStart...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            lineStart = end + 1
        }
        let first = lineStart + start.column - 1
        guard first < file.endIndex else { return nil }
        (written, line, begin) = (file[lineStart...], start.line, first)
    }

    /// Where some bytes of the value stand; `nil` where the value is not what is written there.
    func range(of bytes: Range<Int>, in value: String) -> SourceRange? {
        let origins = origins(of: value, upTo: bytes.upperBound)
        guard bytes.lowerBound < origins.count else { return nil }
        let start = origins[bytes.lowerBound]
        let end = bytes.isEmpty ? start.lowerBound : origins[bytes.upperBound - 1].upperBound
        return SourceRange(position(start.lowerBound), position(end))
    }

    /// All of it, quotes too.
    func whole(_ value: String) -> SourceRange? {
        if let end = endIfWrittenAsRead(value) { return SourceRange(position(begin), position(end)) }
        let origins = origins(of: value, upTo: value.utf8.count)
        guard origins.count == value.utf8.count else { return nil }
        // The line breaks at the end of a block are in its value, and nothing to point at.
        let words = value.utf8.reversed().drop { $0 == UInt8(ascii: "\n") }.count
        let (style, start) = content
        var next = words > 0 ? origins[words - 1].upperBound : start
        if style == .single || style == .double {
            next = min(skipSpace(from: next) + 1, written.endIndex)
        } else if words == 0 {
            next = begin + 1
        }
        return SourceRange(position(begin), position(next))
    }

    /// Most texts have neither breaks nor escapes.
    private func endIfWrittenAsRead(_ value: String) -> Int? {
        let quote = written[begin]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        let start = isQuoted ? begin + 1 : begin
        let end = start + value.utf8.count
        guard end < written.endIndex || end == written.endIndex && !isQuoted else { return nil }
        guard written[start..<end].elementsEqual(value.utf8), !isQuoted || written[end] == quote else {
            return nil
        }
        return isQuoted ? end + 1 : end
    }

    private func position(_ index: Int) -> Position {
        let before = written[..<index]
        let lines = before.count { $0 == UInt8(ascii: "\n") }
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? written.startIndex
        return Position(line: line + lines, column: index - lineStart + 1)
    }

    /// How it is written, and where its words begin: behind anchors, tags and the opening quote.
    private var content: (style: Style, start: Int) {
        var index = begin
        while index < written.endIndex, "&!".utf8.contains(written[index]) {
            index = written[index...].firstIndex { $0 <= 0x20 } ?? written.endIndex
            index = skipSpace(from: index)
        }
        guard index < written.endIndex else { return (.plain, begin) }
        switch written[index] {
        case UInt8(ascii: "\""): return (.double, index + 1)
        case UInt8(ascii: "'"): return (.single, index + 1)
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            let end = written[index...].firstIndex(of: UInt8(ascii: "\n")) ?? written.endIndex - 1
            return (.block, end + 1)
        default: return (.plain, index)
        }
    }

    private func skipSpace(from index: Int) -> Int {
        written[index...].firstIndex { !Self.isSpace($0) } ?? written.endIndex
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Where each byte of the value is written, as far as the two agree.
    private func origins(of value: String, upTo count: Int) -> [Range<Int>] {
        let value = Array(value.utf8)
        var origins: [Range<Int>] = []
        var (style, next) = content
        while origins.count < min(count, value.count) {
            let rest = value[origins.count...]
            guard next < written.endIndex, let byte = rest.first else { break }
            if Self.isSpace(byte), Self.isSpace(written[next]) {
                // One space or break may stand for a break with the indentation after it.
                if byte == 0x0A { next = written[next...].firstIndex(of: 0x0A) ?? next }
                origins.append(next..<next + 1)
                next += 1
            } else if style == .double, written[next] == UInt8(ascii: "\\") {
                guard let escape = escape(at: next) else { break }
                if !escape.bytes.isEmpty, !rest.starts(with: escape.bytes) { break }
                origins += escape.bytes.map { _ in next..<escape.end }
                next = escape.end
            } else if written[next] == byte {
                let isDoubled = style == .single && byte == UInt8(ascii: "'")
                origins.append(next..<next + (isDoubled ? 2 : 1))
                next += isDoubled ? 2 : 1
            } else if Self.isSpace(written[next]) {
                next = skipSpace(from: next)
            } else {
                break
            }
        }
        return origins
    }

    /// What an escape stands for, and where it ends: nothing for one that joins two lines.
    private func escape(at index: Int) -> (bytes: [UInt8], end: Int)? {
        guard index + 1 < written.endIndex else { return nil }
        let digits: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
        if let count = digits[written[index + 1]] {
            let end = min(index + 2 + count, written.endIndex)
            let code = UInt32(String(decoding: written[(index + 2)..<end], as: UTF8.self), radix: 16)
            return code.flatMap(Unicode.Scalar.init).map { (Array(String($0).utf8), end) }
        }
        if Self.isSpace(written[index + 1]), written[index + 1] != 0x20, written[index + 1] != 0x09 {
            return ([], skipSpace(from: index + 1))
        }
        let named: [UInt8: String] = [
            UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
            UInt8(ascii: "t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
            UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
            UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
            UInt8(ascii: "P"): "\u{2029}",
        ]
        return (
            Array((named[written[index + 1]] ?? String(UnicodeScalar(written[index + 1]))).utf8), index + 2
        )
    }
}
