import Markup

/// What a site is made of, as it was last read and made sense: where a file makes none any more, what it said before
/// stays in force.
struct SiteParts: Sendable {
    private(set) var configuration: Part<Configuration>
    private(set) var theme: Part<Theme>
    private(set) var data: Part<SiteData>
    private(set) var tree: ContentTree
    private(set) var heads: [String: Head] = [:]

    /// Something that was read, and what was wrong with it when it was read last.
    struct Part<Value: Sendable>: Sendable {
        private(set) var value: Value
        private(set) var diagnostics: [Diagnostic]

        init(_ read: (Value, [Diagnostic])) { (value, diagnostics) = read }

        mutating func take(_ read: (Value, [Diagnostic])) {
            diagnostics = read.1
            if !diagnostics.contains(where: { $0.severity == .error }) { value = read.0 }
        }
    }

    /// The front matter of a file.
    struct Head: Sendable {
        var page: PageFile?
        var diagnostics: [Diagnostic]
        /// What stands in `page` is from before something went wrong.
        var isStale = false
    }

    /// What a change came down to.
    struct Effect: OptionSet {
        let rawValue: Int
        /// Settings, theme, data, front matter, or which files there are.
        static let site = Effect(rawValue: 1)
        /// Files of `Public/`.
        static let publicFiles = Effect(rawValue: 2)
        /// Pictures and the like beside the articles, or what articles include.
        static let neighbours = Effect(rawValue: 4)
    }

    init(of pipeline: Pipeline) async throws(DiskError) {
        configuration = Part(try Self.configuration(of: pipeline))
        theme = Part(try Theme.load(site: pipeline.folder))
        if theme.diagnostics.contains(where: { $0.severity == .error }) {
            // Nothing can be shown with half a theme; the site's own is told of, and comes with its mending.
            theme = Part((try Theme.load(site: "/dev/null").0, theme.diagnostics))
        }
        data = Part(try Self.data(of: pipeline, configuration.value))
        tree = try ContentTree(site: pipeline.folder)
        try await readHeads(of: tree.articles, pipeline, keepsLast: false)
    }

    /// The pages in the order of their paths.
    var pages: [PageFile] { tree.articles.compactMap { heads[$0]?.page } }

    /// What is wrong with the parts themselves.
    var diagnostics: [Diagnostic] {
        configuration.diagnostics + theme.diagnostics + data.diagnostics + tree.diagnostics
            + tree.articles.flatMap { heads[$0]?.diagnostics ?? [] }
    }

    private static func configuration(of pipeline: Pipeline) throws(DiskError) -> (
        Configuration, [Diagnostic]
    ) {
        let source = SourceFile(
            path: Configuration.fileName, bytes: try Disk.read(pipeline.folder + "/" + Configuration.fileName)
        )
        var read = Configuration.read(source)
        if let baseURL = pipeline.baseURL { read.0.baseURL = baseURL }
        return read
    }

    private static func data(
        of pipeline: Pipeline, _ configuration: Configuration
    ) throws(DiskError) -> (SiteData, [Diagnostic]) {
        try SiteData.read(
            site: pipeline.folder, language: configuration.language, profile: configuration.profile)
    }

    /// - Parameter keepsLast: where a file makes no sense any more, what it said before stays.
    private mutating func readHeads(
        of paths: [String], _ pipeline: Pipeline, keepsLast: Bool
    ) async throws(DiskError) {
        let loader = ContentLoader(
            folder: pipeline.folder, configuration: configuration.value, date: pipeline.date)
        let (read, _) = try await ConcurrentMap.run(count: paths.count, jobs: pipeline.jobs, state: 0) {
            index, _ throws(DiskError) in try loader.load(paths[index])
        }
        for (path, (page, diagnostics)) in zip(paths, read) {
            let isWrong = diagnostics.contains { $0.severity == .error }
            if keepsLast, isWrong, let known = heads[path]?.page {
                heads[path] = Head(page: known, diagnostics: diagnostics, isStale: true)
            } else {
                heads[path] = Head(page: page, diagnostics: diagnostics)
            }
        }
    }
}

extension SiteParts {
    /// Reads again what a change concerns.
    ///
    /// - Throws: `DiskError` where a file is there and cannot be read. What was read before it is kept.
    mutating func update(_ change: SiteChange, _ pipeline: Pipeline) async throws(DiskError) -> Effect {
        var effect: Effect = []
        let isSettings = change.concerns(file: Configuration.fileName)
        let before = configuration.value
        if isSettings { configuration.take(try Self.configuration(of: pipeline)) }
        // Both decide what a front matter means.
        let isOther =
            before.profile != configuration.value.profile || before.checks != configuration.value.checks
        if change.concerns(Theme.folder) { theme.take(try Theme.load(site: pipeline.folder)) }
        let isData =
            isOther || before.language != configuration.value.language
            || change.concerns(ContentTree.dataFolder)
        if isData {
            data.take(try Self.data(of: pipeline, configuration.value))
        }
        if isSettings || isData || change.concerns(Theme.folder) { effect.insert(.site) }
        let isNew = try updateTree(change, pipeline)
        if isNew { effect.insert(.site) }
        let stale = tree.articles.filter { isOther || heads[$0] == nil || change.concerns(file: $0) }
        // Files that mean something else under other settings are not broken.
        if try await updateHeads(stale, pipeline, keepsLast: !isOther) { effect.insert(.site) }
        if change.concerns("Public") { effect.insert(.publicFiles) }
        if change.paths.contains(where: tree.files.contains) { effect.insert(.neighbours) }
        return effect
    }

    /// - Returns: whether there are other files than before.
    private mutating func updateTree(_ change: SiteChange, _ pipeline: Pipeline) throws(DiskError) -> Bool {
        let isSuspect =
            change.isWhole
            || change.paths.contains { path in
                if path.hasPrefix(ContentTree.dataFolder) { return false }
                let isOurs = ["Content", "Public"].contains { path == $0 || path.hasPrefix($0 + "/") }
                return isOurs && (!isKnown(path) || Disk.kind(of: pipeline.folder + "/" + path) != .file)
            }
        guard isSuspect else { return false }
        let old = tree
        tree = try ContentTree(site: pipeline.folder)
        return old.articles != tree.articles || old.files != tree.files
            || old.publicFiles != tree.publicFiles || old.diagnostics != tree.diagnostics
    }

    private func isKnown(_ path: String) -> Bool {
        heads[path] != nil || tree.files.contains(path)
            || path.hasPrefix("Public/") && tree.publicFiles.contains(String(path.dropFirst("Public/".count)))
    }

    /// - Returns: whether any front matter says something else than before.
    private mutating func updateHeads(
        _ paths: [String], _ pipeline: Pipeline, keepsLast: Bool
    ) async throws(DiskError) -> Bool {
        let old = paths.map { heads[$0] }
        if heads.count > tree.articles.count || tree.articles.contains(where: { heads[$0] == nil }) {
            let present = Set(tree.articles)
            heads = heads.filter { present.contains($0.key) }
        }
        try await readHeads(of: paths, pipeline, keepsLast: keepsLast)
        return zip(paths, old).contains { path, before in
            let now = heads[path]
            return before?.page?.digest != now?.page?.digest || before?.diagnostics != now?.diagnostics
                || before?.isStale != now?.isStale
        }
    }
}
