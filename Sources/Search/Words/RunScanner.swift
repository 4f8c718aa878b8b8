/// Finds the runs of word characters in a text.
struct RunScanner {
    struct Run {
        /// What it is made of.
        enum Kind {
            /// ASCII letters and digits: one term, its letters made small.
            case plain
            /// The same with apostrophes: one term without them.
            case ascii
            case other
        }

        let bytes: Range<Int>
        let kind: Kind
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The next run that holds a letter or a digit.
    mutating func next() -> Run? {
        while place < text.count {
            while place < text.count, text[place] < 0x80, !Self.isOfRun(text[place]) { place += 1 }
            let start = place
            while place < text.count, Self.isLetterOrDigit(text[place]) { place += 1 }
            if place == text.count || text[place] < 0x80 && text[place] != Self.apostrophe {
                if place > start { return Run(bytes: start..<place, kind: .plain) }
                continue
            }
            let (hasLetter, isASCII) = takeRest()
            if hasLetter || place > start && Self.isLetterOrDigit(text[start]) {
                return Run(bytes: start..<place, kind: isASCII ? .ascii : .other)
            }
            if place == start { place += decode(at: place).length }
        }
        return nil
    }

    /// Goes to the end of a run that has more in it than letters and digits of ASCII.
    private mutating func takeRest() -> (hasLetter: Bool, isASCII: Bool) {
        var (hasLetter, isASCII) = (false, true)
        while place < text.count {
            let byte = text[place]
            if byte < 0x80 {
                guard Self.isOfRun(byte) else { break }
                hasLetter = hasLetter || byte != Self.apostrophe
                place += 1
            } else {
                let (scalar, length) = decode(at: place)
                guard CharacterClass.isWord(scalar) || CharacterClass.isJoiner(scalar) else { break }
                hasLetter = hasLetter || CharacterClass.isLetterOrDigit(scalar)
                isASCII = false
                place += length
            }
        }
        return (hasLetter, isASCII)
    }

    /// The character at a place; the text is valid UTF-8.
    private func decode(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(text[index])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= text.count else { return ("\u{FFFD}", text.count - index) }
        var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private static let apostrophe = UInt8(ascii: "'")

    @inline(__always)
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }

    @inline(__always)
    private static func isOfRun(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == apostrophe }
}
