import Markup
import Search

/// Takes what a reader sees out of finished HTML: headings with their anchors, and passages.
///
/// The HTML is the program's own, so its tags are well formed; what a site's raw HTML has wrong costs at most
/// words of that page.
struct SearchText {
    private(set) var text = PageText()
    private var passage: [UInt8] = []
    private var heading: String?

    mutating func add(_ html: HTML) {
        html.bytes.withUnsafeBufferPointer { add($0) }
        finish()
    }

    mutating func addPassage(_ words: String) { text.addPassage(Array(words.utf8)) }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "<"):
                let tag = Tag(bytes, at: place)
                place = tag.end
                take(tag, bytes, &place)
            case UInt8(ascii: "&"):
                let (character, length) = Self.entity(bytes, at: place)
                passage.append(character)
                place += length
            default:
                let start = place
                while place < bytes.count, bytes[place] != UInt8(ascii: "<"),
                    bytes[place] != UInt8(ascii: "&")
                {
                    place += 1
                }
                passage.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
            }
        }
    }

    private mutating func take(_ tag: Tag, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
        if !tag.isClosing, Self.isSkipped(tag) {
            place = Self.end(of: tag.name, in: bytes, from: place)
            return
        }
        switch tag.name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            finish()
            heading = tag.isClosing ? nil : tag.attribute("id") ?? ""
        case "p", "li", "ul", "ol", "tr", "table", "dt", "dd", "dl", "pre", "div", "section", "blockquote",
            "figure", "figcaption", "aside", "details", "summary", "hr":
            finish()
        case "td", "th", "br", "img": passage.append(UInt8(ascii: " "))
        default: break
        }
    }

    private mutating func finish() {
        if let heading {
            text.addHeading(passage, anchor: heading)
        } else {
            text.addPassage(passage)
        }
        passage.removeAll(keepingCapacity: true)
    }

    /// Marks that lead elsewhere, drawings (which say in words what they show, beside them), and what is hidden.
    private static func isSkipped(_ tag: Tag) -> Bool {
        switch tag.name {
        case "svg", "script", "style", "template": true
        case "sup": tag.attribute("class") != nil
        case "a": tag.attribute("role") == "doc-backlink"
        default: false
        }
    }

    private static func end(of name: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place] != UInt8(ascii: "<") {
                place += 1
                continue
            }
            let tag = Tag(bytes, at: place)
            place = tag.end
            if tag.isClosing, tag.name == name { break }
        }
        return place
    }

    private static let entities: [(name: StaticString, character: UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&#x27;", UInt8(ascii: "'")), ("&#39;", UInt8(ascii: "'")),
    ]

    private static func entity(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt8, length: Int) {
        for (name, character) in entities
        where name.withUTF8Buffer({ bytes[place...].starts(with: $0) }) {
            return (character, name.utf8CodeUnitCount)
        }
        return (UInt8(ascii: "&"), 1)
    }
}

/// A tag of HTML: `<h2 id="dose">`.
private struct Tag {
    let name: String
    let isClosing: Bool
    /// One past its `>`.
    let end: Int
    private let rest: Slice<UnsafeBufferPointer<UInt8>>

    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var place = start + 1
        isClosing = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isClosing { place += 1 }
        let nameStart = place
        while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
        name = String(decoding: bytes[nameStart..<place], as: UTF8.self)
        let attributes = place
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
        rest = bytes[attributes..<place]
        end = min(bytes.count, place + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// As written by this program: in double quotes.
    func attribute(_ name: String) -> String? {
        let wanted = Array(" \(name)=\"".utf8)
        var place = rest.startIndex
        while place < rest.endIndex {
            if rest[place] == wanted[0], rest[place...].starts(with: wanted) {
                let value = rest[(place + wanted.count)...].prefix { $0 != UInt8(ascii: "\"") }
                return String(decoding: value, as: UTF8.self)
            }
            place += 1
        }
        return nil
    }
}
