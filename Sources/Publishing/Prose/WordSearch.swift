/// Finds words in a text, as whole words, in any letter case.
enum WordSearch {
    /// In bytes of the block's text.
    static func range(of phrase: String, in block: ProseBlock) -> Range<Int>? {
        let wanted = ProseWord.all(of: phrase).map(\.text)
        let words = block.words
        guard let found = places(of: wanted, in: words).first else { return nil }
        return words[found..<found + wanted.count].extent
    }

    static func isFound(_ phrase: String, in text: String) -> Bool {
        !places(of: ProseWord.all(of: phrase).map(\.text), in: ProseWord.all(of: text)).isEmpty
    }

    private static func places(of wanted: [String], in words: [ProseWord]) -> [Int] {
        guard !wanted.isEmpty, words.count >= wanted.count else { return [] }
        return (0...(words.count - wanted.count)).filter { start in
            zip(words[start...], wanted).allSatisfy {
                $0.text == $1 || $0.text == $1 + "s" || $0.text == $1 + "'s"
            }
        }
    }
}
