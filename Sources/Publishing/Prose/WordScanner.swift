/// Reads words out of what a reader sees.
///
/// A word is letters and digits; a hyphen or an apostrophe between two letters belongs to it ('well-known', 'don't',
/// '40-minute'), and a point or comma between two digits ('0.5', '1,000'). All else is a mark, one character each.
struct WordScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let table = WordKinds.table

    /// - Parameter bytes: UTF-8, as `ProseText` makes it.
    static func words(in bytes: [UInt8]) -> [ProseWord] {
        bytes.withUnsafeBufferPointer { WordScanner(bytes: $0).words() }
    }

    private enum Kind { case letter, digit, other }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private func words() -> [ProseWord] {
        var words: [ProseWord] = []
        words.reserveCapacity(bytes.count / 5)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: " ") {
                index += 1
                continue
            }
            let (kind, width) = kind(at: index)
            let end = kind == .other ? index + width : endOfWord(index + width, after: kind)
            words.append(word(index..<end, kind))
            index = end
        }
        return words
    }

    private func endOfWord(_ start: Int, after first: Kind) -> Int {
        var (index, last) = (start, first)
        while index < bytes.count {
            let (kind, width) = kind(at: index)
            if kind != .other {
                (index, last) = (index + width, kind)
                continue
            }
            guard index + 1 < bytes.count else { break }
            let next = self.kind(at: index + 1).kind
            switch bytes[index] {
            case UInt8(ascii: "-"), UInt8(ascii: "'"): if next != .letter { return index }
            case UInt8(ascii: "."), UInt8(ascii: ","): if last != .digit || next != .digit { return index }
            default: return index
            }
            index += 1
        }
        return index
    }

    private func kind(at index: Int) -> (kind: Kind, width: Int) {
        let byte = bytes[index]
        if byte < 0x80 {
            if (byte | 0x20) &- UInt8(ascii: "a") < 26 { return (.letter, 1) }
            return (byte &- UInt8(ascii: "0") < 10 ? .digit : .other, 1)
        }
        let width = min(UTF8Scalar.width(byte), bytes.count - index)
        guard let scalar = Unicode.Scalar(UTF8Scalar.value(bytes[index..<index + width])) else {
            return (.other, width)
        }
        let properties = scalar.properties
        if properties.numericType != nil { return (.digit, width) }
        let isLetter = properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        return (isLetter ? .letter : .other, width)
    }

    private func word(_ range: Range<Int>, _ kind: Kind) -> ProseWord {
        var hash = WordHash.seed
        var isASCII = true
        for index in range {
            hash = WordHash.next(hash, ByteKind.small(bytes[index]))
            if bytes[index] >= 0x80 { isASCII = false }
        }
        var kinds = table[hash] ?? []
        let text: String
        if isASCII {
            text = String(unsafeUninitializedCapacity: range.count) { buffer in
                for (place, index) in range.enumerated() {
                    buffer.initializeElement(at: place, to: ByteKind.small(bytes[index]))
                }
                return range.count
            }
        } else {
            text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self).lowercased()
            kinds.formUnion(table[WordHash.of(text.utf8)] ?? [])
        }
        switch kind {
        case .other: kinds.insert(.mark)
        case .digit:
            kinds.insert(.digits)
            // '50mg', '40-minute'.
            if (bytes[range.upperBound - 1] | 0x20) &- UInt8(ascii: "a") < 26 { kinds.insert(.unit) }
        case .letter: if text.utf8.contains(UInt8(ascii: "-")) { addKindsOfParts(of: text, to: &kinds) }
        }
        return ProseWord(text: text, range: range, kinds: kinds)
    }

    /// 'forty-five' is a number, and 'one-in-five'.
    private func addKindsOfParts(of text: String, to kinds: inout WordKinds) {
        for part in text.utf8.split(separator: UInt8(ascii: "-")) {
            kinds.formUnion(table[WordHash.of(part)] ?? [])
        }
    }
}
