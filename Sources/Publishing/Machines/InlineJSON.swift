import Markup

/// Writes JSON on one line, to stand in a page: `JSON` makes a value of each part first, which takes too long for ten
/// thousand pages.
///
/// No text can end the element that it stands in, or begin a comment: '<' is written as an escape.
struct InlineJSON {
    private(set) var html = HTML()

    mutating func object(_ key: StaticString? = nil, _ write: (inout InlineJSON) -> Void) {
        begin(key)
        html.append("{")
        write(&self)
        html.append("}")
    }

    mutating func list<Item>(
        _ key: StaticString, _ items: some Sequence<Item>, _ write: (inout InlineJSON, Item) -> Void
    ) {
        begin(key)
        html.append("[")
        for item in items { write(&self, item) }
        html.append("]")
    }

    /// A key without a value is left out.
    mutating func text(_ key: StaticString?, _ text: String?) {
        guard let text else { return }
        begin(key)
        append(text)
    }

    /// A word of a vocabulary, which needs no escapes.
    mutating func word(_ key: StaticString?, _ word: StaticString) {
        begin(key)
        html.append("\"")
        html.append(word)
        html.append("\"")
    }

    mutating func number(_ key: StaticString, _ number: Int) {
        begin(key)
        html.append(number)
    }

    private mutating func begin(_ key: StaticString?) {
        switch html.bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
        default: html.append(",")
        }
        guard let key else { return }
        html.append("\"")
        html.append(key)
        html.append("\":")
    }

    private mutating func append(_ text: String) {
        html.append("\"")
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where Self.isEscaped(bytes[index]) {
                html.append(trusting: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                let digits = Array("0123456789abcdef".utf8)
                html.append("\\u00")
                html.append(trusting: [digits[Int(bytes[index] >> 4)], digits[Int(bytes[index] & 15)]])
                start = index + 1
            }
            html.append(trusting: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
        html.append("\"")
    }

    @inline(__always)
    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
    }
}
