import Markup

/// Makes a page's HTML a part of the handbook: its headings one level lower, its ids unique on the large page, links to
/// other articles turned into links within it.
///
/// The HTML is the program's own, with attributes in double quotes. What raw HTML writes otherwise stays as it is.
struct HandbookMarkup: Sendable {
    let site: Site
    let page: Page

    /// The anchor of the article's title, in `partials/handbook-article`.
    private static let title = "article-title"

    func rewritten(_ html: HTML) -> HTML {
        var result = HTML()
        result.reserveCapacity(html.bytes.count + html.bytes.count / 8)
        let bytes = html.bytes
        var place = 0
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            result.append(trusting: bytes[place..<start])
            place = Self.end(of: start, in: bytes)
            append(tag: bytes[start..<place], to: &result)
        }
        result.append(trusting: bytes[place...])
        return result
    }

    /// One past the '>' of a tag that begins at `start`.
    private static func end(of start: Int, in bytes: [UInt8]) -> Int {
        var isQuoted = false
        var place = start
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
            place += 1
            if bytes[place - 1] == UInt8(ascii: ">"), !isQuoted { break }
        }
        return place
    }

    private func append(tag: ArraySlice<UInt8>, to result: inout HTML) {
        var rest = tag
        if let level = Self.headingLevel(of: tag) {
            result.append(trusting: tag[..<level])
            // The sixth is the lowest there is.
            result.append(trusting: [min(tag[level] + 1, UInt8(ascii: "6"))])
            rest = tag[(level + 1)...]
        }
        while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
            result.append(trusting: rest[...quote])
            let name = Self.attributeName(before: quote, in: tag)
            let end = rest[(quote + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex
            append(value: rest[(quote + 1)..<end], of: name, to: &result)
            rest = rest[end...]
            if let first = rest.first {
                result.append(trusting: [first])
                rest = rest.dropFirst()
            }
        }
        result.append(trusting: rest)
    }

    /// Where the digit of `<h2` or `</h2` stands.
    private static func headingLevel(of tag: ArraySlice<UInt8>) -> Int? {
        let isClosing = tag.dropFirst().first == UInt8(ascii: "/")
        let level = tag.startIndex + (isClosing ? 3 : 2)
        guard level + 1 < tag.endIndex, tag[level - 1] == UInt8(ascii: "h"),
            (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(tag[level]),
            tag[level + 1] == UInt8(ascii: ">") || tag[level + 1] == UInt8(ascii: " ")
        else { return nil }
        return level
    }

    /// `id` of `<p id="`.
    private static func attributeName(before quote: Int, in tag: ArraySlice<UInt8>) -> String {
        let start = tag[..<quote].lastIndex { $0 <= 0x20 } ?? tag.startIndex
        return String(decoding: tag[(start + 1)..<quote].dropLast(), as: UTF8.self)
    }

    private func append(value: ArraySlice<UInt8>, of name: String, to result: inout HTML) {
        switch name {
        case "id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls":
            if name == "aria-labelledby", value.elementsEqual(ReferenceList.heading.utf8) {
                // A page of many lists of references needs a name for each.
                append(value: Array(Self.title.utf8)[...], of: name, to: &result)
                result.append(" ")
            }
            for (index, id) in value.split(separator: UInt8(ascii: " ")).enumerated() {
                if index > 0 { result.append(" ") }
                // The handbook explains each word once, at its end.
                if name != "aria-describedby" || !id.starts(with: TermMark.definitionPrefix.utf8) {
                    result.append(escaping: page.idInHandbook)
                    result.append(":")
                }
                result.append(trusting: id)
            }
        case "href" where value.first == UInt8(ascii: "#"):
            append(anchor: page, value.dropFirst(), to: &result)
        case "href":
            if let (target, fragment) = article(at: value) {
                append(anchor: target, fragment, to: &result)
            } else {
                result.append(trusting: value)
            }
        default: result.append(trusting: value)
        }
    }

    /// - Parameter fragment: as it stands in the HTML.
    private func append(anchor target: Page, _ fragment: ArraySlice<UInt8>, to result: inout HTML) {
        result.append("#")
        result.append(address: Array(target.idInHandbook.utf8)[...])
        if fragment.isEmpty || fragment.elementsEqual("top".utf8) { return }
        result.append(":")
        result.append(trusting: fragment)
    }

    /// The article of the same handbook that a link leads to, and what stands after its '#'.
    private func article(at link: ArraySlice<UInt8>) -> (Page, fragment: ArraySlice<UInt8>)? {
        let base = site.configuration.baseURL.path.utf8
        guard link.starts(with: base) else { return nil }
        let hash = link.firstIndex(of: UInt8(ascii: "#")) ?? link.endIndex
        let path = Destination(link[..<hash].dropFirst(base.count)).path
        guard let found = site.byAddress[Address(relative: path)] else { return nil }
        let target = site.pages[found]
        guard target.language == page.language, site.isInHandbook(target) else { return nil }
        return (target, link[hash...].dropFirst())
    }
}
