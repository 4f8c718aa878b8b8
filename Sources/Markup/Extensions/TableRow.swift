/// How a column of a table is set.
public enum TableAlignment: UInt8, Sendable {
    case none, left, center, right

    /// The word for it in HTML.
    var name: StaticString {
        switch self {
        case .none: ""
        case .left: "left"
        case .center: "center"
        case .right: "right"
        }
    }
}

/// The cells of one line of a table, as byte ranges of the line.
///
/// Source: GitHub Flavored Markdown 0.29, section 4.10.
struct TableRow {
    let cells: [Range<Int>]

    /// Cuts at each pipe that no backslash stands before. One at either end only bounds the row.
    init(_ line: ArraySlice<UInt8>) {
        var start = line.startIndex
        var end = line.endIndex
        while start < end, ASCII.isSpace(line[start]) { start += 1 }
        while end > start, ASCII.isSpace(line[end - 1]) { end -= 1 }
        if start < end, line[start] == UInt8(ascii: "|") { start += 1 }
        var cells: [Range<Int>] = []
        var cell = start
        var index = start
        while index < end {
            if line[index] == UInt8(ascii: "\\"), index + 1 < end {
                index += line[index + 1] == UInt8(ascii: "|") || line[index + 1] == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            if line[index] == UInt8(ascii: "|") {
                cells.append(Self.trimmed(cell..<index, line))
                cell = index + 1
            }
            index += 1
        }
        // What follows the last pipe is a cell, unless it is nothing.
        if cell < end || cells.isEmpty && start < end { cells.append(Self.trimmed(cell..<end, line)) }
        self.cells = cells
    }

    private static func trimmed(_ range: Range<Int>, _ line: ArraySlice<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, ASCII.isSpace(line[start]) { start += 1 }
        while end > start, ASCII.isSpace(line[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The columns of a delimiter row (`| :-- | --: |`), or `nil` where the line is none.
    static func alignments(_ line: ArraySlice<UInt8>) -> [TableAlignment]? {
        let allowed = line.allSatisfy { $0 == 0x7C || $0 == 0x3A || $0 == 0x2D || ASCII.isSpace($0) }
        guard allowed, line.contains(UInt8(ascii: "-")) else { return nil }
        var alignments: [TableAlignment] = []
        for cell in TableRow(line).cells {
            var text = line[cell]
            let isLeft = text.first == UInt8(ascii: ":")
            if isLeft { text = text.dropFirst() }
            let isRight = text.last == UInt8(ascii: ":")
            if isRight { text = text.dropLast() }
            guard !text.isEmpty, text.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft ? isRight ? .center : .left : isRight ? .right : .none)
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// A cell's text for the inline parser: a backslash before a pipe is the table's, and goes.
    static func text(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(cell.count)
        var index = cell.startIndex
        while index < cell.endIndex {
            if cell[index] == UInt8(ascii: "\\"), index + 1 < cell.endIndex,
                cell[index + 1] == UInt8(ascii: "|")
            {
                index += 1
            }
            text.append(cell[index])
            index += 1
        }
        return text
    }
}
