/// Finished SVG. A type of its own, so that text cannot be taken for it: text gets in escaped.
public struct SVG: Sendable, Hashable {
    public private(set) var bytes: [UInt8] = []

    enum Value: ExpressibleByStringLiteral {
        case text(String)
        case number(Double)

        init(stringLiteral text: String) { self = .text(text) }
    }

    /// Names and values, in the order in which they are written.
    struct Attributes: ExpressibleByDictionaryLiteral {
        private(set) var all: [(name: StaticString, value: Value)]

        init(dictionaryLiteral all: (StaticString, Value)...) { self.all = all.map { ($0, $1) } }

        mutating func append(_ name: StaticString, _ value: Value) { all.append((name, value)) }
    }

    init() {}

    /// An element with what `content` writes into it.
    mutating func element(_ name: StaticString, _ attributes: Attributes, _ content: (inout SVG) -> Void) {
        open(name, attributes)
        append(">")
        content(&self)
        append("</")
        append(name)
        append(">")
    }

    /// An element with nothing in it.
    mutating func element(_ name: StaticString, _ attributes: Attributes) {
        open(name, attributes)
        append("/>")
    }

    mutating func text(_ text: String) { append(escaping: text) }

    mutating func lineBreak() { append("\n") }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        append("<")
        append(name)
        for (key, value) in attributes.all {
            append(" ")
            append(key)
            append("=\"")
            switch value {
            case .text(let text): append(escaping: text)
            case .number(let number): bytes.append(contentsOf: NumberFormat.coordinate(number).utf8)
            }
            append("\"")
        }
    }

    private mutating func append(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Control characters have no place in SVG, escaped or not.
    private mutating func append(escaping text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case 0x09, 0x0A, 0x0D: append(" ")
            case 0x00..<0x20, 0x7F: break
            default: bytes.append(byte)
            }
        }
    }
}
