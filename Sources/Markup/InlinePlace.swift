extension Document {
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
