public import Markup

/// From a folder of words to a folder of pages: the whole story, top to bottom.
public struct Pipeline: Sendable {
    /// The site's folder, from the root.
    public let folder: String
    public let date: CalendarDate
    public let options: BuildOptions
    public var baseURL: BaseURL?

    public init(
        site folder: String, date: CalendarDate, options: BuildOptions = BuildOptions(),
        baseURL: BaseURL? = nil
    ) {
        self.folder = Disk.absolute(folder)
        self.date = date
        self.options = options
        self.baseURL = baseURL
    }

    public static let defaultOutput = "_site"

    /// Writes the site, unless something is wrong with it.
    ///
    /// - Parameter output: where to; `nil` for `_site` in the site's folder.
    /// - Throws: `DiskError` where the disk will not have it. Then, and where there are errors, the last site
    ///   stands.
    public func build(to output: String?) async throws(DiskError) -> Outcome {
        let started = ContinuousClock.now
        var phases = Phases()
        let loaded = try await load(&phases)
        let place = Disk.absolute(output ?? folder + "/" + Self.defaultOutput)
        try refuse(place)
        let publisher = try Publisher(output: place, mayReplaceAnything: output == nil)
        do {
            var outcome = try await write(loaded, with: publisher, &phases)
            if outcome.isPublishable(strict: options.strict) {
                try publisher.publish()
                // What cannot be kept for the next build only costs that build its time.
                try? outcome.cache?.save(site: folder)
            } else {
                publisher.discard()
                outcome.files = 0
            }
            phases.end("exchange")
            outcome.phases = phases
            outcome.wallTime = started.duration(to: .now)
            return outcome
        } catch {
            publisher.discard()
            throw error
        }
    }

    /// Looks for everything that `build` would, and writes nothing.
    public func check() async throws(DiskError) -> Outcome {
        let started = ContinuousClock.now
        var phases = Phases()
        let loaded = try await load(&phases)
        var outcome = Outcome(site: loaded.site, diagnostics: loaded.diagnostics)
        let builder = PageBuilder(views: loaded.views, rendersHTML: false)
        let pages = loaded.site.pages
        let (built, states) = try await ConcurrentMap.run(
            count: pages.count, jobs: jobs, state: PageBuilder.State()
        ) {
            index, state throws(DiskError) in
            guard let source = try builder.read(pages[index], &state) else {
                return BuiltPage.vanished(pages[index])
            }
            return try builder.build(pages[index], source, &state)
        }
        outcome.add(built, loaded.site)
        for state in states { outcome.timings += state.timings }
        phases.end("pages")
        outcome.phases = phases
        outcome.wallTime = started.duration(to: .now)
        return outcome
    }

    /// The site as its front matter tells it, without a look at the bodies.
    public func survey() async throws(DiskError) -> Outcome {
        let loaded = try await loaded()
        return Outcome(site: loaded.site, diagnostics: loaded.diagnostics)
    }

    /// A file as diagnostics name it, from a path as somebody typed it: from here, or from the site's folder.
    ///
    /// - Throws: `DiskError` where there is no such file in the site.
    public func path(ofFile typed: String) throws(DiskError) -> String {
        for candidate in [Disk.absolute(typed), folder + "/" + typed] where candidate.hasPrefix(folder + "/")
        {
            if Disk.kind(of: candidate) == .file { return String(candidate.dropFirst(folder.utf8.count + 1)) }
        }
        throw DiskError("find, in the site,", typed, code: 2 /* ENOENT */)
    }

    var jobs: Int { options.jobs ?? Processors.count }
}

extension Pipeline {
    struct Loaded: Sendable {
        let site: Site
        let views: SharedViews
        let diagnostics: [Diagnostic]
        /// Of all that pages depend on besides their bodies.
        let key: [UInt8]
    }

    func loaded() async throws(DiskError) -> Loaded {
        var phases = Phases()
        return try await load(&phases)
    }

    private func load(_ phases: inout Phases) async throws(DiskError) -> Loaded {
        let settings = SourceFile(
            path: Configuration.fileName, bytes: try Disk.read(folder + "/" + Configuration.fileName))
        var (configuration, diagnostics) = Configuration.read(settings)
        if let baseURL { configuration.baseURL = baseURL }
        let (theme, themeDiagnostics) = try Theme.load(site: folder)
        let (data, dataDiagnostics) = try SiteData.read(
            site: folder, language: configuration.language, profile: configuration.profile)
        phases.end("settings and theme")
        let tree = try ContentTree(site: folder)
        phases.end("finding files")
        let loader = ContentLoader(folder: folder, configuration: configuration, date: date)
        let paths = tree.articles
        let (heads, _) = try await ConcurrentMap.run(count: paths.count, jobs: jobs, state: 0) {
            index, _ throws(DiskError) in try loader.load(paths[index])
        }
        phases.end("front matter")
        let (site, found) = try await assemble(
            configuration: configuration, theme: theme, data: data, tree: tree,
            pages: heads.compactMap(\.page))
        diagnostics += themeDiagnostics + dataDiagnostics + tree.diagnostics + heads.flatMap(\.diagnostics)
        diagnostics += found
        let digests = heads.compactMap(\.page?.digest)
        let key =
            options.usesCache ? Fingerprint.of(site, theme: theme, heads: digests, settings: settings) : []
        let loaded = Loaded(
            site: site, views: SharedViews(site: site, theme: theme), diagnostics: diagnostics, key: key)
        phases.end("site")
        return loaded
    }

    /// Puts together what was read, and tells what is wrong with the whole.
    func assemble(
        configuration: Configuration, theme: Theme, data: SiteData, tree: ContentTree, pages: [PageFile]
    ) async throws(DiskError) -> (site: Site, diagnostics: [Diagnostic]) {
        let site = Site(
            folder: folder, configuration: configuration, date: date, options: options, tree: tree,
            data: data, theme: theme.strings, pages: pages)
        let diagnostics = AddressCheck.check(site) + CrisisCheck.check(site)
        return (site, diagnostics + (try await ThirdPartyFiles(site: site).check(jobs: jobs)))
    }

    /// A site is not written over what it is made of.
    private func refuse(_ typed: String) throws(DiskError) {
        let output = Disk.withoutLinks(typed)
        let folder = Disk.realPath(folder) ?? folder
        let isAbove = (folder + "/").hasPrefix(output == "/" ? "/" : output + "/")
        let isSource = ["Content", "Templates", "Public"].contains {
            (output + "/").hasPrefix("\(folder)/\($0)/")
        }
        if isAbove || isSource {
            throw DiskError("replace the site's own folder", output, code: 22 /* EINVAL */)
        }
    }

    private func write(
        _ loaded: Loaded, with publisher: Publisher, _ phases: inout Phases
    ) async throws(DiskError) -> Outcome {
        let site = loaded.site
        var outcome = Outcome(site: site, diagnostics: loaded.diagnostics)
        let rendersHTML = outcome.isPublishable(strict: false)
        let views = rendersHTML ? try await loaded.views.withEntries(jobs: jobs) : loaded.views
        // The handbook is made of all articles, so all are built.
        let usesCache = options.usesCache && rendersHTML && !site.hasHandbook
        let cache = usesCache ? BuildCache.load(site: folder, key: loaded.key) : nil
        phases.end("entries of lists")
        let related = rendersHTML ? try await RelatedPages.find(in: site, jobs: jobs) : .none
        phases.end("related pages")
        let builder = PageBuilder(views: views, related: related, rendersHTML: rendersHTML)
        let work = PageWork(builder: builder, publisher: publisher, cache: cache)
        let (built, states) = try await ConcurrentMap.run(
            count: site.pages.count, jobs: jobs, state: PageBuilder.State()
        ) { index, state throws(DiskError) in try work.run(site.pages[index], &state) }
        for state in states { outcome.timings += state.timings }
        outcome.add(built, site)
        phases.end("pages")
        guard outcome.isPublishable(strict: options.strict) else { return outcome }
        outcome.files = built.count { $0.entry != nil } + site.pages.count(where: site.hasMarkdown)
        let build = Build(views: views, pages: built)
        var contents = Fingerprint()
        outcome.files += try await writeOutputs(build, with: publisher, &contents)
        outcome.files += try copyFiles(of: site, with: publisher, &contents)
        phases.end("lists, feeds and files")
        outcome.files += try await writeSearch(build, with: publisher, contents)
        if cache != nil { outcome.cache = BuildCache(key: loaded.key, built, site) }
        phases.end("search")
        return outcome
    }

    /// The index, and what has to know its files' names.
    private func writeSearch(
        _ build: Build, with publisher: Publisher, _ contents: Fingerprint
    ) async throws(DiskError) -> Int {
        let site = build.site
        let index = try await SearchFiles(build: build).write(with: publisher, jobs: jobs)
        var count = index.count
        let worker = ServiceWorker(
            site: site, program: try publicFile(ServiceWorker.name, of: site), contents: contents,
            index: index)
        try publisher.write(worker.bytes, to: ServiceWorker.name)
        count += 1
        if !site.tree.publicFiles.contains(HostHeaders.address.file) {
            let headers = HostHeaders(site: site, indexFolders: index.folders, indexRoots: index.roots)
            try publisher.write(headers.bytes, to: HostHeaders.address.file)
            count += 1
        }
        return count
    }

    /// Everything that is not an article.
    ///
    /// - Parameter contents: of what is written.
    private func writeOutputs(
        _ build: Build, with publisher: Publisher, _ contents: inout Fingerprint
    ) async throws(DiskError) -> Int {
        let outputs = Output.all
        let (files, _) = try await ConcurrentMap.run(
            count: outputs.count, jobs: jobs, chunk: 1, state: TemplatePrograms()
        ) { index, programs throws(DiskError) in
            let files = outputs[index].make(build, &programs)
            var written: (count: Int, entries: [SiteJSON.Entry]) = (0, [])
            for file in files where !build.site.tree.publicFiles.contains(file.address.file) {
                try publisher.write(file.bytes, to: file.address.file)
                written.count += 1
                guard let page = file.page else { continue }
                written.entries.append(SiteJSON.entry(page, at: file.address, SHA256.hash(file.bytes)))
            }
            return written
        }
        let summary = SiteJSON.make(build, made: files.flatMap(\.entries))
        try publisher.write(summary.bytes, to: summary.address.file)
        // It has a digest of every page.
        contents.add(SHA256.hash(summary.bytes))
        return files.reduce(1) { $0 + $1.count }
    }

    /// A file of the site's own, or else of the theme.
    private func publicFile(_ name: String, of site: Site) throws(DiskError) -> [UInt8] {
        let path = "Public/" + name
        if site.tree.publicFiles.contains(name) { return try Disk.read(site.folder + "/" + path) }
        return BuiltInTheme.files.first { $0.path == path }?.bytes ?? []
    }

    /// Files of `Public/`, of the built-in theme, and beside articles.
    private func copyFiles(
        of site: Site, with publisher: Publisher, _ contents: inout Fingerprint
    ) throws(DiskError) -> Int {
        var copies: [(from: String, to: String)] = site.tree.publicFiles.subtracting([ServiceWorker.name])
            .map { ("Public/" + $0, $0) }
        for path in site.tree.files where site.isPublished(file: path) {
            copies.append((path, site.address(ofFile: path).relative))
        }
        var stylesheet = Stylesheet()
        for copy in copies.sorted(by: { $0.to < $1.to }) {
            let bytes = try Disk.read(site.folder + "/" + copy.from)
            stylesheet.add(bytes, from: copy.to)
            contents.add(SHA256.hash(bytes))
            try publisher.write(bytes, to: copy.to)
        }
        var count = copies.count
        for file in BuiltInTheme.files where file.path.hasPrefix("Public/") {
            let name = String(file.path.dropFirst("Public/".utf8.count))
            if name == ServiceWorker.name || site.tree.publicFiles.contains(name) { continue }
            stylesheet.add(file.bytes, from: name)
            contents.add(SHA256.hash(file.bytes))
            try publisher.write(file.bytes, to: name)
            count += 1
        }
        if !site.tree.publicFiles.contains(Stylesheet.name) {
            try publisher.write(stylesheet.bytes, to: Stylesheet.name)
            count += 1
        }
        return count
    }
}

/// What came of a build or a check.
public struct Outcome: Sendable {
    public let site: Site
    /// In the order in which they are told, each under the site's settings.
    public private(set) var diagnostics: [Diagnostic]
    /// Files of the new site; 0 where none was written.
    public internal(set) var files = 0
    public internal(set) var wallTime = Duration.zero
    var timings = Timings()
    var phases = Phases()
    /// What the next build may use.
    var cache: BuildCache?

    init(site: Site, diagnostics: [Diagnostic]) {
        self.site = site
        self.diagnostics = diagnostics.compactMap(site.configuration.apply).sorted()
    }

    mutating func add(_ built: [BuiltPage], _ site: Site) {
        let found = built.flatMap(\.diagnostics) + AnchorCheck.check(built, site: site)
        guard !found.isEmpty else { return }
        diagnostics = Set(diagnostics + found.compactMap(site.configuration.apply)).sorted()
    }

    /// With what others found, under the site's settings.
    public func adding(_ others: [Diagnostic]) -> Outcome {
        var outcome = self
        outcome.diagnostics = Set(diagnostics + others.compactMap(site.configuration.apply)).sorted()
        return outcome
    }

    public var pageCount: Int { site.pages.count }

    public var errors: Int { diagnostics.count { $0.severity == .error } }
    public var warnings: Int { diagnostics.count { $0.severity == .warning } }

    public func isPublishable(strict: Bool) -> Bool { strict ? diagnostics.isEmpty : errors == 0 }

    /// Where the time went, by the clock, one phase after another.
    public var phasesInMilliseconds: [(name: String, milliseconds: Double)] {
        phases.all.map { ($0, $1.milliseconds) }
    }

    /// Where the time of the phase 'pages' went, summed over the workers.
    public var pagesInMilliseconds: [(name: String, milliseconds: Double)] {
        timings.parts.map { ($0, $1.milliseconds) }
    }
}

extension Duration {
    public var milliseconds: Double {
        Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
    }
}

extension Site {
    /// Pictures in an article's own folder wait for the article.
    func isPublished(file path: String) -> Bool {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if let page = byPath[folder + "/index.md"].map({ pages[$0] }), page.path.bundle != nil {
                return isBuilt(page)
            }
        }
        return true
    }
}
