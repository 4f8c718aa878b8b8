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
        switch tag.kind {
        case .inline: break
        case .skipped: if !tag.isClosing { place = Self.end(of: tag, in: bytes, from: place) }
        case .heading:
            finish()
            heading = tag.isClosing ? nil : tag.attribute("id") ?? ""
        case .block: finish()
        case .space: passage.append(UInt8(ascii: " "))
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

    /// Past the closing tag of the same name.
    private static func end(of opening: Tag, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place] != UInt8(ascii: "<") {
                place += 1
                continue
            }
            let tag = Tag(bytes, at: place)
            place = tag.end
            if tag.isClosing, tag.name.elementsEqual(opening.name) { break }
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
