import Markup

/// A term in a text, as a link to its entry in the glossary.
///
/// `<a class="term" href="/glossary/#nmda-receptor" aria-describedby="term-nmda-receptor">NMDA receptor</a>`
///
/// A plain link. A screen reader reads the definition from the page's `TermDefinitions`, and `notes.js` shows
/// it on hover, focus and touch.
struct TermMark: Sendable {
    /// `/guide/glossary/`, percent-encoded.
    let glossary: String

    func html(_ term: Glossary.Term, text: ArraySlice<UInt8>) -> HTML {
        var html = HTML()
        open(term, &html)
        html.append(escaping: text)
        html.append(Self.end)
        return html
    }

    func open(_ term: Glossary.Term, _ html: inout HTML) {
        html.append("<a class=\"term\" href=\"")
        append(addressOf: term, to: &html)
        html.append("\" aria-describedby=\"")
        html.append(escaping: Self.definition(term))
        html.append("\">")
    }

    static let end = HTML("</a>")

    func append(addressOf term: Glossary.Term, to html: inout HTML) {
        html.append(escaping: glossary)
        html.append("#")
        html.append(address: Array(term.id.utf8)[...])
    }

    /// The anchor of the definition on the page.
    static func definition(_ term: Glossary.Term) -> String { definitionPrefix + term.id }

    static let definitionPrefix = "term-"
}

/// What the terms of a page mean, at its end: read out with each term, shown by `notes.js`, and printed on
/// paper.
///
/// `<aside class="terms" hidden …><h2>…</h2><dl><dt>NMDA receptor</dt><dd
/// id="term-nmda-receptor">…</dd></dl></aside>`
///
/// Hidden, and not folded up in `details`: Chromium reads no description out of a closed one.
///
/// `data-more` and `data-close` are words for what `notes.js` shows.
struct TermDefinitions: Sendable {
    let strings: Strings

    /// - Parameter terms: in the order in which the page mentions them.
    func html(_ terms: [Glossary.Term]) -> HTML {
        var html = HTML()
        if terms.isEmpty { return html }
        html.append("<aside class=\"terms\" hidden data-more=\"")
        html.append(escaping: strings["seeTerm"])
        html.append("\" data-close=\"")
        html.append(escaping: strings["close"])
        html.append("\">\n<h2>")
        html.append(strings.html("termsOnThisPage"))
        html.append("</h2>\n<dl>\n")
        for term in terms {
            html.append("<dt>")
            html.append(escaping: term.words)
            html.append("</dt>\n<dd id=\"")
            html.append(escaping: TermMark.definition(term))
            html.append("\">")
            html.append(escaping: term.definition)
            html.append("</dd>\n")
        }
        html.append("</dl>\n</aside>\n")
        return html
    }
}
