import Markup

/// A file of the finished site, made of more than one page or of none.
struct OutputFile: Sendable {
    let address: Address
    let bytes: [UInt8]
    /// A page of the site, told in `site.json`.
    var page: MadePage?
}

/// A kind of file that the site has besides its articles. To add one: a file here, and its name in `all`.
struct Output: Sendable {
    let name: String
    let make: @Sendable (Build, inout TemplatePrograms) -> [OutputFile]

    static let all: [Output] = [
        .sectionPages, .tagPages, .aToZ, .search, .updates, .references, .glossary, .crisis, .notFound,
        .aliases,
        .feed, .sitemap, .robots, .manifest, .handbook, .llmsText,
    ]
}

extension Output {
    /// `/references/`: every source, with the pages that cite it.
    static let references = Output(name: "references") { build, programs in
        ReferencesPage(bibliography: build.site.data.bibliography, citations: build.citations).files(
            build, &programs)
    }

    /// `/glossary/`: every word that the site explains, with the pages that use it.
    static let glossary = Output(name: "glossary") { build, programs in
        GlossaryPage(glossary: build.site.data.glossary, uses: build.terms).files(build, &programs)
    }
}

/// All that is known once every page is built.
struct Build: Sendable {
    let views: SharedViews
    let pages: [BuiltPage]
    /// Pages by the id of the reference that they cite.
    let citations: [String: [Int]]
    /// Pages by the glossary's term that they use.
    let terms: [Int: [Int]]

    init(views: SharedViews, pages: [BuiltPage]) {
        self.views = views
        self.pages = pages
        var citations: [String: [Int]] = [:]
        var terms: [Int: [Int]] = [:]
        for page in pages {
            for id in page.citations { citations[id, default: []].append(page.page) }
            for term in page.terms { terms[term, default: []].append(page.page) }
        }
        (self.citations, self.terms) = (citations, terms)
    }

    var site: Site { views.site }

    /// A page by a template that lists others.
    func listing(
        _ title: String, _ template: String, at address: Address?, language: String, section: String = "",
        _ fields: KeyValuePairs<String, ViewValue>, _ programs: inout TemplatePrograms
    ) -> OutputFile {
        let page = MadePage(title: title, address: address, language: language)
        let base = views.base(of: page, section: section)
        let object = ViewObject(base, adding: fields, shape: views.theme.shapes.listing)
        let html = programs.render(object, with: template, of: views.theme.library)
        return OutputFile(
            address: address ?? Address(relative: "404.html"), bytes: html.bytes,
            page: address == nil ? nil : page)
    }

    /// The site's own language first.
    var languages: [String] {
        let others = Set(site.sections.map(\.language)).subtracting([site.configuration.language])
        return [site.configuration.language] + others.sorted()
    }
}
