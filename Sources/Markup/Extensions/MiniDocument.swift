/// Pieces of a text that are parsed apart from it, all at once: the cells of its tables, or its footnotes.
///
/// The definitions of links stand after them, so that references in them lead somewhere.
struct MiniDocument {
    private(set) var bytes: [UInt8] = []
    /// Of each line: the line it comes from, and what to add to its columns.
    private var origins: [(line: Int, columns: Int)] = []

    mutating func append(line text: some Collection<UInt8>, from line: Int, movedBy columns: Int) {
        bytes += text
        bytes.append(UInt8(ascii: "\n"))
        origins.append((line, columns))
    }

    /// Every line of a text that may be part of a link's definition: one that begins with a bracket and has
    /// `]:`, with the two after it. What is none after all makes paragraphs that nobody looks at.
    mutating func append(definitionsOf text: [UInt8]) {
        let lines = SourceLines(text)
        append(line: [], from: 0, movedBy: 0)
        var until = 0
        for number in 1...max(1, lines.count) {
            let line = lines.line(number)
            let trimmed = line.drop { ASCII.isSpace($0) || $0 == UInt8(ascii: ">") }
            if trimmed.first == UInt8(ascii: "["), Self.holdsDefinition(trimmed) {
                append(line: [], from: 0, movedBy: 0)
                until = number + 2
            }
            if number <= until { append(line: trimmed, from: 0, movedBy: 0) }
            if trimmed.isEmpty { until = 0 }
        }
    }

    private static func holdsDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        line.withUnsafeBufferPointer { ByteSearch.contains(UInt8(ascii: "]"), UInt8(ascii: ":"), in: $0) }
    }

    /// A place as the whole text has it.
    func original(_ place: Node.Place) -> Node.Place {
        guard let start = origin(place.startLine), let end = origin(place.endLine) else { return place }
        return Node.Place(
            startLine: UInt32(start.line), startColumn: Self.moved(place.startColumn, by: start.columns),
            endLine: UInt32(end.line), endColumn: Self.moved(place.endColumn, by: end.columns))
    }

    private func origin(_ line: UInt32) -> (line: Int, columns: Int)? {
        line >= 1 && line <= origins.count ? origins[Int(line) - 1] : nil
    }

    private static func moved(_ column: UInt32, by columns: Int) -> UInt32 {
        UInt32(max(1, Int(column) + columns))
    }
}
