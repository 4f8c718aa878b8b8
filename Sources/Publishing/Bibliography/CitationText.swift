import Markup

/// A reference in words: as HTML with links, and plainly, written together so that they cannot differ.
struct CitationText: Sendable, Equatable {
    private(set) var html = HTML()
    private(set) var plain = ""

    mutating func append(_ text: String) {
        html.append(escaping: text)
        plain += text
    }

    mutating func append(italic text: String) {
        html.append("<i>")
        html.append(escaping: text)
        html.append("</i>")
        plain += text
    }

    /// - Parameter address: of `http:` or `https:`.
    mutating func append(link text: String, to address: String) {
        html.append("<a href=\"")
        html.append(address: Array(address.utf8)[...])
        html.append("\">")
        html.append(escaping: text)
        html.append("</a>")
        plain += text
    }

    /// A space before the next part, unless it is the first.
    mutating func separate() {
        if !plain.isEmpty { append(" ") }
    }

    /// Ends a part of the reference, unless it ends by itself: 'What works?' needs no full stop.
    mutating func end() {
        let last = plain.last { !"\"'”’»)]".contains($0) }
        let isEnded = last.map { ".?!…".contains($0) } ?? true
        if isEnded && plain.last.map({ !")]".contains($0) }) ?? true { return }
        append(".")
    }
}
