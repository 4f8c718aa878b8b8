import Markup

/// A paragraph, heading, cell or line as a reader sees it: no mark-up, one space for any white space, straight
/// quotes, plain hyphens. Rules about words are held against it.
struct ProseBlock: Sendable {
    enum Kind: Sendable, Equatable {
        case paragraph
        case heading(level: Int)
        case item
        case cell
        /// Code that is shown as it is written.
        case code
        /// The words for a picture, the caption under it, the title of a link.
        case alternative
        /// A line of the front matter, by its key.
        case field(FrontMatter.Key)
        /// A value of a finding or a figure.
        case data
    }

    var kind: Kind
    /// UTF-8.
    let bytes: [UInt8]
    /// Every rule goes through them, so they are found once.
    let sentences: [Sentence]
    /// The list and the item it stands in, as numbers of their own; `nil` outside of lists.
    var list: (list: Int, item: Int)?
    var alert: Alert?
    /// Within a quotation.
    var isQuoted = false
    /// What is emphasised or set as code, in bytes of the text.
    var marked: [Range<Int>] = []
    /// Where sources are cited, in bytes of the text.
    var citations: [(offset: Int, ids: [String])] = []
    var source: ProseSource

    init(kind: Kind, text: ProseText, source: ProseSource) {
        self.kind = kind
        bytes = text.bytes
        self.source = source
        sentences = Sentences.all(in: bytes)
    }

    var isHeading: Bool { if case .heading = kind { true } else { false } }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    var words: [ProseWord] { sentences.flatMap(\.words) }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func has(_ kinds: WordKinds) -> Bool { sentences.have(kinds) }

    /// Holds a web address.
    var hasAddress: Bool {
        bytes.indices.contains { bytes[$0] == UInt8(ascii: ":") && bytes[$0...].starts(with: "://".utf8) }
    }

    /// Where in the file a stretch of the text stands.
    func place(of range: Range<Int>) -> SourceRange { source.place(of: range, in: bytes) }

    var wholePlace: SourceRange { source.whole }

    /// Ids cited within a sentence, or right after its last mark.
    func citations(in sentence: Sentence) -> [String] {
        citations.filter {
            $0.offset > sentence.range.lowerBound && $0.offset <= sentence.range.upperBound + 1
        }
        .flatMap(\.ids)
    }

    var hasCitation: Bool { !citations.isEmpty }
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

    /// The same lines, read from the n-th image in them on.
    func fromImage(_ number: Int) -> ProseSource {
        var start = start
        for _ in 0...number {
            guard let next = written[start...].firstIndex(of: UInt8(ascii: "!"), before: UInt8(ascii: "["))
            else {
                return self
            }
            start = next + 2
        }
        return ProseSource(whole: whole, written: written, line: line, from: start)
    }

    /// The same lines, read from where a title stands in quotes.
    func fromTitle(_ title: ArraySlice<UInt8>) -> ProseSource {
        let opening: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")]
        let place = written[self.start...].indices.first { index in
            opening.contains(written[index]) && written[(index + 1)...].starts(with: title.prefix(8))
        }
        return ProseSource(whole: whole, written: written, line: line, from: place.map { $0 + 1 })
    }

    /// Goes through what is written and what is read side by side: what is not read is mark-up.
    func place(of range: Range<Int>, in text: [UInt8]) -> SourceRange {
        var alignment = Alignment(written[self.start...])
        var start: Int?
        for offset in 0..<min(range.upperBound, text.count) {
            guard let found = alignment.find(text[offset]) else { return whole }
            if offset == range.lowerBound { start = found }
        }
        guard let start, let end = alignment.end else { return whole }
        let (from, to) = (position(of: start), position(of: end - 1))
        return SourceRange(from, Position(line: to.line, column: to.column + 1))
    }

    private func position(of index: Int) -> Position {
        let before = written[..<index]
        let lines = before.count { $0 == UInt8(ascii: "\n") }
        let begin = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? written.startIndex
        return Position(line: line + lines, column: index - begin + 1)
    }
}

extension ArraySlice<UInt8> {
    /// Where a byte stands with another right after it.
    fileprivate func firstIndex(of byte: UInt8, before next: UInt8) -> Int? {
        indices.first { self[$0] == byte && $0 + 1 < endIndex && self[$0 + 1] == next }
    }
}
