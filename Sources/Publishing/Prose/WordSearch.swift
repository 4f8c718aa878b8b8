/// Finds words in a text, as whole words, in any letter case.
enum WordSearch {
    static func range(of phrase: String, in text: String) -> Range<String.Index>? {
        let wanted = ProseWord.all(of: phrase).map(\.text)
        let words = ProseWord.all(of: text)
        guard !wanted.isEmpty, words.count >= wanted.count else { return nil }
        for start in 0...(words.count - wanted.count)
        where zip(words[start...], wanted).allSatisfy({ $0.text == $1 || $0.text == $1 + "s" }) {
            return words[start].range.lowerBound..<words[start + wanted.count - 1].range.upperBound
        }
        return nil
    }
}
