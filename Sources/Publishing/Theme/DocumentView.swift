import Markup

/// What became of a page's body.
struct BodyParts {
    let body: HTML
    /// The crisis block stands in the body.
    let hasCrisis: Bool
    let headings: [Heading]
    /// The words of the glossary that it uses.
    let terms: HTML
    /// The sources that it cites.
    let references: HTML
    /// Those of `approvals.yaml` that it names.
    let products: Set<String>
    /// How many words the body of an article has.
    let words: Int
    /// Ids of the references that it cites, in order.
    let citations: [String]
}

extension PageBuilder {
    /// What the page's template is given.
    func view(
        of page: Page, _ parts: BodyParts, fields: FrontMatterMarkup.Result,
        _ programs: inout TemplatePrograms
    ) -> ViewObject {
        let site = views.site
        let minutes = ReadingTime.minutes(words: parts.words, language: page.language)
        let base = views.base(
            views.page(page, minutes: minutes), language: page.language, section: page.section,
            isSectionPage: page.role == .section,
            breadcrumbs: views.breadcrumbs(of: page))
        let neighbours = site.neighbours[page.index]
        let language = page.language
        let isHome = page.role == .home
        let section = page.role == .section ? site.section(of: page) : nil
        return ViewObject(
            base,
            adding: [
                "body": .html(parts.body), "contents": .html(Self.contents(parts.headings)),
                "mainMessage": fields.mainMessage.map { .html($0) } ?? .absent,
                "action": fields.action.map { .html($0) } ?? .absent, "benefits": Self.items(fields.benefits),
                "harms": Self.items(fields.harms), "unknowns": Self.items(fields.unknowns),
                "alternatives": Self.items(fields.alternatives),
                "whoShouldNot": Self.items(fields.whoShouldNot),
                "askYourClinic": Self.items(fields.askYourClinic),
                "changes": changes(of: page, fields.changes),
                "previous": .object(
                    neighbours.previous.map { site.linkView(site.pages[$0].title, site.pages[$0].address) }),
                "next": .object(
                    neighbours.next.map { site.linkView(site.pages[$0].title, site.pages[$0].address) }),
                "pages": views.entries(of: section?.articles ?? []),
                "sections": views.entries(isHome ? views.sections(in: language) : [], &programs),
                "recent": views.entries(isHome ? views.recent(in: language) : [], &programs),
                "approvals": views.approvals(of: parts.products, in: language),
                "withdrawal": withdrawal(of: page, reason: fields.withdrawalReason),
                "references": .html(parts.references), "terms": .html(parts.terms),
                "related": views.entries(of: related[page]),
                "hasNeighbours": .flag(neighbours.previous != nil || neighbours.next != nil),
                "hasMainPoints": .flag(fields.mainMessage != nil || fields.action != nil),
                "hasBalance": .flag(!fields.benefits.isEmpty || !fields.harms.isEmpty),
                "structuredData": structuredData(of: page, parts),
                "hasCrisisInText": .flag(parts.hasCrisis),
            ], shape: views.theme.shapes.document)
    }

    private static func items(_ items: [HTML]) -> ViewValue {
        if items.isEmpty { return .absent }
        return .object(
            ViewObject(.items, ["items": .list(items.map { ViewObject(.item, ["html": .html($0)]) })]))
    }

    private func changes(of page: Page, _ notes: [HTML]) -> ViewValue {
        .list(
            zip(page.frontMatter.changes, notes).map { change, note in
                ViewObject(
                    .change,
                    [
                        "date": views.site.view(of: change.date as CalendarDate?, in: page.language),
                        "note": .html(note),
                    ])
            })
    }

    private func withdrawal(of page: Page, reason: HTML?) -> ViewValue {
        guard let withdrawn = page.frontMatter.withdrawn else { return .absent }
        var replacement: ViewObject?
        if let written = withdrawn.replacement,
            case .page(let found) = resolver.target(
                of: Destination(Array(written.value.utf8)[...]), from: page)
        {
            replacement = views.site.linkView(views.site.pages[found].title, views.site.pages[found].address)
        }
        return .object(
            ViewObject(
                .withdrawal,
                [
                    "date": views.site.view(of: withdrawn.date, in: page.language),
                    "reason": reason.map { .html($0) } ?? .absent, "replacement": .object(replacement),
                ]))
    }

    /// Levels 2 and 3 as nested lists; nothing where there are fewer than two headings.
    static func contents(_ headings: [Heading]) -> HTML {
        let shown = headings.filter { $0.level == 2 || $0.level == 3 }
        guard shown.count >= 2 else { return HTML() }
        var html = HTML("<ol>\n")
        var isInner = false
        for (index, heading) in shown.enumerated() {
            let isBelow = heading.level == 3 && index > 0
            if index > 0 {
                if isBelow, !isInner {
                    html.append("\n<ol>\n")
                } else if !isBelow, isInner {
                    html.append("</li>\n</ol>\n</li>\n")
                } else {
                    html.append("</li>\n")
                }
            }
            isInner = isBelow
            html.append("<li><a href=\"#")
            html.append(address: Array(heading.id.utf8)[...])
            html.append("\">")
            html.append(escaping: heading.words)
            html.append("</a>")
        }
        html.append(isInner ? "</li>\n</ol>\n</li>\n</ol>\n" : "</li>\n</ol>\n")
        return html
    }
}

extension SharedViews {
    /// As many as a reader looks through on a home page.
    private static let mostRecent = 5

    /// Entries of a list, finished: lists may hold every page of the site.
    func entries(_ list: [ViewObject], _ programs: inout TemplatePrograms) -> ViewValue {
        if list.isEmpty { return .absent }
        var html = HTML()
        for item in list { programs.render(item, with: Theme.entry, of: theme.library, into: &html) }
        return .html(html)
    }

    /// Entries of pages, one after another.
    func entries(of pages: [Int]) -> ViewValue {
        if pages.isEmpty { return .absent }
        var html = HTML()
        for page in pages { html.append(entries[page]) }
        return .html(html)
    }

    func sections(in language: String) -> [ViewObject] { site.navigationSections(in: language).map(listed) }

    /// The latest pages to have changed, the latest first.
    func recent(in language: String) -> [ViewObject] {
        site.byLastChange(in: language).prefix(Self.mostRecent).map { listed(site.pages[$0], dated: true) }
    }
}

extension Site {
    /// Listed articles that have a date, the latest change first; of one day by path.
    func byLastChange(in language: String) -> [Int] {
        let dated = pages.lazy.filter { $0.language == language && $0.role == .article && self.isListed($0) }
            .compactMap { page in page.frontMatter.lastChanged.map { (date: $0, page: page.index) } }
        return dated.sorted { ($1.date, $0.page) < ($0.date, $1.page) }.map(\.page)
    }
}
