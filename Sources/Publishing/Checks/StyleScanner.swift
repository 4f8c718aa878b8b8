/// Finds the addresses in a style sheet that a browser would fetch.
///
/// Source: https://www.w3.org/TR/css-syntax-3/#tokenization
struct StyleScanner {
    private let bytes: [UInt8]
    private var index = 0
    /// The functions that are open, the outermost first.
    private var functions: [String] = []
    /// Of the statement being read: `@import`.
    private var keyword = ""
    private var addresses: [(text: String, range: Range<Int>)] = []

    static func addresses(in bytes: some Collection<UInt8>) -> [(text: String, range: Range<Int>)] {
        var scanner = StyleScanner(Array(bytes))
        while scanner.index < scanner.bytes.count { scanner.step() }
        return scanner.addresses
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let fetching: Set<String> = ["url", "src", "image-set", "-webkit-image-set", "image"]

    private mutating func step() {
        switch bytes[index] {
        case UInt8(ascii: "/") where bytes[index...].starts(with: "/*".utf8):
            index += 2
            while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
            index += 2
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readString(quote: bytes[index])
        case UInt8(ascii: "@"):
            index += 1
            keyword = name()
        case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            (keyword, functions) = ("", [])
            index += 1
        case UInt8(ascii: "("):
            functions.append("")
            index += 1
        case UInt8(ascii: ")"):
            _ = functions.popLast()
            index += 1
        case let byte where Self.isName(byte):
            let word = name()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { return }
            index += 1
            functions.append(word)
            if word == "url" { readBareAddress() }
        default: index += 1
        }
    }

    private mutating func readString(quote: UInt8) {
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != quote, bytes[index] != UInt8(ascii: "\n") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(index, bytes.count)
        index += 1
        let isFetched = functions.contains { Self.fetching.contains($0) } || keyword == "import"
        if isFetched, keyword != "namespace" { add(start..<end) }
    }

    /// `url(` without quotes.
    private mutating func readBareAddress() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        guard index < bytes.count, !"\"'".utf8.contains(bytes[index]) else { return }
        let start = index
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ")") { index += 1 }
        if keyword != "namespace" { add(start..<index) }
    }

    private mutating func add(_ range: Range<Int>) {
        addresses.append((String(decoding: bytes[range], as: UTF8.self).withoutStyleEscapes, range))
    }

    private mutating func name() -> String {
        let start = index
        while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}

extension String {
    /// `\68 ttps` is `https`.
    fileprivate var withoutStyleEscapes: String {
        guard utf8.contains(UInt8(ascii: "\\")) else { return self }
        var text = ""
        var rest = self[...]
        while let mark = rest.firstIndex(of: "\\") {
            text += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            let digits = rest.prefix(6).prefix(while: \.isHexDigit)
            if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                text.unicodeScalars.append(scalar)
                rest = rest[digits.endIndex...]
                if rest.first == " " { rest.removeFirst() }
            }
        }
        return text + rest
    }
}
