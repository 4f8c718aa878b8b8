/// One term while it is made, in memory of the stack: an array is looked at for other owners at each write.
struct TermBuffer {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    private static let apostrophe = UInt8(ascii: "'")

    /// Two terms of the longest characters, side by side.
    private static let capacity = 2 * 4 * Terms.longest

    /// Lends a buffer for the call.
    static func with(_ body: (inout TermBuffer) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { bytes in
            var buffer = TermBuffer(bytes: bytes)
            body(&buffer)
        }
    }

    private init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    /// The term, until another is made.
    var term: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<count]) }

    mutating func fill(_ parts: ArraySlice<UInt8>...) {
        count = 0
        for part in parts {
            for byte in part { append(byte) }
        }
    }

    mutating func fill(_ term: String) {
        count = 0
        for byte in term.utf8 { append(byte) }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    /// As `Terms.of` folds a run of ASCII without apostrophes.
    mutating func foldPlain(_ run: UnsafeBufferPointer<UInt8>) {
        count = min(run.count, Terms.longest)
        for place in 0..<count { bytes[place] = Self.small(run[place]) }
    }

    /// As `Terms.of` folds a run of ASCII.
    mutating func foldASCII(_ run: UnsafeBufferPointer<UInt8>) {
        count = 0
        for byte in Self.trimmed(run) where byte != Self.apostrophe {
            if count == Terms.longest { break }
            append(Self.small(byte))
        }
    }

    /// As `Terms.of` folds a run of ASCII and of Latin letters with accents; false, and nothing of use in the
    /// buffer, for any other run.
    mutating func foldLatin(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
        let run = Self.trimmed(run)
        count = 0
        return LatinLetters.table.withUnsafeBufferPointer { table in
            guard let letters = table.baseAddress else { return false }
            var place = 0
            while place < run.count, count < Terms.longest {
                let byte = run[place]
                if byte < 0x80 {
                    if byte != Self.apostrophe { append(Self.small(byte)) }
                    place += 1
                    continue
                }
                guard place + 1 < run.count else { return false }
                let folded = LatinLetters.folded(byte, run[place + 1], in: letters)
                if folded == 0 { return false }
                append(UInt8(truncatingIfNeeded: folded))
                if folded > 0xFF, count < Terms.longest { append(UInt8(truncatingIfNeeded: folded >> 8)) }
                place += 2
            }
            // What follows may be a mark that changes the last letter, or make it no such run.
            return place == run.count
        }
    }

    /// Without the apostrophes round it, and without the `'s` of a genitive.
    private static func trimmed(_ run: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, run.count)
        while run[start] == apostrophe { start += 1 }
        while run[end - 1] == apostrophe { end -= 1 }
        if end - start > 2, run[end - 1] | 0x20 == UInt8(ascii: "s"), run[end - 2] == apostrophe { end -= 2 }
        return UnsafeBufferPointer(rebasing: run[start..<end])
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
}
