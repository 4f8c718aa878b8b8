import Markup

/// The list of references at the end of a page, each with ways back to where the text mentions it.
///
/// `<section class="references" role="doc-bibliography" aria-labelledby="reference-list" …><h2
/// id="reference-list">… <ol><li id="ref-1"><p class="entry">…</p><p class="back"><a
/// href="#cite-1" …>↩</a></p></li></ol>`
///
/// `data-more` and `data-close` are words for what `notes.js` shows.
struct ReferenceList: Sendable {
    let strings: Strings

    struct Item: Sendable {
        let reference: Reference
        /// Which of the page's citations mention it.
        let mentions: [Int]
    }

    /// The anchor of the list's heading.
    static let heading = "reference-list"

    /// The anchor of an entry: its number, which each mention says again. What stays the same for ever is the source's
    /// place in `/references/`.
    static func anchor(_ number: Int) -> String { "ref-\(number)" }

    /// - Parameter items: in the order of their numbers, from 1.
    func html(_ items: [Item]) -> HTML {
        var html = HTML()
        if items.isEmpty { return html }
        html.append(
            "<section class=\"references\" role=\"doc-bibliography\" aria-labelledby=\"reference-list\" data-more=\""
        )
        html.append(escaping: strings["seeReference"])
        html.append("\" data-close=\"")
        html.append(escaping: strings["close"])
        html.append("\">\n<h2 id=\"reference-list\">")
        html.append(strings.html("referencesTitle"))
        html.append("</h2>\n<ol>\n")
        for (place, item) in items.enumerated() { append(item, number: place + 1, to: &html) }
        html.append("</ol>\n</section>\n")
        return html
    }

    private func append(_ item: Item, number: Int, to html: inout HTML) {
        html.append("<li id=\"")
        html.append(escaping: Self.anchor(number))
        html.append("\"><p class=\"entry\">")
        if item.reference.isRetracted {
            html.append("<strong class=\"retracted\">")
            html.append(strings.html("retracted"))
            html.append("</strong> ")
        }
        html.append(item.reference.text.html)
        html.append("</p>")
        if !item.mentions.isEmpty { html.append("<p class=\"back\">") }
        for (mention, place) in zip(1..., item.mentions) {
            if mention > 1 { html.append(" ") }
            html.append("<a href=\"#")
            html.append(escaping: CitationMark.anchor(place))
            html.append("\" role=\"doc-backlink\" aria-label=\"")
            html.append(
                escaping: strings["backToMention"].replacing("{number}", with: "\(number)")
                    .replacing("{mention}", with: "\(mention)"))
            html.append("\">↩")
            if item.mentions.count > 1 { html.append(mention) }
            html.append("</a>")
        }
        html.append(item.mentions.isEmpty ? "</li>\n" : "</p></li>\n")
    }
}
