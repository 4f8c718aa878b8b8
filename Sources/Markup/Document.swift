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
}
