/// Reads JSON: RFC 8259.
///
/// Not by way of YAML, though JSON is nearly a part of it: libyaml refuses `\ud83d\ude00`.
struct JSONParser {
    private let bytes: [UInt8]
    private var offset: Int
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0
    }

    /// - Parameter bytes: UTF-8; `TextEncoding` has seen to that.
    static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
        var parser = JSONParser(bytes)
        let node = try parser.value()
        parser.skipSpace()
        if parser.offset < bytes.count {
            throw parser.error(
                "something stands after its end", help: "take it out, or put it inside the brackets")
        }
        return node
    }

    private func error(_ message: String, help: String, at place: Int? = nil) -> JSONError {
        JSONError(message: message, help: help, offset: place ?? offset)
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private mutating func value() throws(JSONError) -> JSONNode {
        skipSpace()
        let start = offset
        let value: JSONNode.Value
        switch next {
        case UInt8(ascii: "{"): value = .map(try members())
        case UInt8(ascii: "["): value = .list(try items())
        case UInt8(ascii: "\""): value = .text(try string())
        case let byte? where "-0123456789".utf8.contains(byte): value = .number(try number())
        case nil: throw error("it ends too early", help: "add the value and the brackets that are missing")
        default: value = try word()
        }
        return JSONNode(value: value, bytes: start..<offset)
    }

    private mutating func word() throws(JSONError) -> JSONNode.Value {
        let letters = bytes[offset...].prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        let value: JSONNode.Value
        switch String(decoding: letters, as: UTF8.self) {
        case "true": value = .flag(true)
        case "false": value = .flag(false)
        case "null": value = .null
        default:
            throw error(
                "there is no value here",
                help: "put text between double quotes, and no comma after the last value")
        }
        offset = letters.endIndex
        return value
    }

    private mutating func number() throws(JSONError) -> String {
        let start = offset
        while let byte = next, "0123456789+-.eE".utf8.contains(byte) {
            offset += 1
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard Self.isNumber(text) else {
            throw error(
                "'\(text)' is no number", help: "put it between double quotes, or write a number", at: start)
        }
        return text
    }

    /// Digits without a zero before them, and what Swift takes for a number besides.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        let isPadded =
            digits.first == UInt8(ascii: "0")
            && digits.dropFirst().first.map { "0123456789".utf8.contains($0) } ?? false
        let isWhole = digits.first.map { "0123456789".utf8.contains($0) } ?? false
        return isWhole && !isPadded && text.last != "." && !text.contains(".e") && !text.contains(".E")
            && Double(text) != nil
    }

    private mutating func open() throws(JSONError) {
        offset += 1
        depth += 1
        if depth > YAMLText.deepestNesting {
            throw error("it is nested deeper than \(YAMLText.deepestNesting)", help: "flatten it")
        }
        skipSpace()
    }

    /// After a value in brackets: a comma and more, or the bracket that closes them.
    private mutating func goesOn(until bracket: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        guard let byte = next, byte == bracket || byte == UInt8(ascii: ",") else {
            let closing = String(UnicodeScalar(bracket))
            throw error(
                "',' or '\(closing)' is missing here",
                help: "put a comma between values, and '\(closing)' after the last")
        }
        offset += 1
        if byte == bracket { depth -= 1 }
        return byte != bracket
    }

    private mutating func isClosed(by bracket: UInt8) -> Bool {
        guard next == bracket else { return false }
        offset += 1
        depth -= 1
        return true
    }

    private mutating func items() throws(JSONError) -> [JSONNode] {
        try open()
        if isClosed(by: UInt8(ascii: "]")) { return [] }
        var items: [JSONNode] = []
        repeat { items.append(try value()) } while try goesOn(until: UInt8(ascii: "]"))
        return items
    }

    private mutating func members() throws(JSONError) -> [JSONNode.Member] {
        try open()
        if isClosed(by: UInt8(ascii: "}")) { return [] }
        var members: [JSONNode.Member] = []
        repeat {
            skipSpace()
            let start = offset
            guard next == UInt8(ascii: "\"") else {
                throw error(
                    "a key in double quotes is missing here",
                    help: "write '\"key\": value', and no comma after the last")
            }
            let name = try string()
            let end = offset
            skipSpace()
            guard next == UInt8(ascii: ":") else {
                throw error("':' is missing here", help: "write '\"\(name)\": value'")
            }
            offset += 1
            members.append(JSONNode.Member(name: name, nameBytes: start..<end, node: try value()))
        } while try goesOn(until: UInt8(ascii: "}"))
        return members
    }
}

extension JSONParser {
    private mutating func string() throws(JSONError) -> String {
        let start = offset
        offset += 1
        var text: [UInt8] = []
        while true {
            let plain = offset
            while offset < bytes.count, Self.isPlain(bytes[offset]) { offset += 1 }
            text += bytes[plain..<offset]
            guard let byte = next else { break }
            offset += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                throw error(
                    "a text is not closed on its line", help: "close it with a double quote", at: start)
            }
            text += Array(String(try escaped()).utf8)
        }
        throw error("a text is not closed", help: "close it with a double quote", at: start)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// What stands after a backslash. A control character other than a line break becomes a space: no page
    /// may hold one.
    private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
        let start = offset - 1
        let byte = next
        offset += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
        case UInt8(ascii: "u"): break
        default: throw error("this escape does not exist", help: "write '\\\\' for a backslash", at: start)
        }
        var code = hexadecimal()
        if let high = code, (0xD800..<0xDC00).contains(high), bytes[offset...].starts(with: "\\u".utf8) {
            offset += 2
            code = hexadecimal().flatMap {
                (0xDC00..<0xE000).contains($0) ? 0x10000 + (high - 0xD800) << 10 + ($0 - 0xDC00) : nil
            }
        }
        guard let code, let scalar = Unicode.Scalar(code) else {
            throw error(
                "this escape is no character", help: "write '\\u' and four digits, or the character itself",
                at: start)
        }
        return code < 0x20 && code != 0x0A ? " " : scalar
    }

    private mutating func hexadecimal() -> UInt32? {
        let digits = bytes[offset...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else {
            return nil
        }
        offset += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
