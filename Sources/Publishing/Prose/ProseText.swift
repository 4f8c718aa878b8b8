/// Puts together what a reader sees: white space is one space, quotes are straight, hyphens plain, and what
/// cannot be seen is gone. UTF-8.
struct ProseText {
    private(set) var bytes: [UInt8] = []
    private var isSpaceDue = false

    init() {}

    init(_ string: String) {
        append(Array(string.utf8)[...])
    }

    /// - Parameter new: UTF-8; what is none is left out.
    mutating func append(_ new: ArraySlice<UInt8>) {
        new.withUnsafeBufferPointer { new in
            var index = 0
            while index < new.count {
                let byte = new[index]
                if byte < 0x80 {
                    index += 1
                    if byte <= 0x20 || byte == 0x7F { appendSpace() } else { add(byte) }
                } else {
                    let width = UTF8Scalar.width(byte)
                    if index + width <= new.count { add(new[index..<index + width]) }
                    index += width
                }
            }
        }
    }

    mutating func appendSpace() { isSpaceDue = !bytes.isEmpty }

    private mutating func add(_ byte: UInt8) {
        if isSpaceDue {
            bytes.append(UInt8(ascii: " "))
            isSpaceDue = false
        }
        bytes.append(byte)
    }

    private mutating func add(_ scalar: Slice<UnsafeBufferPointer<UInt8>>) {
        switch UTF8Scalar.value(scalar) {
        case 0x80...0x9F, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: appendSpace()
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: break
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2BC: add(UInt8(ascii: "'"))
        case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2033: add(UInt8(ascii: "\""))
        case 0x2010, 0x2011: add(UInt8(ascii: "-"))
        default: for byte in scalar { add(byte) }
        }
    }
}

/// Characters of more than one byte.
enum UTF8Scalar {
    /// In bytes, by the first of them.
    @inline(__always)
    static func width(_ first: UInt8) -> Int { first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    static func value(_ bytes: some Collection<UInt8>) -> UInt32 {
        guard let first = bytes.first else { return 0 }
        let lead = UInt32(first)
        let start = bytes.count == 1 ? lead : lead & (0x7F >> UInt32(bytes.count))
        return bytes.dropFirst().reduce(start) { $0 << 6 | UInt32($1 & 0x3F) }
    }
}
