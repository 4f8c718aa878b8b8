/// Chooses what of a page is shown: the heading under which most of the query stands, and the best of the
/// text there.
struct Excerpts {
    struct Excerpt {
        let heading: String
        let anchor: String
        let pieces: [SearchAnswer.Piece]
    }

    /// Runs that are shown, and those of them before the first hit.
    private static let (window, lead) = (28, 6)

    private let weights: [Double]
    /// The slots that a form is a word of, a bit each.
    private var slotsOf: [Form: UInt32] = [:]

    init(_ slots: [Slot]) {
        weights = slots.map(\.weight)
        for (number, slot) in slots.enumerated() {
            for group in Set(slot.literal + slot.alternatives.flatMap(\.groups)) {
                for form in group.forms { slotsOf[form, default: 0] |= 1 << UInt32(number) }
            }
        }
    }

    func excerpt(of units: [FoundPage.Unit]) -> Excerpt {
        guard let first = units.first, let unit = Self.greatest(units, weight) else {
            return Excerpt(heading: "", anchor: "", pieces: [])
        }
        let passages = unit.passages.isEmpty ? first.passages : unit.passages
        let passage = Self.greatest(passages) { weight(union(hits(in: $0))) }
        return Excerpt(
            heading: unit.heading.text, anchor: unit.anchor, pieces: passage.map(pieces) ?? [])
    }

    /// The slots with a hit in each run.
    private func hits(in passage: FoundPage.Passage) -> [UInt32] {
        passage.runs.map { run in run.terms.reduce(0) { $0 | slotsOf[$1, default: 0] } }
    }

    private func union(_ hits: some Sequence<UInt32>) -> UInt32 { hits.reduce(0, |) }

    private func weight(_ slots: UInt32) -> Double {
        weights.enumerated().reduce(0) { sum, slot in
            slots & 1 << UInt32(slot.offset) == 0 ? sum : sum + slot.element
        }
    }

    private func weight(_ unit: FoundPage.Unit) -> Double {
        weight(union(hits(in: unit.heading))) * 1.5
            + weight(union(unit.passages.map { union(hits(in: $0)) }))
    }

    /// The first of those with the greatest value.
    private static func greatest<Item>(_ items: [Item], _ value: (Item) -> Double) -> Item? {
        var best: (item: Item, value: Double)?
        for item in items {
            let value = value(item)
            if best.map({ $0.value < value }) ?? true { best = (item, value) }
        }
        return best?.item
    }

    /// The first run of the best window: most of the query, then most hits, then the earliest.
    private func windowStart(_ hits: [UInt32]) -> Int {
        let last = hits.count - Self.window
        guard last > 0 else { return 0 }
        var best = (start: 0, weight: -1.0, count: 0)
        for start in 0...last {
            let shown = hits[start..<(start + Self.window)]
            let (weight, count) = (weight(union(shown)), shown.count { $0 != 0 })
            if (best.weight, best.count) < (weight, count) { best = (start, weight, count) }
        }
        if best.start == 0 { return 0 }
        // The earliest window ends at a hit: it may move on, towards what follows, but not back.
        let first = hits[best.start...].firstIndex { $0 != 0 } ?? best.start
        return min(max(best.start, first - Self.lead), last)
    }

    private func pieces(of passage: FoundPage.Passage) -> [SearchAnswer.Piece] {
        let (runs, hits) = (passage.runs, hits(in: passage))
        let first = windowStart(hits)
        let end = min(first + Self.window, runs.count)
        var pieces: [SearchAnswer.Piece] = []
        func add(_ text: String, _ isHit: Bool) {
            if text.isEmpty { return }
            if let last = pieces.last, last.isHit == isHit {
                pieces[pieces.count - 1] = SearchAnswer.Piece(text: last.text + text, isHit: isHit)
            } else {
                pieces.append(SearchAnswer.Piece(text: text, isHit: isHit))
            }
        }
        if first > 0 { add("… ", false) }
        var place = first == 0 ? 0 : runs[first].place.lowerBound
        for index in first..<end where hits[index] != 0 {
            add(passage.text(place..<runs[index].place.lowerBound), false)
            add(passage.text(runs[index].place), true)
            place = runs[index].place.upperBound
        }
        let isCut = end < runs.count
        add(passage.text(place..<(isCut ? runs[end - 1].place.upperBound : passage.bytes.count)), false)
        if isCut { add(" …", false) }
        return pieces
    }
}
