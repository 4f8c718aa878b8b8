/// A text that somebody wrote, and where it stands in the site's folder.
public struct SourceFile: Sendable {
    /// Relative to the site's folder, with '/' between the parts: `Content/safety/heart.md`.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The bytes of a line, counted from 1, without its line break. Empty past the end.
    public func line(_ number: Int) -> ArraySlice<UInt8> {
        var start = 0
        var current = 1
        while current < number, let lineBreak = endOfLine(from: start) {
            start = lineBreak + 1
            current += 1
        }
        guard current == number else { return [] }
        var end = endOfLine(from: start) ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return bytes[start..<end]
    }

    private func endOfLine(from start: Int) -> Int? {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    }
}

/// A place in a text. Both count from 1; columns count UTF-8 bytes.
public struct Position: Sendable, Hashable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: Position, b: Position) -> Bool {
        a.line == b.line ? a.column < b.column : a.line < b.line
    }
}

/// A stretch of text: from `start` up to, but without, `end`.
public struct SourceRange: Sendable, Hashable {
    public var start: Position
    public var end: Position

    public init(_ start: Position, _ end: Position) {
        self.start = start
        self.end = max(start, end)
    }

    /// A stretch of one line.
    public init(line: Int, column: Int, length: Int = 1) {
        self.init(Position(line: line, column: column), Position(line: line, column: column + length))
    }

    /// What concerns a whole file stands at its beginning.
    public static let startOfFile = SourceRange(line: 1, column: 1, length: 0)

    /// The same stretch, further down.
    func moved(right columns: Int) -> SourceRange {
        SourceRange(
            Position(line: start.line, column: start.column + columns),
            Position(line: end.line, column: end.column + columns))
    }

    public func moved(down lines: Int) -> SourceRange {
        SourceRange(
            Position(line: start.line + lines, column: start.column),
            Position(line: end.line + lines, column: end.column))
    }
}
