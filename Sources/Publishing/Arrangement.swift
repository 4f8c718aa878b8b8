import Markup

/// Pages by path, by address, and by what they are translations of.
struct PageIndex {
    private(set) var byPath: [String: Int] = [:]
    private(set) var byAddress: [Address: Int] = [:]
    private(set) var translations: [String: [Int]] = [:]

    init(_ pages: [Page], _ rules: PublishingRules) {
        byPath.reserveCapacity(pages.count)
        byAddress.reserveCapacity(pages.count)
        for page in pages {
            byPath[page.path.full] = page.index
            if rules.isBuilt(page), byAddress[page.address] == nil { byAddress[page.address] = page.index }
            if page.path.language != nil {
                translations[page.path.untranslated, default: []].append(page.index)
            }
        }
        if translations.isEmpty { return }
        for page in pages where page.path.language == nil && translations[page.path.untranslated] != nil {
            translations[page.path.untranslated]?.insert(page.index, at: 0)
        }
    }
}

/// The order in which a reader meets pages: sections, articles within them, tags.
struct Arrangement {
    private let pages: [Page]
    private let configuration: Configuration
    private let rules: PublishingRules
    private(set) var sections: [SiteSection] = []
    private(set) var sectionsByName: [String: SiteSection] = [:]
    private(set) var tags: [SiteTag] = []
    private(set) var neighbours: [(previous: Int?, next: Int?)]
    /// Whether all articles stand on one page, too.
    var hasHandbook: Bool {
        let count = sections.reduce(0) { $0 + $1.articles.count }
        return configuration.profile == .health && (1...Handbook.mostArticles).contains(count)
    }

    init(_ pages: [Page], _ configuration: Configuration, _ rules: PublishingRules) {
        self.pages = pages
        self.configuration = configuration
        self.rules = rules
        neighbours = Array(repeating: (nil, nil), count: pages.count)
        sections = arrangedSections()
        tags = arrangedTags()
        for section in sections {
            sectionsByName[SiteSection.key(section.name, section.language)] = section
            for (place, page) in section.articles.enumerated() {
                if place > 0 { neighbours[page].previous = section.articles[place - 1] }
                if place + 1 < section.articles.count { neighbours[page].next = section.articles[place + 1] }
            }
        }
    }

    /// The site's own language comes first.
    private func precedesInSite(_ a: String, _ b: String) -> Bool {
        (rules.isTranslation(a) ? 1 : 0, a) < (rules.isTranslation(b) ? 1 : 0, b)
    }

    private func arrangedSections() -> [SiteSection] {
        var articles: [String: [String: [Page]]] = [:]
        var indexes: [String: [String: Int]] = [:]
        for page in pages where rules.isListed(page) {
            switch page.role {
            case .article: articles[page.language, default: [:]][page.section, default: []].append(page)
            case .section: indexes[page.language, default: [:]][page.section] = page.index
            case .home: break
            }
        }
        return Set(articles.keys).union(indexes.keys).sorted(by: precedesInSite).flatMap { language in
            let names = Set(articles[language, default: [:]].keys).union(indexes[language, default: [:]].keys)
            let found = names.map { name in
                section(name, language, page: indexes[language]?[name], articles[language]?[name] ?? [])
            }
            return found.sorted(by: precedesInNavigation)
        }
    }

    private func section(_ name: String, _ language: String, page: Int?, _ articles: [Page]) -> SiteSection {
        let made = Address(folder: rules.prefix(language) + (name.isEmpty ? [] : [Slug.make(name)]))
        return SiteSection(
            name: name, language: language, page: page,
            title: page.map { pages[$0].title } ?? name.prefix(1).uppercased()
                + name.dropFirst().replacing("-", with: " "),
            address: page.map { pages[$0].address } ?? made, articles: Self.ordered(articles))
    }

    /// Articles as they follow one another for the reader: by weight, then title, then path.
    private static func ordered(_ articles: [Page]) -> [Int] {
        let keys = articles.map { (weight: $0.frontMatter.weight ?? .max, title: $0.title, index: $0.index) }
        return keys.sorted { a, b in
            if a.weight != b.weight { return a.weight < b.weight }
            return (a.title, a.index) < (b.title, b.index)
        }.map(\.index)
    }

    private func precedesInNavigation(_ a: SiteSection, _ b: SiteSection) -> Bool {
        func rank(_ section: SiteSection) -> (Int, Int, String, String) {
            let place = configuration.sections.map { $0.firstIndex(of: section.name) ?? $0.count } ?? 0
            let weight = section.page.flatMap { pages[$0].frontMatter.weight } ?? .max
            return (place, weight, section.title, section.name)
        }
        return rank(a) < rank(b)
    }

    private func arrangedTags() -> [SiteTag] {
        var tagged: [String: [String: [Int]]] = [:]
        var names: [String: String] = [:]
        var slugs: [String: String] = [:]
        for section in sections {
            for page in section.articles {
                for tag in pages[page].frontMatter.tags {
                    let slug = slugs[tag.value] ?? Slug.make(tag.value)
                    slugs[tag.value] = slug
                    if slug.isEmpty { continue }
                    names[slug] = min(names[slug] ?? tag.value, tag.value)
                    if tagged[section.language]?[slug]?.last == page { continue }
                    tagged[section.language, default: [:]][slug, default: []].append(page)
                }
            }
        }
        return tagged.keys.sorted(by: precedesInSite).flatMap { language in
            tagged[language, default: [:]].sorted { $0.key < $1.key }.map { slug, pages in
                SiteTag(
                    name: names[slug] ?? slug, language: language,
                    address: Address(folder: rules.prefix(language) + ["tags", slug]), pages: pages)
            }
        }
    }

    /// Addresses that something stands at though nobody wrote a file for it.
    func addressesWithoutFile(_ data: SiteData) -> Set<Address> {
        var addresses = Set(tags.map(\.address))
        for language in Set(sections.map(\.language)).union([configuration.language]) {
            let prefix = rules.prefix(language)
            let names =
                ["a-z", "search", "updates"] + (tags.isEmpty ? [] : ["tags"]) + data.pageNames(in: language)
            addresses.formUnion(names.map { Address(folder: prefix + [$0]) })
            addresses.insert(Address(folder: prefix))
            if hasHandbook { addresses.insert(Address(folder: prefix + [Handbook.name])) }
        }
        for section in sections where section.page == nil && !section.name.isEmpty {
            addresses.insert(section.address)
        }
        return addresses
    }
}
