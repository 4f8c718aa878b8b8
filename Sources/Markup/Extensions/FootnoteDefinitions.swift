/// A footnote as it was written, and where its lines were.
struct FootnoteDefinition {
    let label: [UInt8]
    /// Of `[^label]:`.
    let range: SourceRange
    /// Its text, without the label and the indentation: by line, the text and the column it began in, from 1.
    var lines: [(number: Int, column: Int, text: ArraySlice<UInt8>)]

    /// Labels are compared without regard to letter case, as those of links are.
    static func key(_ label: some Collection<UInt8>) -> String {
        String(decoding: label, as: UTF8.self).lowercased()
    }
}

/// Takes the definitions of footnotes out of a text, before libcmark takes them for definitions of links.
struct FootnoteFinder {
    private(set) var definitions: [FootnoteDefinition] = []
    /// The text with blank lines in their place.
    private(set) var bytes: [UInt8]

    /// Whether a text can hold a definition: `[^` somewhere.
    static func isWorthwhile(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        ByteSearch.contains(UInt8(ascii: "["), UInt8(ascii: "^"), in: text)
    }

    /// - Parameter document: what libcmark makes of the text as it is; only its code and HTML are looked at.
    init(_ text: [UInt8], in document: Document) {
        bytes = text
        let lines = SourceLines(text)
        var verbatim = document.nodes.filter { $0.kind == .codeBlock || $0.kind == .htmlBlock }
            .map { Int($0.place.startLine)...max(Int($0.place.startLine), Int($0.place.endLine)) }[...]
        var number = 1
        while number <= lines.count {
            while let block = verbatim.first, block.upperBound < number { verbatim = verbatim.dropFirst() }
            if let block = verbatim.first, block.contains(number) {
                number = block.upperBound + 1
                continue
            }
            guard var definition = Self.definition(lines.line(number), number: number) else {
                number += 1
                continue
            }
            let last = Self.takeContinuation(of: &definition, after: number, lines)
            for line in number...last { blank(line, lines) }
            definitions.append(definition)
            number = last + 1
        }
    }

    private mutating func blank(_ number: Int, _ lines: SourceLines) {
        for index in lines.line(number).indices { bytes[index] = UInt8(ascii: " ") }
    }

    /// `[^label]: text`, indented by at most three spaces.
    private static func definition(_ line: ArraySlice<UInt8>, number: Int) -> FootnoteDefinition? {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        guard text.startIndex - line.startIndex <= 3, text.starts(with: "[^".utf8) else { return nil }
        let label = text.dropFirst(2).prefix {
            $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") && !ASCII.isSpace($0)
        }
        guard !label.isEmpty, line[label.endIndex...].starts(with: "]:".utf8) else { return nil }
        let end = label.endIndex + 2
        let rest = line[end...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return FootnoteDefinition(
            label: Array(label),
            range: SourceRange(
                line: number, column: text.startIndex - line.startIndex + 1, length: end - text.startIndex),
            lines: [(number, rest.startIndex - line.startIndex + 1, rest)])
    }

    /// Lines indented by four, blank ones between them, and lines that go on with a paragraph.
    private static func takeContinuation(
        of definition: inout FootnoteDefinition, after first: Int, _ lines: SourceLines
    ) -> Int {
        var last = first
        var number = first + 1
        while number <= lines.count {
            var cursor = LineCursor(lines.line(number))
            if cursor.isBlank {
                number += 1
                continue
            }
            let isIndented = cursor.indentation >= 4
            let isLazy = number == last + 1 && !isIndented && !startsBlock(cursor.rest)
            guard isIndented || isLazy else { break }
            for blank in last + 1..<max(last + 1, number) { definition.lines.append((blank, 1, [])) }
            cursor.skipSpaces(atMost: isIndented ? 4 : .max)
            definition.lines.append((number, cursor.offset - cursor.line.startIndex + 1, cursor.rest))
            last = number
            number += 1
        }
        return last
    }

    /// Whether a line begins a block of its own, and so does not go on with a footnote's paragraph.
    private static func startsBlock(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop(while: ASCII.isSpace)
        guard let first = text.first else { return true }
        switch first {
        case UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "["): return text.starts(with: "[^".utf8)
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            return text.prefix(3).allSatisfy { $0 == first } && text.count >= 3
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
            return text.count == 1 || ASCII.isSpace(text[text.startIndex + 1])
                || text.allSatisfy { $0 == first }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let rest = text.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")
        default: return false
        }
    }
}
