/// Puts together what a reader sees: white space is one space, quotes are straight, hyphens plain, and what
/// cannot be seen is gone.
struct ProseText {
    private(set) var text = ""
    private var isSpaceDue = false

    var byteCount: Int { text.utf8.count }

    mutating func append(_ bytes: ArraySlice<UInt8>) { append(String(decoding: bytes, as: UTF8.self)) }

    mutating func append(_ string: String) {
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case ...0x20, 0x7F, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
                isSpaceDue = !text.isEmpty
            case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: break
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2BC: add("'")
            case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2033: add("\"")
            case 0x2010, 0x2011: add("-")
            default: add(scalar)
            }
        }
    }

    mutating func appendSpace() { isSpaceDue = !text.isEmpty }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if isSpaceDue { text.unicodeScalars.append(" ") }
        isSpaceDue = false
        text.unicodeScalars.append(scalar)
    }
}
