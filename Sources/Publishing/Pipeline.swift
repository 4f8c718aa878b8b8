import Markup

/// From a folder of words to a folder of pages.
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
            let writer = SiteWriter(loaded, publisher, options, jobs: jobs)
            var outcome = try await writer.write(&phases)
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
        let diagnostics = AddressCheck.check(site) + CrisisCheck.check(site) + GlossaryCheck.check(site)
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
}
