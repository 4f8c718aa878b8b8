/// Something in a run of text that is no text.
enum RunItem {
    case tildes(canOpen: Bool, canClose: Bool)
    case autolink(prefix: StaticString)
    case footnote(label: [UInt8])
    case citation
    /// The words that a glossary shall not explain.
    case noTerm(Range<Int>)
}

/// Goes through a run of text once, from mark to mark.
struct RunScanner {
    let run: TextRun
    let marks: Marks
    private var position = 0
    private var textStart = 0
    /// Brackets that are open: no bare address is a link within them.
    private var brackets = 0

    init(run: TextRun, marks: Marks) {
        self.run = run
        self.marks = marks
    }

    /// What is left when nothing more is found.
    var rest: Range<Int> { textStart..<run.bytes.count }

    mutating func next(
        in text: UnsafeBufferPointer<UInt8>
    ) -> (before: Range<Int>, range: Range<Int>, item: RunItem)? {
        guard marks.inInlines else { return nil }
        while position < text.count {
            let byte = text[position]
            var found: (range: Range<Int>, item: RunItem)?
            switch byte {
            case UInt8(ascii: "~"): if marks.tildes { found = tildes(text) }
            case UInt8(ascii: "["):
                found = bracketed(text)
                if found == nil { brackets += 1 }
            case UInt8(ascii: "]"): brackets = max(0, brackets - 1)
            case UInt8(ascii: "w"): if marks.addresses { found = autolink(text) }
            case UInt8(ascii: ":"): if marks.addresses { found = autolink(text) }
            case UInt8(ascii: "@"): if marks.emails { found = autolink(text) }
            default: break
            }
            guard let found else {
                position += 1
                continue
            }
            let before = textStart..<found.range.lowerBound
            position = found.range.upperBound
            textStart = position
            return (before, found.range, found.item)
        }
        return nil
    }

    private func autolink(_ text: UnsafeBufferPointer<UInt8>) -> (range: Range<Int>, item: RunItem)? {
        guard !run.isInLink, brackets == 0 || text[position] == UInt8(ascii: "@"),
            let link = Autolink.find(at: position, in: text, from: textStart, before: run.before)
        else { return nil }
        return (link.range, .autolink(prefix: link.prefix))
    }

    /// One or two tildes; more are text.
    private mutating func tildes(_ text: UnsafeBufferPointer<UInt8>) -> (range: Range<Int>, item: RunItem)? {
        var end = position
        while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
        guard end - position <= 2 else {
            position = end - 1
            return nil
        }
        let before = Flank(text, endingAt: position, else: run.before)
        let after = Flank(text, startingAt: end, else: run.after)
        let opens = after != .space && (after != .punctuation || before != .word)
        let closes = before != .space && (before != .punctuation || after != .word)
        return opens || closes ? (position..<end, .tildes(canOpen: opens, canClose: closes)) : nil
    }

    private func bracketed(_ text: UnsafeBufferPointer<UInt8>) -> (range: Range<Int>, item: RunItem)? {
        guard position + 2 < text.count, !run.isInLink else { return nil }
        switch text[position + 1] {
        case UInt8(ascii: "^"):
            var end = position + 2
            while end < text.count, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "["),
                !ASCII.isSpace(text[end])
            { end += 1 }
            guard end < text.count, text[end] == UInt8(ascii: "]"), end > position + 2 else { return nil }
            return (position..<end + 1, .footnote(label: Array(text[position + 2..<end])))
        case UInt8(ascii: "@"):
            var end = position + 2
            while end < text.count, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "[") {
                end += 1
            }
            guard end < text.count, text[end] == UInt8(ascii: "]"),
                Citation.items(in: text[position + 1..<end]) != nil
            else { return nil }
            return (position..<end + 1, .citation)
        default: return marks.braces ? noTerm(text) : nil
        }
    }

    /// `[words]{.no-term}`
    private func noTerm(_ text: UnsafeBufferPointer<UInt8>) -> (range: Range<Int>, item: RunItem)? {
        var end = position + 1
        while end < text.count, text[end] != UInt8(ascii: "]"), text[end] != UInt8(ascii: "[") { end += 1 }
        let mark = "]{.no-term}"
        guard end + mark.utf8.count <= text.count, text[end..<end + mark.utf8.count].elementsEqual(mark.utf8)
        else {
            return nil
        }
        return (position..<end + mark.utf8.count, .noTerm(position + 1..<end))
    }
}

/// What stands beside a run of delimiters: CommonMark 0.30, section 6.2.
private enum Flank {
    case space, punctuation, word

    init(_ text: UnsafeBufferPointer<UInt8>, endingAt end: Int, else edge: UInt8) {
        guard end > 0 else {
            self.init(Unicode.Scalar(edge))
            return
        }
        var start = end - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        self.init(String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.last ?? " ")
    }

    init(_ text: UnsafeBufferPointer<UInt8>, startingAt start: Int, else edge: UInt8) {
        guard start < text.count else {
            self.init(Unicode.Scalar(edge))
            return
        }
        var end = start + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        self.init(String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.first ?? " ")
    }

    private init(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            let byte = UInt8(scalar.value)
            let isWord =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            self = ASCII.isSpace(byte) ? .space : isWord || byte < 0x20 ? .word : .punctuation
            return
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator: self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        default: self = .word
        }
    }
}
