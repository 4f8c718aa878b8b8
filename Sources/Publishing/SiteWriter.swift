import Markup

/// Builds all pages of a site that was read, and writes them and what is made of them, a file at a time.
struct SiteWriter: Sendable {
    private let loaded: Pipeline.Loaded
    private let publisher: Publisher
    private let options: BuildOptions
    private let jobs: Int

    private var site: Site { loaded.site }

    init(_ loaded: Pipeline.Loaded, _ publisher: Publisher, _ options: BuildOptions, jobs: Int) {
        (self.loaded, self.publisher, self.options, self.jobs) = (loaded, publisher, options, jobs)
    }

    /// - Returns: without files where something is wrong with the site; then what was written is of no use.
    /// - Throws: `DiskError` where the disk will not have it.
    func write(_ phases: inout Phases) async throws(DiskError) -> Outcome {
        var outcome = Outcome(site: site, diagnostics: loaded.diagnostics)
        let rendersHTML = outcome.isPublishable(strict: false)
        let views = rendersHTML ? try await loaded.views.withEntries(jobs: jobs) : loaded.views
        // The handbook is made of all articles, so all are built.
        let usesCache = options.usesCache && rendersHTML && !site.hasHandbook
        let cache = usesCache ? BuildCache.load(site: site.folder, key: loaded.key) : nil
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
        outcome.files += try await writeOutputs(build, &contents)
        outcome.files += try copyFiles(&contents)
        phases.end("lists, feeds and files")
        outcome.files += try await writeSearch(build, contents)
        if cache != nil { outcome.cache = BuildCache(key: loaded.key, built, site) }
        phases.end("search")
        return outcome
    }

    /// The index, and what has to know its files' names.
    private func writeSearch(_ build: Build, _ contents: Fingerprint) async throws(DiskError) -> Int {
        let index = try await SearchFiles(build: build).write(with: publisher, jobs: jobs)
        var count = index.count
        let worker = ServiceWorker(
            site: site, program: try publicFile(ServiceWorker.name), contents: contents,
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
    private func writeOutputs(_ build: Build, _ contents: inout Fingerprint) async throws(DiskError) -> Int {
        let outputs = Output.all
        let (files, _) = try await ConcurrentMap.run(
            count: outputs.count, jobs: jobs, chunk: 1, state: TemplatePrograms()
        ) { index, programs throws(DiskError) in
            let files = outputs[index].make(build, &programs)
            var written: (count: Int, entries: [SiteJSON.Entry]) = (0, [])
            for file in files where !site.tree.publicFiles.contains(file.address.file) {
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
    private func publicFile(_ name: String) throws(DiskError) -> [UInt8] {
        let path = "Public/" + name
        if site.tree.publicFiles.contains(name) { return try Disk.read(site.folder + "/" + path) }
        return BuiltInTheme.files.first { $0.path == path }?.bytes ?? []
    }

    /// Files of `Public/`, of the built-in theme, and beside articles.
    private func copyFiles(_ contents: inout Fingerprint) throws(DiskError) -> Int {
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
