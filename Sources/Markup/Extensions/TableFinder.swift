/// A table as its lines tell it.
struct FoundTable {
    let alignments: [TableAlignment]
    /// Head first, the delimiter row left out: the line's number, and its cells.
    var rows: [(line: Int, cells: [Range<Int>])]
    /// All its lines, the delimiter row too.
    var lines: ClosedRange<Int>
}

/// Finds tables in what libcmark took for paragraphs.
///
/// A table's lines are then put out of the text, each replaced by an HTML comment that ends a paragraph and
/// begins nothing, and libcmark reads the rest again: what follows a table is no longer the continuation of a
/// paragraph.
struct TableFinder {
    /// The text with the lines of tables replaced.
    private(set) var bytes: [UInt8]
    /// By the line that each begins in.
    private(set) var tables: [Int: FoundTable] = [:]
    /// Lines of tables other than their first.
    private(set) var hidden: Set<Int> = []
    private let lines: SourceLines

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = SourceLines(bytes)
    }

    /// Whether a text can hold a table at all: it has a pipe, or a colon beside a hyphen.
    static func isWorthwhile(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if ByteSearch.contains(UInt8(ascii: "|"), in: text) { return true }
        return ByteSearch.places(of: UInt8(ascii: ":"), in: text).contains { index in
            index + 1 < text.count && text[index + 1] == UInt8(ascii: "-")
                || index > 0 && text[index - 1] == UInt8(ascii: "-")
        }
    }

    /// Looks through a document; true where it found tables, so that the text has to be read again.
    mutating func find(in document: Document) -> Bool {
        var replacements: [(line: Int, start: Int)] = []
        for index in document.nodes.indices {
            let node = document.nodes[index]
            guard node.kind == .paragraph || node.kind == .heading else { continue }
            let (first, last) = (Int(node.place.startLine), min(Int(node.place.endLine), lines.count))
            guard first < last, hasDelimiterRow(first + 1...last) else { continue }
            let prefix = ContainerPrefix(of: index, in: document, lines)
            find(in: first...last, prefix, &replacements)
        }
        if replacements.isEmpty { return false }
        replace(replacements)
        return true
    }

    /// A quick look, before the containers are worked out.
    private func hasDelimiterRow(_ range: ClosedRange<Int>) -> Bool {
        range.contains { number in
            let line = lines.line(number).drop { ASCII.isSpace($0) || $0 == UInt8(ascii: ">") }
            guard let first = line.first else { return false }
            return (first == 0x7C || first == 0x3A || first == 0x2D) && TableRow.alignments(line) != nil
        }
    }

    private mutating func find(
        in range: ClosedRange<Int>, _ prefix: ContainerPrefix, _ replacements: inout [(line: Int, start: Int)]
    ) {
        var number = range.lowerBound + 1
        while number <= range.upperBound, !isUnderline(number, prefix) {
            guard let table = table(delimitedAt: number, last: range.upperBound, prefix) else {
                number += 1
                continue
            }
            tables[table.lines.lowerBound] = table
            for line in table.lines {
                if line > table.lines.lowerBound { hidden.insert(line) }
                if let cursor = prefix.cursor(in: lines.line(line), number: line) {
                    replacements.append((line, cursor.offset))
                }
            }
            // What follows is read again, and looked through then.
            return
        }
    }

    /// The line under a heading looks like the delimiter row of one column. libcmark 0.30 has a heading end a line later.
    private func isUnderline(_ number: Int, _ prefix: ContainerPrefix) -> Bool {
        guard let line = text(number, prefix)?.drop(while: ASCII.isSpace), let mark = line.first else {
            return false
        }
        let isMark = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=")
        return isMark && line.drop { $0 == mark }.allSatisfy(ASCII.isSpace)
    }

    private func table(delimitedAt number: Int, last: Int, _ prefix: ContainerPrefix) -> FoundTable? {
        guard tables[number - 1] == nil, !hidden.contains(number),
            let delimiters = text(number, prefix), let alignments = TableRow.alignments(delimiters),
            let head = text(number - 1, prefix)
        else { return nil }
        let cells = TableRow(head).cells
        guard cells.count == alignments.count else { return nil }
        var table = FoundTable(
            alignments: alignments, rows: [(number - 1, cells)], lines: number - 1...number)
        var next = number + 1
        while next <= last, let row = text(next, prefix), !Self.endsTable(row) {
            table.rows.append((next, Array(TableRow(row).cells.prefix(alignments.count))))
            table.lines = number - 1...next
            next += 1
        }
        return table
    }

    /// A line's text within the containers; `nil` where it lacks their marks or is indented like code.
    private func text(_ number: Int, _ prefix: ContainerPrefix) -> ArraySlice<UInt8>? {
        guard let cursor = prefix.cursor(in: lines.line(number), number: number), cursor.indentation < 4,
            !cursor.isBlank
        else { return nil }
        return cursor.rest
    }

    /// Whether a line begins a block that may not interrupt a paragraph, but does end a table.
    private static func endsTable(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop(while: ASCII.isSpace)
        guard let first = text.first else { return true }
        var end = text.endIndex
        while end > text.startIndex, ASCII.isSpace(text[end - 1]) { end -= 1 }
        let trimmed = text[..<end]
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
            if trimmed.count == 1 { return first != UInt8(ascii: "_") }
            let marks = trimmed.filter { !ASCII.isSpace($0) }
            return first != UInt8(ascii: "+") && marks.count >= 3 && marks.allSatisfy { $0 == first }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = trimmed.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            let rest = trimmed.dropFirst(digits.count)
            guard digits.count <= 9, let mark = rest.first,
                mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
            else {
                return false
            }
            return rest.count == 1 || ASCII.isSpace(rest[rest.startIndex + 1])
        case UInt8(ascii: "<"):
            // A tag alone on its line: the seventh kind of HTML block.
            return trimmed.last == UInt8(ascii: ">") && trimmed.count(where: { $0 == UInt8(ascii: "<") }) == 1
        default: return false
        }
    }

    private mutating func replace(_ replacements: [(line: Int, start: Int)]) {
        let current = SourceLines(bytes)
        var changed: [UInt8] = []
        changed.reserveCapacity(bytes.count)
        var next = 0
        let ordered = replacements.sorted { $0.line < $1.line }
        for number in 1...max(1, current.count) {
            let start = current.starts[number - 1]
            let end = number < current.count ? current.starts[number] : bytes.count
            if next < ordered.count, ordered[next].line == number {
                // The line's beginning is as it was: the offset counts from there.
                let kept = ordered[next].start - lines.starts[number - 1]
                changed += bytes[start..<start + kept]
                changed += "<!---->\n".utf8
                next += 1
            } else {
                changed += bytes[start..<end]
            }
        }
        bytes = changed
    }

    /// The text of a cell, ready for the inline parser.
    func text(of cell: Range<Int>) -> [UInt8] { TableRow.text(lines.bytes[cell]) }

    /// The column, from 1, that a cell begins in.
    func column(of cell: Range<Int>, line: Int) -> Int { cell.lowerBound - lines.starts[line - 1] + 1 }
}
