/// Words by number: each once, as bytes in one buffer, found again by its hash.
struct WordTable {
    private var letters: [UInt8] = []
    private var starts: [Int32] = [0]
    /// Numbers by hash, plus one; 0 is a free place. A power of two of them.
    private var table: [Int32]

    /// - Parameter capacity: places at the beginning; a power of two.
    init(capacity: Int = 2048) { table = [Int32](repeating: 0, count: capacity) }

    var count: Int { starts.count - 1 }

    var byteCount: Int { letters.count }

    subscript(number: Int) -> ArraySlice<UInt8> { letters[Int(starts[number])..<Int(starts[number + 1])] }

    /// The word's number: the next one, where it is new.
    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = Int(truncatingIfNeeded: Self.hash(word)) & (table.count - 1)
        while table[slot] != 0 {
            let number = Int(table[slot]) - 1
            if holds(word, at: number) { return number }
            slot = (slot + 1) & (table.count - 1)
        }
        letters.append(contentsOf: word)
        starts.append(Int32(letters.count))
        table[slot] = Int32(count)
        if count * 2 > table.count { grow() }
        return count - 1
    }

    private func holds(_ word: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == word.count else { return false }
        for offset in 0..<word.count where letters[start + offset] != word[offset] { return false }
        return true
    }

    private mutating func grow() {
        table = [Int32](repeating: 0, count: table.count * 2)
        letters.withUnsafeBufferPointer { letters in
            for number in 0..<count {
                let word = UnsafeBufferPointer(
                    rebasing: letters[Int(starts[number])..<Int(starts[number + 1])])
                var slot = Int(truncatingIfNeeded: Self.hash(word)) & (table.count - 1)
                while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
                table[slot] = Int32(number + 1)
            }
        }
    }

    /// FNV-1a, 64 bits, its high bits folded into the low ones that are used.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 29
    }
}
