import Markup

/// Where the lines of a text begin: from a byte to the line and column that people count.
struct LineTable: Sendable {
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        self.starts = starts
    }

    func position(_ offset: Int) -> Position {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return Position(line: low + 1, column: offset - starts[low] + 1)
    }

    /// The bytes of a stretch, none of them past `count`.
    func offsets(of range: SourceRange, upTo count: Int) -> Range<Int> {
        func offset(_ position: Position) -> Int {
            min(count, starts[min(max(position.line, 1), starts.count) - 1] + max(position.column, 1) - 1)
        }
        let start = offset(range.start)
        return start..<max(start, offset(range.end))
    }

    func range(_ bytes: Range<Int>) -> SourceRange {
        SourceRange(position(bytes.lowerBound), position(bytes.upperBound))
    }
}
