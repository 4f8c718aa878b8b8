import Markup

/// What all pages of a language show alike: made once, and handed to each.
struct SharedViews: Sendable {
    let site: Site
    let theme: Theme
    private let languages: [String: LanguageViews]
    /// By language and name.
    let tagLinks: [String: ViewObject]
    /// The page's entry in lists, finished, by the page's place; empty for pages that stand in none.
    private(set) var entries: [HTML] = []

    /// How the bodies of pages are rendered, by language.
    private let renderers: [String: HTMLRenderer]

    private struct LanguageViews: Sendable {
        let strings: ViewObject
        let site: ViewObject
        /// The day of the build.
        let built: ViewObject
        let crisis: ViewObject?
        let crisisHere: ViewObject?
        /// By section; the empty name for pages that are in none.
        let navigation: [String: [ViewObject]]
        /// For a section's own page.
        let ownNavigation: [String: [ViewObject]]
    }

    /// Pages ask nothing of other hosts, and run no script but their own: contract section 5.
    static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'none'; base-uri 'none'"

    init(site: Site, theme: Theme) {
        self.site = site
        self.theme = theme
        tagLinks = Dictionary(
            site.tags.map { (SiteSection.key($0.name, $0.language), site.linkView($0.name, $0.address)) },
            uniquingKeysWith: { first, _ in first })
        var languages: [String: LanguageViews] = [:]
        for language in Set(site.pages.map(\.language)).union([site.configuration.language]) {
            languages[language] = Self.views(of: language, site: site, theme: theme)
        }
        self.languages = languages
        renderers = Dictionary(
            uniqueKeysWithValues: languages.keys.map { ($0, HTMLRenderer(in: $0, of: site)) })
    }

    func renderer(in language: String) -> HTMLRenderer { renderers[language] ?? HTMLRenderer(style: .page) }

    /// Makes the entries, many at once: a page stands in its section's list and in those of all its tags.
    func withEntries(jobs: Int) async throws(DiskError) -> SharedViews {
        let (entries, _) = try await ConcurrentMap.run(
            count: site.pages.count, jobs: jobs, state: TemplatePrograms()
        ) {
            index, programs in
            let page = site.pages[index]
            guard site.isListed(page) else { return HTML() }
            return programs.render(listed(page), with: Theme.entry, of: theme.library)
        }
        var views = self
        views.entries = entries
        return views
    }

    private static func views(of language: String, site: Site, theme: Theme) -> LanguageViews {
        let names = site.navigationSections(in: language).map(\.name)
        func navigation(for name: String, isOwn: Bool) -> [ViewObject] {
            site.navigationSections(in: language).map { section in
                ViewObject(
                    .navigation, isShared: true,
                    [
                        "title": .text(section.title),
                        "address": .text(site.configuration.baseURL.link(to: section.address)),
                        "isCurrent": .flag(isOwn && section.name == name),
                        "isWithin": .flag(section.name == name),
                    ])
            }
        }
        return LanguageViews(
            strings: site.strings(language).view(of: theme.shapes.strings), site: site.view(in: language),
            built: site.view(of: site.date, in: language),
            crisis: site.crisisView(in: language, isHere: false),
            crisisHere: site.crisisView(in: language, isHere: true),
            navigation: Dictionary(
                uniqueKeysWithValues: ([""] + names).map { ($0, navigation(for: $0, isOwn: false)) }),
            ownNavigation: Dictionary(
                uniqueKeysWithValues: names.map { ($0, navigation(for: $0, isOwn: true)) }))
    }

    /// The fields that every page has.
    func base(
        _ page: ViewObject, language: String, section: String = "", isSectionPage: Bool = false,
        breadcrumbs: [ViewObject], isCrisisPage: Bool = false, structuredData: HTML? = nil
    ) -> ViewObject {
        guard let shared = languages[language] ?? languages[site.configuration.language] else {
            preconditionFailure("the site's own language has views")
        }
        let navigation = (isSectionPage ? shared.ownNavigation[section] : nil) ?? shared.navigation[section]
        return ViewObject(
            theme.shapes.base,
            [
                "strings": .object(shared.strings), "site": .object(shared.site),
                "navigation": .list(navigation ?? shared.navigation[""] ?? []),
                "crisis": .object(isCrisisPage ? shared.crisisHere : shared.crisis), "page": .object(page),
                "breadcrumbs": .list(breadcrumbs), "built": .object(shared.built),
                "structuredData": structuredData.map { .html($0) } ?? .absent,
            ])
    }
}

extension Site {
    /// Sections that a reader goes to: articles beside the home page are in none.
    func navigationSections(in language: String) -> [SiteSection] {
        sections(in: language).filter { !$0.name.isEmpty }
    }

    func view(of date: CalendarDate, in language: String) -> ViewObject {
        ViewObject(
            .date, ["iso": .text(date.description), "words": .text(words(for: date, in: language))])
    }

    private func words(for date: CalendarDate, in language: String) -> String {
        let strings = strings(language)
        return strings.marked(strings.words(for: date))
    }

    func view(of date: CalendarDate?, in language: String) -> ViewValue {
        .object(date.map { view(of: $0, in: language) })
    }

    func link(to address: Address) -> String { configuration.baseURL.link(to: address) }

    func url(of address: Address) -> String { configuration.baseURL.url(of: address) }

    func linkView(_ title: String, _ address: Address) -> ViewObject {
        ViewObject(.link, ["title": .text(title), "address": .text(link(to: address))])
    }

    /// The address of a page that the site makes, in a language.
    func made(_ name: String, in language: String) -> Address {
        Address(folder: rules.prefix(language) + [name])
    }

    func home(in language: String) -> Address { Address(folder: rules.prefix(language)) }

    fileprivate func view(in language: String) -> ViewObject {
        let organisation = configuration.organisation.map { organisation in
            ViewObject(
                .organisation, isShared: true,
                [
                    "name": .text(organisation.name), "email": .text(organisation.email),
                    "url": .text(organisation.url),
                ])
        }
        let hasTags = tags.contains { $0.language == language }
        return ViewObject(
            .site, isShared: true,
            [
                "title": .text(configuration.title(in: language)),
                "description": .text(configuration.description(in: language)),
                "url": .text(url(of: home(in: language))), "root": .text(configuration.baseURL.path),
                "language": .text(language), "organisation": .object(organisation),
                "isHealth": .flag(isHealth),
                "feed": .text(configuration.baseURL.path + "feed.xml"),
                "search": .text(link(to: made("search", in: language))),
                "aToZ": .text(link(to: made("a-z", in: language))),
                "brands": .text(data.approvals[language].brands),
                "tags": .text(hasTags ? link(to: made("tags", in: language)) : nil),
                "updates": .text(link(to: made("updates", in: language))),
                "glossary": .text(
                    data.glossary[language].terms.isEmpty ? nil : link(to: made("glossary", in: language))),
                "references": .text(
                    data.bibliography.references.isEmpty ? nil : link(to: made("references", in: language))),
                "handbook": .text(hasHandbook ? link(to: made("handbook", in: language)) : nil),
                "picture": .text(url(of: Address(relative: "icon-512.png"))),
                "glossaryLanguage": .text(data.glossary.foreign(in: language)),
            ])
    }
}

extension HTMLRenderer {
    /// For the texts of a site's pages in a language.
    init(in language: String, of site: Site) {
        self.init(rawHTML: site.configuration.rawHTML == .allow ? .allow : .omit, style: .page)
        let strings = site.strings(language)
        alertTitles = strings.alertTitles
        alertLanguage = strings.foreign
        tableName = strings["tableRegion"]
        taskNames = (strings["taskOpen"], strings["taskDone"])
    }
}
