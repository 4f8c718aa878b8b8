import Markup
import Mustache
import Search

/// One page: read, parsed, checked, its links resolved, rendered, put into its template.
struct PageBuilder: Sendable {
    let views: SharedViews
    let resolver: LinkResolver
    /// False for `materia check`, and once something is known to be wrong: no HTML is made.
    let rendersHTML: Bool
    let related: RelatedPages

    init(views: SharedViews, related: RelatedPages = .none, rendersHTML: Bool) {
        self.views = views
        self.related = related
        resolver = LinkResolver(site: views.site)
        self.rendersHTML = rendersHTML
    }

    var isPreview: Bool { views.site.rules.options.isPreview }

    /// What a worker keeps from one page to the next.
    struct State: Sendable {
        var programs = TemplatePrograms()
        var imageSizes: [String: ImageSize?] = [:]
        var timings = Timings()
        var searchMemory = SearchMemory()
    }

    func build(_ page: Page, _ source: SourceFile, _ state: inout State) throws(DiskError) -> BuiltPage {
        let checked = try check(page, source, &state)
        var built = checked.built
        guard rendersHTML, views.site.isBuilt(page), let document = checked.document else { return built }
        var clock = Stopwatch()
        var renderer = views.renderer(in: page.language)
        if isPreview { renderer.linesAbove = page.linesAbove }
        let crisis = page.role == .home ? nil : CrisisInText(document, in: page.language, of: views.site)
        let split = crisis?.body(of: document, renderer)
        let body = split?.plain ?? renderer.render(document)
        state.timings.rendering += clock.lap()
        if views.site.isSearched(page) {
            built.search = views.site.searchContents(
                of: page, body: body, fields: checked.fields, &state.searchMemory)
        }
        state.timings.indexing += clock.lap()
        let parts = BodyParts(
            body: split?.whole ?? body, hasCrisis: crisis != nil,
            headings: checked.headings, terms: checked.terms, references: checked.references,
            products: page.role == .article
                ? views.site.data.approvals[page.language].products.products(in: source.bytes) : [],
            words: checked.words, citations: checked.built.citations)
        var view = view(of: page, parts, fields: checked.fields, &state.programs)
        built.html = state.programs.render(view, with: page.template, of: views.theme.library)
        if views.site.isInHandbook(page) {
            // The handbook has the block once, at its beginning.
            if crisis != nil { view = view.with(.html(body), for: "body") }
            let article = state.programs.render(view, with: Theme.handbookArticle, of: views.theme.library)
            built.handbook = HandbookMarkup(site: views.site, page: page).rewritten(article)
        }
        state.timings.templates += clock.lap()
        return built
    }

    /// The page's body alone, and what is wrong with the page.
    func fragment(_ page: Page, _ state: inout State) throws(DiskError) -> (html: HTML, built: BuiltPage) {
        guard let source = try read(page, &state) else { return (HTML(), .vanished(page)) }
        let checked = try check(page, source, &state)
        var renderer = views.renderer(in: page.language)
        renderer.style = .fragment
        return (checked.document.map(renderer.render) ?? HTML(), checked.built)
    }

    /// A page with all that is wrong with it. `document` is missing where it cannot be rendered.
    private struct Checked {
        var built: BuiltPage
        var document: Document?
        var headings: [Heading] = []
        var fields = FrontMatterMarkup.Result()
        var terms = HTML()
        var references = HTML()
        /// Of the body of an article.
        var words = 0
    }

    private func check(_ page: Page, _ source: SourceFile, _ state: inout State) throws(DiskError) -> Checked
    {
        var clock = Stopwatch()
        var checked = Checked(built: BuiltPage(page: page.index))
        checked.built.isText = TextEncoding.check(source, &checked.built.diagnostics)
        guard checked.built.isText else { return checked }
        state.timings.reading += clock.lap()
        let body = source.bytes[min(page.head, source.bytes.count)...]
        var parser = Parser(alerts: views.site.isHealth ? Alert.all : Alert.plain)
        parser.takenIDs = Theme.ids
        var document = parser.parse(body)
        if rendersHTML, page.role == .article { checked.words = document.wordCount }
        state.timings.parsing += clock.lap()
        let structure = StructureCheck(
            path: page.path.full, linesAbove: page.linesAbove, rawHTML: views.site.configuration.rawHTML,
            source: body, title: page.title)
        var links = LinkPass(resolver, page: page, linesAbove: page.linesAbove, source: body)
        let linkWords = LinkWordsCheck(path: page.path.full, linesAbove: page.linesAbove, source: body)
        checked.built.diagnostics += structure.check(document) + linkWords.check(document)
        let health =
            views.site.isHealth
            ? HealthPage(page, of: views.site, document: document, source: source) : nil
        links.run(on: &document, sizes: &state.imageSizes)
        var sources = SourcePass(
            site: views.site, page: page, linesAbove: page.linesAbove, isRendered: rendersHTML)
        let fields = FrontMatterMarkup(
            resolver: resolver, page: page, isRendered: rendersHTML, source: source.bytes)
        checked.fields = fields.renderLead(&sources)
        sources.run(on: &document)
        fields.renderRest(&sources, into: &checked.fields)
        checked.built.diagnostics += links.diagnostics + checked.fields.diagnostics + sources.diagnostics
        checked.built.references = links.anchors + checked.fields.anchors
        if let health { checked.built.diagnostics += HealthRule.check(health) }
        checked.built.citations = sources.book.order.map(\.id)
        checked.built.terms = sources.terms
        if rendersHTML { (checked.terms, checked.references) = (sources.termDefinitions, sources.references) }
        if isPreview {
            checked.built.survey = PageSurvey(
                words: document.wordCount, level: health.flatMap(ReadingLevel.level(of:)),
                findings: health?.findings.count ?? 0, links: links.targets, included: sources.included)
        }
        checked.headings = document.headings
        checked.built.anchors = checked.headings.map(\.id) + links.ids
        if document.deepest.depth <= Parser.deepestNesting { checked.document = document }
        state.timings.checking += clock.lap()
        return checked
    }

    /// The file as it is now; `nil` where it is not what its front matter was read from.
    func read(_ page: Page, _ state: inout State) throws(DiskError) -> SourceFile? {
        var clock = Stopwatch()
        defer { state.timings.reading += clock.lap() }
        do {
            let bytes = try Disk.read(views.site.folder + "/" + page.path.full)
            return page.head <= bytes.count ? SourceFile(path: page.path.full, bytes: bytes) : nil
        } catch  where error.code == 2 /* ENOENT */ {
            return nil
        }
    }
}

/// What came of one page.
struct BuiltPage: Sendable {
    let page: Int
    var diagnostics: [Diagnostic] = []
    /// False where nobody knows which headings it has.
    var isText = true
    /// The ids that links may name.
    var anchors: [String] = []
    var references: [AnchorReference] = []
    /// Ids of the sources that it cites.
    var citations: [String] = []
    /// Terms of the glossary that it uses.
    var terms: [Int] = []
    var html: HTML?
    /// Its part of the handbook; `nil` where it has none.
    var handbook: HTML?
    /// What the search knows of it; `nil` where it is not searched.
    var search: SearchContents?
    /// What staff are told of it; `nil` outside of the preview.
    var survey: PageSurvey?
    /// For the next build; `nil` where something is wrong with the page.
    var cached: CachedPage?
    /// Its entry in `site.json`; `nil` where it is not written.
    var entry: SiteJSON.Entry?

    init(page: Int) { self.page = page }

    /// A page whose file went, or changed, after its front matter was read.
    static func vanished(_ page: Page) -> BuiltPage {
        var built = BuiltPage(page: page.index)
        built.diagnostics.append(.changed(page))
        return built
    }

    /// A page as the last build found it.
    init(page: Page, _ cached: CachedPage) {
        self.page = page.index
        anchors = cached.anchors
        references = cached.references
        citations = cached.citations
        terms = cached.terms
        search = cached.search
        entry = SiteJSON.Entry(address: page.address, json: cached.json)
        self.cached = cached
    }
}

extension Page {
    var template: String {
        if status == .withdrawn { return "withdrawn" }
        switch role {
        case .home: return "home"
        case .section: return "section"
        case .article: return "article"
        }
    }
}

extension Diagnostic {
    fileprivate static func changed(_ page: Page) -> Diagnostic {
        Diagnostic(
            "file.changed", "the file changed while the site was built", help: "build again",
            file: page.path.full,
            at: .startOfFile)
    }
}

/// Templates made ready for the forms of object that have come by.
struct TemplatePrograms: Sendable {
    private var programs: [Key: TemplateProgram] = [:]
    private var form: [UInt64] = []

    private struct Key: Hashable {
        let template: String
        let form: [UInt64]
    }

    /// A site whose pages are all of different forms should not keep a program for each.
    private static let most = 500

    mutating func render(_ object: ViewObject, with template: String, of library: MustacheLibrary) -> HTML {
        var html = HTML()
        render(object, with: template, of: library, into: &html)
        return html
    }

    mutating func render(
        _ object: ViewObject, with template: String, of library: MustacheLibrary, into html: inout HTML
    ) {
        form.removeAll(keepingCapacity: true)
        object.form(into: &form)
        let key = Key(template: template, form: form)
        let program: TemplateProgram
        if let known = programs[key] {
            program = known
        } else {
            guard let made = TemplateProgram(rendering: object, with: template, of: library) else {
                preconditionFailure("the theme has no template '\(template)'")
            }
            program = made
            if programs.count < Self.most { programs[key] = program }
        }
        program.run(on: object, into: &html)
    }
}
