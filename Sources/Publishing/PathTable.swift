/// Pages by the path of their file, looked up by bytes: half a million links need no `String` each.
struct PathTable: Sendable {
    /// Places in `paths`, one more, or 0 for none; as many as a power of two, at most half of them taken.
    private var slots: [UInt32]
    private let paths: [[UInt8]]

    /// - Parameter paths: by the place of their page; all different.
    init(_ paths: [[UInt8]]) {
        self.paths = paths
        var size = 16
        while size < paths.count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for (index, path) in paths.enumerated() {
            var slot = Int(truncatingIfNeeded: Self.hash(path, after: Self.seed)) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The place of the page whose path is one text after the other.
    func find(_ start: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Int? {
        let hash = Self.hash(rest, after: Self.hash(start, after: Self.seed))
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            let path = paths[index]
            if path.count == start.count + rest.count, path[..<start.count] == start, path[start.count...] == rest {
                return index
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// FNV-1a, 64 bits. Source: http://www.isthe.com/chongo/tech/comp/fnv/
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ bytes: some Sequence<UInt8>, after seed: UInt64) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
