import Foundation

extension SearchAnswer.Suggestion {
    /// What was meant, where a word is unknown: the query with that word replaced.
    init?(for words: [QueryWord], in query: String) {
        let mended = words.filter { $0.finding.repair != nil }
        if mended.isEmpty { return nil }
        let bytes = Array(query.utf8)
        var text: [UInt8] = []
        var place = 0
        for word in mended {
            text += bytes[min(place, word.place.lowerBound)..<word.place.lowerBound]
            text += word.finding.repair?.bytes ?? []
            place = word.place.upperBound
        }
        text += bytes[place...]
        // Not by the standard library, which knows no final sigma.
        self.text = Self.trimmed(String(decoding: text, as: UTF8.self).lowercased(with: nil))
        self.words = mended.map { Change(from: $0.term.text, to: $0.finding.repair?.text ?? "") }
        isShown = mended.allSatisfy { !$0.finding.isOfferedOnly }
    }

    /// Without white space at its ends, as JavaScript's `trim` has it.
    private static func trimmed(_ text: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09...0x0D, 0x2028, 0x2029, 0xFEFF: true
            default: scalar.properties.generalCategory == .spaceSeparator
            }
        }
        let start = text.unicodeScalars.drop(while: isSpace)
        let end = start.lastIndex { !isSpace($0) }
        return end.map { String(start[...$0]) } ?? ""
    }
}
