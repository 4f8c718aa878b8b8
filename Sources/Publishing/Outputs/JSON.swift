/// JSON with its keys in a fixed order: RFC 8259.
indirect enum JSON {
    case text(String)
    case number(Int)
    /// Written with as many digits as it takes.
    case decimal(Double)
    case flag(Bool)
    case list([JSON])
    /// Finished JSON.
    case written([UInt8])
    case object(KeyValuePairs<String, JSON?>)
    /// Written in the order of the keys.
    case map([String: JSON])

    static func text(_ text: String?) -> JSON? { text.map { .text($0) } }

    /// Keys whose value is `nil` are left out.
    func write(into bytes: inout [UInt8], indent: Int = 0) {
        switch self {
        case .text(let text): Self.write(text, into: &bytes)
        case .written(let written): bytes += written
        case .number(let number): bytes += String(number).utf8
        case .decimal(let number):
            bytes += (number == number.rounded() ? String(Int(number)) : String(number)).utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .list(let list):
            Self.write(list.map { (key: nil, value: $0) }, between: "[", "]", into: &bytes, indent: indent)
        case .object(let pairs):
            let present = pairs.compactMap { key, value in value.map { (key: Optional(key), value: $0) } }
            Self.write(present, between: "{", "}", into: &bytes, indent: indent)
        case .map(let map):
            let sorted = map.sorted { $0.key < $1.key }.map { (key: Optional($0.key), value: $0.value) }
            Self.write(sorted, between: "{", "}", into: &bytes, indent: indent)
        }
    }

    /// To be put into a larger whole, without a line break after it.
    func bytes(indent: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes, indent: indent)
        return bytes
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private static func write(
        _ items: [(key: String?, value: JSON)], between open: String, _ close: String,
        into bytes: inout [UInt8],
        indent: Int
    ) {
        bytes += open.utf8
        for (index, item) in items.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            bytes += repeatElement(UInt8(ascii: " "), count: (indent + 1) * 2)
            if let key = item.key {
                write(key, into: &bytes)
                bytes += ": ".utf8
            }
            item.value.write(into: &bytes, indent: indent + 1)
        }
        if !items.isEmpty {
            bytes.append(UInt8(ascii: "\n"))
            bytes += repeatElement(UInt8(ascii: " "), count: indent * 2)
        }
        bytes += close.utf8
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
