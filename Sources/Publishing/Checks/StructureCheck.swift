import Markup

/// What the shape of a text tells: raw HTML, headings, tables, nesting.
struct StructureCheck {
    /// As diagnostics name the file.
    let path: String
    /// Lines of the file above the text.
    let linesAbove: Int
    let rawHTML: Configuration.RawHTML
    let source: ArraySlice<UInt8>
    /// Of the page, which no heading needs to say again.
    var title = ""

    /// `startsAtTitle`: a title of level 1 stands above the text.
    func check(_ document: Document, startsAtTitle: Bool = true) -> [Diagnostic] {
        var diagnostics = document.problems.map { problem in
            Diagnostic(
                problem.id, severity: problem.severity, problem.message, help: problem.help, file: path,
                at: problem.range.moved(down: linesAbove))
        }
        if document.deepest.depth > Parser.deepestNesting { diagnostics.append(tooDeep(document)) }
        var level = startsAtTitle ? 1 : 6
        var outline = HeadingOutline(title: title)
        for index in document.nodes.indices {
            switch document.nodes[index].kind {
            case .htmlBlock, .htmlInline:
                if rawHTML == .omit { diagnostics.append(omittedHTML(index, in: document)) }
            case .heading:
                let heading = Int(document.nodes[index].level)
                diagnostics += checkHeading(index, after: level, in: document)
                if let repeated = outline.enter(index, in: document) {
                    diagnostics.append(repeatedHeading(repeated, at: index, in: document))
                }
                level = heading
            case .table: diagnostics += checkHeader(of: index, in: document)
            default: break
            }
        }
        return diagnostics
    }

    private func diagnostic(
        _ id: String, severity: Diagnostic.Severity = .error, _ message: String, help: String,
        at index: NodeIndex,
        in document: Document
    ) -> Diagnostic {
        Diagnostic(
            id, severity: severity, message, help: help, file: path,
            at: document.exactRange(of: index, in: source).moved(down: linesAbove))
    }

    private func tooDeep(_ document: Document) -> Diagnostic {
        diagnostic(
            "nesting.depth", "blocks or inlines are nested deeper than \(Parser.deepestNesting)",
            help: "take some of the '>', list markers or brackets out",
            at: document.block(around: document.deepest.node),
            in: document)
    }

    private func omittedHTML(_ index: NodeIndex, in document: Document) -> Diagnostic {
        let tag = document.string(document.nodes[index].text).prefix { $0 != "\n" }
        return diagnostic(
            "html.raw", severity: .warning, "the HTML '\(tag.prefix(40))' is left out of the page",
            help: "write it as Markdown, or set 'html: allow' in \(Configuration.fileName)", at: index,
            in: document)
    }

    private func checkHeading(_ index: NodeIndex, after level: Int, in document: Document) -> [Diagnostic] {
        let heading = Int(document.nodes[index].level)
        let words = document.plainText(of: index)
        if words.allSatisfy({ $0 == UInt8(ascii: " ") }) {
            return [
                diagnostic(
                    "heading.empty", severity: .warning, "the heading has no words",
                    help: "give it some, or take it out",
                    at: index, in: document)
            ]
        }
        guard heading > level + 1 else { return [] }
        let marks = String(repeating: "#", count: level + 1)
        return [
            diagnostic(
                "heading.skipped", "a heading of level \(heading) stands below one of level \(level)",
                help: "write it with '\(marks)': levels follow one another without a gap", at: index,
                in: document)
        ]
    }

    private func repeatedHeading(
        _ repetition: HeadingOutline.Repetition, at index: NodeIndex, in document: Document
    ) -> Diagnostic {
        let words = String(decoding: document.plainText(of: index), as: UTF8.self)
        switch repetition {
        case .title:
            return diagnostic(
                "heading.duplicate-title", severity: .warning,
                "the heading '\(words)' repeats the title, which stands above it",
                help: "take it out: the page shows its title by itself", at: index, in: document)
        case .sibling(let line):
            return diagnostic(
                "heading.duplicate-title", severity: .warning,
                "the heading '\(words)' stands twice, first on line \(line + linesAbove)",
                help: "say in one of the two what sets it apart from the other", at: index, in: document)
        }
    }

    /// A screen reader reads the head of the column with each cell. The first cell may be empty: rows have heads too.
    private func checkHeader(of table: NodeIndex, in document: Document) -> [Diagnostic] {
        let cells = document.subtree(of: table).filter { index in
            document.nodes[index].kind == .tableCell
                && document.nodes[Int(document.nodes[index].parent)].isTight
        }
        let empty = cells.enumerated().filter { _, cell in
            let holdsImage = document.subtree(of: cell).contains { document.nodes[$0].kind == .image }
            return !holdsImage && document.plainText(of: cell).allSatisfy { $0 == UInt8(ascii: " ") }
        }
        let places = empty.map(\.offset).filter { $0 > 0 || cells.count == 1 }
        guard let first = places.first else { return [] }
        let isAll = empty.count == cells.count
        return [
            diagnostic(
                "table.no-header",
                isAll
                    ? "the table has no words in its first row"
                    : "column \(first + 1) of the table has no head",
                help: "say in the first row what stands below it", at: table, in: document)
        ]
    }
}
