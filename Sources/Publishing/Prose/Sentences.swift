/// Where the sentences of a text begin and end.
///
/// A full stop ends a sentence where white space follows, and then a capital letter, a digit or a quotation mark;
/// not after an abbreviation, an initial, or within a number.
enum Sentences {
    static func ranges(in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            index = text.index(after: index)
            guard character == "." || character == "!" || character == "?" || character == "…" else {
                continue
            }
            // Further marks, and what closes with them.
            while index < text.endIndex, ".!?…\"')]".contains(text[index]) {
                index = text.index(after: index)
            }
            if isEnd(text, start, index) {
                append(start..<index, of: text, to: &ranges)
                start = index
            }
        }
        append(start..<text.endIndex, of: text, to: &ranges)
        return ranges
    }

    private static func append(
        _ range: Range<String.Index>, of text: String, to ranges: inout [Range<String.Index>]
    ) {
        var range = range
        while !range.isEmpty, text[range.lowerBound] == " " {
            range = text.index(after: range.lowerBound)..<range.upperBound
        }
        if text[range].contains(where: { $0.isLetter || $0.isNumber }) { ranges.append(range) }
    }

    private static func isEnd(_ text: String, _ start: String.Index, _ end: String.Index) -> Bool {
        if end == text.endIndex { return true }
        guard text[end] == " " else { return false }
        let next = text[text.index(after: end)...].drop { "\"'([*".contains($0) }.first
        guard let next else { return true }
        let word = lastWord(text[start..<end]).lowercased()
        if text[..<end].hasSuffix(".") || text[..<end].hasSuffix(".)") {
            if neverLast.contains(word) { return false }
            if beforeNumbers.contains(word), next.isNumber { return false }
            if maybeLast.contains(word) { return next.isUppercase }
            if word.count == 1, word.first?.isLetter == true, word != "i" { return false }
            return next.isUppercase || next.isNumber || !next.isASCII
        }
        return true
    }

    /// The letters before the mark, points within included: `e.g`, `U.S`.
    private static func lastWord(_ sentence: Substring) -> Substring {
        let bare = sentence.reversed().drop { !$0.isLetter && !$0.isNumber }
        let count = bare.prefix { $0.isLetter || $0.isNumber || $0 == "." }.count
        let trailing = sentence.count - bare.count
        return sentence.dropLast(trailing).suffix(count)
    }

    /// Abbreviations that stand before what they belong to.
    private static let neverLast: Set<String> = [
        "dr", "mr", "mrs", "ms", "prof", "e.g", "i.e", "eg", "ie", "vs", "cf", "approx", "dept", "al", "ca",
    ]
    private static let beforeNumbers: Set<String> = [
        "no", "nos", "fig", "figs", "pp", "vol", "sec", "ref", "refs", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug",
        "sep", "sept", "oct", "nov", "dec",
    ]
    /// Those that may end a sentence, too.
    private static let maybeLast: Set<String> = [
        "etc", "u.s", "u.k", "e.u", "a.m", "p.m", "inc", "ltd", "co", "ph.d", "m.d", "st", "jr", "sr",
    ]
}
