import Foundation

/// Words by number: each once, as bytes in one buffer, found again by its hash.
struct WordTable: Sendable {
    private var letters: [UInt8] = []
    private var starts: [Int32] = [0]
    /// By hash; 0 is a free place, else the hash's high half above the number plus one. A power of two of them.
    private var table: [UInt64]

    /// - Parameter capacity: places at the beginning; a power of two.
    init(capacity: Int) { table = [UInt64](repeating: 0, count: capacity) }

    /// Keeps its memory.
    mutating func removeAll() {
        letters.removeAll(keepingCapacity: true)
        starts.removeLast(count)
        table.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }

    var count: Int { starts.count - 1 }

    var byteCount: Int { letters.count }

    subscript(number: Int) -> ArraySlice<UInt8> { letters[Int(starts[number])..<Int(starts[number + 1])] }

    /// Each word, in the order of their numbers.
    func withWords(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
        letters.withUnsafeBufferPointer { letters in
            for number in 0..<count {
                let range = Int(starts[number])..<Int(starts[number + 1])
                body(number, UnsafeBufferPointer(rebasing: letters[range]))
            }
        }
    }

    /// The word's number: the next one, where it is new.
    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(word)
        let (number, slot) = find(word, hash)
        if let number { return number }
        letters.append(contentsOf: word)
        starts.append(Int32(letters.count))
        table[slot] = Self.mark(hash, count - 1)
        if count * 2 > table.count { grow() }
        return count - 1
    }

    /// The word's number, or the place where it belongs.
    private func find(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (number: Int?, slot: Int) {
        table.withUnsafeBufferPointer { table in
            let mask = table.count - 1
            var slot = Int(truncatingIfNeeded: hash) & mask
            while table[slot] != 0 {
                if table[slot] >> 32 == hash >> 32 {
                    let number = Int(table[slot] & 0xFFFF_FFFF) - 1
                    if holds(word, at: number) { return (number, slot) }
                }
                slot = (slot + 1) & mask
            }
            return (nil, slot)
        }
    }

    private func holds(_ word: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
        let start = Int(starts[number])
        let count = Int(starts[number + 1]) - start
        guard count == word.count else { return false }
        return letters.withUnsafeBufferPointer { letters in
            guard let known = letters.baseAddress, let word = word.baseAddress else { return true }
            return memcmp(known + start, word, count) == 0
        }
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: table.count * 2)
        withWords { number, word in
            let hash = Self.hash(word)
            var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = Self.mark(hash, number)
        }
        table = larger
    }

    private static func mark(_ hash: UInt64, _ number: Int) -> UInt64 {
        hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }

    /// Eight bytes at a time, each mixed in by a multiplication whose high half is folded into the low one.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(bytes.count)
        var place = 0
        while place + 8 <= bytes.count {
            let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
            mix(word, into: &hash)
            place += 8
        }
        var rest: UInt64 = 0
        for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
        mix(rest, into: &hash)
        return hash
    }

    @inline(__always)
    private static func mix(_ word: UInt64, into hash: inout UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        hash = product.high ^ product.low
    }
}
