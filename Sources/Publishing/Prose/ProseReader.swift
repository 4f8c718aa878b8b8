import Markup

/// Takes the prose out of a parsed text, block by block, in reading order.
struct ProseReader {
    private let document: Document
    private let source: ArraySlice<UInt8>
    private let linesAbove: Int
    private(set) var blocks: [ProseBlock] = []
    /// Where each line of the source begins.
    private let lineStarts: [Int]

    /// - Parameters:
    ///   - source: the text that was parsed.
    ///   - linesAbove: lines of the file above it.
    init(_ document: Document, source: ArraySlice<UInt8>, linesAbove: Int) {
        self.document = document
        self.source = source
        self.linesAbove = linesAbove
        lineStarts =
            [source.startIndex]
            + source.indices.lazy.filter { source[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        read()
    }

    private mutating func read() {
        for index in document.nodes.indices {
            switch document.nodes[index].kind {
            case .paragraph: add(index, surroundings(of: index).list == nil ? .paragraph : .item)
            case .heading: add(index, .heading(level: Int(document.nodes[index].level)))
            case .tableCell: add(index, .cell)
            case .image: addAlternative(index)
            default: break
            }
        }
    }

    private mutating func add(_ index: NodeIndex, _ kind: ProseBlock.Kind) {
        var text = ProseText()
        var citations: [(offset: Int, ids: [String])] = []
        var skipped = 0
        for inner in document.subtree(of: index) where inner >= skipped {
            let node = document.nodes[inner]
            switch node.kind {
            case .text, .code: text.append(document.bytes(node.text))
            case .softBreak, .lineBreak: text.appendSpace()
            case .image: skipped = Int(node.end)
            case .citation:
                let items = Citation.items(in: Array(document.bytes(node.text))) ?? []
                citations.append((text.byteCount, items.map(\.id)))
            default: break
            }
        }
        if text.text.isEmpty { return }
        let around = surroundings(of: index)
        var block = ProseBlock(kind: kind, text: text.text, source: place(of: index))
        block.list = around.list
        block.alert = around.alert
        block.isQuoted = around.isQuoted
        block.citations = citations
        blocks.append(block)
    }

    private mutating func addAlternative(_ index: NodeIndex) {
        var text = ProseText()
        text.append(document.plainText(of: index)[...])
        if text.text.isEmpty { return }
        let around = surroundings(of: index)
        var block = ProseBlock(
            kind: .alternative, text: text.text, source: place(of: document.block(around: index)))
        block.alert = around.alert
        blocks.append(block)
    }

    private func surroundings(of index: NodeIndex) -> (list: Int?, alert: Alert?, isQuoted: Bool) {
        var (list, alert, isQuoted): (Int?, Alert?, Bool) = (nil, nil, false)
        var node = Int(document.nodes[index].parent)
        while node > 0 {
            switch document.nodes[node].kind {
            case .item: list = list ?? Int(document.nodes[node].parent)
            case .alert: alert = alert ?? Alert(rawValue: document.nodes[node].level)
            case .blockQuote: isQuoted = true
            default: break
            }
            node = Int(document.nodes[node].parent)
        }
        return (list, alert, isQuoted)
    }

    private func place(of index: NodeIndex) -> ProseSource {
        let range = document.range(of: index)
        let first = max(1, range.start.line)
        let last = max(first, range.end.line)
        let whole = range.moved(down: linesAbove)
        guard last <= lineStarts.count else { return ProseSource(whole: whole) }
        let end = last < lineStarts.count ? lineStarts[last] - 1 : source.endIndex
        var start = lineStarts[first - 1]
        // Within a line of a table, the cell's own column; before it stand the other cells.
        if document.nodes[index].kind == .tableCell {
            start = min(end, start + max(0, range.start.column - 1))
        }
        return ProseSource(
            whole: whole, written: source[lineStarts[first - 1]..<end], line: first + linesAbove, from: start)
    }
}
