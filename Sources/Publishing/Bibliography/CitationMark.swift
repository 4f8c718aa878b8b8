import Markup

/// Numbers in a text that lead to the page's list of references.
///
/// `<sup class="citation"><a id="cite-1" href="#ref-1" role="doc-biblioref"
/// aria-label="Reference 1: Popova et al, 2019">1</a>,<a …>2</a>(p4)</sup>`
///
/// A plain link, that `notes.js` shows the reference for on hover and focus. The name says what the number
/// stands for; the whole reference is a press of a key away, with a link back, and is not read out at each
/// number.
///
/// Source: *AMA Manual of Style*, 11th edition, 3.6; DPUB-ARIA 1.1, `doc-biblioref`.
struct CitationMark: Sendable {
    let strings: Strings

    struct Mention: Sendable {
        let reference: Reference
        /// In the page's list, from 1.
        let number: Int
        /// Which citation of the page this is, from 1.
        let place: Int
        /// As it was written: `p. 4`.
        var locator = ""
    }

    func html(_ mentions: [Mention]) -> HTML {
        var html = HTML()
        append(mentions, to: &html)
        return html
    }

    func append(_ mentions: [Mention], to html: inout HTML) {
        html.append("<sup class=\"citation\">")
        for (index, mention) in mentions.enumerated() {
            if index > 0 { html.append(",") }
            html.append("<a id=\"")
            html.append(escaping: Self.anchor(mention.place))
            html.append("\" href=\"#")
            html.append(escaping: ReferenceList.anchor(mention.number))
            html.append("\" role=\"doc-biblioref\" aria-label=\"")
            html.append(escaping: strings["reference"].replacing("{number}", with: "\(mention.number)"))
            html.append(": ")
            html.append(escaping: mention.reference.label)
            html.append("\">")
            html.append(mention.number)
            html.append("</a>")
            if mention.locator.isEmpty { continue }
            html.append("(")
            html.append(escaping: Self.short(mention.locator))
            html.append(")")
        }
        html.append("</sup>")
    }

    /// Of one number alone: it stands on the page twice for each mention.
    static func anchor(_ place: Int) -> String { "cite-\(place)" }

    /// 'p4' of 'p. 4', 'pp4–6' of 'pp. 4-6'.
    private static func short(_ locator: String) -> String {
        locator.replacing(/\b(pp?)\.?\s+(?=[0-9])/) { "\($0.1)" }
            .replacing(/([0-9])\s*-\s*([0-9])/) { "\($0.1)–\($0.2)" }
    }
}
