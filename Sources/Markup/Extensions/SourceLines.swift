/// A text's lines, and the ways to cut them.
struct SourceLines {
    let bytes: [UInt8]
    /// Where each line begins; the end of the text after the last.
    let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            for index in buffer.indices {
                let isBreak =
                    buffer[index] == UInt8(ascii: "\n")
                    || buffer[index] == UInt8(ascii: "\r")
                        && (index + 1 == buffer.count || buffer[index + 1] != UInt8(ascii: "\n"))
                if isBreak { starts.append(index + 1) }
            }
        }
        self.starts = starts
    }

    var count: Int { starts.count }

    /// A line, counted from 1, without its line break.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        guard number >= 1, number <= starts.count else { return [] }
        var end = number < starts.count ? starts[number] : bytes.count
        let start = starts[number - 1]
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return bytes[start..<end]
    }
}

/// A place in a line, by bytes and by columns: a tab reaches to the next multiple of four.
struct LineCursor {
    let line: ArraySlice<UInt8>
    private(set) var offset: Int
    private(set) var column = 0
    /// Columns of a tab that was entered and not left.
    private var restOfTab = 0

    init(_ line: ArraySlice<UInt8>) {
        self.line = line
        offset = line.startIndex
    }

    var current: UInt8? { offset < line.endIndex ? line[offset] : nil }

    var rest: ArraySlice<UInt8> { line[offset...] }

    /// Columns of white space from here.
    var indentation: Int {
        var cursor = self
        return cursor.skipSpaces(atMost: .max)
    }

    var isBlank: Bool { rest.allSatisfy(ASCII.isSpace) }

    /// Goes over white space, at most so many columns, and tells how many.
    @discardableResult
    mutating func skipSpaces(atMost limit: Int) -> Int {
        var skipped = 0
        while skipped < limit {
            if restOfTab > 0 {
                restOfTab -= 1
            } else if current == UInt8(ascii: " ") {
                offset += 1
            } else if current == UInt8(ascii: "\t") {
                restOfTab = 3 - column % 4
                offset += 1
            } else {
                break
            }
            column += 1
            skipped += 1
        }
        return skipped
    }

    mutating func skip(bytes count: Int) {
        offset += count
        column += count
    }
}
