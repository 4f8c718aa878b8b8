/// Where the sentences of a text begin and end.
///
/// A full stop ends a sentence where white space follows, and then a capital letter, a digit or a quotation mark;
/// not after an abbreviation, an initial, or within a number.
struct Sentences {
    private let bytes: [UInt8]
    private let words: [ProseWord]

    /// - Parameter bytes: as `ProseText` makes them.
    static func all(in bytes: [UInt8]) -> [Sentence] {
        Sentences(bytes: bytes, words: WordScanner.words(in: bytes)).all()
    }

    static func all(in text: String) -> [Sentence] { all(in: ProseText(text).bytes) }

    private func all() -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        var index = 0
        while index < words.count {
            let mark = words[index]
            index += 1
            guard mark.isMark, Self.isEnding(mark.text) else { continue }
            // Further marks, and what closes with them.
            var isQuestion = mark.text == "?"
            while index < words.count, words[index].isMark, Self.closing.contains(words[index].text),
                words[index].range.lowerBound == words[index - 1].range.upperBound
            {
                isQuestion = isQuestion || words[index].text == "?"
                index += 1
            }
            if isEnd(start, index, mark) {
                append(start..<index, isQuestion, to: &sentences)
                start = index
            }
        }
        append(start..<words.count, false, to: &sentences)
        return sentences
    }

    private static func isEnding(_ mark: String) -> Bool {
        mark == "." || mark == "!" || mark == "?" || mark == "…"
    }

    private static let closing: Set<String> = [".", "!", "?", "…", "\"", "'", ")", "]"]
    private static let opening: Set<String> = ["\"", "'", "(", "[", "*"]

    private func append(_ range: Range<Int>, _ isQuestion: Bool, to sentences: inout [Sentence]) {
        guard words[range].contains(where: { !$0.isMark }), let extent = words[range].extent else { return }
        sentences.append(
            Sentence(range: extent, words: Array(words[range]), isQuestion: isQuestion))
    }

    private func isEnd(_ start: Int, _ end: Int, _ mark: ProseWord) -> Bool {
        guard end < words.count else { return true }
        // 'example.org' and '3.5' go on without a space.
        if words[end].range.lowerBound == words[end - 1].range.upperBound { return false }
        guard let next = words[end...].first(where: { !Self.opening.contains($0.text) }) else { return true }
        let first = bytes[next.range.lowerBound]
        let isSmall = first &- UInt8(ascii: "a") < 26
        guard mark.text == "." else {
            // 'Is it safe?' she asked.
            return !(isSmall && (mark.text == "…" || words[end - 1].range.lowerBound > mark.range.lowerBound))
        }
        let isDigit = first &- UInt8(ascii: "0") < 10
        let isCapital = first &- UInt8(ascii: "A") < 26
        let word = lastWord(start, mark)
        if Self.neverLast.contains(word) || isDigit && Self.beforeNumbers.contains(word) { return false }
        if Self.maybeLast.contains(word) { return isCapital }
        if word.utf8.count == 1, word != "i", word.utf8.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) {
            return false
        }
        return isCapital || isDigit || first >= 0x80 || next.isMark
    }

    /// The letters before the mark, points within included: `e.g`, `u.s`.
    private func lastWord(_ start: Int, _ mark: ProseWord) -> String {
        guard var index = words[start...].firstIndex(where: { $0.range.lowerBound == mark.range.lowerBound }),
            index > start
        else { return "" }
        index -= 1
        var text = words[index].text
        while index - 2 >= start, words[index - 1].text == ".",
            words[index - 1].range.upperBound == words[index].range.lowerBound,
            words[index - 2].range.upperBound == words[index - 1].range.lowerBound
        {
            text = "\(words[index - 2].text).\(text)"
            index -= 2
        }
        return words[index].isMark ? "" : text
    }

    /// Abbreviations that stand before what they belong to.
    private static let neverLast: Set<String> = [
        "dr", "mr", "mrs", "ms", "prof", "e.g", "i.e", "eg", "ie", "vs", "cf", "approx", "dept", "al", "ca",
    ]
    private static let beforeNumbers: Set<String> = [
        "no", "nos", "fig", "figs", "pp", "vol", "sec", "ref", "refs", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    /// Those that may end a sentence, too.
    private static let maybeLast: Set<String> = [
        "etc", "u.s", "u.k", "e.u", "a.m", "p.m", "inc", "ltd", "co", "ph.d", "m.d", "st", "jr", "sr",
    ]
}
