/// What a page says, as lines: a heading after `#`, with its anchor after a tab where that is not what the
/// heading's words make; any other line is a passage under the heading above it.
public struct PageText: Sendable {
    private(set) var bytes: [UInt8] = []

    public init() {}

    /// Its lines, as they are stored.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func addHeading(_ text: [UInt8], anchor: String) {
        let line = startLine()
        bytes.append(UInt8(ascii: "#"))
        let start = bytes.count
        append(text)
        if bytes.count == start { return bytes.removeLast(start - line) }
        if SimpleSlug.make(bytes[start...]) != Array(anchor.utf8) {
            bytes.append(UInt8(ascii: "\t"))
            append(Array(anchor.utf8))
        }
    }

    public mutating func addPassage(_ text: [UInt8]) {
        let line = startLine()
        if text.first == UInt8(ascii: "#") { bytes.append(UInt8(ascii: " ")) }
        let start = bytes.count
        append(text)
        if bytes.count == start { bytes.removeLast(start - line) }
    }

    /// - Returns: where the text ended.
    private mutating func startLine() -> Int {
        let end = bytes.count
        if end > 0 { bytes.append(UInt8(ascii: "\n")) }
        return end
    }

    /// One space for any white space, none at the ends.
    private mutating func append(_ text: [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        let end = bytes.withUnsafeMutableBufferPointer { bytes in
            let clean = Self.cleanEnd(of: bytes, from: start)
            return clean == bytes.count ? clean : Self.closeRanks(of: bytes, from: start, at: clean)
        }
        bytes.removeLast(bytes.count - end)
    }

    /// How far no two spaces meet: most passages are so to their ends.
    private static func cleanEnd(of bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
        var wasSpace = true
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if isSpace(byte) {
                if wasSpace { return place }
                bytes[place] = UInt8(ascii: " ")
                wasSpace = true
            } else {
                wasSpace = false
                place += cleanBlocks(of: bytes, after: place)
            }
            place += 1
        }
        // A space at the end is one too many.
        return wasSpace && bytes.count > start ? bytes.count - 1 : bytes.count
    }

    /// How many bytes after a place, eight at a time, hold no white space but single spaces, the last of them a letter.
    @inline(__always)
    private static func cleanBlocks(of bytes: UnsafeMutableBufferPointer<UInt8>, after place: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var end = place + 1
        while end + 8 <= bytes.count, bytes[end + 7] > UInt8(ascii: " ") {
            let block = raw.loadUnaligned(fromByteOffset: end, as: UInt64.self)
            let before = raw.loadUnaligned(fromByteOffset: end - 1, as: UInt64.self)
            let noControls = (block &- spaces) & ~block & highBits == 0
            let noPairs = hasNoZero((block ^ spaces) | (before ^ spaces))
            guard noControls, noPairs, hasNoZero(block ^ deletes) else { break }
            end += 8
        }
        return end - place - 1
    }

    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let spaces: UInt64 = 0x2020_2020_2020_2020
    private static let deletes: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// Whether none of eight bytes is 0. Source: S. E. Anderson, *Bit Twiddling Hacks*, 'Determine if a word has a zero
    /// byte'; below 0x20 by the same reasoning.
    @inline(__always)
    private static func hasNoZero(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & highBits == 0
    }

    /// - Parameter place: a space that does not stay.
    /// - Returns: where the text ends.
    private static func closeRanks(
        of bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, at place: Int
    ) -> Int {
        var end = place
        if end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var isApart = end > start
        for place in place..<bytes.count {
            if isSpace(bytes[place]) {
                isApart = end > start
                continue
            }
            if isApart {
                bytes[end] = UInt8(ascii: " ")
                end += 1
                isApart = false
            }
            bytes[end] = bytes[place]
            end += 1
        }
        return end
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }
}

extension PageText {
    struct Line {
        let bytes: Range<Int>
        let isHeading: Bool

        /// Without the mark of a heading, and without its anchor.
        func text(in buffer: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
            guard isHeading else { return UnsafeBufferPointer(rebasing: buffer[bytes]) }
            let tab = buffer[bytes].firstIndex(of: UInt8(ascii: "\t")) ?? bytes.upperBound
            return UnsafeBufferPointer(rebasing: buffer[(bytes.lowerBound + 1)..<tab])
        }
    }

    static func lines(of buffer: UnsafeBufferPointer<UInt8>) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < buffer.count {
            let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
            lines.append(Line(bytes: start..<end, isHeading: buffer[start] == UInt8(ascii: "#")))
            start = end + 1
        }
        return lines
    }

    /// The text, or what of it a reader needs most: what the page says first, headings, and the beginnings of
    /// what stands under them.
    ///
    /// - Parameter limit: bytes to keep, about.
    func cut(to limit: Int) -> [UInt8] { Self.cut(bytes, to: limit) }

    static func cut(_ bytes: [UInt8], to limit: Int) -> [UInt8] {
        if bytes.count <= limit { return bytes }
        return bytes.withUnsafeBufferPointer { buffer in
            var cutter = TextCutter(buffer, limit: limit)
            return cutter.cut()
        }
    }
}

/// Chooses the lines of a page to keep, and how much of each.
private struct TextCutter {
    /// Bytes of what the page says first, and of each other passage in the first round.
    private static let (first, other) = (160, 110)

    private let buffer: UnsafeBufferPointer<UInt8>
    private let lines: [PageText.Line]
    private var kept: [Int]
    private var left: Int
    private let limit: Int

    init(_ buffer: UnsafeBufferPointer<UInt8>, limit: Int) {
        self.buffer = buffer
        self.limit = limit
        lines = PageText.lines(of: buffer)
        kept = [Int](repeating: 0, count: lines.count)
        left = limit
    }

    mutating func cut() -> [UInt8] {
        if let lead = lines.firstIndex(where: { !$0.isHeading }),
            !lines[..<lead].contains(where: \.isHeading)
        {
            keep(lead, min(Self.first, limit / 2))
        }
        let forHeadings = limit / 2
        for index in lines.indices where lines[index].isHeading && limit - left < forHeadings {
            keep(index, .max)
        }
        // The first passage under each heading, then the second, then whole passages while there is room.
        for round in 0..<2 {
            var passage = 0
            for index in lines.indices {
                passage = lines[index].isHeading ? 0 : passage + 1
                if passage == round + 1 { keep(index, Self.other) }
            }
        }
        for index in lines.indices where !lines[index].isHeading { keep(index, .max) }
        return joined()
    }

    private mutating func keep(_ index: Int, _ most: Int) {
        let length = lines[index].bytes.count
        let wanted = min(length, most)
        guard wanted > kept[index], left > 0 else { return }
        let more = wanted - kept[index]
        if more > left, lines[index].isHeading || left < 40 { return }
        let taken = min(more, left)
        kept[index] += taken
        left -= taken
    }

    private func joined() -> [UInt8] {
        var bytes: [UInt8] = []
        for index in lines.indices where kept[index] > 0 {
            let end = wordEnd(in: lines[index].bytes, kept[index])
            if end == lines[index].bytes.lowerBound { continue }
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
            bytes.append(contentsOf: buffer[lines[index].bytes.lowerBound..<end])
            if end < lines[index].bytes.upperBound { bytes.append(contentsOf: "…".utf8) }
        }
        return bytes
    }

    /// Where to cut: after a word, and within no character.
    private func wordEnd(in line: Range<Int>, _ count: Int) -> Int {
        let end = line.lowerBound + count
        if end == line.upperBound { return end }
        if let space = buffer[line.lowerBound..<end].lastIndex(of: UInt8(ascii: " ")), space > line.lowerBound
        {
            return space
        }
        var place = end
        while place > line.lowerBound, buffer[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }
}

/// Anchors and addresses that need not be stored, since the words make them.
enum SimpleSlug {
    static func make(_ text: String) -> String {
        String(decoding: make(Array(text.utf8)[...]), as: UTF8.self)
    }

    static func make(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var slug: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                slug.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
            case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
            default: break
            }
        }
        return slug
    }
}
