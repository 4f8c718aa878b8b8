import Markup

/// A tag of a Mustache template, and where it stands.
struct TemplateTag {
    var kind: Kind
    var name: String
    var range: SourceRange

    enum Kind {
        case variable, unescaped, section, inverted, end, partial, parent, block
    }
}

/// Finds the tags of a template: what swift-mustache reads, with places.
///
/// Source: the Mustache specification 1.4, https://github.com/mustache/spec
struct TemplateScanner {
    private let bytes: [UInt8]
    private let path: String
    private var offset = 0
    private var line = 1
    private var lineStart = 0
    private(set) var tags: [TemplateTag] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: SourceFile) {
        bytes = source.bytes
        path = source.path
        scan()
    }

    private mutating func scan() {
        while let start = find("{{", from: offset) {
            advance(to: start)
            let isTriple = bytes[start...].starts(with: "{{{".utf8)
            let open = start + (isTriple ? 3 : 2)
            guard let end = find(isTriple ? "}}}" : "}}", from: open) else {
                report("a tag has no end", help: "close it with '\(isTriple ? "}}}" : "}}")'", length: 2)
                return
            }
            read(bytes[open..<end], isTriple: isTriple, length: end - start + (isTriple ? 3 : 2))
            advance(to: end + (isTriple ? 3 : 2))
        }
    }

    private mutating func read(_ content: ArraySlice<UInt8>, isTriple: Bool, length: Int) {
        let text = String(decoding: content, as: UTF8.self)
        let kind: TemplateTag.Kind
        switch text.first {
        case "!": return
        case "=", "%", "*":
            return report(
                "materia's templates have no '{{\(text.prefix(1))' tags", help: "take it out", length: length)
        case "#": kind = .section
        case "^": kind = .inverted
        case "/": kind = .end
        case ">": kind = .partial
        case "<": kind = .parent
        case "$": kind = .block
        case "&": kind = .unescaped
        default: kind = isTriple ? .unescaped : .variable
        }
        let plain = kind == .variable || kind == .unescaped && isTriple
        let name = (plain ? text[...] : text.dropFirst()).trimmingSpaces
        let range = range(length)
        let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "._-/".contains($0) }
        guard isName else {
            return report(
                "'\(text.excerpt)' is no name", help: "use letters, digits and dots", length: length)
        }
        tags.append(TemplateTag(kind: kind, name: String(name), range: range))
    }

    private mutating func report(_ message: String, help: String, length: Int) {
        diagnostics.append(
            Diagnostic("template.syntax", message, help: help, file: path, at: range(length)))
    }

    /// The tag that begins here, as far as its line goes.
    private func range(_ length: Int) -> SourceRange {
        let rest = bytes[offset...].prefix(length).prefix { $0 != UInt8(ascii: "\n") }
        return SourceRange(line: line, column: offset - lineStart + 1, length: max(1, rest.count))
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
        text.withUTF8Buffer { wanted in
            var index = start
            while index + wanted.count <= bytes.count {
                if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
                index += 1
            }
            return nil
        }
    }

    private mutating func advance(to end: Int) {
        for index in offset..<end where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        offset = end
    }
}

extension StringProtocol {
    var trimmingSpaces: SubSequence {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return self[start..<end]
    }
}
