import Foundation

/// What postings will take, without writing them.
struct PostingsEstimate {
    /// Of a word in a bucket of words, compressed: measured.
    static let bytesOfForm = 6.0
    /// What zlib takes for a symbol against its entropy: measured.
    private static let overhead = 1.05

    private let pageCount: Double
    private let bitsOfSymbol: Double

    init(_ postings: Postings) {
        pageCount = Double(postings.pageCount)
        var counts = [Double](repeating: 0, count: 256)
        for posting in postings.all { counts[Int(posting.symbol)] += 1 }
        let all = counts.reduce(0, +)
        bitsOfSymbol =
            Self.overhead
            * counts.filter { $0 > 0 }.reduce(0) { $0 - $1 / all * log2($1 / all) }
    }

    /// Ascending numbers take at the least the logarithm of the number of ways to choose them, here by
    /// Stirling's formula; with each goes its symbol.
    func bytes(of count: Int) -> Double {
        guard count > 0 else { return 0 }
        let chosen = Double(count)
        let left = pageCount - chosen
        let bits = chosen * log2(pageCount / chosen) + (left > 0 ? left * log2(pageCount / left) : 0)
        return (bits + chosen * bitsOfSymbol) / 8
    }
}

extension Postings {
    /// Bytes of all words and postings, compressed, about.
    var estimatedBytes: Double {
        let estimate = PostingsEstimate(self)
        return (0..<groupCount).reduce(Double(forms.count) * PostingsEstimate.bytesOfForm) { sum, group in
            sum + estimate.bytes(of: starts[group + 1] - starts[group])
        }
    }
}
