import Markup

/// The whole site as its files tell it: every page by path, address and section. It never changes.
public struct Site: Sendable {
    let folder: String
    let configuration: Configuration
    let date: CalendarDate
    let options: BuildOptions
    let tree: ContentTree
    let data: SiteData
    let theme: [String: Strings]
    /// In the order of their paths.
    let pages: [Page]
    /// Sections of the site's own language first, in the order of navigation.
    private(set) var sections: [Section] = []
    private(set) var tags: [Tag] = []
    private(set) var byPath: [String: Int] = [:]
    private(set) var byAddress: [Address: Int] = [:]
    private(set) var translations: [String: [Int]] = [:]
    private(set) var sectionsByName: [String: Section] = [:]
    /// Of pages that the site makes and no file stands for.
    private(set) var madeAddresses: Set<Address> = []
    /// What comes before and after each article in its section.
    private(set) var neighbours: [Int: (previous: Int?, next: Int?)] = [:]

    struct Section: Sendable {
        let name: String
        let language: String
        /// Its `index.md`, where it has one.
        let page: Int?
        let title: String
        let address: Address
        /// Its published articles, in order.
        let articles: [Int]
    }

    struct Tag: Sendable {
        let name: String
        let language: String
        let address: Address
        let pages: [Int]
    }

    func isBuilt(_ page: Page) -> Bool {
        switch page.status {
        case .published, .withdrawn: true
        case .draft: options.drafts
        case .future: options.future
        case .expired: options.expired
        }
    }

    /// Stands in lists, navigation, feeds and search.
    func isListed(_ page: Page) -> Bool { isBuilt(page) && page.frontMatter.withdrawn == nil }

    var isHealth: Bool { configuration.profile == .health }

    func strings(_ language: String) -> Strings {
        theme[language] ?? theme[String(language.prefix { $0 != "-" })] ?? theme[configuration.language]
            ?? theme["en"] ?? Strings()
    }

    func isTranslation(_ language: String) -> Bool { language != configuration.language }

    func sections(in language: String) -> some Sequence<Section> { sections.lazy.filter { $0.language == language } }

    /// Articles that follow one another for the reader: by weight, then title, then path.
    static func precedes(_ a: Page, _ b: Page) -> Bool {
        let weights = (a.frontMatter.weight ?? .max, b.frontMatter.weight ?? .max)
        if weights.0 != weights.1 { return weights.0 < weights.1 }
        if a.title != b.title { return a.title < b.title }
        return a.path.full < b.path.full
    }
}

extension Site {
    init(
        folder: String, configuration: Configuration, date: CalendarDate, options: BuildOptions, tree: ContentTree,
        data: SiteData, theme: [String: Strings], pages unordered: [Page]
    ) {
        self.folder = folder
        self.configuration = configuration
        self.date = date
        self.options = options
        self.tree = tree
        self.data = data
        self.theme = theme
        pages = Self.addressed(unordered, language: configuration.language)
        index()
        sections = arrangedSections()
        tags = tags(of: sections)
        madeAddresses = addressesWithoutFile()
        findNeighbours()
    }

    private static func addressed(_ pages: [Page], language: String) -> [Page] {
        var pages = pages
        var slugs: [String: String] = [:]
        for page in pages where page.role == .section {
            slugs["\(page.language)/\(page.section)"] = page.frontMatter.slug?.value
        }
        for index in pages.indices {
            let page = pages[index]
            pages[index].index = index
            pages[index].address = page.path.address(
                section: slugs.isEmpty ? nil : slugs["\(page.language)/\(page.section)"],
                slug: page.frontMatter.slug?.value, language: page.language == language ? "" : page.language)
        }
        return pages
    }

    private mutating func findNeighbours() {
        for section in sections {
            sectionsByName["\(section.language)/\(section.name)"] = section
            for (place, page) in section.articles.enumerated() {
                neighbours[page] = (
                    place > 0 ? section.articles[place - 1] : nil,
                    place + 1 < section.articles.count ? section.articles[place + 1] : nil
                )
            }
        }
    }

    private func addressesWithoutFile() -> Set<Address> {
        var addresses = Set(tags.map(\.address))
        for language in Set(sections.map(\.language)).union([configuration.language]) {
            addresses.insert(home(in: language))
            for name in ["a-z", "updates"] + (tags.isEmpty ? [] : ["tags"]) + (data.crisis == nil ? [] : ["crisis"]) {
                addresses.insert(made(name, in: language))
            }
        }
        for section in sections where section.page == nil && !section.name.isEmpty { addresses.insert(section.address) }
        return addresses.filter { byAddress[$0] == nil }
    }

    private mutating func index() {
        byPath.reserveCapacity(pages.count)
        byAddress.reserveCapacity(pages.count)
        for page in pages {
            byPath[page.path.full] = page.index
            if isBuilt(page), byAddress[page.address] == nil { byAddress[page.address] = page.index }
            if isTranslation(page.language) || page.path.language != nil {
                translations[page.path.untranslated, default: []].append(page.index)
            }
        }
        for page in pages where page.path.language == nil && translations[page.path.untranslated] != nil {
            translations[page.path.untranslated]?.insert(page.index, at: 0)
        }
    }

    private func arrangedSections() -> [Section] {
        var articles: [String: [String: [Page]]] = [:]
        var indexes: [String: [String: Int]] = [:]
        for page in pages where isListed(page) {
            switch page.role {
            case .article: articles[page.language, default: [:]][page.section, default: []].append(page)
            case .section: indexes[page.language, default: [:]][page.section] = page.index
            case .home: break
            }
        }
        var sections: [Section] = []
        for language in Set(articles.keys).union(indexes.keys).sorted(by: precedesInSite) {
            let names = Set(articles[language, default: [:]].keys).union(indexes[language, default: [:]].keys)
            let found = names.map { name in
                section(name, language, page: indexes[language]?[name], articles[language]?[name] ?? [])
            }
            sections += found.sorted(by: precedesInNavigation)
        }
        return sections
    }

    private func precedesInSite(_ a: String, _ b: String) -> Bool {
        (isTranslation(a) ? 1 : 0, a) < (isTranslation(b) ? 1 : 0, b)
    }

    private func section(_ name: String, _ language: String, page: Int?, _ articles: [Page]) -> Section {
        let prefix = isTranslation(language) ? [language] : []
        return Section(
            name: name, language: language, page: page,
            title: page.map { pages[$0].title } ?? name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " "),
            address: page.map { pages[$0].address } ?? Address(folder: prefix + (name.isEmpty ? [] : [Slug.make(name)])),
            articles: articles.sorted(by: Self.precedes).map(\.index))
    }

    private func precedesInNavigation(_ a: Section, _ b: Section) -> Bool {
        func rank(_ section: Section) -> (Int, Int, String, String) {
            let place = configuration.sections.map { $0.firstIndex(of: section.name) ?? $0.count } ?? 0
            let weight = section.page.flatMap { pages[$0].frontMatter.weight } ?? .max
            return (place, weight, section.title, section.name)
        }
        return rank(a) < rank(b)
    }

    private func tags(of sections: [Section]) -> [Tag] {
        var tagged: [String: [String: [Int]]] = [:]
        var names: [String: String] = [:]
        for section in sections {
            for page in section.articles {
                for tag in pages[page].frontMatter.tags {
                    let slug = Slug.make(tag.value)
                    names[slug] = min(names[slug] ?? tag.value, tag.value)
                    if tagged[section.language]?[slug]?.last == page { continue }
                    tagged[section.language, default: [:]][slug, default: []].append(page)
                }
            }
        }
        return tagged.keys.sorted(by: precedesInSite).flatMap { language in
            tagged[language, default: [:]].sorted { $0.key < $1.key }.map { slug, pages in
                Tag(
                    name: names[slug] ?? slug, language: language,
                    address: Address(folder: (isTranslation(language) ? [language] : []) + ["tags", slug]),
                    pages: pages)
            }
        }
    }
}

/// What a build is asked for.
public struct BuildOptions: Sendable {
    public var drafts = false
    public var future = false
    public var expired = false
    /// Warnings stop the build as errors do.
    public var strict = false
    /// At most so many files at once; `nil` for as many as there are processors.
    public var jobs: Int?
    public var usesCache = true

    public init() {}
}
