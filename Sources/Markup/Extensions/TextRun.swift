/// Text that stands together, though libcmark cut it at each bracket: with line breaks as they were.
struct TextRun {
    private(set) var bytes: [UInt8] = []
    /// Where each piece begins in `bytes`, and where that is in the source.
    private var pieces: [(offset: Int, place: Node.Place)] = []
    let before: UInt8
    let after: UInt8
    var isInLink = false

    init(
        _ nodes: ArraySlice<NodeIndex>, _ origin: Rewriter.Origin, skipping: Int, before: UInt8, after: UInt8
    ) {
        self.before = before
        self.after = after
        for index in nodes {
            let node = origin.document.nodes[index]
            pieces.append((bytes.count, origin.place(node)))
            if node.kind == .softBreak {
                bytes.append(UInt8(ascii: "\n"))
            } else {
                bytes += origin.document.bytes(node.text)
            }
        }
        if skipping > 0 { skip(min(skipping, bytes.count)) }
    }

    private mutating func skip(_ count: Int) {
        bytes.removeFirst(count)
        let last = pieces.lastIndex { $0.offset <= count } ?? 0
        var moved = pieces[last...].map { (offset: $0.offset - count, place: $0.place) }
        if let first = moved.first, first.offset < 0 {
            moved[0].place.startColumn += UInt32(-first.offset)
            moved[0].offset = 0
        }
        pieces = moved
    }

    /// Where bytes of the run stand in the source.
    func place(of range: Range<Int>) -> Node.Place {
        let start = position(of: range.lowerBound)
        let end = position(of: max(range.lowerBound, range.upperBound - 1))
        return Node.Place(
            startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
    }

    private func position(of offset: Int) -> (line: UInt32, column: UInt32) {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return (1, 1) }
        let piece = pieces[low - 1]
        return (piece.place.startLine, piece.place.startColumn + UInt32(offset - piece.offset))
    }
}
