/// A place in Markdown that moves on with each byte that is read of it.
struct Alignment {
    private let written: ArraySlice<UInt8>
    private var next: Int
    /// One past what was found last.
    private(set) var end: Int?

    init(_ written: ArraySlice<UInt8>) {
        self.written = written
        next = written.startIndex
    }

    /// Where the byte stands that a reader sees next; `nil` where it cannot be found.
    mutating func find(_ byte: UInt8) -> Int? {
        // The rest of a character that was found, or that a reference such as '&eacute;' stands for.
        if byte & 0xC0 == 0x80, let end, !(next < written.endIndex && written[next] == byte) {
            return end - 1
        }
        while next < written.endIndex {
            if let after = unread(at: next) {
                next = after
                continue
            }
            let candidate = next
            if let after = reference(at: next) {
                next = after
                if isInvisible(candidate..<after) { continue }
                end = after
                return candidate
            }
            next += 1
            guard isSame(candidate, byte) else { continue }
            // One character in typographers' quotes, spaces and hyphens is one byte as a reader sees it.
            if written[candidate] >= 0x80, byte < 0x80 {
                while next < written.endIndex, written[next] & 0xC0 == 0x80 { next += 1 }
            }
            end = next
            return candidate
        }
        return nil
    }

    /// One past a citation, a link's destination, an image or a tag that begins here.
    private func unread(at index: Int) -> Int? {
        switch written[index] {
        case UInt8(ascii: "]"):
            if starts(index, "](") { return closing(index + 1, UInt8(ascii: "("), UInt8(ascii: ")")) }
            if starts(index, "][") { return closing(index + 1, UInt8(ascii: "["), UInt8(ascii: "]")) }
            if starts(index, "]{") { return closing(index + 1, UInt8(ascii: "{"), UInt8(ascii: "}")) }
        case UInt8(ascii: "["):
            if starts(index, "[@") || starts(index, "[^") {
                return closing(index, UInt8(ascii: "["), UInt8(ascii: "]"))
            }
        case UInt8(ascii: "!"):
            if starts(index, "![") {
                return closing(index + 1, UInt8(ascii: "["), UInt8(ascii: "]")).map { $0 - 1 }
            }
        case UInt8(ascii: "<"): return endOfTag(index)
        default: break
        }
        return nil
    }

    private func starts(_ index: Int, _ text: StaticString) -> Bool {
        text.withUTF8Buffer { written[index...].starts(with: $0) }
    }

    /// One past the bracket that closes the one that opens here.
    private func closing(_ index: Int, _ open: UInt8, _ close: UInt8) -> Int? {
        var depth = 0
        for place in index..<written.endIndex {
            if written[place] == open { depth += 1 }
            if written[place] == close { depth -= 1 }
            if depth == 0 { return place + 1 }
        }
        return nil
    }

    /// `<b>`, `</b>`; an address in brackets is read.
    private func endOfTag(_ index: Int) -> Int? {
        guard index + 1 < written.endIndex else { return nil }
        let first = written[index + 1]
        guard ByteKind.of(first) == .word || first == UInt8(ascii: "/") || first == UInt8(ascii: "!"),
            let end = written[index...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let name = written[(index + 1)..<end].prefix { $0 > 0x20 }
        return name.contains(UInt8(ascii: ":")) || name.contains(UInt8(ascii: "@")) ? nil : end + 1
    }

    /// One past '&nbsp;' or '&#160;'.
    private func reference(at index: Int) -> Int? {
        guard written[index] == UInt8(ascii: "&") else { return nil }
        let name = written[(index + 1)...].prefix(10).prefix {
            ByteKind.of($0) == .word || $0 == UInt8(ascii: "#")
        }
        let end = name.endIndex
        return !name.isEmpty && end < written.endIndex && written[end] == UInt8(ascii: ";") ? end + 1 : nil
    }

    private func isInvisible(_ reference: Range<Int>) -> Bool {
        let names: [String] = [
            "&shy;", "&zwnj;", "&zwj;", "&#173;", "&#xAD;", "&#xad;", "&#8203;", "&ZeroWidthSpace;",
        ]
        return names.contains { written[reference].elementsEqual($0.utf8) }
    }

    private func isSame(_ index: Int, _ read: UInt8) -> Bool {
        if written[index] == read { return true }
        switch read {
        case UInt8(ascii: " "): return written[index] <= 0x20 || isCharacter(at: index, shownAs: read)
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "-"):
            return isCharacter(at: index, shownAs: read)
        default: return false
        }
    }

    /// Whether a character of several bytes is shown as this one.
    private func isCharacter(at index: Int, shownAs read: UInt8) -> Bool {
        guard written[index] >= 0xC0 else { return false }
        let width = UTF8Scalar.width(written[index])
        guard index + width <= written.endIndex else { return false }
        // Between two letters a space would show.
        var text = ProseText("a")
        text.append(written[index..<index + width])
        text.append([UInt8(ascii: "b")])
        return text.bytes == [UInt8(ascii: "a"), read, UInt8(ascii: "b")]
    }
}
