/// Names for addresses and anchors, made of words.
public enum Slug {
    /// Lower case, letters, marks and digits of any script, hyphens and underscores kept, spaces as hyphens.
    public static func make(_ words: [UInt8]) -> [UInt8] {
        var slug: [UInt8] = []
        slug.reserveCapacity(words.count)
        for byte in words {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                slug.append(byte)
            case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
            case 0x80...: return makeFromUnicode(words)
            default: break
            }
        }
        return slug
    }

    public static func make(_ words: String) -> String {
        String(decoding: make(Array(words.utf8)), as: UTF8.self)
    }

    private static func makeFromUnicode(_ words: [UInt8]) -> [UInt8] {
        var slug = ""
        for scalar in String(decoding: words, as: UTF8.self).lowercased().unicodeScalars {
            if scalar == " " {
                slug.unicodeScalars.append("-")
            } else if isKept(scalar) {
                slug.unicodeScalars.append(scalar)
            }
        }
        return Array(slug.utf8)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
            true
        default: scalar == "-"
        }
    }
}
