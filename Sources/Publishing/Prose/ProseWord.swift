/// A word of a text, or a mark between words.
struct ProseWord: Sendable {
    /// In small letters; with hyphens and apostrophes that stand within it.
    let text: String
    let range: Range<String.Index>
    let isMark: Bool

    var isNumber: Bool { text.first?.isNumber == true }
}

extension ProseWord {
    /// The words and marks of a text, or of a part of it.
    static func all(of text: String, in part: Range<String.Index>? = nil) -> [ProseWord] {
        let part = part ?? text.startIndex..<text.endIndex
        var words: [ProseWord] = []
        var index = part.lowerBound
        while index < part.upperBound {
            let character = text[index]
            var end = text.index(after: index)
            if character == " " {
                index = end
                continue
            }
            if character.isLetter || character.isNumber {
                while end < part.upperBound, goesOn(text, end, part.upperBound) {
                    end = text.index(after: end)
                }
                words.append(
                    ProseWord(text: text[index..<end].lowercased(), range: index..<end, isMark: false))
            } else {
                words.append(ProseWord(text: String(character), range: index..<end, isMark: true))
            }
            index = end
        }
        return words
    }

    /// Letters and digits; a hyphen, an apostrophe or a decimal mark between two of them.
    private static func goesOn(_ text: String, _ index: String.Index, _ end: String.Index) -> Bool {
        let character = text[index]
        if character.isLetter || character.isNumber { return true }
        let next = text.index(after: index)
        guard next < end else { return false }
        let (before, after) = (text[text.index(before: index)], text[next])
        switch character {
        case "-", "'": return before.isLetter && after.isLetter || before.isNumber && after.isLetter
        case ".", ",": return before.isNumber && after.isNumber
        default: return false
        }
    }
}

/// A sentence with its words.
struct Sentence: Sendable {
    let range: Range<String.Index>
    let words: [ProseWord]

    /// Words alone, without marks.
    var wordCount: Int { words.count { !$0.isMark } }

    /// Whether any of these words stands in it.
    func has(anyOf list: Set<String>) -> Bool { words.contains { list.contains($0.text) } }
}

extension ProseBlock {
    /// Ids cited within a sentence, or right after its last mark.
    func citations(in sentence: Sentence) -> [String] {
        let start = text.utf8.distance(from: text.startIndex, to: sentence.range.lowerBound)
        let end = text.utf8.distance(from: text.startIndex, to: sentence.range.upperBound)
        return citations.filter { $0.offset > start && $0.offset <= end }.flatMap(\.ids)
    }

    var hasCitation: Bool { !citations.isEmpty }

    /// Both numbers of the text, by which an extent of words is told.
    func range(of words: ArraySlice<ProseWord>) -> Range<String.Index>? {
        guard let first = words.first, let last = words.last else { return nil }
        return first.range.lowerBound..<last.range.upperBound
    }
}
