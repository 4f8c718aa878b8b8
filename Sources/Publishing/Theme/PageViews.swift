import Markup

/// What the templates are given of one page.
extension SharedViews {
    /// The `page` object of a Markdown page.
    ///
    /// - Parameter minutes: how long its body takes to read, where that is known.
    func page(_ page: Page, minutes: Int? = nil) -> ViewObject {
        let front = page.frontMatter
        let language = page.language
        let section = site.section(of: page)
        let versions = versions(of: page)
        let translations = versions.filter { $0.language != language }
        let source = site.newerSource(of: page)
        let tags = tags(of: page)
        return ViewObject(
            .page,
            [
                "title": .text(page.title), "description": .text(front.description),
                "address": .text(page.link), "url": .text(site.configuration.baseURL.origin + page.link),
                "root": .text(site.configuration.baseURL.path), "language": .text(language),
                "direction": .text(Language.isRightToLeft(language) ? "rtl" : "ltr"),
                "kind": .text(front.kind.rawValue),
                "audience": .text(front.audience.rawValue), "isHome": .flag(page.role == .home),
                "isDraft": .flag(page.status == .draft), "isFuture": .flag(page.status == .future),
                "isExpired": .flag(page.status == .expired), "isIndexed": .flag(site.isIndexed(page)),
                "isUnreviewed": .flag(site.isUnreviewed(page)), "isOutOfDate": .flag(site.isOutOfDate(page)),
                "isPatient": .flag(front.audience == .patient), "hasAddress": .flag(true),
                "policy": .text(Self.policy),
                "date": site.view(of: front.date, in: language),
                "updated": site.view(of: front.updated, in: language),
                "lastReviewed": site.view(of: front.review.last, in: language),
                "reviewDue": site.view(of: front.reviewDue, in: language),
                "reviewers": .list(front.review.reviewers.map { reviewer($0, in: language) }),
                "authors": .list(front.authors.map { ViewObject(.author, ["name": .text($0)]) }),
                "tags": .list(tags),
                "section": .object(
                    section.flatMap { $0.name.isEmpty ? nil : site.linkView($0.title, $0.address) }),
                "translations": .list(translations.map { translation(in: $0.language, at: $0.address) }),
                "params": front.params.map { .open($0) } ?? .absent,
                "minutes": .text(minutes.map(String.init)),
                "readingTime": .text(minutes.map { readingTime($0, in: language) }),
                "locale": .text(Language.locale(language)),
                "hasTags": .flag(!tags.isEmpty), "hasTranslations": .flag(!translations.isEmpty),
                "alternates": .list(
                    translations.isEmpty ? [] : alternates(versions.map { ($0.language, $0.address) })),
                "isOlderThanSource": .flag(source != nil),
                "source": .object(source.map { translation(in: $0.language, at: $0.address) }),
                "markdown": .text(site.hasMarkdown(page) ? MarkdownCopy.name : nil),
                "shortAddress": .text(site.shortAddress(of: page)),
                "version": site.view(of: front.lastChanged, in: language),
            ])
    }

    private func reviewer(_ reviewer: FrontMatter.Reviewer, in language: String) -> ViewObject {
        let strings = site.strings(language)
        let role =
            switch reviewer.role {
            case .clinical: strings["roleClinical"]
            case .suicideSafety: strings["roleSuicideSafety"]
            case .patient: strings["rolePatient"]
            }
        return ViewObject(
            .reviewer,
            [
                "name": .text(reviewer.name), "credentials": .text(reviewer.credentials),
                "role": .text(strings.marked(role)),
            ])
    }

    /// A tag has a page where a listed article has it: one that only a section has leads nowhere, and is not shown.
    private func tags(of page: Page) -> [ViewObject] {
        page.frontMatter.tags.compactMap { tag in
            if let link = tagLinks[SiteSection.key(tag.value, page.language)] { return link }
            let address = Address(folder: site.rules.prefix(page.language) + ["tags", Slug.make(tag.value)])
            return site.madeAddresses.contains(address) ? site.linkView(tag.value, address) : nil
        }
    }

    /// The page in all languages that readers find it in, its own among them.
    private func versions(of page: Page) -> [Page] {
        if !site.hasTranslations { return [page] }
        let all = site.translations[page.path.untranslated]?.map { site.pages[$0] } ?? [page]
        return all.filter { $0 === page || site.isBuilt($0) }
    }

    func translation(in language: String, at address: Address) -> ViewObject {
        ViewObject(
            .translation,
            [
                "language": .text(language),
                "name": .text(site.theme[language]?.words["languageName"] ?? language),
                "address": .text(site.link(to: address)), "url": .text(site.url(of: address)),
            ])
    }

    /// Source: https://developers.google.com/search/docs/specialty/international/localized-versions
    func alternates(_ versions: [(language: String, address: Address)]) -> [ViewObject] {
        let original = versions.first { !site.isTranslation($0.language) }
        let named = versions + (original.map { [("x-default", $0.address)] } ?? [])
        return named.map { language, address in
            ViewObject(.alternate, ["language": .text(language), "url": .text(site.url(of: address))])
        }
    }

    private func readingTime(_ minutes: Int, in language: String) -> String {
        let strings = site.strings(language)
        return strings.marked(
            strings[minutes == 1 ? "readingTimeOne" : "readingTimeMany"].filled(
                "{minutes}", with: "\(minutes)"))
    }

    /// From the home page down to the page's own section.
    func breadcrumbs(of page: Page) -> [ViewObject] {
        if page.role == .home { return [] }
        var links = [homeLink(in: page.language)]
        if page.role == .article, let section = site.section(of: page), !section.name.isEmpty {
            links.append(site.linkView(section.title, section.address))
        }
        return links
    }

    func homeLink(in language: String) -> ViewObject {
        let strings = site.strings(language)
        return site.linkView(strings.marked(strings["home"]), site.home(in: language))
    }

    /// A page in a list of pages.
    func listed(_ page: Page, dated: Bool = false, note: String = "") -> ViewObject {
        ViewObject(
            .listed,
            [
                "title": .text(page.title), "address": .text(page.link),
                "description": .text(page.frontMatter.description), "note": .text(note),
                "date": dated ? site.view(of: page.frontMatter.lastChanged, in: page.language) : .absent,
            ])
    }

    /// A page in an index, by its title alone.
    func linked(_ page: Page) -> ViewObject {
        ViewObject(.listed, ["title": .text(page.title), "address": .text(page.link)])
    }

    func listed(_ section: SiteSection) -> ViewObject {
        ViewObject(
            .listed,
            [
                "title": .text(section.title), "address": .text(site.link(to: section.address)),
                "description": .text(section.page.map { site.pages[$0].frontMatter.description }),
            ])
    }
}

extension Site {
    /// What a reader of a printed page types: the shortest of the page's addresses, without what a browser adds.
    func shortAddress(of page: Page) -> String {
        let aliases = page.frontMatter.aliases.map { address(ofAlias: $0.value) }
        return typed(([page.address] + aliases).min { $0.relative.count < $1.relative.count } ?? page.address)
    }

    func typed(_ address: Address) -> String {
        let url = url(of: address)
        let bare = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        return String(bare.hasSuffix("/") ? bare.dropLast() : bare)
    }

    /// Nobody named has reviewed it, though the site is one that should be: R-12.
    func isUnreviewed(_ page: Page) -> Bool {
        isHealth && (page.frontMatter.review.last == nil || page.frontMatter.review.reviewers.isEmpty)
    }

    /// The page that another was translated from, where it has changed since anybody worked on the translation.
    ///
    /// A review that changed nothing makes no translation old; where either of the two has no date, nothing is known.
    func newerSource(of page: Page) -> Page? {
        guard isTranslation(page.language),
            let source = translations[page.path.untranslated]?.lazy.map({ self.pages[$0] }).first(where: {
                !self.isTranslation($0.language)
            }), isBuilt(source), let changed = source.frontMatter.lastChanged,
            let worked = [page.frontMatter.lastChanged, page.frontMatter.review.last].compactMap({ $0 })
                .max(),
            changed > worked
        else { return nil }
        return source
    }

    /// From the day on which it was to be reviewed: R-12.
    func isOutOfDate(_ page: Page) -> Bool {
        guard let due = page.frontMatter.reviewDue else { return false }
        return date >= due
    }

    /// Whether search engines may show it.
    func isIndexed(_ page: Page) -> Bool {
        page.status == .published && !isUnreviewed(page) && !rules.isLongOverdue(page)
    }
}
