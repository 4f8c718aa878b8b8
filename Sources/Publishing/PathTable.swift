#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Pages by the path of their file, looked up by bytes: half a million links need no `String` each.
struct PathTable: Sendable {
    /// Places in `ends`, one more, or 0 for none; as many as a power of two, at most half of them taken.
    private var slots: [UInt32]
    /// All paths, one after another.
    private var bytes: [UInt8] = []
    /// Where each ends in `bytes`, after a 0.
    private var ends: [Int] = [0]

    /// - Parameter paths: by the place of their page; all different.
    init(_ paths: [String]) {
        var size = 16
        while size < paths.count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for (index, path) in paths.enumerated() {
            bytes += path.utf8
            ends.append(bytes.count)
            let hash = bytes[ends[index]...].withUnsafeBufferPointer { Self.hash($0, after: Self.seed) }
            var slot = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The place of the page whose path is one text after the other.
    func find(_ start: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Int? {
        start.withUnsafeBufferPointer { start in rest.withUnsafeBufferPointer { rest in find(start, rest) } }
    }

    private func find(_ start: UnsafeBufferPointer<UInt8>, _ rest: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let startBase = start.baseAddress, let restBase = rest.baseAddress else { return nil }
        let hash = Self.hash(rest, after: Self.hash(start, after: Self.seed))
        return bytes.withUnsafeBufferPointer { bytes in
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0, let base = bytes.baseAddress {
                let index = Int(slots[slot]) - 1
                let (from, to) = (ends[index], ends[index + 1])
                if to - from == start.count + rest.count, memcmp(base + from, startBase, start.count) == 0,
                    memcmp(base + from + start.count, restBase, rest.count) == 0
                {
                    return index
                }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// FNV-1a, 64 bits. Source: http://www.isthe.com/chongo/tech/comp/fnv/
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, after seed: UInt64) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
