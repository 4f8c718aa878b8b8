import Markup

/// Takes the prose out of a parsed text, block by block, in reading order.
struct ProseReader {
    private let document: Document
    private let source: ArraySlice<UInt8>
    private let linesAbove: Int
    private let showsHTML: Bool
    private(set) var blocks: [ProseBlock] = []
    /// Where each line of the source begins.
    private let lineStarts: [Int]

    /// - Parameters:
    ///   - source: the text that was parsed.
    ///   - linesAbove: lines of the file above it.
    ///   - showsHTML: raw HTML is not left out.
    init(_ document: Document, source: ArraySlice<UInt8>, linesAbove: Int, showsHTML: Bool = false) {
        self.document = document
        self.source = source
        self.linesAbove = linesAbove
        self.showsHTML = showsHTML
        lineStarts = Self.lineStarts(of: source)
        read()
    }

    private static func lineStarts(of source: ArraySlice<UInt8>) -> [Int] {
        var starts = [source.startIndex]
        source.withUnsafeBufferPointer { bytes in
            for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
                starts.append(source.startIndex + offset + 1)
            }
        }
        return starts
    }

    private mutating func read() {
        for index in document.nodes.indices {
            let node = document.nodes[index]
            switch node.kind {
            case .paragraph: add(index, .paragraph)
            case .heading: add(index, .heading(level: Int(node.level)))
            case .tableCell: add(index, .cell)
            case .image: addImage(index)
            case .link: if !node.title.isEmpty { addTitle(of: index) }
            case .codeBlock: addCode(index)
            case .htmlBlock: if showsHTML { addHTML(index) }
            default: break
            }
        }
    }

    private mutating func add(_ index: NodeIndex, _ kind: ProseBlock.Kind) {
        var text = ProseText()
        var citations: [(offset: Int, ids: [String])] = []
        var marked: [(node: NodeIndex, start: Int)] = []
        var ranges: [Range<Int>] = []
        var skipped = 0
        for inner in document.subtree(of: index) where inner >= skipped {
            let node = document.nodes[inner]
            while let last = marked.last, inner >= Int(document.nodes[last.node].end) {
                ranges.append(last.start..<text.bytes.count)
                marked.removeLast()
            }
            switch node.kind {
            case .text: text.append(document.bytes(node.text))
            case .code, .emphasis, .strong:
                marked.append((inner, text.bytes.count))
                if node.kind == .code { text.append(document.bytes(node.text)) }
            case .softBreak, .lineBreak: text.appendSpace()
            case .image: skipped = Int(node.end)
            case .citation:
                let items = Citation.items(in: Array(document.bytes(node.text))) ?? []
                citations.append((text.bytes.count, items.map(\.id)))
            default: break
            }
        }
        if text.bytes.isEmpty { return }
        var block = block(text, kind, at: index)
        if kind == .paragraph, block.list != nil { block.kind = .item }
        block.marked = ranges + marked.map { $0.start..<text.bytes.count }
        block.citations = citations
        blocks.append(block)
    }

    private func block(_ text: ProseText, _ kind: ProseBlock.Kind, at index: NodeIndex) -> ProseBlock {
        var block = ProseBlock(kind: kind, text: text, source: place(of: document.block(around: index)))
        var node = Int(document.nodes[index].parent)
        while node > 0 {
            switch document.nodes[node].kind {
            case .item: block.list = block.list ?? (Int(document.nodes[node].parent), node)
            case .alert: block.alert = block.alert ?? Alert(rawValue: document.nodes[node].level)
            case .blockQuote: block.isQuoted = true
            default: break
            }
            node = Int(document.nodes[node].parent)
        }
        return block
    }

    /// The words for those who do not see it, and those under it.
    private mutating func addImage(_ index: NodeIndex) {
        var text = ProseText()
        text.append(document.plainText(of: index)[...])
        let around = document.block(around: index)
        let number = document.subtree(of: around).count { $0 < index && document.nodes[$0].kind == .image }
        if !text.bytes.isEmpty {
            var block = block(text, .alternative, at: index)
            block.source = block.source.fromImage(number)
            blocks.append(block)
        }
        addTitle(of: index)
    }

    private mutating func addTitle(of index: NodeIndex) {
        var text = ProseText()
        text.append(document.bytes(document.nodes[index].title))
        if text.bytes.isEmpty { return }
        var block = block(text, .alternative, at: index)
        block.source = block.source.fromTitle(document.bytes(document.nodes[index].title))
        blocks.append(block)
    }

    private mutating func addCode(_ index: NodeIndex) {
        let node = document.nodes[index]
        if DataBlock.Name(rawValue: document.string(node.title)) != nil { return }
        var text = ProseText()
        text.append(document.bytes(node.text))
        if !text.bytes.isEmpty { blocks.append(block(text, .code, at: index)) }
    }

    /// What stands between the tags of raw HTML.
    private mutating func addHTML(_ index: NodeIndex) {
        let html = document.bytes(document.nodes[index].text)
        var text = ProseText()
        var rest = html
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            text.append(rest[..<open])
            let tag = rest[(open + 1)...]
            let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { ByteKind.isWord($0) }.map(ByteKind.small)
            if !Self.inlineTags.contains(String(decoding: name, as: UTF8.self)) { text.appendSpace() }
            let end: String = Self.unseen[name] ?? (tag.starts(with: "!--".utf8) ? "-->" : ">")
            rest = Self.after(end, in: tag)
        }
        text.append(rest)
        if !text.bytes.isEmpty { blocks.append(block(text, .cell, at: index)) }
    }

    /// What ends elements that nobody reads.
    private static let unseen: [[UInt8]: String] = [
        Array("style".utf8): "</style>", Array("script".utf8): "</script>",
    ]

    private static func after(_ end: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = Array(end.utf8)
        for index in bytes.indices where bytes[index] == end[0] && bytes[index...].starts(with: end) {
            return bytes[(index + end.count)...]
        }
        return []
    }

    private static let inlineTags: Set<String> = [
        "a", "abbr", "b", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u",
    ]

    private func place(of index: NodeIndex) -> ProseSource {
        let range = document.range(of: index)
        let first = max(1, range.start.line)
        let last = max(first, range.end.line)
        let whole = range.moved(down: linesAbove)
        guard last <= lineStarts.count else { return ProseSource(whole: whole) }
        let end = last < lineStarts.count ? lineStarts[last] - 1 : source.endIndex
        let start = min(end, lineStarts[first - 1] + max(0, range.start.column - 1))
        return ProseSource(
            whole: whole, written: source[lineStarts[first - 1]..<end], line: first + linesAbove, from: start)
    }
}
