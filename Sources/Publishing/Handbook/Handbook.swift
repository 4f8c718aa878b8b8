import Markup

/// `/handbook/`: every article of a health site on one page, made to be printed.
///
/// Only for sites of at most 300 articles: more make no book that anybody prints, and the whole of it is held in memory.
/// Pages of such a site are not taken over from the last build, since their bodies are needed; they are few.
struct Handbook: Sendable {
    static let name = "handbook"
    static let mostArticles = 300

    let build: Build

    func file(in language: String, _ programs: inout TemplatePrograms) -> OutputFile? {
        let site = build.site
        let parts = site.sections(in: language).compactMap(part)
        if parts.isEmpty { return nil }
        let title = site.strings(language)["handbookTitle"]
        let address = site.made(Self.name, in: language)
        let isUnreviewed = site.pages.contains {
            $0.language == language && site.isInHandbook($0) && site.isUnreviewed($0)
        }
        let page = MadePage(
            title: title, address: address, language: language, kind: .handbook, isClinical: isUnreviewed)
        let object = ViewObject(
            build.views.base(of: page), adding: ["parts": .list(parts), "terms": .html(terms(in: language))],
            shape: build.views.theme.shapes.handbook)
        let html = programs.render(object, with: Self.name, of: build.views.theme.library)
        return OutputFile(address: address, bytes: html.bytes, page: page)
    }

    /// What the words mean that the articles explain, in alphabetical order.
    private func terms(in language: String) -> HTML {
        let glossary = build.site.data.glossary.written(in: language) ?? Glossary()
        let used = Set(
            build.pages.filter { $0.handbook != nil && build.site.pages[$0.page].language == language }
                .flatMap(\.terms))
        return TermDefinitions(strings: build.site.strings(language)).html(
            glossary.inAlphabeticalOrder.filter(used.contains).map { glossary.terms[$0] })
    }

    /// The articles of a section; `nil` where it has none. What stands beside the home page is in no section, and has
    /// the site's title over it.
    private func part(_ section: SiteSection) -> ViewObject? {
        let title =
            section.name.isEmpty ? build.site.configuration.title(in: section.language) : section.title
        let articles = section.articles.compactMap { index -> ViewObject? in
            guard let html = build.pages[index].handbook else { return nil }
            let page = build.site.pages[index]
            return ViewObject(
                .handbookArticle,
                [
                    "id": .text(page.idInHandbook), "title": .text(page.title), "section": .text(title),
                    "html": .html(html),
                ])
        }
        if articles.isEmpty { return nil }
        return ViewObject(.handbookPart, ["title": .text(title), "articles": .list(articles)])
    }
}

extension Output {
    static let handbook = Output(name: Handbook.name) { build, programs in
        guard build.site.hasHandbook else { return [] }
        return build.languages.compactMap { Handbook(build: build).file(in: $0, &programs) }
    }
}

extension Site {
    func isInHandbook(_ page: Page) -> Bool { hasHandbook && page.role == .article && isListed(page) }

    /// In each language.
    var handbookAddresses: [Address] {
        if !hasHandbook { return [] }
        return Set(pages.map(\.language)).union([configuration.language]).sorted().map {
            made(Handbook.name, in: $0)
        }
    }
}

extension Page {
    /// The article's anchor in the handbook: `safety.heart`. Anchors within it have it before theirs, after a colon.
    /// Neither sign is in any address, and ids of drawings may have both.
    var idInHandbook: String {
        address.relative.split(separator: "/").joined(separator: ".")
    }
}
