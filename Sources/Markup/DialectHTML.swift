/// The HTML of what the dialect adds.
extension HTMLRenderer {
    /// Writes what stands before a block's children. True where there are children to come.
    func enterExtension(_ index: NodeIndex, of document: OpenDocument, into html: inout HTML) -> Bool {
        let node = document.nodes[index]
        switch node.kind {
        case .table:
            html.startLine()
            // Wider than the screen, it scrolls by itself, with the keyboard too.
            if style == .page {
                html.append("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"")
                html.append(escaping: tableName)
                html.append("\">\n")
            }
            html.append("<table>\n")
        case .tableRow:
            if node.isTight {
                html.append("<thead>\n")
            } else if Int(document.nodes[Int(node.parent) + 1].end) == index {
                html.append("<tbody>\n")
            }
            html.append("<tr>\n")
        case .tableCell: enterCell(node, into: &html)
        case .alert: enterAlert(node, into: &html)
        case .footnotes:
            html.startLine()
            html.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
        case .footnote:
            html.append("<li id=\"")
            appendID("fn-", of: node, document, into: &html)
            html.append("\">\n")
        default:
            html.startLine()
            html.append(trusting: document.bytes(node.text))
            return false
        }
        return true
    }

    func leaveExtension(_ index: NodeIndex, of document: OpenDocument, into html: inout HTML) {
        let node = document.nodes[index]
        switch node.kind {
        case .table:
            if document.nodes[index + 1].end < node.end { html.append("</tbody>\n") }
            html.append("</table>\n")
            if style == .page { html.append("</div>\n") }
        case .tableRow: html.append(node.isTight ? "</tr>\n</thead>\n" : "</tr>\n")
        case .tableCell: html.append(node.isTight ? "</th>\n" : "</td>\n")
        case .alert: html.append("</div>\n")
        case .footnotes: html.append("</ol>\n</section>\n")
        default:
            // One whose last block is no paragraph has its way back after that block.
            if !endsInParagraph(index, document) { appendBackReferences(to: node, of: document, into: &html) }
            html.startLine()
            html.append("</li>\n")
        }
    }

    private func enterCell(_ node: Node, into html: inout HTML) {
        html.append(node.isTight ? "<th" : "<td")
        if style == .page, node.isTight { html.append(" scope=\"col\"") }
        if let alignment = TableAlignment(rawValue: node.level), alignment != .none {
            html.append(style == .page ? " class=\"align-" : " align=\"")
            html.append(alignment.name)
            html.append("\"")
        }
        html.append(">")
    }

    private func enterAlert(_ node: Node, into html: inout HTML) {
        guard let alert = Alert(rawValue: node.level) else { preconditionFailure("an alert of no kind") }
        html.startLine()
        html.append("<div class=\"alert alert-")
        html.append(alert.className)
        html.append("\" role=\"note\">\n<p class=\"alert-title\"")
        if let alertLanguage {
            html.append(" lang=\"")
            html.append(escaping: alertLanguage)
            html.append("\" dir=\"auto\"")
        }
        html.append(">")
        html.append(escaping: alertTitles[alert] ?? alert.title)
        html.append("</p>\n")
    }

    func appendMark(_ node: Node, of document: OpenDocument, into html: inout HTML) {
        switch node.kind {
        case .taskMarker:
            html.append(node.level == 1 ? "<input checked=\"\"" : "<input")
            html.append(" disabled=\"\" type=\"checkbox\"")
            if style == .page {
                html.append(" aria-label=\"")
                html.append(escaping: node.level == 1 ? taskNames.ticked : taskNames.open)
                html.append("\"")
            }
            html.append(">")
        case .footnoteReference:
            html.append("<sup class=\"footnote-ref\"><a href=\"#")
            appendID("fn-", of: node, document, into: &html)
            html.append("\" id=\"")
            appendReferenceID(node, Int(node.start), of: document, into: &html)
            html.append("\" data-footnote-ref>")
            html.append(Int(node.number))
            html.append("</a></sup>")
        case .citation:
            // One that no bibliography was asked about.
            html.append("[")
            html.append(escaping: document.bytes(node.text))
            html.append("]")
        default: html.append(trusting: document.bytes(node.text))
        }
    }

    private func appendID(
        _ kind: StaticString, of node: Node, _ document: OpenDocument, into html: inout HTML
    ) {
        html.append(escaping: idPrefix)
        html.append(kind)
        html.append(address: document.bytes(node.text))
    }

    private func appendReferenceID(
        _ node: Node, _ number: Int, of document: OpenDocument, into html: inout HTML
    ) {
        appendID("fnref-", of: node, document, into: &html)
        guard number > 1 else { return }
        html.append("-")
        html.append(number)
    }

    private func endsInParagraph(_ footnote: NodeIndex, _ document: OpenDocument) -> Bool {
        var child = footnote + 1
        var last = child
        while child < Int(document.nodes[footnote].end) {
            last = child
            child = Int(document.nodes[child].end)
        }
        return last < Int(document.nodes[footnote].end) && document.nodes[last].kind == .paragraph
    }

    /// The ways back from a footnote, where the paragraph is its last block.
    func appendBackReferences(
        afterParagraph index: NodeIndex, of document: OpenDocument, into html: inout HTML
    ) {
        let parent = document.nodes[Int(document.nodes[index].parent)]
        guard parent.kind == .footnote, parent.end == document.nodes[index].end else { return }
        html.append(" ")
        appendBackReferences(to: parent, of: document, into: &html)
    }

    private func appendBackReferences(to node: Node, of document: OpenDocument, into html: inout HTML) {
        for number in 1...max(1, Int(node.start)) {
            if number > 1 { html.append(" ") }
            html.append("<a href=\"#")
            appendReferenceID(node, number, of: document, into: &html)
            html.append("\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
            let name = number == 1 ? "\(node.number)" : "\(node.number)-\(number)"
            html.append(escaping: name)
            html.append("\" aria-label=\"Back to reference ")
            html.append(escaping: name)
            html.append("\">↩")
            if number > 1 {
                html.append("<sup class=\"footnote-ref\">")
                html.append(number)
                html.append("</sup>")
            }
            html.append("</a>")
        }
    }
}
