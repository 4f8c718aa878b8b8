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
    /// Names of one length.
    private struct Shelf: Sendable {
        var names: [(name: String, letters: [Unicode.Scalar], order: Int)] = []
        var counts: [UInt8] = []
    }

    private var shelves: [Int: Shelf] = [:]

    /// - Parameter names: the first of those that are equally near is found.
    public init(_ names: some Sequence<String>) {
        for (order, name) in names.enumerated() {
            let letters = Self.folded(name)
            shelves[letters.count, default: Shelf()].names.append((name, letters, order))
            shelves[letters.count]?.counts += LetterCounts.of(letters)
        }
    }

    /// As `NearestName` finds it.
    public func nearest(to name: some StringProtocol) -> String? {
        let wanted = Self.folded(name)
        let counts = LetterCounts.of(wanted)
        let limit = min(3, max(1, (wanted.count + 1) / 3))
        var best: (name: String, edits: Int, order: Int)?
        for length in max(0, wanted.count - limit)...(wanted.count + limit) {
            guard let shelf = shelves[length] else { continue }
            for place in LetterCounts.places(within: limit, of: counts, in: shelf.counts) {
                let (name, letters, order) = shelf.names[place]
                let edits = Self.distance(wanted, letters)
                guard edits <= limit else { continue }
                if let best, (best.edits, best.order) < (edits, order) { continue }
                best = (name, edits, order)
            }
        }
        return best?.name
    }

    private static func folded(_ name: some StringProtocol) -> [Unicode.Scalar] {
        Array(name.lowercased().unicodeScalars)
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

/// How many letters of each of 32 kinds a name has, a byte each.
///
/// An edit takes a letter away and brings another, at most. Nearly all names are told apart by this alone, at a thousandth
/// of what their distance costs.
private enum LetterCounts {
    private static let kinds = 32

    static func of(_ letters: [Unicode.Scalar]) -> [UInt8] {
        var counts = [UInt8](repeating: 0, count: kinds)
        for letter in letters {
            let kind = Int(letter.value) % kinds
            if counts[kind] < .max { counts[kind] += 1 }
        }
        return counts
    }

    /// - Parameter all: the counts of many names, one after the other.
    static func places(within edits: Int, of counts: [UInt8], in all: [UInt8]) -> [Int] {
        counts.withUnsafeBufferPointer { counts in
            all.withUnsafeBufferPointer { all in
                (0..<all.count / kinds).filter { place in
                    // A loop that the compiler makes one instruction of.
                    var sum: UInt16 = 0
                    for kind in 0..<kinds {
                        let (first, second) = (counts[kind], all[place * kinds + kind])
                        sum &+= UInt16(max(first, second) &- min(first, second))
                    }
                    return Int(sum) <= 2 * edits
                }
            }
        }
    }
}
