/// Scores all pages of an index.
struct PageScorer: Sendable {
    struct Scored: Sendable {
        let page: Int
        let score: Double
    }

    private let pageCount: Int
    /// Four steps double it. None where symbols tell densities.
    private let lengths: [Int]
    private let titleLengths: [Int]
    /// By the length of the title, then by density.
    private let weights: [[Double]]

    init(lengths: ArraySlice<UInt8>, titleLengths: ArraySlice<UInt8>, averageTitleLength: Double) {
        pageCount = lengths.count
        self.lengths = lengths.map { Int($0 & 31) }
        self.titleLengths = titleLengths.map { Int(min(15, max(1, $0))) }
        weights = Ranking.table(Ranking.densities, averageTitleLength: averageTitleLength)
    }

    /// Of an index in buckets: its symbols tell all.
    init(pageCount: Int, averageTitleLength: Double) {
        self.pageCount = pageCount
        (lengths, titleLengths) = ([], [])
        weights = Ranking.table(Postings.densityOfClass, averageTitleLength: averageTitleLength)
    }

    /// What a page has of a slot, or of all.
    private struct Sums {
        var value = 0.0
        var title = 0.0
        var heading = 0.0
        /// Words in its title, and of how many.
        var terms = 0
        var titleLength = 1

        mutating func raise(to other: Sums) {
            value = max(value, other.value)
            heading = max(heading, other.heading)
            titleLength = max(titleLength, other.titleLength)
            if other.title > title { (title, terms) = (other.title, other.terms) }
        }
    }

    /// What a page has of one way to say something.
    private struct Way {
        var sums = Sums()
        /// The weight of the words that it has.
        var share = 0.0
    }

    /// The pages with any of the words, in their order.
    func score(_ slots: [Slot]) -> [Scored] {
        var pages = [Sums](repeating: Sums(), count: pageCount)
        for slot in slots {
            for (page, best) in best(of: slot) where best.value > 0 {
                pages[page].value += best.value
                pages[page].title += slot.weight * best.title
                pages[page].heading += slot.weight * best.heading
                pages[page].terms += best.terms
                pages[page].titleLength = max(pages[page].titleLength, best.titleLength)
            }
        }
        let total = slots.reduce(0) { $0 + $1.weight }
        return pages.enumerated().filter { $0.element.value > 0 }.map { page, sums in
            let (title, heading) = (sums.title / total, sums.heading / total)
            let share = min(1, Double(sums.terms) / Double(sums.titleLength))
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
                var sums = way.sums
                sums.title /= total
                sums.heading /= total
                best[page, default: Sums()].raise(to: sums)
            }
        }
        for alternative in slot.alternatives {
            let total = alternative.groups.totalWeight
            for (page, way) in ways(alternative.groups) {
                let share = way.share / total
                var sums = way.sums
                sums.value = alternative.weight * sums.value * share * share
                sums.title = alternative.weight * (sums.title / total)
                sums.heading = alternative.weight * (sums.heading / total)
                best[page, default: Sums()].raise(to: sums)
            }
        }
        return best
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
        var way = ways[page] ?? Way()
        if isInTitle { way.sums.titleLength = titleLength(of: page, symbol) }
        let density = Int(symbol & 7) | (lengths.isEmpty ? 0 : lengths[page] << 3)
        let value = weights[isInTitle ? way.sums.titleLength : 0][density]
        way.share += weight
        way.sums.value += weight * value
        if symbol & (Postings.inTitle | Postings.inHeading) != 0 { way.sums.heading += weight }
        if isInTitle {
            way.sums.title += weight
            way.sums.terms += 1
        }
        ways[page] = way
    }

    private func titleLength(of page: Int, _ symbol: UInt8) -> Int {
        titleLengths.isEmpty
            ? max(1, Postings.titleLengthOfClass[Int(symbol >> 5)]) : titleLengths[page]
    }
}
