/// Finds the glossary's terms in a text.
///
/// Of terms that begin at one place the longest is found, and nothing within it. Terms are whole words:
/// letters or digits beside them make them other words, and so does a hyphen with more behind it
/// ('ketamine-assisted' is not 'ketamine'). In terms of more than one word, space and hyphen are the same.
/// `'s` may follow, and a plural 's' belongs to the term. Case does not count, except for abbreviations: ART
/// is not art.
///
/// Scripts that put nothing between words have no whole words, and no terms are found in them.
struct TermMatcher: Sendable {
    struct Match: Sendable, Equatable {
        /// Bytes of the text, from its first as 0.
        let range: Range<Int>
        let term: Int
    }

    private let forms: [TermForm]
    /// The units of all forms, one after another.
    private let units: [UInt8]
    /// Patterns by the hash of a key, the longest first: those of hash `h` from `starts[h]` up to `starts[h +
    /// 1]`.
    private let starts: [Int32]
    private let entries: [Entry]
    /// Bytes that are no letter and no digit, and that a term begins with all the same: '('.
    private let signs: [Bool]

    private struct Entry {
        let key: UInt32
        let form: Int32
    }

    init(_ glossary: Glossary) {
        self.init(glossary.terms.map { [$0.words] + $0.aliases })
    }

    /// - Parameter names: of each term, itself and its aliases.
    init(_ names: [[String]]) {
        let patterns = names.enumerated().flatMap { term, names in
            names.compactMap { TermPattern($0, term: term) }
        }
        let all = patterns.enumerated().flatMap { place, pattern in
            pattern.keys.map { Entry(key: $0, form: Int32(place)) }
        }
        entries = all.sorted { a, b in
            let (first, second) = (patterns[Int(a.form)], patterns[Int(b.form)])
            // Of equal length the exact one comes first: 'ART' before 'art'.
            return (Self.hash(a.key), -first.units.count, first.isExact ? 0 : 1, a.form)
                < (Self.hash(b.key), -second.units.count, second.isExact ? 0 : 1, b.form)
        }
        var counts = [Int32](repeating: 0, count: Self.size + 1)
        for entry in entries { counts[Self.hash(entry.key) + 1] += 1 }
        for index in 1...Self.size { counts[index] += counts[index - 1] }
        starts = counts
        var signs = [Bool](repeating: false, count: 256)
        for pattern in patterns where ByteKind.of(pattern.units[0]) == .other {
            signs[Int(pattern.units[0])] = true
        }
        self.signs = signs
        var units: [UInt8] = []
        forms = patterns.map { pattern in
            units += pattern.units
            return TermForm(pattern, end: units.count)
        }
        self.units = units
    }

    private static let bits: UInt32 = 12
    private static let size = 1 << Int(bits)

    /// Multiplicative: Knuth, *The Art of Computer Programming*, volume 3, 6.4.
    @inline(__always)
    private static func hash(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> (32 - bits)) }

    /// Every mention, in order.
    func matches(in text: String) -> [Match] { matches(in: Array(text.utf8)[...]) }

    /// Every mention, in order; ranges count from the slice's first byte.
    ///
    /// - Parameter text: UTF-8.
    func matches(in text: ArraySlice<UInt8>) -> [Match] {
        if forms.isEmpty { return [] }
        return text.withUnsafeBufferPointer { scan(TermText($0), $0) }
    }

    private func scan(_ text: TermText, _ bytes: UnsafeBufferPointer<UInt8>) -> [Match] {
        var matches: [Match] = []
        var index = 0
        var isInWord = false
        while index < bytes.count {
            let start = index
            let canStart: Bool
            if ByteKind.of(bytes[index]) == .word {
                canStart = !isInWord
                isInWord = true
                repeat { index += 1 } while index < bytes.count && ByteKind.of(bytes[index]) == .word
            } else if bytes[index] < 0x80 {
                canStart = !isInWord && signs[Int(bytes[index])]
                isInWord = false
                index += 1
            } else {
                let scalar = text.scalar(at: index)
                canStart = scalar.isWord && !isInWord
                isInWord = scalar.isWord
                index += scalar.width
            }
            if canStart, let match = match(at: start, text, bytes) {
                matches.append(match)
                index = match.range.upperBound
                isInWord = text.isWord(before: index)
            }
        }
        return matches
    }

    @inline(__always)
    private func match(at start: Int, _ text: TermText, _ bytes: UnsafeBufferPointer<UInt8>) -> Match? {
        let key = TermPattern.key(bytes, at: start)
        let hash = Self.hash(key)
        let found = Int(starts[hash])..<Int(starts[hash + 1])
        return found.isEmpty ? nil : match(found, key, text, start)
    }

    private func match(_ found: Range<Int>, _ key: UInt32, _ text: TermText, _ start: Int) -> Match? {
        units.withUnsafeBufferPointer { units in
            for place in found where entries[place].key == key {
                let form = forms[Int(entries[place].form)]
                let letters = UnsafeBufferPointer(rebasing: units[form.units])
                guard let end = text.end(of: form, letters, from: start), !text.isJoined(before: start) else {
                    continue
                }
                return Match(range: start..<end, term: form.term)
            }
            return nil
        }
    }
}
