/// Scores all pages of an index.
struct PageScorer: Sendable {
    struct Scored: Sendable {
        let page: Int
        let score: Double
    }

    /// Four steps double it.
    private let lengths: [Int]
    private let titleLengths: [Int]
    private let weights: [Double]

    init(lengths: ArraySlice<UInt8>, titleLengths: ArraySlice<UInt8>, averageTitleLength: Double) {
        self.lengths = lengths.map { Int($0 & 31) }
        self.titleLengths = titleLengths.map { Int(min(15, max(1, $0))) }
        weights = Ranking.table(averageTitleLength: averageTitleLength)
    }

    /// What a page has of a slot, or of all.
    private struct Sums {
        var value = 0.0
        var title = 0.0
        var heading = 0.0
        /// Words in its title.
        var terms = 0
    }

    /// What a page has of one way to say something.
    private struct Way {
        var sums = Sums()
        /// The weight of the words that it has.
        var share = 0.0
    }

    /// The pages with any of the words, in their order.
    func score(_ slots: [Slot]) -> [Scored] {
        var pages = [Sums](repeating: Sums(), count: lengths.count)
        for slot in slots {
            for (page, best) in best(of: slot) where best.value > 0 {
                pages[page].value += best.value
                pages[page].title += slot.weight * best.title
                pages[page].heading += slot.weight * best.heading
                pages[page].terms += best.terms
            }
        }
        let total = slots.reduce(0) { $0 + $1.weight }
        return pages.enumerated().filter { $0.element.value > 0 }.map { page, sums in
            let (title, heading) = (sums.title / total, sums.heading / total)
            let share = min(1, Double(sums.terms) / Double(titleLengths[page]))
            let part = Ranking.ofAnyTitle + Ranking.ofWholeTitle * share
            let ofTitle = Ranking.titleBonus * title * title * part
            let ofHeading = Ranking.headingBonus * heading * heading
            return Scored(page: page, score: sums.value + total * (ofTitle + ofHeading))
        }
    }

    /// The pages that hold all of the words.
    func pages(holding groups: [WordGroup]) -> Set<Int> {
        let total = groups.totalWeight
        return Set(ways(groups).filter { $0.value.share == total }.keys)
    }

    /// What each page has of a slot: the best of all ways to say it. A part of a synonym is worth little, a
    /// part of the words themselves is worth its part.
    private func best(of slot: Slot) -> [Int: Sums] {
        var best: [Int: Sums] = [:]
        if !slot.literal.isEmpty {
            let total = slot.literal.totalWeight
            for (page, way) in ways(slot.literal) {
                let (sums, terms) = (way.sums, way.sums.terms)
                Self.raise(
                    &best[page, default: Sums()], value: sums.value, title: sums.title / total,
                    heading: sums.heading / total, terms: terms)
            }
        }
        for alternative in slot.alternatives {
            let total = alternative.groups.totalWeight
            for (page, way) in ways(alternative.groups) {
                let share = way.share / total
                Self.raise(
                    &best[page, default: Sums()], value: alternative.weight * way.sums.value * share * share,
                    title: alternative.weight * (way.sums.title / total),
                    heading: alternative.weight * (way.sums.heading / total), terms: way.sums.terms)
            }
        }
        return best
    }

    private static func raise(
        _ best: inout Sums, value: Double, title: Double, heading: Double, terms: Int
    ) {
        best.value = max(best.value, value)
        best.heading = max(best.heading, heading)
        if title > best.title { (best.title, best.terms) = (title, terms) }
    }

    /// What the groups give each page that they are in.
    private func ways(_ groups: [WordGroup]) -> [Int: Way] {
        var ways: [Int: Way] = [:]
        for group in groups {
            for shard in group.lexicon.shards {
                for index in shard.postings(of: group.number) {
                    let symbol = shard.symbols[shard.symbols.startIndex + index]
                    add(symbol, weight: group.weight, of: Int(shard.pages[index]), to: &ways)
                }
            }
        }
        return ways
    }

    private func add(_ symbol: UInt8, weight: Double, of page: Int, to ways: inout [Int: Way]) {
        let isInTitle = symbol & Postings.inTitle != 0
        let titleLength = isInTitle ? titleLengths[page] : 0
        let value = weights[Int(symbol & 7) | lengths[page] << 3 | titleLength << 8]
        var way = ways[page] ?? Way()
        way.share += weight
        way.sums.value += weight * value
        if symbol & (Postings.inTitle | Postings.inHeading) != 0 { way.sums.heading += weight }
        if isInTitle {
            way.sums.title += weight
            way.sums.terms += 1
        }
        ways[page] = way
    }
}
