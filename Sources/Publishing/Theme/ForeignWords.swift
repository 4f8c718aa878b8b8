import Markup

/// Words of the frame that are not in the page's language, because the theme has none in it: between tags they become an
/// element that says which language they are in, and in attributes and titles, where none can stand, they stay as they
/// are. WCAG 2.2, 3.1.2.
///
/// A template prints words wherever it likes. So they carry marks, control characters that no text has, until the page's
/// tags are around them: start, language, middle, words, end.
struct ForeignWords {
    private static let start: UInt8 = 0x02
    private static let middle: UInt8 = 0x03
    private static let end: UInt8 = 0x04

    static func marked(_ text: String, in language: String?) -> String {
        guard let language, !text.isEmpty else { return text }
        return "\u{2}\(language)\u{3}\(text)\u{4}"
    }

    static func isMarked(_ text: String) -> Bool { text.utf8.first == start }

    private enum Place { case text, tag, title }

    private var place = Place.text
    /// The first letters of the tag that is being read.
    private var name: [UInt8] = []
    private var quote: UInt8?

    /// Whether an element can stand here.
    var isInText: Bool { place == .text }

    /// Goes on over one byte of HTML.
    mutating func read(_ byte: UInt8) {
        if place != .tag {
            if byte == UInt8(ascii: "<") { (place, name) = (.tag, []) }
        } else if let open = quote {
            if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") {
            quote = byte
        } else if byte == UInt8(ascii: ">") {
            place = name.elementsEqual("title".utf8) ? .title : .text
        } else if name.count < 5 {
            name.append(byte)
        }
    }

    /// Takes marked words off the front of `rest`, which is HTML; `nil` where there are none.
    func next(in rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard rest.first == Self.start, let middle = rest.firstIndex(of: Self.middle),
            let end = rest.firstIndex(of: Self.end)
        else { return nil }
        let words = rest[(middle + 1)..<end]
        let language = rest[(rest.startIndex + 1)..<middle]
        rest = rest[(end + 1)...]
        if !isInText { return Array(words) }
        return Array("<span lang=\"".utf8) + language + Array("\" dir=\"auto\">".utf8) + words
            + Array("</span>".utf8)
    }

    /// A text that carries marks, as HTML.
    static func html(_ text: String, isInText: Bool) -> HTML {
        let parts = text.utf8.dropFirst().dropLast().split(separator: middle, maxSplits: 1)
        guard parts.count == 2, let language = String(parts[0]), let words = String(parts[1]) else {
            preconditionFailure("a mark without words")
        }
        var html = HTML()
        if isInText {
            html.append("<span lang=\"")
            html.append(escaping: language)
            html.append("\" dir=\"auto\">")
        }
        html.append(escaping: words)
        if isInText { html.append("</span>") }
        return html
    }
}
