/// One term while it is made.
struct TermBuffer: Sendable {
    private var bytes = [UInt8](repeating: 0, count: capacity)
    private(set) var count = 0

    private static let apostrophe = UInt8(ascii: "'")

    /// Two terms of the longest characters, side by side.
    private static let capacity = 2 * 4 * Terms.longest

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    mutating func fill(_ parts: ArraySlice<UInt8>...) {
        write { writer in
            for part in parts {
                for byte in part { writer.append(byte) }
            }
        }
    }

    mutating func fill(_ term: String) {
        write { writer in
            for byte in term.utf8 { writer.append(byte) }
        }
    }

    /// As `Terms.of` folds a run of ASCII without apostrophes.
    mutating func foldPlain(_ run: UnsafeBufferPointer<UInt8>) {
        write { writer in
            for place in 0..<min(run.count, Terms.longest) { writer.append(Self.small(run[place])) }
        }
    }

    /// As `Terms.of` folds a run of ASCII.
    mutating func foldASCII(_ run: UnsafeBufferPointer<UInt8>) {
        write { writer in
            for byte in Self.trimmed(run) where byte != Self.apostrophe {
                if writer.count == Terms.longest { break }
                writer.append(Self.small(byte))
            }
        }
    }

    /// As `Terms.of` folds a run of ASCII and of Latin letters with accents; false, and nothing of use in the
    /// buffer, for any other run.
    mutating func foldLatin(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
        write { writer in
            LatinLetters.table.withUnsafeBufferPointer { table in
                guard let letters = table.baseAddress else { return false }
                return Self.foldLatin(Self.trimmed(run), by: letters, into: &writer)
            }
        }
    }

    private static func foldLatin(
        _ run: UnsafeBufferPointer<UInt8>, by letters: UnsafePointer<UInt16>, into writer: inout Writer
    ) -> Bool {
        var place = 0
        while place < run.count, writer.count < Terms.longest {
            let byte = run[place]
            if byte < 0x80 {
                if byte != apostrophe { writer.append(small(byte)) }
                place += 1
                continue
            }
            guard place + 1 < run.count else { return false }
            let folded = LatinLetters.folded(byte, run[place + 1], in: letters)
            if folded == 0 { return false }
            writer.append(UInt8(truncatingIfNeeded: folded))
            if folded > 0xFF, writer.count < Terms.longest {
                writer.append(UInt8(truncatingIfNeeded: folded >> 8))
            }
            place += 2
        }
        // What follows may be a mark that changes the last letter, or make it no such run.
        return place == run.count
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

    /// Writes a term anew; the array is looked at for other owners once, and not at each byte.
    @inline(__always)
    private mutating func write<Result>(_ body: (inout Writer) -> Result) -> Result {
        bytes.withUnsafeMutableBufferPointer { bytes in
            var writer = Writer(bytes: bytes)
            defer { count = writer.count }
            return body(&writer)
        }
    }

    private struct Writer {
        let bytes: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        @inline(__always)
        mutating func append(_ byte: UInt8) {
            bytes[count] = byte
            count += 1
        }
    }
}
