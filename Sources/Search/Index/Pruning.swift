extension Postings {
    /// Keeps about a share of the postings: those that count most for their pages, and all of titles and headings.
    ///
    /// What counts least is a word that stands once in a long page. Source: D. Carmel and others 2001, *Static
    /// Index Pruning for Information Retrieval Systems*; tried on the Cranfield collection: of the ways to choose,
    /// this one loses least.
    mutating func prune(toShare share: Double) {
        let levels = Self.levels
        let lengths = PageLengths(self).bytes
        func level(_ posting: Posting) -> Int {
            posting.symbol & (Self.inTitle | Self.inHeading) != 0
                ? 1024
                : levels[Int(Self.timesClass(Int(posting.times))) | Int(lengths[Int(posting.page)]) << 3]
        }
        var counts = [Int](repeating: 0, count: 1025)
        for posting in all { counts[level(posting)] += 1 }
        let wanted = Int(Double(all.count) * share)
        var (kept, least) = (0, 1024)
        while least > 0, kept + counts[least] <= wanted {
            kept += counts[least]
            least -= 1
        }
        // Of those at the limit, every so many-th, so that no end of the site loses more than the other.
        let atLimit = counts[least]
        let room = max(0, wanted - kept)
        var seen = 0
        var end = 0
        var newStarts = [0]
        for group in 0..<groupCount {
            let (before, only) = (end, postings(of: group).first)
            for index in starts[group]..<starts[group + 1] {
                let posting = all[index]
                let level = level(posting)
                if level < least { continue }
                if level == least {
                    seen += 1
                    if seen * room / atLimit == (seen - 1) * room / atLimit { continue }
                }
                all[end] = posting
                end += 1
            }
            // A word that some page has can be found.
            if end == before, let only {
                all[end] = only
                end += 1
            }
            newStarts.append(end)
        }
        all.removeLast(all.count - end)
        starts = newStarts
    }

    /// How much a posting counts for its page, from 0 to 1023: by the class of how often in bits 0 to 2, and the page's
    /// length above.
    private static let levels: [Int] = (0..<(8 * 32)).map { index in
        let density = Ranking.density(index & 7, pageLength: UInt8(index >> 3))
        return Int(1023 * density / (density + Ranking.saturation))
    }
}
