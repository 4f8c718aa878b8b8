/// Writes a document as HTML: for CommonMark, byte for byte as libcmark 0.30 does.
public struct HTMLRenderer: Sendable {
    public var rawHTML: RawHTML
    public var style: Style
    /// The words over alerts; where there are none, English ones.
    public var alertTitles: [Alert: String] = [:]
    /// The language of those words, where it is not the page's.
    public var alertLanguage: String?
    /// What a screen reader calls a table that scrolls.
    public var tableName = "Table"
    /// Lines of the file above the text, where blocks are to tell which line they stand on: `data-line`.
    public var linesAbove: Int?
    /// What ids of headings and footnotes begin with: a text within another has ids of its own.
    public var idPrefix = ""
    /// What a screen reader says of the box before a list item.
    public var taskNames = (open: "To do", ticked: "Done")

    public enum Style: Sendable {
        /// As libcmark writes it.
        case commonMark
        /// The dialect as GitHub's specification writes it: what `materia render` prints.
        case fragment
        /// The dialect for a page: nothing that HTML has given up, tables that scroll by themselves.
        case page
    }

    var isDialect: Bool { style != .commonMark }

    public enum RawHTML: Sendable { case omit, allow }

    public init(rawHTML: RawHTML = .omit, style: Style = .fragment) {
        self.rawHTML = rawHTML
        self.style = style
    }

    public func render(_ document: Document) -> HTML {
        var html = HTML()
        html.reserveCapacity(document.text.count + document.nodes.count * 10)
        render(document, within: document.subtree(of: 0), into: &html)
        return html
    }

    /// Renders the nodes of a range, which must hold whole subtrees.
    public func render(_ document: Document, within range: Range<NodeIndex>, into html: inout HTML) {
        document.nodes.withUnsafeBufferPointer { nodes in
            document.text.withUnsafeBufferPointer { text in
                let open = OpenDocument(nodes: nodes, text: text, imageSizes: document.imageSizes)
                render(open, within: range, into: &html)
            }
        }
    }

    /// A document while it is rendered: its memory itself, so that a look at a node counts no references.
    struct OpenDocument {
        let nodes: UnsafeBufferPointer<Node>
        let text: UnsafeBufferPointer<UInt8>
        let imageSizes: [NodeIndex: ImageSize]

        func bytes(_ slice: Node.Slice) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(
                start: text.baseAddress.map { $0 + Int(slice.offset) }, count: Int(slice.count))
        }

        /// A paragraph that libcmark prints without its tags.
        func isInTightList(_ paragraph: NodeIndex) -> Bool {
            let item = Int(nodes[paragraph].parent)
            return nodes[item].kind == .item && nodes[Int(nodes[item].parent)].isTight
        }
    }

    private func render(_ document: OpenDocument, within range: Range<NodeIndex>, into html: inout HTML) {
        var open: [NodeIndex] = []
        var index = range.lowerBound
        while index < range.upperBound || !open.isEmpty {
            if let last = open.last, index >= Int(document.nodes[last].end) {
                open.removeLast()
                leave(last, of: document, into: &html)
                continue
            }
            if enter(index, of: document, into: &html) {
                open.append(index)
                index += 1
            } else {
                index = Int(document.nodes[index].end)
            }
        }
    }

    /// Writes what stands before a node's children, or all of it. True where there are children to come.
    private func enter(_ index: NodeIndex, of document: OpenDocument, into html: inout HTML) -> Bool {
        let node = document.nodes[index]
        switch node.kind {
        case .document, .plain: return true
        case .text: html.append(escaping: document.bytes(node.text))
        case .softBreak: html.append("\n")
        case .lineBreak: html.append("<br />\n")
        case .code:
            html.append("<code>")
            html.append(escaping: document.bytes(node.text))
            html.append("</code>")
        case .emphasis:
            html.append("<em>")
            return true
        case .strong:
            html.append("<strong>")
            return true
        case .htmlInline:
            appendRaw(document.bytes(node.text), into: &html)
        case .link:
            html.append("<a href=\"")
            html.append(address: document.bytes(node.text))
            appendTitle(of: node, in: document, into: &html)
            html.append("\">")
            return true
        case .image:
            appendImage(index, of: document, into: &html)
        case .strikethrough:
            html.append("<del>")
            return true
        case .taskMarker, .footnoteReference, .citation, .embeddedInline:
            appendMark(node, of: document, into: &html)
        case .blockQuote, .list, .orderedList, .item, .codeBlock, .htmlBlock, .paragraph, .heading,
            .thematicBreak:
            return enterBlock(index, of: document, into: &html)
        case .table, .tableRow, .tableCell, .alert, .footnotes, .footnote, .embeddedBlock:
            return enterExtension(index, of: document, into: &html)
        }
        return false
    }

    private func enterBlock(_ index: NodeIndex, of document: OpenDocument, into html: inout HTML) -> Bool {
        let node = document.nodes[index]
        if node.kind == .paragraph {
            if document.isInTightList(index) { return true }
            html.startLine()
            if let image = figure(index, of: document) {
                appendFigure(image, of: document, into: &html)
                return false
            }
            html.append("<p")
            closeTag(of: node, into: &html)
            return true
        }
        html.startLine()
        switch node.kind {
        case .blockQuote: html.append("<blockquote>\n")
        case .list: html.append("<ul>\n")
        case .orderedList:
            if node.start == 1 {
                html.append("<ol>\n")
            } else {
                html.append("<ol start=\"")
                html.append(Int(node.start))
                html.append("\">\n")
            }
        case .item:
            html.append("<li")
            closeTag(of: node, into: &html)
        case .heading:
            html.append(Self.opening[Int(node.level)])
            if !node.title.isEmpty {
                html.append(" id=\"")
                html.append(escaping: idPrefix)
                html.append(escaping: document.bytes(node.title))
                html.append("\"")
            }
            closeTag(of: node, into: &html)
        case .codeBlock:
            appendCode(node, of: document, into: &html)
            return false
        case .htmlBlock:
            appendRaw(document.bytes(node.text), into: &html)
            html.startLine()
            return false
        default:
            html.append("<hr />\n")
            return false
        }
        return true
    }

    /// The end of a block's opening tag.
    private func closeTag(of node: Node, into html: inout HTML) {
        if let linesAbove {
            html.append(" data-line=\"")
            html.append(Int(node.place.startLine) + linesAbove)
            html.append("\"")
        }
        html.append(">")
    }

    private func leave(_ index: NodeIndex, of document: OpenDocument, into html: inout HTML) {
        let node = document.nodes[index]
        switch node.kind {
        case .emphasis: html.append("</em>")
        case .strong: html.append("</strong>")
        case .link: html.append("</a>")
        case .strikethrough: html.append("</del>")
        case .table, .tableRow, .tableCell, .alert, .footnotes, .footnote:
            leaveExtension(index, of: document, into: &html)
        case .blockQuote:
            html.startLine()
            html.append("</blockquote>\n")
        case .list: html.append("</ul>\n")
        case .orderedList: html.append("</ol>\n")
        case .item: html.append("</li>\n")
        case .heading: html.append(Self.closing[Int(node.level)])
        case .paragraph:
            if document.isInTightList(index) { return }
            appendBackReferences(afterParagraph: index, of: document, into: &html)
            html.append("</p>\n")
        case .document, .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code,
            .htmlInline,
            .image, .plain, .taskMarker, .footnoteReference, .citation, .embeddedBlock, .embeddedInline:
            break
        }
    }

    private static let opening: [StaticString] = ["", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6"]
    private static let closing: [StaticString] = [
        "", "</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n",
    ]
}

extension HTMLRenderer {
    private func appendRaw(_ markup: UnsafeBufferPointer<UInt8>, into html: inout HTML) {
        switch rawHTML {
        case .allow: html.append(trusting: markup)
        case .omit: html.append("<!-- raw HTML omitted -->")
        }
    }

    private func appendTitle(of node: Node, in document: OpenDocument, into html: inout HTML) {
        guard !node.title.isEmpty else { return }
        html.append("\" title=\"")
        html.append(escaping: document.bytes(node.title))
    }

    private func appendCode(_ node: Node, of document: OpenDocument, into html: inout HTML) {
        let language = UnsafeBufferPointer(rebasing: document.bytes(node.title).prefix { !ASCII.isSpace($0) })
        if node.title.isEmpty {
            html.append("<pre><code>")
        } else {
            html.append("<pre><code class=\"language-")
            html.append(escaping: language)
            html.append("\">")
        }
        html.append(escaping: document.bytes(node.text))
        html.append("</code></pre>\n")
    }

    private func appendImage(
        _ index: NodeIndex, of document: OpenDocument, isTitled: Bool = true, into html: inout HTML
    ) {
        let node = document.nodes[index]
        html.append("<img src=\"")
        html.append(address: document.bytes(node.text))
        html.append("\" alt=\"")
        for inner in index..<Int(node.end) {
            let part = document.nodes[inner]
            switch part.kind {
            case .text, .code, .htmlInline: html.append(escaping: document.bytes(part.text))
            case .softBreak, .lineBreak: html.append(" ")
            default: break
            }
        }
        if isTitled { appendTitle(of: node, in: document, into: &html) }
        html.append("\"")
        if isDialect {
            if let size = document.imageSizes[index] {
                html.append(" width=\"")
                html.append(size.width)
                html.append("\" height=\"")
                html.append(size.height)
                html.append("\"")
            }
            html.append(" loading=\"lazy\"")
        }
        html.append(" />")
    }

    /// The image of a paragraph that holds nothing but an image with a title.
    private func figure(_ index: NodeIndex, of document: OpenDocument) -> NodeIndex? {
        guard isDialect, index + 1 < document.nodes.count else { return nil }
        let image = document.nodes[index + 1]
        guard image.kind == .image, !image.title.isEmpty, image.end == document.nodes[index].end else {
            return nil
        }
        return index + 1
    }

    private func appendFigure(_ index: NodeIndex, of document: OpenDocument, into html: inout HTML) {
        html.append("<figure>\n")
        appendImage(index, of: document, isTitled: false, into: &html)
        html.append("\n<figcaption>")
        html.append(escaping: document.bytes(document.nodes[index].title))
        html.append("</figcaption>\n</figure>\n")
    }
}
