/// What a page is judged by: a word, or words that belong together, with all that may stand for them.
struct Slot: Sendable {
    /// The words themselves, those that are known.
    let literal: [WordGroup]
    let alternatives: [Alternative]
    let weight: Double

    /// The slots of a query. Words that a synonym or a join covers go together.
    static func all(of words: [QueryWord], _ alternatives: [Alternative]) -> [Slot] {
        let kept = words.indices.filter { words[$0].isKept }.map { $0...$0 }
        var spans: [ClosedRange<Int>] = []
        for span in (kept + alternatives.map(\.words)).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = spans.last, span.lowerBound <= last.upperBound {
                spans[spans.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                spans.append(span)
            }
        }
        return spans.compactMap { span in
            let literal = words[span].filter(\.isKept).compactMap(\.group)
            let own = alternatives.filter { span.contains($0.words.lowerBound) }
            if literal.isEmpty, own.isEmpty { return nil }
            // Of alternatives, the first is the likeliest.
            let weight = (literal.isEmpty ? own[0].groups : literal).totalWeight
            return Slot(literal: literal, alternatives: own, weight: weight)
        }
    }
}
