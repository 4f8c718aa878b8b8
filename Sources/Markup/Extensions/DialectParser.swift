/// Parses the dialect of contract section 4: marks of ours are set aside, libcmark reads the rest, and what
/// it made of them is put back as nodes.
struct DialectParser {
    let alerts: Set<Alert>

    func parse(_ text: UnsafeBufferPointer<UInt8>) -> Document {
        var plain = CMarkTree(parsing: text).flattened(sizeOfText: text.count)
        plain.work = text.count
        let marks = Marks(in: text).found(in: plain)
        let escapes = EscapedMarks(in: text)
        guard marks.any, plain.deepest.depth <= Parser.deepestNesting else { return plain }
        var bytes = Array(text)
        var definitions: [FootnoteDefinition] = []
        var document = plain
        if marks.footnotes {
            let finder = FootnoteFinder(bytes, in: plain)
            definitions = finder.definitions
            bytes = finder.bytes
        }
        if !escapes.isNone { bytes = escapes.hidden(in: bytes) }
        if !definitions.isEmpty || !escapes.isNone { document = Self.read(bytes) }
        let body = Part(reading: bytes, as: document, hasTables: marks.tables, mini: nil)
        guard body.isShallow else { return body.document }
        // What looked like a table is none: the text as it was read first, in which no escape is hidden.
        guard marks.inInlines || marks.alerts || marks.tasks || body.hasTables else { return plain }
        var rewriter = Rewriter(body: body, marks: marks, alerts: alerts, escapes: escapes)
        rewriter.addFootnotes(definitions, source: bytes)
        return rewriter.rewritten()
    }

    static func read(_ bytes: [UInt8]) -> Document {
        var document = bytes.withUnsafeBufferPointer {
            CMarkTree(parsing: $0).flattened(sizeOfText: bytes.count)
        }
        document.work = bytes.count
        return document
    }
}

/// A text that was read, with its tables found and their cells read.
struct Part {
    let document: Document
    private let finder: TableFinder?
    /// The cells of all tables, a paragraph each, in the order of their lines.
    let cells: Document
    let cellPlaces: MiniDocument
    /// Of a table by its first line: the place of its first cell among all.
    private let firstCells: [Int: Int]
    /// Of each cell: its paragraph in `cells`.
    let cellParagraphs: [NodeIndex]
    /// Where the text comes from, where it is a piece of another.
    let mini: MiniDocument?
    /// Bytes that libcmark was given.
    let work: Int

    /// Reads until no table is left: what follows a table may hold another. Each reading ends one at least in
    /// each paragraph that has any, so few are needed; a text made to need more keeps the rest as it is.
    private static let mostReadings = 8

    /// What a cell's text begins with, so that no block begins there: a control character and a space.
    static let cellMark: [UInt8] = [0x01, 0x20]

    init(reading bytes: [UInt8], as first: Document, hasTables: Bool, mini: MiniDocument?) {
        self.mini = mini
        var document = first
        var work = first.work
        var finder = hasTables ? TableFinder(bytes) : nil
        for _ in 0..<Self.mostReadings {
            guard finder?.find(in: document) == true, let changed = finder?.bytes else { break }
            document = DialectParser.read(changed)
            work += document.work
        }
        self.document = document
        self.finder = finder
        var places = MiniDocument()
        var firstCells: [Int: Int] = [:]
        var count = 0
        for (line, table) in (finder?.tables ?? [:]).sorted(by: { $0.key < $1.key }) {
            firstCells[line] = count
            for row in table.rows {
                for cell in row.cells {
                    guard let finder else { continue }
                    let column = finder.column(of: cell, line: row.line)
                    places.append(
                        line: Self.cellMark + finder.text(of: cell), from: row.line,
                        movedBy: column - 1 - Self.cellMark.count)
                    places.append(line: [], from: 0, movedBy: 0)
                    count += 1
                }
            }
        }
        cellPlaces = Self.completed(places, count: count, with: bytes)
        cells = count == 0 ? .empty : DialectParser.read(cellPlaces.bytes)
        cellParagraphs = count == 0 ? [] : Array(cells.children(of: 0).prefix(count))
        self.firstCells = firstCells
        self.work = work + cells.work
    }

    private static func completed(_ cells: MiniDocument, count: Int, with bytes: [UInt8]) -> MiniDocument {
        guard count > 0, cells.bytes.contains(UInt8(ascii: "[")) else { return cells }
        var cells = cells
        cells.append(definitionsOf: bytes)
        return cells
    }

    var hasTables: Bool { !firstCells.isEmpty }

    var isShallow: Bool {
        document.deepest.depth <= Parser.deepestNesting && cells.deepest.depth <= Parser.deepestNesting
    }

    /// The table whose place an HTML block holds, with its first cell's place among all.
    func table(at node: Node) -> (table: FoundTable, firstCell: Int)? {
        let line = Int(node.place.startLine)
        guard let table = finder?.tables[line], let first = firstCells[line] else { return nil }
        return (table, first)
    }

    /// Whether an HTML block only holds the place of a table's line.
    func isHidden(_ node: Node) -> Bool { finder?.hidden.contains(Int(node.place.startLine)) ?? false }
}

extension Document {
    public func children(of index: NodeIndex) -> [NodeIndex] {
        var children: [NodeIndex] = []
        var child = index + 1
        while child < Int(nodes[index].end) {
            children.append(child)
            child = Int(nodes[child].end)
        }
        return children
    }
}
