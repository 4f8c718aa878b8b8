/// What is known of words, found by the hash of their bytes.
struct WordTable<Value: Sendable>: Sendable {
    private var hashes: [UInt64]
    private var values: [Value?]
    private let mask: Int

    /// - Parameter uniquing: what is known of a word that stands twice.
    init(_ words: [(word: String, value: Value)], uniquing: (Value, Value) -> Value) {
        let pairs = words.map { ($0.word.utf8.reduce(WordHash.seed, WordHash.next), $0.value) }
        let all = Dictionary(pairs, uniquingKeysWith: uniquing)
        var size = 64
        while size < all.count * 4 { size *= 2 }
        mask = size - 1
        hashes = Array(repeating: 0, count: size)
        values = Array(repeating: nil, count: size)
        for (hash, value) in all {
            var place = Int(truncatingIfNeeded: hash) & mask
            while hashes[place] != 0 { place = (place + 1) & mask }
            hashes[place] = hash
            values[place] = value
        }
    }

    subscript(hash: UInt64) -> Value? {
        var place = Int(truncatingIfNeeded: hash) & mask
        while hashes[place] != 0 {
            if hashes[place] == hash { return values[place] }
            place = (place + 1) & mask
        }
        return nil
    }
}

/// FNV-1a of a word's bytes. Source: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
enum WordHash {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(seed, next) }
}
