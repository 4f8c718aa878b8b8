/// Finds the texts in a script, with what stands before each: enough to tell an address that is fetched from one
/// that is linked to, and both from what a comment says.
struct ScriptScanner {
    struct Text {
        let value: String
        /// Without its quotes, in bytes of the script.
        let range: Range<Int>
        /// The code before it, without white space, as much as tells what becomes of it.
        let before: String
    }

    private let bytes: [UInt8]
    private var index = 0
    private var code: [UInt8] = []
    private var texts: [Text] = []

    static func texts(in bytes: some Collection<UInt8>) -> [Text] {
        var scanner = ScriptScanner(Array(bytes))
        while scanner.index < scanner.bytes.count { scanner.step() }
        return scanner.texts
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func step() {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "/"):
            if bytes[index...].starts(with: "//".utf8) {
                index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            } else if bytes[index...].starts(with: "/*".utf8) {
                index += 2
                while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
                index += 2
            } else if beginsPattern {
                skipPattern()
            } else {
                take(byte)
            }
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): readText(quote: byte)
        case ...0x20: index += 1
        default: take(byte)
        }
    }

    private mutating func take(_ byte: UInt8) {
        code.append(byte)
        index += 1
    }

    private static let length = 40

    private mutating func readText(quote: UInt8) {
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != quote {
            if quote != UInt8(ascii: "`"), bytes[index] == UInt8(ascii: "\n") { break }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(index, bytes.count)
        index = end + 1
        let before = String(decoding: code.suffix(Self.length), as: UTF8.self)
        let value = String(decoding: bytes[start..<end], as: UTF8.self).replacing("\\/", with: "/")
        texts.append(Text(value: value, range: start..<end, before: before))
        code += "''".utf8
    }

    /// Whether a '/' here begins a regular expression: after an operator or nothing, not after a value.
    private var beginsPattern: Bool {
        guard let last = code.last else { return true }
        if "(,=:[!&|?{};+-*%<>~^".utf8.contains(last) { return true }
        return code.suffix(6).elementsEqual("return".utf8)
    }

    private mutating func skipPattern() {
        index += 1
        var isInSet = false
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            let byte = bytes[index]
            index += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "[") { isInSet = true }
            if byte == UInt8(ascii: "]") { isInSet = false }
            if byte == UInt8(ascii: "/"), !isInSet { break }
        }
        code += "''".utf8
    }
}
