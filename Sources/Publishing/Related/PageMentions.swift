import Markup

/// What a page mentions that other pages may mention, too: each thing once, by its place.
struct PageMentions: Sendable {
    /// Places in the bibliography.
    var references: Set<Int> = []
    /// Places in the glossary.
    var terms: Set<Int> = []
    /// Pages that it links to.
    var links: Set<Int> = []
}

/// Looks through the source of a page for what it mentions.
///
/// Pages have to know it before any of them is rendered, and to parse them twice would cost too much. So it goes
/// by the marks alone: what stands in code counts as well, and what an included file says does not.
struct MentionScanner: Sendable {
    let site: Site
    private let resolver: LinkResolver

    init(site: Site) {
        self.site = site
        resolver = LinkResolver(site: site)
    }

    /// - Parameter source: the whole file. Its front matter cites and links, too; terms are explained in the body
    ///   alone.
    func mentions(in source: [UInt8], of page: Page) -> PageMentions {
        var mentions = PageMentions()
        for index in source.indices.dropLast() {
            switch (source[index], source[index + 1]) {
            case (UInt8(ascii: "]"), UInt8(ascii: "(")), (UInt8(ascii: "]"), UInt8(ascii: ":")):
                if let target = target(of: source[(index + 2)...], from: page) {
                    mentions.links.insert(target)
                }
            default: break
            }
        }
        mentions.references = references(in: source)
        if let matcher = site.matcher(in: page.language) {
            let body = source[min(page.head, source.count)...]
            mentions.terms = Set(matcher.matches(in: body).map(\.term))
        }
        return mentions
    }

    /// The places in the bibliography of what a page cites.
    func references(in source: [UInt8]) -> Set<Int> {
        if site.data.bibliography.references.isEmpty { return [] }
        var references: Set<Int> = []
        for index in source.indices.dropLast() {
            switch (source[index], source[index + 1]) {
            case (UInt8(ascii: "["), UInt8(ascii: "@")): references.formUnion(cited(source[(index + 1)...]))
            case (UInt8(ascii: "\n"), _): references.formUnion(named(source[(index + 1)...]))
            default: break
            }
        }
        return references
    }

    /// `@id; @id2, p. 4]…`.
    private func cited(_ text: ArraySlice<UInt8>) -> [Int] {
        guard let end = text.prefix(Self.longestCitation).firstIndex(of: UInt8(ascii: "]")),
            let items = Citation.items(in: Array(text[..<end]))
        else { return [] }
        return items.compactMap { site.data.bibliography.place(of: $0.id) }
    }

    /// In bytes: a bracket that is not closed should not cost the rest of the page.
    private static let longestCitation = 1_000

    /// Lines of a data block that name a reference: contract section 4.
    private static let keys = ["ref:", "gradeSource:", "source:"].map { Array($0.utf8) }

    private func named(_ text: ArraySlice<UInt8>) -> [Int] {
        for key in Self.keys where text.starts(with: key) {
            let value = text.dropFirst(key.count).prefix { $0 != UInt8(ascii: "\n") }
            let id = String(decoding: value, as: UTF8.self).trimmingSpaces
            return site.data.bibliography.place(of: String(id)).map { [$0] } ?? []
        }
        return []
    }

    /// The page that `heart.md#dose)…` leads to, or ` heart.md` of a definition; `nil` for the page itself.
    private func target(of text: ArraySlice<UInt8>, from page: Page) -> Int? {
        let path = text.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "<") }.prefix {
            $0 > 0x20 && !")>#?".utf8.contains($0)
        }
        guard let target = resolver.publishedPage(atSource: path, from: page) else { return nil }
        let found = site.translated(target, for: page)
        return found == page.index ? nil : found
    }
}
