/// A tag of HTML: `<h2 id="dose">`.
struct Tag {
    typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    let name: Bytes
    let isClosing: Bool
    /// One past its `>`.
    let end: Int
    private let attributes: Bytes

    /// What it is to somebody who looks for the words of a page.
    enum Kind {
        case heading
        /// Words before and after it are not of one passage.
        case block
        /// Words before and after it are not one word.
        case space
        /// Marks that lead elsewhere, drawings (which say in words what they show, beside them), what is hidden.
        case skipped
        case inline
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var place = start + 1
        isClosing = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isClosing { place += 1 }
        let nameStart = place
        while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
        name = bytes[nameStart..<place]
        let afterName = place
        var quote: UInt8?
        while place < bytes.count, quote != nil || bytes[place] != UInt8(ascii: ">") {
            let byte = bytes[place]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            place += 1
        }
        attributes = bytes[afterName..<place]
        end = min(bytes.count, place + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }

    var kind: Kind {
        // Most tags have a name of one or two letters.
        switch name.count {
        case 1:
            switch name[name.startIndex] {
            case UInt8(ascii: "p"): return .block
            case UInt8(ascii: "a"): return attribute("role") == "doc-backlink" ? .skipped : .inline
            default: return .inline
            }
        case 2 where name[name.startIndex] == UInt8(ascii: "h"):
            return name[name.startIndex + 1] == UInt8(ascii: "r") ? .block : .heading
        default: break
        }
        switch String(decoding: name, as: UTF8.self) {
        case "li", "ul", "ol", "tr", "table", "dt", "dd", "dl", "pre", "div", "section", "blockquote",
            "figure", "figcaption", "aside", "details", "summary":
            return .block
        case "td", "th", "br", "img": return .space
        case "svg", "script", "style", "template": return .skipped
        case "sup": return attribute("class") == nil ? .inline : .skipped
        default: return .inline
        }
    }

    /// As written by this program: in double quotes.
    func attribute(_ name: StaticString) -> String? {
        var place = attributes.startIndex
        while let space = attributes[place...].firstIndex(of: UInt8(ascii: " ")) {
            place = space + 1
            let start = name.withUTF8Buffer { wanted -> Int? in
                let rest = attributes[place...]
                let value = place + wanted.count + 2
                guard rest.starts(with: wanted), value <= attributes.endIndex,
                    attributes[value - 2] == UInt8(ascii: "="), attributes[value - 1] == UInt8(ascii: "\"")
                else { return nil }
                return value
            }
            if let start {
                return String(
                    decoding: attributes[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            }
        }
        return nil
    }
}
