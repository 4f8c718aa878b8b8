/// The path of an address that somebody asks for, decoded once and found to climb nowhere.
struct RequestPath: Equatable {
    /// Begins with '/'.
    let text: String

    /// - Parameter raw: as it stands in the request, without the query.
    /// - Returns: `nil` for what names nothing that a site can have: steps upward, in whatever disguise, backslashes,
    ///   control characters, bytes that are no UTF-8, percent signs that encode nothing or encode twice.
    init?(_ raw: String) {
        guard raw.hasPrefix("/"), let bytes = Self.decoded(Array(raw.utf8)),
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let isClimbing = parts.contains { $0 == "." || $0 == ".." }
        // Only an address that ends in '/' has an empty part, and it is the last one.
        guard !isClimbing, !parts.dropLast().contains(""),
            !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }),
            !text.contains("\\"), Self.isPlain(bytes)
        else { return nil }
        self.text = text
    }

    private static func decoded(_ raw: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        var index = 0
        while index < raw.count {
            guard raw[index] == UInt8(ascii: "%") else {
                bytes.append(raw[index])
                index += 1
                continue
            }
            guard index + 2 < raw.count, let byte = value(raw[index + 1], raw[index + 2]) else { return nil }
            // A slash that somebody hides is part of no address of a site.
            if byte == UInt8(ascii: "/") { return nil }
            bytes.append(byte)
            index += 3
        }
        return bytes
    }

    /// Whether nothing is left that a second decoding would turn into something else.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes.indices.allSatisfy { index in
            bytes[index] != UInt8(ascii: "%") || index + 2 >= bytes.count
                || value(bytes[index + 1], bytes[index + 2]) == nil
        }
    }

    private static func value(_ high: UInt8, _ low: UInt8) -> UInt8? {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
            default: nil
            }
        }
        guard let high = digit(high), let low = digit(low) else { return nil }
        return high << 4 | low
    }
}
