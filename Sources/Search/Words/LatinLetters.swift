/// Letters of Latin-1 and Latin Extended-A, U+00C0 to U+017F, as `Terms.fold` folds them: most words with accents
/// are made of these and of ASCII, and need no look at the tables of Unicode.
enum LatinLetters {
    /// Two ASCII letters at most, the first in the low byte; 0 for what is folded to something else.
    ///
    /// - Parameters:
    ///   - lead: the first byte of the letter in UTF-8.
    ///   - trail: the second.
    @inline(__always)
    static func folded(_ lead: UInt8, _ trail: UInt8, in table: UnsafePointer<UInt16>) -> UInt16 {
        guard (0xC3...0xC5).contains(lead), trail & 0xC0 == 0x80 else { return 0 }
        return table[Int(lead - 0xC3) << 6 | Int(trail & 0x3F)]
    }

    /// By the letter's distance from U+00C0.
    static let table: [UInt16] = (0x00C0..<0x0180 as Range<UInt32>).map { value in
        guard let scalar = Unicode.Scalar(value), CharacterClass.isLetterOrDigit(scalar) else { return 0 }
        let folded = Array(Terms.fold(String(scalar)).utf8)
        guard (1...2).contains(folded.count),
            folded.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 })
        else { return 0 }
        return UInt16(folded[0]) | (folded.count == 2 ? UInt16(folded[1]) << 8 : 0)
    }
}
