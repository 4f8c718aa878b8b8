/// Reads bits, from the most significant one of each byte: what `BitWriter` wrote.
struct BitReader {
    private let bytes: ArraySlice<UInt8>
    /// In bits.
    private var place = 0

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    mutating func read(_ count: Int) throws(IndexDamaged) -> Int {
        var (value, left) = (0, count)
        while left > 0 {
            guard place / 8 < bytes.count else { throw IndexDamaged() }
            let room = 8 - place % 8
            let taken = min(room, left)
            let byte = Int(bytes[bytes.startIndex + place / 8])
            value = value << taken | byte >> (room - taken) & (1 << taken - 1)
            place += taken
            left -= taken
        }
        return value
    }

    /// A number below `range` in truncated binary.
    private mutating func number(below range: Int) throws(IndexDamaged) -> Int {
        let width = Int.bitWidth - 1 - range.leadingZeroBitCount
        let short = 1 << (width + 1) - range
        let value = try read(width)
        return value < short ? value : value * 2 + (try read(1)) - short
    }

    /// Fills a part of a list with ascending numbers.
    ///
    /// - Parameter values: where the numbers are from; there are at least as many as the part is long.
    mutating func read(
        interpolated list: inout [Int32], _ part: Range<Int>, within values: ClosedRange<Int>
    ) throws(IndexDamaged) {
        if part.isEmpty { return }
        if part.count == values.count {
            for (index, value) in zip(part, values) { list[index] = Int32(value) }
            return
        }
        let before = part.count / 2
        let middle = part.lowerBound + before
        let least = values.lowerBound + before
        let most = values.upperBound - (part.upperBound - middle - 1)
        let value = least + (try number(below: most - least + 1))
        list[middle] = Int32(value)
        if before > 0 {
            try read(interpolated: &list, part.lowerBound..<middle, within: values.lowerBound...(value - 1))
        }
        if middle + 1 < part.upperBound {
            try read(
                interpolated: &list, (middle + 1)..<part.upperBound, within: (value + 1)...values.upperBound)
        }
    }
}
