import Markup

/// What a worker does with one page: takes it over from the last build, or builds and writes it.
struct PageWork: Sendable {
    let builder: PageBuilder
    let publisher: Publisher
    /// `nil` where nothing is taken over, and nothing is kept.
    let cache: BuildCache?

    func run(_ page: Page, _ state: inout PageBuilder.State) throws(DiskError) -> BuiltPage {
        guard let source = try builder.read(page, &state) else { return .vanished(page) }
        let site = builder.views.site
        if builder.rendersHTML, site.hasMarkdown(page) {
            let copy = MarkdownCopy(site: site, page: page).bytes(source.bytes)
            try publisher.write(copy, to: site.markdownAddress(of: page).file)
        }
        var clock = Stopwatch()
        let digest = cache == nil ? [] : SHA256.hash(source.bytes)
        if let known = cache?.pages[page.path.full], known.source == digest,
            known.related == builder.related[page], publisher.keep(page.address.file, known.output)
        {
            state.timings.writing += clock.lap()
            return BuiltPage(page: page, known)
        }
        state.timings.hashing += clock.lap()
        var built = try builder.build(page, source, &state)
        guard let html = built.html else { return built }
        built.html = nil
        clock = Stopwatch()
        let entry = SiteJSON.entry(page, SHA256.hash(html.bytes))
        built.entry = entry
        state.timings.hashing += clock.lap()
        try publisher.write(html.bytes, to: page.address.file)
        if cache != nil, built.diagnostics.isEmpty, let stamp = publisher.stamp(of: page.address.file) {
            built.cached = CachedPage(
                source: digest, anchors: built.anchors, references: built.references,
                citations: built.citations,
                terms: built.terms, related: builder.related[page], search: built.search, json: entry.json,
                output: stamp)
        }
        state.timings.writing += clock.lap()
        return built
    }
}

extension BuildCache {
    /// What a build leaves for the next.
    init(key: [UInt8], _ built: [BuiltPage], _ site: Site) {
        self.key = key
        for page in built {
            if let cached = page.cached { pages[site.pages[page.page].path.full] = cached }
        }
    }
}
