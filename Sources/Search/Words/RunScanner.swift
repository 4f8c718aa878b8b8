/// Finds the runs of word characters in a text.
struct RunScanner {
    struct Run {
        let bytes: Range<Int>
        /// Then it is one term: its letters made small, apart from apostrophes.
        let isASCII: Bool
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The next run that holds a letter or a digit.
    mutating func next() -> Run? {
        while place < text.count {
            let start = place
            var isASCII = true
            var hasLetter = false
            while place < text.count {
                let byte = text[place]
                if byte < 0x80 {
                    if Self.isLetterOrDigit(byte) {
                        hasLetter = true
                    } else if byte != UInt8(ascii: "'") {
                        break
                    }
                    place += 1
                } else {
                    let (scalar, length) = decode(at: place)
                    guard CharacterClass.isWord(scalar) || CharacterClass.isJoiner(scalar) else { break }
                    hasLetter = hasLetter || CharacterClass.isLetterOrDigit(scalar)
                    isASCII = false
                    place += length
                }
            }
            if hasLetter { return Run(bytes: start..<place, isASCII: isASCII) }
            if place == start { place += text[place] < 0x80 ? 1 : decode(at: place).length }
        }
        return nil
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

    @inline(__always)
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }
}
