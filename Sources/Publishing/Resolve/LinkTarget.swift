import Markup

/// What a link or an image in a page leads to.
enum LinkTarget: Equatable {
    case page(Int)
    /// A file of `Content/` (by its path from the site's folder) or of `Public/`.
    case file(Address, path: String)
    /// A page that the site makes itself: `/a-z/`.
    case made(Address)
    /// Another letter case than the file's.
    case otherCase(String)
    case missingPage(nearest: String?)
    case missingFile(nearest: String?)
}

/// The parts of a destination as it was written.
struct Destination {
    let path: String
    /// With its '?'.
    let query: String
    /// Decoded, without its '#'; `nil` where there is none.
    let fragment: String?

    init(_ bytes: ArraySlice<UInt8>) {
        let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
        let beforeHash = bytes[..<(hash ?? bytes.endIndex)]
        let mark = beforeHash.firstIndex(of: UInt8(ascii: "?")) ?? beforeHash.endIndex
        path = Self.decoded(beforeHash[..<mark])
        query = mark == beforeHash.endIndex ? "" : String(decoding: beforeHash[mark...], as: UTF8.self)
        fragment = hash.map { Self.decoded(bytes[($0 + 1)...]) }
    }

    /// What stands after the path.
    var rest: String { query + (fragment.map { "#" + $0 } ?? "") }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
        var decoded: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let value = UInt8(
                    String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16),
                value != 0
            {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The scheme of an address that has one, in lower case.
    static func scheme(of bytes: ArraySlice<UInt8>) -> String? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex else {
            return nil
        }
        let name = bytes[..<colon]
        guard let first = name.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) else {
            return nil
        }
        let isScheme = name.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
        }
        return isScheme ? String(decoding: name, as: UTF8.self).lowercased() : nil
    }

    /// Schemes that never become links: they run code, carry a page of their own, or open the reader's disk.
    static let unsafeSchemes: Set<String> = [
        "blob", "data", "file", "filesystem", "javascript", "livescript", "vbscript", "view-source",
    ]
}
