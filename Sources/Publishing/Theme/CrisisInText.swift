import Markup

/// The crisis block within a text that speaks of suicide: near the mention, and not at the page's end alone.
struct CrisisInText {
    private let html: HTML
    /// Of the node that it comes before: the first heading after the section that has the mention, or the end.
    private let place: NodeIndex

    /// `nil` where the text speaks of something else, or the site has no crisis lines.
    init?(_ document: Document, in language: String, of site: Site) {
        guard let place = Self.place(in: document), let message = site.crisisMessage(in: language) else {
            return nil
        }
        var html = HTML("<section class=\"crisis-block\" aria-label=\"")
        html.append(escaping: site.strings(language)["crisisHelp"])
        html.append("\">\n")
        html.append(message)
        html.append("</section>\n")
        (self.html, self.place) = (html, place)
    }

    /// The body with the block and without it.
    func body(of document: Document, _ renderer: HTMLRenderer) -> (whole: HTML, plain: HTML) {
        var (before, after) = (HTML(), HTML())
        renderer.render(document, within: 1..<place, into: &before)
        renderer.render(document, within: place..<document.nodes.count, into: &after)
        var (whole, plain) = (before, before)
        whole.append(html)
        whole.append(after)
        plain.append(after)
        return (whole, plain)
    }

    private static let words = ["suicid", "self-harm", "self harm", SpanishWords.selfHarm].map {
        Array($0.utf8)
    }
    /// A set of two would be hashed for each byte.
    private static func begins(_ byte: UInt8) -> Bool {
        byte | 0x20 == UInt8(ascii: "s") || byte | 0x20 == UInt8(ascii: "a")
    }

    private static func place(in document: Document) -> NodeIndex? {
        var isMentioned = false
        for child in document.children(of: 0) {
            let kind = document.nodes[child].kind
            if isMentioned, kind == .heading || kind == .footnotes { return child }
            isMentioned = isMentioned || document.subtree(of: child).contains { mentions($0, document) }
        }
        return isMentioned ? document.nodes.count : nil
    }

    private static func mentions(_ index: NodeIndex, _ document: Document) -> Bool {
        // Terms that the glossary explains, findings and figures are finished already.
        let kind = document.nodes[index].kind
        guard kind == .text || kind == .embeddedInline || kind == .embeddedBlock else { return false }
        return document.bytes(document.nodes[index].text).withUnsafeBufferPointer { text in
            text.indices.contains { start in
                begins(text[start])
                    && words.contains { word in
                        start + word.count <= text.count
                            && word.indices.allSatisfy { text[start + $0] | 0x20 == word[$0] | 0x20 }
                    }
            }
        }
    }
}
