/// Finds what somebody probably meant.
public enum NearestName {
    /// The candidate that fewest edits turn into `name`; none where even that would be another word.
    ///
    /// A swap of neighbours counts as one edit. Letter case is free. At most a third of the letters, and
    /// never more than three, may differ: the bound under which a suggestion is more often right than wrong.
    public static func of(_ name: some StringProtocol, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        let limit = min(3, max(1, (wanted.count + 1) / 3))
        var best: (name: String, edits: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            guard abs(other.count - wanted.count) <= limit else { continue }
            let edits = distance(wanted, other)
            guard edits <= limit, edits < best?.edits ?? .max else { continue }
            best = (candidate, edits)
        }
        return best?.name
    }

    /// Damerau's distance between two words, neighbours swapped included (optimal string alignment).
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var edits = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    edits = min(edits, beforePrevious[j - 1] + 1)
                }
                current.append(edits)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
