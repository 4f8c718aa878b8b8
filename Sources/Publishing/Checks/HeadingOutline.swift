import Markup

/// Headings that were met, under their parents: the same twice under one is told.
struct HeadingOutline {
    private let title: [UInt8]
    /// Of the headings that are open, the outermost first, with what stood under each.
    private var open: [(level: Int, children: [Child])] = [(0, [])]

    private struct Child {
        let words: [UInt8]
        let line: Int
    }

    init(title: String) { self.title = Self.key(Array(title.utf8)) }

    enum Repetition {
        case title
        /// The line of the first.
        case sibling(line: Int)
    }

    /// - Returns: what the heading repeats; `nil` where it is new.
    mutating func enter(_ index: NodeIndex, in document: Document) -> Repetition? {
        let level = Int(document.nodes[index].level)
        let words = Self.key(document.plainText(of: index))
        while open.count > 1, open[open.count - 1].level >= level { open.removeLast() }
        let parent = open.count - 1
        let first = open[parent].children.first { $0.words == words }?.line
        if first == nil {
            open[parent].children.append(
                Child(words: words, line: Int(document.nodes[index].place.startLine)))
        }
        open.append((level, []))
        if words.isEmpty { return nil }
        if level == 1, words == title { return .title }
        return first.map { .sibling(line: $0) }
    }

    /// Letter case and white space make no other heading.
    private static func key(_ words: [UInt8]) -> [UInt8] {
        guard words.allSatisfy({ $0 < 0x80 }) else {
            let text = String(decoding: words, as: UTF8.self).lowercased()
            return Array(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
        }
        var key: [UInt8] = []
        key.reserveCapacity(words.count)
        var isApart = false
        for byte in words {
            if byte == 0x20 || byte &- 0x09 < 5 {
                isApart = !key.isEmpty
                continue
            }
            if isApart { key.append(0x20) }
            isApart = false
            key.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
        }
        return key
    }
}
