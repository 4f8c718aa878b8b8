/// A parsed text: nodes in reading order in one array, over one buffer of UTF-8 bytes.
///
/// A node's children follow it, so a walk is a loop and a copy is two copies of memory. Nothing here is a
/// class, and no text is a `String` until somebody asks for one.
public struct Document: Sendable {
    /// Node 0 is the document itself.
    public internal(set) var nodes: [Node]
    /// What the nodes' slices point into: text with entities and escapes resolved, addresses, titles, info
    /// strings.
    public internal(set) var text: [UInt8]
    /// Found while parsing: too deep nesting.
    public internal(set) var deepest: (depth: Int, node: NodeIndex)
    /// Of images whose file was found, by node.
    public var imageSizes: [NodeIndex: ImageSize] = [:]
    /// What is wrong with the text itself, in its own lines and columns.
    public internal(set) var problems: [Problem] = []
    /// What parsing took: bytes given to libcmark, each as often as it was given; bytes of text looked
    /// through for marks; nodes written. It grows as the text does: a test holds the parser to that.
    public internal(set) var work = 0

    public struct Problem: Sendable, Hashable {
        public let id: String
        public let severity: Diagnostic.Severity
        public let message: String
        public let help: String
        public let range: SourceRange
    }

    init(nodes: [Node], text: [UInt8], deepest: (depth: Int, node: NodeIndex)) {
        self.nodes = nodes
        self.text = text
        self.deepest = deepest
    }

    public static let empty = Document(nodes: [Node(.document)], text: [], deepest: (0, 0))
}

/// In pixels.
public struct ImageSize: Sendable, Hashable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A place in `Document.nodes`.
public typealias NodeIndex = Int

public struct Node: Sendable {
    public var kind: Kind
    /// Of a heading: 1 to 6.
    public var level: UInt8 = 0
    /// Of a list: its items stand without blank lines between them.
    public var isTight = false
    /// Of an ordered list: the first number.
    public var start: Int32 = 1
    /// The node around it; 0 for what stands in the document itself, and for the document.
    public var parent: Int32 = 0
    /// One past the node's last descendant: where its parent, or its next sibling, goes on.
    public var end: Int32 = 0
    public var place = Place()
    /// Text, code, raw HTML; the destination of a link or an image; the info string of a code block is its
    /// `title`.
    public var text = Slice()
    /// The title of a link or an image, the info string of a code block, the id of a heading.
    public var title = Slice()

    /// Of a footnote, or a reference to one: its number. Of a citation: where it stands in the order of
    /// citations.
    public var number: Int32 = 0

    /// Blocks first, then inlines.
    public enum Kind: UInt8, Sendable {
        case document, blockQuote, list, orderedList, item, codeBlock, htmlBlock, paragraph, heading,
            thematicBreak
        /// Rows; those of the head have `isTight`. A cell's `level` is its `TableAlignment`.
        case table, tableRow, tableCell
        /// `level` is its `Alert`.
        case alert
        /// All footnotes of a text, at its end; a `footnote` has its label in `text`, and in `start` how
        /// often it is referred to.
        case footnotes, footnote
        /// Finished HTML, in `text`.
        case embeddedBlock
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
        /// Inlines without a mark-up of their own: what is left of a link that was refused.
        case plain
        case strikethrough
        /// A box before a list item; `level` 1 where it is ticked.
        case taskMarker
        /// Its label in `text`; in `start`, which of the references to its footnote it is, from 1.
        case footnoteReference
        /// What stands between `[` and `]`, in `text`.
        case citation
        /// Finished HTML, in `text`.
        case embeddedInline
    }

    /// As libcmark told it, lines from 1 within the parsed text; columns in bytes, the last one included.
    public struct Place: Sendable {
        public var startLine: UInt32 = 0
        public var startColumn: UInt32 = 0
        public var endLine: UInt32 = 0
        public var endColumn: UInt32 = 0
    }

    /// A stretch of `Document.text`.
    public struct Slice: Sendable, Equatable {
        public var offset: UInt32 = 0
        public var count: UInt32 = 0

        public init(offset: UInt32 = 0, count: UInt32 = 0) {
            self.offset = offset
            self.count = count
        }

        public var isEmpty: Bool { count == 0 }
        public var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
    }

    init(_ kind: Kind) { self.kind = kind }
}

extension Document {
    public func bytes(_ slice: Node.Slice) -> ArraySlice<UInt8> { text[slice.range] }

    public func string(_ slice: Node.Slice) -> String { String(decoding: text[slice.range], as: UTF8.self) }

    /// Adds bytes that a node may point at.
    public mutating func store(_ bytes: some Collection<UInt8>) -> Node.Slice {
        let slice = Node.Slice(offset: UInt32(text.count), count: UInt32(bytes.count))
        text.append(contentsOf: bytes)
        return slice
    }

    public mutating func store(_ string: String) -> Node.Slice {
        let offset = text.count
        var string = string
        string.withUTF8 { text.append(contentsOf: $0) }
        return Node.Slice(offset: UInt32(offset), count: UInt32(text.count - offset))
    }

    /// The node and all that stands in it.
    public func subtree(of index: NodeIndex) -> Range<NodeIndex> { index..<Int(nodes[index].end) }

    public func nodes(_ kind: Node.Kind) -> some Sequence<NodeIndex> {
        nodes.indices.lazy.filter { nodes[$0].kind == kind }
    }

    /// Where a node stands in the text that was parsed.
    ///
    /// Inline columns are libcmark's hints; whoever needs them exact compares them with the source.
    public func range(of index: NodeIndex) -> SourceRange {
        let place = nodes[index].place
        return SourceRange(
            Position(line: Int(place.startLine), column: Int(place.startColumn)),
            Position(line: Int(place.endLine), column: Int(place.endColumn) + 1))
    }

    /// The block that holds a node.
    public func block(around index: NodeIndex) -> NodeIndex {
        var block = index
        while nodes[block].kind.isInline { block = Int(nodes[block].parent) }
        return block
    }
}

extension Node.Kind {
    public var isInline: Bool { rawValue >= Node.Kind.text.rawValue }
    /// Holds no other nodes.
    var isLeaf: Bool {
        switch self {
        case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline,
            .taskMarker,
            .footnoteReference, .citation, .embeddedBlock, .embeddedInline:
            true
        case .document, .blockQuote, .list, .orderedList, .item, .paragraph, .heading, .emphasis, .strong,
            .link,
            .image, .plain, .table, .tableRow, .tableCell, .alert, .footnotes, .footnote, .strikethrough:
            false
        }
    }
}

extension Document {
    /// Leaves the words of a link or an image, and nothing to follow.
    public mutating func unlink(_ index: NodeIndex) { nodes[index].kind = .plain }

    /// Turns a link or an image to another address.
    public mutating func setDestination(of index: NodeIndex, to slice: Node.Slice) {
        nodes[index].text = slice
    }

    /// Puts other raw HTML in the place of what was written.
    public mutating func setText(of index: NodeIndex, to bytes: [UInt8]) { nodes[index].text = store(bytes) }

    /// An inline's place as libcmark tells it, with that of the block around it.
    public struct InlinePlace: Sendable {
        public let kind: Node.Kind
        public let inline: SourceRange
        public let block: Position

        public init(kind: Node.Kind, inline: SourceRange, block: Position) {
            self.kind = kind
            self.inline = inline
            self.block = block
        }
    }

    public func place(of index: NodeIndex) -> InlinePlace {
        InlinePlace(
            kind: nodes[index].kind, inline: range(of: index), block: range(of: block(around: index)).start)
    }

    public func exactRange(of index: NodeIndex, in source: ArraySlice<UInt8>) -> SourceRange {
        Self.exactRange(of: place(of: index), in: source)
    }

    /// Where an inline stands: its own place where the bytes there are what such an inline begins with, since
    /// libcmark's columns are off in some nested blocks; else the first line of the block that holds it.
    public static func exactRange(of place: InlinePlace, in source: ArraySlice<UInt8>) -> SourceRange {
        let starts: [UInt8] =
            switch place.kind {
            case .link: Array("[<".utf8)
            case .image: Array("!".utf8)
            case .htmlInline: Array("<".utf8)
            default: []
            }
        if starts.isEmpty { return place.inline }
        let start = place.inline.start
        let line = line(start.line, of: source)
        let offset = line.startIndex + start.column - 1
        let isWithin = place.inline.end.line == start.line && place.inline.end.column <= line.count + 1
        if start.column >= 1, offset < line.endIndex, starts.contains(line[offset]), isWithin {
            return place.inline
        }
        if let shift = shift(of: place, in: line, starts) { return place.inline.moved(right: shift) }
        if let range = carried(place, in: source, starts) { return range }
        let text = Self.line(place.block.line, of: source)
        let length = max(1, text.count - place.block.column + 1)
        return SourceRange(line: place.block.line, column: place.block.column, length: length)
    }

    /// The place of an inline that libcmark tells less well: it counts on from the line before after a break with a
    /// backslash, and says of an inline over several lines that it begins in the last.
    private static func carried(
        _ place: InlinePlace, in source: ArraySlice<UInt8>, _ starts: [UInt8]
    ) -> SourceRange? {
        guard let end = carried(place.inline.end, of: place.block, in: source) else { return nil }
        let last = line(end.line, of: source)
        guard (2...last.count + 1).contains(end.column),
            ")]>".utf8.contains(last[last.startIndex + end.column - 2])
        else { return nil }
        let lowest = max(place.block.line, place.inline.start.line - mostLinesOfAnInline)
        for number in stride(from: place.inline.start.line, through: lowest, by: -1) {
            let told = Position(line: number, column: place.inline.start.column)
            guard let start = carried(told, of: place.block, in: source), start < end else { continue }
            let first = line(start.line, of: source)
            if start.column <= first.count, starts.contains(first[first.startIndex + start.column - 1]) {
                return SourceRange(start, end)
            }
        }
        return nil
    }

    private static func carried(
        _ position: Position, of block: Position, in source: ArraySlice<UInt8>
    ) -> Position? {
        var rest = position.column - block.column
        var number = position.line
        while rest >= 0, number < position.line + mostLinesOfAnInline {
            var line = line(number, of: source)
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            let marks = line.prefix { " \t>".utf8.contains($0) }.count
            let before = number == block.line ? block.column - 1 : marks
            let count = line.count - before
            if rest <= count { return Position(line: number, column: before + rest + 1) }
            rest -= count + 1
            number += 1
        }
        return nil
    }

    private static let mostLinesOfAnInline = 50

    /// By how much the place is too far left: the indentation of a line that goes on with a paragraph is not counted.
    private static func shift(
        of place: InlinePlace, in line: ArraySlice<UInt8>, _ starts: [UInt8]
    ) -> Int? {
        let (start, end) = (place.inline.start, place.inline.end)
        let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        // Within an item, its own indentation is.
        let shift = indent - (place.block.column - 1)
        let offset = line.startIndex + start.column - 1 + shift
        guard shift > 0, start.line == end.line, line.indices.contains(offset), starts.contains(line[offset])
        else { return nil }
        return shift
    }

    public static func line(_ number: Int, of source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = source.startIndex
        for _ in 1..<max(1, number) {
            guard let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) else { return [] }
            start = end + 1
        }
        return source[start...].prefix { $0 != UInt8(ascii: "\n") }
    }
}
