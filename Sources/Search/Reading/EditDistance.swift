/// Insertions, deletions, replacements and swaps of neighbours between two words: optimal string alignment.
enum EditDistance {
    /// - Returns: the distance in code points; `most + 1` where it is more than `most`.
    static func between(
        _ first: some Collection<Unicode.Scalar>, _ second: some Collection<Unicode.Scalar>, atMost most: Int
    ) -> Int {
        let (x, y) = (Array(first), Array(second))
        if abs(x.count - y.count) > most { return most + 1 }
        var before: [Int] = []
        var last = Array(0...y.count)
        for i in x.indices {
            var row = [i + 1]
            for j in y.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (x[i] == y[j] ? 0 : 1))
                if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            if row.allSatisfy({ $0 > most }) { return most + 1 }
            (before, last) = (last, row)
        }
        return min(last[y.count], most + 1)
    }
}
