import Markup

/// What the shape of a text tells: raw HTML, headings, nesting.
struct StructureCheck {
    /// As diagnostics name the file.
    let path: String
    /// Lines of the file above the text.
    let linesAbove: Int
    let rawHTML: Configuration.RawHTML
    let source: ArraySlice<UInt8>

    /// `startsAtTitle`: a title of level 1 stands above the text.
    func check(_ document: Document, startsAtTitle: Bool = true) -> [Diagnostic] {
        var diagnostics = document.problems.map { problem in
            Diagnostic(
                problem.id, severity: problem.severity, problem.message, help: problem.help, file: path,
                at: problem.range.moved(down: linesAbove))
        }
        if document.deepest.depth > Parser.deepestNesting { diagnostics.append(tooDeep(document)) }
        var level = startsAtTitle ? 1 : 6
        for index in document.nodes.indices {
            switch document.nodes[index].kind {
            case .htmlBlock, .htmlInline:
                if rawHTML == .omit { diagnostics.append(omittedHTML(index, in: document)) }
            case .heading:
                let heading = Int(document.nodes[index].level)
                diagnostics += checkHeading(index, after: level, in: document)
                level = heading
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
}
