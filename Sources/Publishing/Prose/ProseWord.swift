/// A word of a text, or a mark between words.
struct ProseWord: Sendable {
    /// In small letters; with hyphens and apostrophes that stand within it.
    let text: String
    /// In bytes of the block's text.
    let range: Range<Int>
    let kinds: WordKinds

    var isMark: Bool { kinds.contains(.mark) }

    /// Begins with a digit.
    var isNumber: Bool { kinds.contains(.digits) }
}

extension ProseWord {
    /// The words and marks of a text.
    static func all(of text: String) -> [ProseWord] { WordScanner.words(in: ProseText(text).bytes) }
}

extension Collection<ProseWord> {
    /// From the first word's beginning to the last one's end.
    var extent: Range<Int>? {
        guard let first, let last = dropFirst(count - 1).first else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}

/// A sentence with its words.
struct Sentence: Sendable {
    /// In bytes of the block's text.
    let range: Range<Int>
    let words: [ProseWord]
    /// Of any of its words.
    let kinds: WordKinds
    /// It ends in a question mark.
    let isQuestion: Bool

    init(range: Range<Int>, words: [ProseWord], isQuestion: Bool) {
        (self.range, self.words, self.isQuestion) = (range, words, isQuestion)
        kinds = words.reduce(into: []) { $0.formUnion($1.kinds) }
    }

    /// Words alone, without marks.
    var wordCount: Int { words.count { !$0.isMark } }

    /// Whether any of these words stands in it.
    func has(anyOf list: Set<String>) -> Bool { words.contains { list.contains($0.text) } }
}

extension [Sentence] {
    /// Whether any sentence has a word of one of these kinds: rules look closer only where one does.
    func have(_ kinds: WordKinds) -> Bool { contains { !$0.kinds.isDisjoint(with: kinds) } }
}
