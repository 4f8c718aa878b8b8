import Markup

/// A paragraph, heading, cell or line as a reader sees it: no mark-up, one space for any white space, straight
/// quotes, plain hyphens. Rules about words are held against it.
struct ProseBlock: Sendable {
    enum Kind: Sendable, Equatable {
        case paragraph
        case heading(level: Int)
        case item
        case cell
        /// The words for a picture.
        case alternative
        /// A line of the front matter, by its key.
        case field(FrontMatter.Key)
        /// A value of a finding or a figure, by its key.
        case data
    }

    var kind: Kind
    let text: String
    /// Every rule goes through them, so they are found once.
    let sentences: [Sentence]
    /// The list it stands in, as a number of its own; `nil` outside of lists.
    var list: Int?
    var alert: Alert?
    /// Within a quotation.
    var isQuoted = false
    /// Where sources are cited, in bytes of the text.
    var citations: [(offset: Int, ids: [String])] = []
    var source: ProseSource

    init(kind: Kind, text: String, source: ProseSource) {
        (self.kind, self.text, self.source) = (kind, text, source)
        sentences = Sentences.ranges(in: text).map {
            Sentence(range: $0, words: ProseWord.all(of: text, in: $0))
        }
    }

    var isHeading: Bool { if case .heading = kind { true } else { false } }

    /// Where in the file a stretch of the text stands.
    func place(of range: Range<String.Index>) -> SourceRange {
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
        return source.place(of: start..<end, in: text)
    }

    var wholePlace: SourceRange { source.whole }
}

/// Where the words of a block come from.
struct ProseSource: Sendable {
    /// The block's own place in the file.
    let whole: SourceRange
    /// The lines that it stands in, mark-up and all; empty where only `whole` is known.
    let written: ArraySlice<UInt8>
    /// The first of those lines, in the file.
    let line: Int
    /// Where in them the block begins.
    private let start: Int

    init(whole: SourceRange, written: ArraySlice<UInt8> = [], line: Int = 0, from start: Int? = nil) {
        (self.whole, self.written, self.line) = (whole, written, line)
        self.start = start ?? written.startIndex
    }

    /// Goes through what is written and what is read side by side: what is not read is mark-up.
    func place(of range: Range<Int>, in text: String) -> SourceRange {
        var alignment = Alignment(written[self.start...])
        var start: Int?
        for (offset, byte) in text.utf8.enumerated() {
            if offset == range.upperBound { break }
            guard let found = alignment.find(byte) else { return whole }
            if offset == range.lowerBound { start = found }
        }
        guard let start, let end = alignment.last else { return whole }
        let (from, to) = (position(of: start), position(of: end))
        return SourceRange(from, Position(line: to.line, column: to.column + 1))
    }

    private func position(of index: Int) -> Position {
        let before = written[..<index]
        let lines = before.count { $0 == UInt8(ascii: "\n") }
        let begin = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? written.startIndex
        return Position(line: line + lines, column: index - begin + 1)
    }
}

/// A place in Markdown that moves on with each byte that is read.
private struct Alignment {
    private let written: ArraySlice<UInt8>
    private var next: Int
    private(set) var last: Int?

    init(_ written: ArraySlice<UInt8>) {
        self.written = written
        next = written.startIndex
    }

    /// Where the byte stands that a reader sees next; `nil` where it cannot be found.
    mutating func find(_ byte: UInt8) -> Int? {
        while next < written.endIndex {
            if let end = unread(at: next) {
                next = end
                continue
            }
            let candidate = next
            next += 1
            if Self.isSame(written[candidate], byte) {
                // One character in typographers' quotes, spaces and hyphens is one byte as a reader sees it.
                while written[candidate] >= 0x80, byte < 0x80, next < written.endIndex,
                    written[next] & 0xC0 == 0x80
                {
                    next += 1
                }
                last = candidate
                return candidate
            }
        }
        return nil
    }

    /// One past a citation or a link's destination that begins here.
    private func unread(at index: Int) -> Int? {
        let rest = written[index...]
        if rest.starts(with: "](".utf8) { return rest.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } }
        if rest.starts(with: "[@".utf8) { return rest.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } }
        return nil
    }

    private static func isSame(_ written: UInt8, _ read: UInt8) -> Bool {
        if written == read { return true }
        switch read {
        case UInt8(ascii: " "): return written <= 0x20 || written == 0xC2 || written == 0xE2
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "-"):
            return written == 0xE2 || written == 0xC2
        default: return false
        }
    }
}
