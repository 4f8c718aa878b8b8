import Markup

/// The whole site as its files tell it: every page by path, address and section.
///
/// It never changes. It is a class because every page asks it, on every processor: a copy of a struct of so
/// many parts would count references to each of them.
public final class Site: Sendable {
    let folder: String
    let configuration: Configuration
    let date: CalendarDate
    let rules: PublishingRules
    let tree: ContentTree
    let data: SiteData
    private let matchers: Localized<TermMatcher>
    let theme: [String: Strings]
    /// In the order of their paths.
    let pages: [Page]
    let byPath: [String: Int]
    let paths: PathTable
    let byAddress: [Address: Int]
    /// Pages that exist in more than one language, by their path without it.
    let translations: [String: [Int]]
    /// Sections of the site's own language first, in the order of navigation.
    let sections: [SiteSection]
    let sectionsByName: [String: SiteSection]
    let tags: [SiteTag]
    /// Addresses of pages that the site makes and no file stands for.
    let madeAddresses: Set<Address>
    /// What comes before and after each article in its section, by the article's place in `pages`.
    let neighbours: [(previous: Int?, next: Int?)]
    let hasHandbook: Bool
    let names = SiteNames()

    init(
        folder: String, configuration: Configuration, date: CalendarDate, options: BuildOptions,
        tree: ContentTree,
        data: SiteData, theme: [String: Strings], pages files: [PageFile]
    ) {
        self.folder = folder
        self.configuration = configuration
        self.date = date
        self.tree = tree
        self.data = data
        matchers = data.glossary.map(TermMatcher.init)
        self.theme = theme
        rules = PublishingRules(
            language: configuration.language, options: options, date: date,
            isHealth: configuration.profile == .health)
        pages = Self.addressed(files, configuration)
        let index = PageIndex(pages, rules)
        (byPath, byAddress, translations) = (index.byPath, index.byAddress, index.translations)
        paths = PathTable(pages.map(\.path.full))
        let arrangement = Arrangement(pages, configuration, rules)
        (sections, tags) = (arrangement.sections, arrangement.tags)
        sectionsByName = arrangement.sectionsByName
        neighbours = arrangement.neighbours
        hasHandbook = arrangement.hasHandbook
        madeAddresses = arrangement.addressesWithoutFile(data).filter {
            index.byAddress[$0] == nil
        }
    }

    private static func addressed(_ files: [PageFile], _ configuration: Configuration) -> [Page] {
        let own = configuration.language
        var slugs: [String: String] = [:]
        for file in files where file.path.role == .section {
            slugs["\(file.path.language ?? own)/\(file.path.section)"] = file.frontMatter.slug?.value
        }
        return files.enumerated().map { index, file in
            let language = file.path.language ?? own
            let address = file.path.address(
                section: slugs.isEmpty ? nil : slugs["\(language)/\(file.path.section)"],
                slug: file.frontMatter.slug?.value, language: language == own ? "" : language)
            return Page(
                file, index: index, language: language, address: address,
                link: configuration.baseURL.link(to: address))
        }
    }
}

extension Site {
    func isBuilt(_ page: Page) -> Bool { rules.isBuilt(page) }

    func isListed(_ page: Page) -> Bool { rules.isListed(page) }

    func isTranslation(_ language: String) -> Bool { rules.isTranslation(language) }

    var hasTranslations: Bool { !translations.isEmpty }

    var isHealth: Bool { configuration.profile == .health }

    /// Finds the words of the glossary that stands in a language; `nil` where there is none.
    func matcher(in language: String) -> TermMatcher? { matchers.written(in: language) }

    func strings(_ language: String) -> Strings {
        if let own = theme[language] ?? theme[Language.main(of: language)] { return own }
        for other in [configuration.language, "en"] {
            guard var strings = theme[other] else { continue }
            strings.foreign = other
            return strings
        }
        return Strings()
    }

    func sections(in language: String) -> some Sequence<SiteSection> {
        sections.lazy.filter { $0.language == language }
    }

    func section(of page: Page) -> SiteSection? {
        sectionsByName[SiteSection.key(page.section, page.language)]
    }
}

/// A folder of `Content/` in one language.
struct SiteSection: Sendable {
    /// Empty for articles that stand beside the home page.
    let name: String
    let language: String
    /// Its `index.md`, where it has one.
    let page: Int?
    let title: String
    let address: Address
    /// Its published articles, in order.
    let articles: [Int]

    static func key(_ name: String, _ language: String) -> String { language + "/" + name }
}

struct SiteTag: Sendable {
    let name: String
    let language: String
    let address: Address
    let pages: [Int]
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
    /// Pages that readers do not see are shown, but links to them are told of as a build would.
    var isPreview = false

    public init() {}
}

/// Which pages readers get to see.
struct PublishingRules: Sendable {
    /// The site's own.
    let language: String
    let options: BuildOptions
    let date: CalendarDate
    let isHealth: Bool

    func isBuilt(_ page: Page) -> Bool {
        switch page.status {
        case .published, .withdrawn: true
        case .draft: options.drafts
        case .future: options.future
        case .expired: options.expired
        }
    }

    /// Stands in lists, navigation, feeds and search. A section keeps its place: its other pages are found through it.
    func isListed(_ page: Page) -> Bool {
        isBuilt(page) && page.frontMatter.withdrawn == nil && !(page.role == .article && isLongOverdue(page))
    }

    /// Its review has been due for so long that readers are no longer led to it: R-12's last step.
    func isLongOverdue(_ page: Page) -> Bool {
        guard isHealth, page.status == .published, let due = page.frontMatter.reviewDue else { return false }
        return due.days(until: date) >= ReviewStep.lastDays
    }

    /// Shown in the preview alone, where it is a page like all others.
    func isShownToStaffOnly(_ page: Page) -> Bool {
        options.isPreview && page.status != .published && page.status != .withdrawn
    }

    func isTranslation(_ language: String) -> Bool { language != self.language }

    /// What stands before an address in a language that is not the site's own.
    func prefix(_ language: String) -> [String] { isTranslation(language) ? [language] : [] }
}
