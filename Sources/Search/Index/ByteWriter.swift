import CZlib

/// The layout's simple things: numbers, texts, blocks.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// LEB128: seven bits a byte, the lowest first.
    mutating func append(_ number: Int) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ texts: [String]) {
        append(texts.count)
        for text in texts { append(text) }
    }

    mutating func append(block: [UInt8]) {
        append(block.count)
        bytes.append(contentsOf: block)
    }

    /// Texts in one block, a line each.
    mutating func append(lines: [String]) { append(block: Array(lines.joined(separator: "\n").utf8)) }
}

/// Bits, from the most significant one of each byte.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var current: UInt64 = 0
    private var count = 0

    /// - Parameter width: at most 32.
    mutating func append(_ value: Int, width: Int) {
        current = current << UInt64(width) | UInt64(value)
        count += width
        while count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: current >> UInt64(count)))
        }
        current &= (1 << UInt64(count)) - 1
    }

    /// The last byte filled up with zeros.
    var finished: [UInt8] {
        count == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: current << UInt64(8 - count))]
    }
}

extension BitWriter {
    /// Ascending numbers, each within what its neighbours leave for it.
    ///
    /// Source: A. Moffat, L. Stuiver 2000, *Binary Interpolative Coding for Effective Index Compression*.
    mutating func append(
        interpolating numbers: UnsafeBufferPointer<Int32>, from low: Int, through high: Int
    ) {
        let count = numbers.count
        if count == 0 || high - low + 1 == count { return }
        let middle = count / 2
        let number = Int(numbers[middle])
        let least = low + middle
        append(minimal: number - least, of: high - (count - 1 - middle) - least + 1)
        append(
            interpolating: UnsafeBufferPointer(rebasing: numbers[..<middle]), from: low, through: number - 1)
        append(
            interpolating: UnsafeBufferPointer(rebasing: numbers[(middle + 1)...]), from: number + 1,
            through: high)
    }

    /// A number below `range` in truncated binary.
    private mutating func append(minimal number: Int, of range: Int) {
        let width = Int.bitWidth - 1 - range.leadingZeroBitCount
        let short = (1 << (width + 1)) - range
        if number < short {
            append(number, width: width)
        } else {
            append(number + short, width: width + 1)
        }
    }
}

enum Deflate {
    /// As browsers' `DecompressionStream("deflate")` reads it, as small as zlib can.
    ///
    /// - Parameter effort: from 1 to 9.
    static func compress(_ bytes: [UInt8], effort: Int32 = 9) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { output, written in
            let status = compress2(output.baseAddress, &count, bytes, uLong(bytes.count), effort)
            precondition(status == Z_OK, "zlib refuses to compress (\(status))")
            written = Int(count)
        }
    }
}
