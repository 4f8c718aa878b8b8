/// A term or alias, made ready for comparison with bytes of a text.
struct TermPattern: Sendable {
    /// The glossary's term.
    let term: Int
    /// Small letters, unless capitals count; `gap` and `hyphen` for what stands between words.
    let units: [UInt8]
    /// An abbreviation is itself in capitals alone: ART is not art.
    let isExact: Bool
    /// It may end in an 's' more.
    let allowsPlural: Bool
    /// What a text's first letters are looked up by.
    let keys: [UInt32]

    /// Between two words: white space with at most one line break in it, or a hyphen.
    static let gap = UInt8(ascii: " ")
    /// Within one word: a hyphen or dash.
    static let hyphen = UInt8(ascii: "-")

    init?(_ words: String, term: Int) {
        let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let first = words.first else { return nil }
        self.term = term
        isExact = words.isAllCapitals || !words.contains(where: \.isLetter)
        let isManyWords = words.contains(" ")
        var units: [UInt8] = []
        for character in isExact ? words : words.lowercased() {
            switch character {
            case " ": units.append(Self.gap)
            case "-", "‐", "‑", "–": units.append(isManyWords ? Self.gap : Self.hyphen)
            case "’": units.append(UInt8(ascii: "'"))
            default: units += Array(String(character).utf8)
            }
        }
        self.units = units
        let letters = words.count { $0.isLetter }
        let endsInLetter = words.last.map { $0.isLetter && $0.lowercased() != "s" } ?? false
        allowsPlural = endsInLetter && letters >= (isExact ? Self.fewestCapitals : Self.fewestLetters)
        let start = TermPattern.key(units[...])
        // 'RCT' is shorter than a key, and 'RCTs' has another.
        let isShortWord = units.count < Self.keyLength && first.isLetter
        keys =
            isShortWord && allowsPlural
            ? [start, TermPattern.key((units + [UInt8(ascii: "s")])[...])] : [start]
    }

    /// A shorter word with an 's' is often another word: 'gap', 'gas'.
    private static let fewestLetters = 4
    /// 'RCTs' and 'SSRIs' are no other words.
    private static let fewestCapitals = 3

    static let keyLength = 4

    /// The first letters and digits, four at most, small; a sign for all that begins with something else.
    static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBufferPointer { key($0, at: 0) }
    }

    @inline(__always)
    static func key(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32 {
        var key: UInt32 = 0
        var index = start
        let end = min(start + keyLength, bytes.count)
        while index < end {
            let byte = bytes[index]
            let kind = ByteKind.of(byte)
            if kind == .word {
                key = key << 8 | UInt32(ByteKind.small(byte))
            } else if kind == .beyondASCII, TermText(bytes).scalar(at: index).isWord {
                // A letter has other bytes as a capital.
                return key << 8 | 0x80
            } else {
                break
            }
            index += 1
        }
        return index == start && index < bytes.count ? UInt32(bytes[start]) : key
    }
}

/// A pattern whose units stand in a row with those of others.
struct TermForm: Sendable {
    let units: Range<Int>
    let term: Int
    let isExact: Bool
    let allowsPlural: Bool

    init(_ pattern: TermPattern, end: Int) {
        units = end - pattern.units.count..<end
        (term, isExact, allowsPlural) = (pattern.term, pattern.isExact, pattern.allowsPlural)
    }
}

/// What a byte of UTF-8 is to words.
enum ByteKind {
    case word, other, beyondASCII

    @inline(__always)
    static func of(_ byte: UInt8) -> ByteKind {
        if byte >= 0x80 { return .beyondASCII }
        let letter = (byte | 0x20) &- UInt8(ascii: "a")
        return letter < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_") ? .word : .other
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { of(byte) == .word }

    /// ASCII's capitals as small letters.
    @inline(__always)
    static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}
