extension Postings {
    /// How often a term stands in a page against the page's length, by class: so far apart that each step counts as much
    /// as another where `Ranking` has them saturate. Source: specification of the index, `IndexFormat.swift`.
    static let densityOfClass: [Double] = [0, 0.35, 0.7, 1.125, 1.8, 3, 5.5, 12]
    /// How many terms a title has, by class; 0 where it is not said.
    static let titleLengthOfClass = [0, 1, 2, 3, 4, 6, 9, 13]

    static func densityClass(_ density: Double) -> UInt8 {
        func worth(_ density: Double) -> Double { density / (density + Ranking.saturation) }
        let distances = densityOfClass.map { abs(worth($0) - worth(density)) }
        // What stands in a page at all is in the first class at the least.
        return (1..<8).min { distances[$0] < distances[$1] }.map(UInt8.init) ?? 1
    }

    static func titleLengthClass(_ length: Int) -> UInt8 {
        switch length {
        case ...4: UInt8(max(1, length))
        case ...7: 5
        case ...10: 6
        default: 7
        }
    }

    /// Symbols for an index in buckets, which tells no lengths of all its pages: a term's class is that of its density
    /// (bits 0 to 2), and where a title has it, the class of the title's length is in bits 5 to 7.
    mutating func weigh() {
        let classes = densityClasses
        let lengths = PageLengths(self)
        for index in all.indices {
            let (posting, page) = (all[index], Int(all[index].page))
            var symbol = posting.symbol & (Self.inTitle | Self.inHeading)
            symbol |= classes[Int(Self.timesClass(Int(posting.times))) | Int(lengths.bytes[page]) << 3]
            if symbol & Self.inTitle != 0 { symbol |= Self.titleLengthClass(titleLengths[page]) << 5 }
            all[index].symbol = symbol
        }
    }

    /// By the class of how often in bits 0 to 2, and the page's length above.
    private var densityClasses: [UInt8] {
        (0..<(8 * 32)).map { index in
            index & 7 == 0 ? 0 : Self.densityClass(Ranking.density(index & 7, pageLength: UInt8(index >> 3)))
        }
    }
}
