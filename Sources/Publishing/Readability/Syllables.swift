/// Counts the syllables of English words.
///
/// A syllable is a group of vowels, but for the silent ones: an 'e' at the end, '-ed' and '-es' that are not spoken. What the
/// rule gets wrong often enough to matter stands in a list.
enum Syllables {
    private static let exceptions = WordTable(
        SyllableExceptions.all.map { (word: $0.key, value: $0.value) }, uniquing: { first, _ in first })

    /// Of a word, or of several with hyphens between them; at least 1.
    static func count(_ word: String) -> Int {
        var word = word
        return word.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, bytes.count)) { buffer in
                max(1, count(bytes, buffer))
            }
        }
    }

    private static func count(_ word: UnsafeBufferPointer<UInt8>, _ buffer: UnsafeMutableBufferPointer<UInt8>)
        -> Int
    {
        var (count, length, index) = (0, 0, 0)
        func part() -> Int {
            length == 0 ? 0 : ofPart(Letters(UnsafeBufferPointer(rebasing: buffer[..<length])))
        }
        while index < word.count {
            let byte = word[index]
            let width = byte < 0x80 ? 1 : min(UTF8Scalar.width(byte), word.count - index)
            let letter =
                width == 1 ? ByteKind.small(byte) : plain(UTF8Scalar.value(word[index..<index + width]))
            index += width
            if letter &- UInt8(ascii: "a") < 26 {
                buffer[length] = letter
                length += 1
            } else if letter != UInt8(ascii: "'") {
                count += part()
                length = 0
            }
        }
        return count + part()
    }

    /// The letter without its accent; any consonant for letters that English has not.
    private static func plain(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xC0...0xC5, 0xE0...0xE5: UInt8(ascii: "a")
        case 0xC8...0xCB, 0xE8...0xEB: UInt8(ascii: "e")
        case 0xCC...0xCF, 0xEC...0xEF: UInt8(ascii: "i")
        case 0xD2...0xD6, 0xF2...0xF6: UInt8(ascii: "o")
        case 0xD9...0xDC, 0xF9...0xFC: UInt8(ascii: "u")
        default: UInt8(ascii: "x")
        }
    }

    private static func ofPart(_ word: Letters) -> Int {
        if let known = known(word) { return known }
        if !word.hasVowels { return word.spelled }
        return max(1, word.vowelGroups + corrections(word))
    }

    /// A listed word, perhaps with an ending that adds nothing, or one syllable.
    private static func known(_ word: Letters) -> Int? {
        let count = word.count
        if let known = exceptions[hashOfPrefix(word, count)] { return known }
        if count < 4 { return nil }
        switch word[count - 1] {
        case UInt8(ascii: "s"):
            let isHissing = ["ces", "ses", "ges", "zes", "xes"].contains(where: word.ends)
            return exceptions[hashOfPrefix(word, count - 1)].map { isHissing ? $0 + 1 : $0 }
        case UInt8(ascii: "d") where word[count - 2] == UInt8(ascii: "e"):
            return exceptions[hashOfPrefix(word, count - 1)]
        case UInt8(ascii: "y") where word[count - 2] == UInt8(ascii: "l"):
            return exceptions[hashOfPrefix(word, count - 2)].map { $0 + 1 }
        default: return nil
        }
    }

    private static func hashOfPrefix(_ word: Letters, _ length: Int) -> UInt64 {
        (0..<length).reduce(WordHash.seed) { WordHash.next($0, word[$1]) }
    }

    private static func corrections(_ word: Letters) -> Int {
        let count = word.count
        var change = apart(word)
        if word.ends("e"), !word.ends("le"), count > 2, !word.isVowel(count - 2) {
            change -= 1
        } else if word.ends("le"), count > 2, word.isVowel(count - 3) {
            change -= 1
        }
        if count > 3, !word.isVowel(count - 3) { change += endings(word, before: word[count - 3]) }
        if count > 4, word.has(UInt8(ascii: "e")), silentWithin.contains(where: word.holdsWithin),
            !word.hasAny(["lement", "eement", "eely", "relying"])
        {

            change -= 1
        }
        if again.contains(where: { word.first($0) == 0 }) { change += 1 }
        if word.ends("ically") { change -= 1 }
        if word.ends("ism") || word.ends("isms") || word.ends("thm") { change += 1 }
        return change
    }

    /// 'Re-' before a vowel is spoken apart.
    private static let again: [StaticString] = [
        "reass", "reint", "reinf", "reinst", "reinv", "reex", "reev", "reem", "reen", "reup", "rearr",
        "reapp", "reatt",
        "reiter",
    ]

    private static let silentWithin: [StaticString] = [
        "ement", "eful", "eless", "eness", "etime", "ewhere", "ebody", "eone", "ewhat", "ely",
    ]

    /// '-ed' and '-es' that are not spoken.
    private static func endings(_ word: Letters, before: UInt8) -> Int {
        let count = word.count
        var change = 0
        if word.ends("ed"), before != UInt8(ascii: "t"), before != UInt8(ascii: "d"),
            !word.ends("led") || word.ends("lled") || word.isVowel(count - 4)
        {
            change -= 1
        }
        let isHissing = "sxzcg".utf8.contains(before) || word.ends("shes") || word.ends("ches")
        if word.ends("es"), !isHissing, !(word.ends("les") && !word.isVowel(count - 4)) { change -= 1 }
        return change
    }

    /// Two vowels that are spoken apart.
    private static func apart(_ word: Letters) -> Int {
        var change = 0
        var last: UInt16 = 0
        for index in 0..<max(0, word.count - 1) where word.isVowel(index) && word.isVowel(index + 1) {
            let pair = UInt16(word[index]) << 8 | UInt16(word[index + 1])
            // 'Royal', 'player', and no 'played'.
            if word.isGlide(index) { change += 1 }
            if pair == last { continue }
            last = pair
            change += apart(word[index], word[index + 1], word)
        }
        return change
    }

    private static func apart(_ first: UInt8, _ second: UInt8, _ word: Letters) -> Int {
        switch (Unicode.Scalar(first), Unicode.Scalar(second)) {
        case ("i", "a"):
            let isOne = word.hasAny(["cial", "tial", "cian", "gian", "sian", "tian", "riage", "ciat", "sia"])
            return !isOne || word.hasAny(["ciat", "tiat"]) ? 1 : 0
        case ("i", "o"):
            if !word.hasAny(["tion", "sion", "cion", "gion", "xion", "ious", "nion", "lion"]) { return 1 }
            return word.hasAny(["ious"]) && !word.hasAny(["cious", "tious", "gious", "xious"]) ? 1 : 0
        case ("i", "u"), ("y", "i"): return 1
        case ("e", "o"): return word.hasAny(["people", "geon", "eous"]) ? 0 : 1
        case ("u", "a"): return word.hasAny(["qua", "gua", "suade"]) ? 0 : 1
        case ("u", "o"): return word.hasAny(["quo"]) ? 0 : 1
        case ("e", "u"): return word.ends("eum") ? 1 : 0
        case ("i", "e"):
            if word.ends("iet") || word.hasAny(["iety"])
                || word.hasAny(["ient"]) && !word.hasAny(["cient", "tient"])
            {
                return 1
            }
            return word.ends("ier") || word.ends("iest") ? 1 : 0
        case ("e", "a"):
            let isTwo = word.hasAny(["creat", "react", "area", "idea", "theat", "realit", "nausea", "reall"])
            return isTwo && !word.hasAny(["creature"]) ? 1 : 0
        default: return 0
        }
    }
}

/// The letters of a word, small and without accents.
private struct Letters {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var count: Int { bytes.count }

    subscript(index: Int) -> UInt8 { bytes[index] }

    func isVowel(_ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"):
            true
        case UInt8(ascii: "y"): index > 0
        default: false
        }
    }

    var vowelGroups: Int {
        var (count, wasVowel) = (0, false)
        for index in bytes.indices {
            let isVowel = isVowel(index)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        return count
    }

    /// Whether any vowel stands in it, 'y' among them.
    var hasVowels: Bool { bytes.contains { "aeiouy".utf8.contains($0) } }

    /// Syllables of its letters by name: 'PTSD'.
    var spelled: Int { bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "w") ? 3 : 1) } }

    /// A 'y' between two vowels that both are spoken.
    func isGlide(_ index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "y"), index > 0, isVowel(index - 1), index + 1 < count else {
            return false
        }
        switch bytes[index + 1] {
        case UInt8(ascii: "a"), UInt8(ascii: "o"): return true
        case UInt8(ascii: "e"): return index + 2 < count && !"ds".utf8.contains(bytes[index + 2])
        default: return false
        }
    }

    func has(_ letter: UInt8) -> Bool { bytes.contains(letter) }

    func ends(_ text: StaticString) -> Bool {
        let start = count - text.utf8CodeUnitCount
        return start >= 0 && isHere(text, at: start)
    }

    /// Where a stretch of letters stands first.
    func first(_ text: StaticString) -> Int? {
        let last = count - text.utf8CodeUnitCount
        if last < 0 { return nil }
        return (0...last).first { bytes[$0] == text.utf8Start[0] && isHere(text, at: $0) }
    }

    /// Holds it, and does not begin with it.
    func holdsWithin(_ text: StaticString) -> Bool { first(text).map { $0 > 0 } ?? false }

    func hasAny(_ texts: [StaticString]) -> Bool { texts.contains { first($0) != nil } }

    private func isHere(_ text: StaticString, at start: Int) -> Bool {
        for index in 0..<text.utf8CodeUnitCount where bytes[start + index] != text.utf8Start[index] {
            return false
        }
        return true
    }
}
