/// Finds what somebody probably meant.
public enum NearestName {
    /// The candidate that fewest edits turn into `name`; none where even that would be another word.
    ///
    /// A swap of neighbours counts as one edit. Letter case is free. At most a third of the letters, and
    /// never more than three, may differ: the bound under which a suggestion is more often right than wrong.
    public static func of(_ name: some StringProtocol, among candidates: some Sequence<String>) -> String? {
        NameIndex(candidates).nearest(to: name)
    }
}

/// Many names, of which the nearest to a mistyped one is looked for many times.
public struct NameIndex: Sendable {
    private struct Entry: Sendable {
        let name: String
        let letters: [Unicode.Scalar]
        let signature: UInt64
        let order: Int
    }

    private var byLength: [Int: [Entry]] = [:]

    /// - Parameter names: the first of those that are equally near is found.
    public init(_ names: some Sequence<String>) {
        for (order, name) in names.enumerated() {
            let letters = Self.folded(name)
            byLength[letters.count, default: []].append(
                Entry(name: name, letters: letters, signature: Self.signature(letters), order: order))
        }
    }

    /// As `NearestName` finds it.
    public func nearest(to name: some StringProtocol) -> String? {
        let wanted = Self.folded(name)
        let signature = Self.signature(wanted)
        let limit = min(3, max(1, (wanted.count + 1) / 3))
        var best: (entry: Entry, edits: Int)?
        for length in max(0, wanted.count - limit)...(wanted.count + limit) {
            for entry in byLength[length] ?? [] {
                // An edit takes one kind of letter away and brings another, at most.
                guard (entry.signature ^ signature).nonzeroBitCount <= 2 * limit else { continue }
                let edits = Self.distance(wanted, entry.letters)
                guard edits <= limit else { continue }
                if let best, (best.edits, best.entry.order) < (edits, entry.order) { continue }
                best = (entry, edits)
            }
        }
        return best?.entry.name
    }

    private static func folded(_ name: some StringProtocol) -> [Unicode.Scalar] {
        Array(name.lowercased().unicodeScalars)
    }

    /// A bit for each of 64 kinds of letters.
    private static func signature(_ letters: [Unicode.Scalar]) -> UInt64 {
        letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
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
