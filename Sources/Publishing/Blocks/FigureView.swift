import Figures
import Markup

/// Figure → HTML: the picture, its unit and source, and its data as a table.
struct FigureView {
    let block: FigureBlock
    let strings: Strings

    private var figure: Figure { block.figure }

    func html(idPrefix: String, cite: (String) -> HTML) -> HTML {
        var html = HTML("<figure class=\"figure figure-")
        html.append(escaping: figure.kind.rawValue)
        html.append("\">\n<figcaption>")
        html.append(escaping: figure.title)
        html.append("</figcaption>\n")
        html.append(trusting: figure.svg(idPrefix: idPrefix, words: strings.figureWords).bytes)
        html.append("\n<p class=\"figure-source\">")
        if !figure.unit.isEmpty {
            html.append(escaping: strings.words("figureUnit", ["unit": figure.unit]).asSentence)
            html.append(" ")
        }
        html.append(strings.html("figureSource"))
        html.append(" ")
        switch block.source {
        case .reference(let id): html.append(cite(id.value))
        case .text(let text): html.append(escaping: text.value.asSentence)
        }
        html.append("</p>\n<details>\n<summary>")
        html.append(strings.html("figureTable"))
        html.append("</summary>\n")
        appendTable(to: &html)
        html.append("</details>\n</figure>\n")
        return html
    }

    private func appendTable(to html: inout HTML) {
        html.append("<table>\n<caption>")
        html.append(escaping: figure.title)
        html.append("</caption>\n<thead>\n<tr>")
        let table = table
        for name in table.head { cell("<th scope=\"col\">", name, "</th>", in: &html) }
        html.append("</tr>\n</thead>\n<tbody>\n")
        for row in table.rows {
            html.append("<tr>")
            for (index, text) in row.enumerated() {
                if index == 0 {
                    cell("<th scope=\"row\">", text, "</th>", in: &html)
                } else {
                    cell("<td>", text, "</td>", in: &html)
                }
            }
            html.append("</tr>\n")
        }
        html.append("</tbody>\n</table>\n")
    }

    private func cell(_ open: StaticString, _ text: String, _ close: StaticString, in html: inout HTML) {
        html.append(open)
        html.append(escaping: text)
        html.append(close)
    }

    private var table: (head: [String], rows: [[String]]) {
        let number = strings.numberFormat
        let item = strings["figureItem"]
        switch figure.series {
        case .bars(let bars):
            let hasNotes = bars.contains { !$0.note.isEmpty }
            let notes = hasNotes ? [strings["figureNote"]] : []
            return (
                [item, figure.unit.asSentenceStart] + notes,
                bars.map { [$0.label, number.text($0.value)] + (hasNotes ? [$0.note] : []) }
            )
        case .icons(let groups, let of):
            let head = strings.words("figureCount", ["of": number.text(of), "unit": figure.unit])
            return ([item, head], groups.map { [$0.label, number.text($0.count)] })
        case .timeline(let events):
            let head = ["figureFrom", "figureUntil"].map { strings.words($0, ["unit": figure.unit]) }
            return (
                [item] + head,
                events.map { [$0.label, number.text($0.start), $0.end.map { number.text($0) } ?? ""] }
            )
        case .steps(let steps):
            return (
                [strings["figureStep"], strings["figureText"]],
                steps.enumerated().map { ["\($0 + 1). \($1.label)", $1.text] }
            )
        }
    }
}
