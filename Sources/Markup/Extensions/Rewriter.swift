/// Writes a document anew with the dialect's nodes in it.
///
/// It recurses: texts nested deeper than `Parser.deepestNesting` do not get here.
struct Rewriter {
    let body: Part
    let marks: Marks
    let alerts: Set<Alert>
    let escapes: EscapedMarks
    var builder: DocumentBuilder
    private(set) var footnotes = FootnoteBook()

    init(body: Part, marks: Marks, alerts: Set<Alert>, escapes: EscapedMarks) {
        self.body = body
        self.marks = marks
        self.alerts = alerts
        self.escapes = escapes
        builder = DocumentBuilder(text: body.document.text, capacity: body.document.nodes.count + 64)
    }

    /// A document that is being rewritten, and where its text stands in the new one's.
    struct Origin {
        let document: Document
        /// What its slices are moved by.
        let textOffset: UInt32
        let part: Part?
        let mini: MiniDocument?
        /// Of the cells of tables: each cell's paragraph.
        var cellParagraphs: [NodeIndex] = []

        func place(_ node: Node) -> Node.Place { mini?.original(node.place) ?? node.place }
    }

    mutating func addFootnotes(_ definitions: [FootnoteDefinition], source: [UInt8]) {
        footnotes = FootnoteBook(definitions, source: source, hasTables: marks.tables)
    }

    mutating func rewritten() -> Document {
        let offset: UInt32 = 0
        let origin = Origin(document: body.document, textOffset: offset, part: body, mini: body.mini)
        let cells = cellOrigin(of: body)
        builder.enter(body.document.nodes[0])
        emitChildren(of: 0, origin, cells)
        emitFootnotes()
        builder.leave()
        builder.problems += footnotes.unusedProblems
        builder.work += body.work + footnotes.part.work
        return builder.finished()
    }

    private mutating func cellOrigin(of part: Part) -> Origin {
        let offset = builder.adopt(part.cells.text)
        return Origin(
            document: part.cells, textOffset: offset, part: nil, mini: part.cellPlaces,
            cellParagraphs: part.cellParagraphs)
    }

    private mutating func emitChildren(of index: NodeIndex, _ origin: Origin, _ cells: Origin) {
        for child in origin.document.children(of: index) { emitBlock(child, origin, cells) }
    }

    private mutating func emitBlock(_ index: NodeIndex, _ origin: Origin, _ cells: Origin) {
        let node = origin.document.nodes[index]
        switch node.kind {
        case .htmlBlock:
            if let (table, first) = origin.part?.table(at: node) {
                emit(table, firstCell: first, at: origin.place(node), cells)
            } else if origin.part?.isHidden(node) != true {
                builder.leaf(restored(moved(node, origin)))
            }
        case .codeBlock, .thematicBreak: builder.leaf(restored(moved(node, origin)))
        case .blockQuote:
            if marks.alerts, let alert = alert(index, in: origin) {
                emit(alert, index, origin, cells)
            } else {
                builder.enter(moved(node, origin))
                emitChildren(of: index, origin, cells)
                builder.leave()
            }
        case .item:
            builder.enter(moved(node, origin))
            let children = origin.document.children(of: index)
            for (place, child) in children.enumerated() {
                if place == 0, marks.tasks, let isTicked = taskMark(child, in: origin) {
                    emitTask(child, isTicked: isTicked, origin)
                } else {
                    emitBlock(child, origin, cells)
                }
            }
            builder.leave()
        case .paragraph: emitText(index, origin)
        case .heading: emitHeading(index, origin)
        default:
            builder.enter(moved(node, origin))
            emitChildren(of: index, origin, cells)
            builder.leave()
        }
    }

    private mutating func emitText(_ index: NodeIndex, _ origin: Origin) {
        builder.enter(moved(origin.document.nodes[index], origin))
        emitInlines(origin.document.children(of: index)[...], origin, InlineSurroundings())
        builder.leave()
    }

    /// A heading, with the id that its writer pinned to it: `## Words {#id}`.
    private mutating func emitHeading(_ index: NodeIndex, _ origin: Origin) {
        let start = builder.count
        emitText(index, origin)
        guard marks.braces, builder.count > start + 1, builder[builder.count - 1].kind == .text else {
            return
        }
        let last = builder.count - 1
        let words = builder.text[builder[last].text.range]
        guard words.last == UInt8(ascii: "}"), let brace = words.lastIndex(of: UInt8(ascii: "{")),
            words[brace...].dropFirst().first == UInt8(ascii: "#")
        else { return }
        let id = words[(brace + 2)...].dropLast()
        let isName =
            !id.isEmpty
            && id.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_.:".utf8.contains(byte)
            }
        guard isName else { return }
        var rest = words[..<brace]
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
        let slice = builder[last].text
        builder[last].text = Node.Slice(offset: slice.offset, count: UInt32(rest.count))
        builder[start].title = Node.Slice(
            offset: slice.offset + UInt32(id.startIndex - words.startIndex), count: UInt32(id.count))
    }

    /// Code and HTML with the backslashes that were set aside.
    private mutating func restored(_ node: Node) -> Node {
        if escapes.isNone { return node }
        var node = node
        node.text = builder.store(escapes.restored(builder.text[node.text.range], isCode: true))
        node.title = builder.store(escapes.restored(builder.text[node.title.range], isCode: false))
        return node
    }

    /// A node as the new document has it: slices and place moved.
    func moved(_ node: Node, _ origin: Origin) -> Node {
        var node = node
        node.text.offset += origin.textOffset
        node.title.offset += origin.textOffset
        node.place = origin.place(node)
        return node
    }
}

extension Rewriter {
    private mutating func emit(_ table: FoundTable, firstCell: Int, at place: Node.Place, _ cells: Origin) {
        let paragraphs = cells.cellParagraphs
        var node = Node(.table)
        node.place = place
        builder.enter(node)
        var cell = firstCell
        for (number, row) in table.rows.enumerated() {
            var rowNode = Node(.tableRow)
            rowNode.isTight = number == 0
            rowNode.place = Node.Place(
                startLine: UInt32(row.line), startColumn: 1, endLine: UInt32(row.line), endColumn: 1)
            builder.enter(rowNode)
            for column in table.alignments.indices {
                var cellNode = Node(.tableCell)
                cellNode.level = table.alignments[column].rawValue
                cellNode.isTight = number == 0
                cellNode.place = rowNode.place
                builder.enter(cellNode)
                if column < row.cells.count {
                    let paragraph = paragraphs[cell]
                    let isEmpty = row.cells[column].isEmpty
                    emitInlines(
                        cells.document.children(of: paragraph)[...], cells, InlineSurroundings(),
                        skipping: isEmpty ? 1 : Part.cellMark.count)
                    cell += 1
                }
                builder.leave()
            }
            builder.leave()
        }
        builder.leave()
    }

    /// The alert that a block quote is, if its first line says so.
    private func alert(_ index: NodeIndex, in origin: Origin) -> Alert? {
        guard let paragraph = origin.document.children(of: index).first,
            origin.document.nodes[paragraph].kind == .paragraph
        else { return nil }
        var line: [UInt8] = []
        for child in origin.document.children(of: paragraph) {
            let node = origin.document.nodes[child]
            if node.kind == .softBreak || node.kind == .lineBreak { break }
            guard node.kind == .text else { return nil }
            line += origin.document.bytes(node.text)
        }
        return Alert.marker(line).flatMap { alerts.contains($0) ? $0 : nil }
    }

    private mutating func emit(_ alert: Alert, _ index: NodeIndex, _ origin: Origin, _ cells: Origin) {
        var node = Node(.alert)
        node.level = alert.rawValue
        node.place = origin.place(origin.document.nodes[index])
        builder.enter(node)
        for (place, child) in origin.document.children(of: index).enumerated() {
            if place > 0 {
                emitBlock(child, origin, cells)
                continue
            }
            let inlines = origin.document.children(of: child)
            let first = inlines.firstIndex {
                [.softBreak, .lineBreak].contains(origin.document.nodes[$0].kind)
            }
            guard let first, first + 1 < inlines.count else { continue }
            builder.enter(moved(origin.document.nodes[child], origin))
            emitInlines(inlines[(first + 1)...], origin, InlineSurroundings())
            builder.leave()
        }
        builder.leave()
    }

    /// `[ ]` or `[x]`, and white space, at the beginning of an item's paragraph.
    private func taskMark(_ paragraph: NodeIndex, in origin: Origin) -> Bool? {
        guard origin.document.nodes[paragraph].kind == .paragraph else { return nil }
        var text: [UInt8] = []
        for child in origin.document.children(of: paragraph) {
            guard origin.document.nodes[child].kind == .text, text.count < 4 else { break }
            text += origin.document.bytes(origin.document.nodes[child].text)
        }
        guard text.count >= 4, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
            ASCII.isSpace(text[3])
        else {
            return nil
        }
        switch text[1] {
        case UInt8(ascii: " "): return false
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
        default: return nil
        }
    }

    private mutating func emitTask(_ paragraph: NodeIndex, isTicked: Bool, _ origin: Origin) {
        builder.enter(moved(origin.document.nodes[paragraph], origin))
        var mark = Node(.taskMarker)
        mark.level = isTicked ? 1 : 0
        mark.place = origin.place(origin.document.nodes[paragraph])
        builder.leaf(mark)
        emitInlines(origin.document.children(of: paragraph)[...], origin, InlineSurroundings(), skipping: 3)
        builder.leave()
    }

    /// All footnotes that are referred to, in the order of their numbers; those that footnotes refer to come
    /// after.
    private mutating func emitFootnotes() {
        guard footnotes.hasReferences else { return }
        let part = footnotes.part
        guard part.isShallow else { return }
        let origin = Origin(
            document: part.document, textOffset: builder.adopt(part.document.text), part: part,
            mini: part.mini)
        let cells = cellOrigin(of: part)
        var places: [(node: Int, footnote: Int)] = []
        builder.enter(Node(.footnotes))
        var next = 0
        while next < footnotes.order.count {
            let footnote = footnotes.order[next]
            var node = Node(.footnote)
            node.number = Int32(next + 1)
            node.text = builder.store(footnotes.label(footnote))
            places.append((builder.count, footnote))
            builder.enter(node)
            if let quote = footnotes.quote(of: footnote) { emitChildren(of: quote, origin, cells) }
            builder.leave()
            next += 1
        }
        builder.leave()
        for place in places { builder[place.node].start = Int32(footnotes.references(to: place.footnote)) }
    }

    /// A reference to a footnote, numbered; `nil` where no such footnote was written.
    mutating func footnoteReference(_ label: [UInt8]) -> Node? {
        guard let (footnote, number, occurrence) = footnotes.refer(to: label) else { return nil }
        var node = Node(.footnoteReference)
        node.text = builder.store(footnotes.label(footnote))
        node.number = Int32(number)
        node.start = Int32(occurrence)
        return node
    }
}
