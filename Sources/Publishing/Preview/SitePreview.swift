public import Markup

/// A site as it is while somebody writes it: what is asked for is made when it is asked for, and kept until something
/// changes that it depends on.
///
/// A value like all others: `updated` makes a new one after a change. What only asking can tell, like a page's HTML, is
/// filled in as it is asked for.
public struct SitePreview: Sendable {
    let pipeline: Pipeline
    var parts: SiteParts
    var site: Site
    var builder: PageBuilder
    /// What is wrong, by file, but for what only a page's body shows.
    var diagnostics: [String: [Diagnostic]] = [:]
    /// What could not be read at all when something changed last; `nil` where all could.
    public internal(set) var trouble: String?
    /// Changes that could not be read, to be looked at again with the next.
    var missed = SiteChange()
    /// What came of each page, without its HTML, by the page's place; `nil` for pages that nobody has built yet.
    var facts: [BuiltPage?] = []
    var state = PageBuilder.State()
    /// Pages that were asked for, by place.
    var pages: [Int: PreviewPage] = [:]
    var made = MadeFiles()
    /// Counts changes: what was begun before a change is not taken in after it.
    public internal(set) var generation = 0

    /// More pages than anybody looks at between two changes.
    private static let mostPages = 200

    /// Reads settings, theme, data and all front matter.
    ///
    /// - Parameter pipeline: of the site. Drafts, future and expired pages are shown whatever its options say.
    /// - Throws: `DiskError` where the site cannot be read.
    public static func load(_ pipeline: Pipeline) async throws(DiskError) -> SitePreview {
        var options = pipeline.options
        (options.drafts, options.future, options.expired) = (true, true, true)
        options.isPreview = true
        let all = Pipeline(
            site: pipeline.folder, date: pipeline.date, options: options, baseURL: pipeline.baseURL)
        let parts = try await SiteParts(of: all)
        let whole = try await Whole(parts, all, after: nil)
        return SitePreview(pipeline: all, parts: parts, whole)
    }

    private init(pipeline: Pipeline, parts: SiteParts, _ whole: Whole) {
        (self.pipeline, self.parts) = (pipeline, parts)
        (site, builder) = (whole.site, whole.builder)
        take(whole)
    }

    /// What is made of the parts together.
    struct Whole: Sendable {
        let site: Site
        let builder: PageBuilder
        let diagnostics: [Diagnostic]

        /// - Parameter last: the site as it was before.
        init(_ parts: SiteParts, _ pipeline: Pipeline, after last: SitePreview?) async throws(DiskError) {
            let theme = parts.theme.value
            (site, diagnostics) = try await pipeline.assemble(
                configuration: parts.configuration.value, theme: theme, data: parts.data.value,
                tree: parts.tree, pages: parts.pages)
            let views = try await SharedViews(site: site, theme: theme).withEntries(jobs: pipeline.jobs)
            var related = last?.relatedPages(in: site) ?? .none
            if site.isSmall { related = try await RelatedPages.find(in: site, jobs: pipeline.jobs) }
            builder = PageBuilder(views: views, related: related, rendersHTML: true)
        }
    }

    /// What was known of related pages, where the other site has the same pages.
    private func relatedPages(in other: Site) -> RelatedPages {
        let isAlike =
            other.pages.count == site.pages.count
            && zip(other.pages, site.pages).allSatisfy { $0.path == $1.path }
        return isAlike ? builder.related : .none
    }

    mutating func take(_ whole: Whole) {
        (site, builder) = (whole.site, whole.builder)
        let all = (parts.diagnostics + whole.diagnostics).compactMap(site.configuration.apply)
        diagnostics = Dictionary(grouping: all, by: \.file)
        dropBodies()
    }

    mutating func dropBodies() {
        facts = Array(repeating: nil, count: site.pages.count)
        state = PageBuilder.State()
        pages = [:]
        made = MadeFiles()
    }

    public var configuration: Configuration { site.configuration }

    /// The site's folder, from the root.
    public var folder: String { pipeline.folder }

    public var pageCount: Int { site.pages.count }

    /// What is wrong with settings, templates and data: it concerns every page.
    public var errorsOfSite: [Diagnostic] {
        diagnostics.filter { site.byPath[$0.key] == nil }.flatMap(\.value)
            .filter { $0.severity == .error }.sorted()
    }
}

extension Site {
    /// All that pages depend on is found out anew at each change; on a larger site some of it follows later.
    var isSmall: Bool { pages.count <= 300 }
}

/// A Markdown page as the preview shows it.
public struct PreviewPage: Sendable {
    /// From the site's folder.
    public let file: String
    /// `nil` where it cannot be made of the file as it is.
    public let html: [UInt8]?
    /// What is wrong with it, in the order in which it is told.
    public let diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension SitePreview {
    /// A page, by its address from the site's root: `safety/heart/`.
    public mutating func page(at address: String) -> PreviewPage? {
        site.byAddress[Address(typed: address)].map { page($0) }
    }

    mutating func page(_ index: Int) -> PreviewPage {
        if let known = pages[index] { return known }
        let page = site.pages[index]
        var built = build(index)
        let html = built.html?.bytes
        built.html = nil
        let isChanging = built.diagnostics.contains { $0.id == Self.changing }
        if !isChanging { facts[index] = built }
        let result = PreviewPage(
            file: page.path.full, html: html, diagnostics: isChanging ? own(index) : problems(of: index))
        if pages.count >= Self.mostPages { pages = [:] }
        if !isChanging { pages[index] = result }
        return result
    }

    /// The file is another one than the front matter was read from: a change is under way, and will be told.
    private static let changing = "file.changed"

    private func build(_ index: Int, _ state: inout PageBuilder.State) -> BuiltPage {
        let page = site.pages[index]
        guard let head = parts.heads[page.path.full], !head.isStale else { return BuiltPage(page: index) }
        guard let source = try? builder.read(page, &state),
            head.page?.digest == SHA256.hash(Array(source.bytes.prefix(page.head))),
            let built = try? builder.build(page, source, &state)
        else { return .vanished(page) }
        return built
    }

    private mutating func build(_ index: Int) -> BuiltPage {
        // Taken out, and not copied.
        var state = PageBuilder.State()
        swap(&state, &self.state)
        defer { swap(&state, &self.state) }
        return build(index, &state)
    }

    private mutating func fact(_ index: Int) -> BuiltPage {
        if let known = facts[index] { return known }
        var built = build(index)
        built.html = nil
        facts[index] = built
        return built
    }

    /// What is wrong with a page's file, without a look at the body.
    private func own(_ index: Int) -> [Diagnostic] {
        (diagnostics[site.pages[index].path.full] ?? []).sorted()
    }

    /// All that is wrong with a page that was built, links to headings of others included.
    ///
    /// - Parameter readsOthers: pages that it names headings of, and nobody has read, are read now; else those
    ///   headings are taken to be there.
    mutating func problems(of index: Int, readsOthers: Bool = true) -> [Diagnostic] {
        guard let built = facts[index] else { return own(index) }
        var found = built.diagnostics
        for reference in built.references {
            if !readsOthers, facts[reference.target] == nil { continue }
            let anchors = fact(reference.target).anchors
            if anchors.contains(reference.fragment) || parts.isStale(site.pages[reference.target]) {
                continue
            }
            found.append(AnchorCheck.missing(reference, among: anchors, site: site))
        }
        return Set(own(index) + found.compactMap(site.configuration.apply)).sorted()
    }

    /// Pages that nobody has built yet, in the order of their paths.
    public var unread: [Int] { facts.indices.filter { facts[$0] == nil } }

    /// Builds pages, to know what is wrong with them and what others need of them.
    ///
    /// - Parameter jobs: how many at once.
    /// - Returns: as much as was built when somebody cancelled it.
    public func read(_ pages: [Int], jobs: Int) async -> PageFacts {
        let read = try? await ConcurrentMap.run(
            count: pages.count, jobs: jobs, chunk: 8, state: PageBuilder.State()
        ) { number, state throws(DiskError) -> BuiltPage? in
            if Task.isCancelled { return nil }
            var built = build(pages[number], &state)
            if let html = built.html {
                built.entry = SiteJSON.entry(site.pages[built.page], SHA256.hash(html.bytes))
            }
            built.html = nil
            return built
        }
        return PageFacts(generation: generation, pages: read?.results.compactMap { $0 } ?? [])
    }

    /// Takes in what `read` found, unless the site has changed in between.
    public mutating func take(_ read: PageFacts) {
        guard read.generation == generation else { return }
        for built in read.pages where facts[built.page] == nil { facts[built.page] = built }
        made.books = nil
        made.index = nil
    }

    /// Finds related pages anew, where the site is too large to do so at each change.
    public func withRelatedPages() async -> SitePreview {
        guard !site.isSmall, let related = try? await RelatedPages.find(in: site, jobs: 1) else {
            return self
        }
        var next = self
        if related != builder.related {
            next.builder = PageBuilder(views: builder.views, related: related, rendersHTML: true)
            next.pages = [:]
        }
        return next
    }
}

/// What was found out about some pages.
public struct PageFacts: Sendable {
    let generation: Int
    let pages: [BuiltPage]

    public var isEmpty: Bool { pages.isEmpty }
}

extension SiteParts {
    func isStale(_ page: Page) -> Bool { heads[page.path.full]?.isStale ?? false }
}
