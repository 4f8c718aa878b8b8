import Markup
import Search

/// The index that readers search, one for each language: `/search/`, `/es/search/`.
struct SearchFiles: Sendable {
    let build: Build

    private var site: Site { build.site }

    /// What was written, from the site's root.
    struct Written {
        var count = 0
        /// Each ends in '/'.
        var folders: [String] = []
        var roots: [String] = []
        /// What every search begins with, by language.
        var core: [String: [String]] = [:]
    }

    func write(with publisher: Publisher, jobs: Int) async throws(DiskError) -> Written {
        try await make(jobs: jobs) { path, bytes throws(DiskError) in try publisher.write(bytes, to: path) }
    }

    /// - Parameter take: is given each file, by its path from the site's root.
    func make(
        jobs: Int, _ take: (_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Void
    ) async throws(DiskError) -> Written {
        var written = Written()
        for language in build.languages {
            let folder = site.made("search", in: language).relative
            let entries = entries(in: language)
            let piece = max(1, (entries.count + jobs - 1) / max(1, jobs))
            let starts = Array(stride(from: 0, to: entries.count, by: piece))
            let (gathered, _) = try await ConcurrentMap.run(
                count: starts.count, jobs: jobs, chunk: 1, state: 0
            ) { number, _ throws(DiskError) in
                GatheredTerms(
                    entries[starts[number]..<min(starts[number] + piece, entries.count)], language: language)
            }
            let index = SearchIndex(entries, consume gathered, settings: settings(language))
            let parts = index.parts
            let (made, _) = try await ConcurrentMap.run(count: parts.count, jobs: jobs, chunk: 4, state: 0) {
                number, _ throws(DiskError) in parts[number]().map { (file: $0, hash: SHA256.hash($0.bytes)) }
            }
            let files = made.flatMap { $0 }
            let name = Self.name(files.flatMap { Array($0.file.name.utf8) + $0.hash })
            for (file, _) in files { try take(folder + name + "/" + file.name, file.bytes) }
            let root = index.root(folder: name)
            try take(folder + root.name, root.bytes)
            written.count += files.count + 1
            written.folders.append(folder + name + "/")
            written.roots.append(folder + root.name)
            let isWhole = files.count <= Self.mostCoreFiles
            written.core[language] =
                [folder + root.name] + (isWhole ? files.map { folder + name + "/" + $0.file.name } : [])
        }
        return written
    }

    /// An index of so few files is fetched whole by whoever searches.
    private static let mostCoreFiles = 4

    /// A folder named by what stands in it: browsers keep its files for ever, and no two builds mix.
    private static func name(_ content: [UInt8]) -> String {
        String(SHA256.hexadecimal(SHA256.hash(content)).prefix(12))
    }

    private func entries(in language: String) -> [SearchPage] {
        // The index of a translation lies in its folder, and tells addresses from there.
        let home = site.home(in: language).relative
        return build.pages.compactMap { built -> SearchPage? in
            let page = site.pages[built.page]
            guard page.language == language, let contents = built.search else { return nil }
            let path = String(page.address.relative.dropFirst(home.count))
            let section = site.section(of: page)
            let folder = String((section?.address.relative ?? "").dropFirst(home.count))
            return SearchPage(
                path: path, title: page.title,
                section: SearchSection(
                    path: path.hasPrefix(folder) ? folder : "",
                    title: page.role == .section ? "" : section?.title ?? ""),
                contents: contents)
        }.sorted { $0.path < $1.path }
    }

    private func settings(_ language: String) -> SearchSettings {
        var settings = SearchSettings(language: language)
        settings.home = site.configuration.baseURL.path + site.home(in: language).relative
        let glossary = site.data.glossary.written(in: language)?.terms ?? []
        settings.synonyms = site.data.synonyms.written(in: language) ?? []
        for term in glossary where !term.aliases.isEmpty {
            settings.synonyms.append(.init(equal: [term.words] + term.aliases))
        }
        settings.drugNames =
            glossary.filter(\.isDrug).flatMap { [$0.words] + $0.aliases }
            + site.data.approvals[language].all.flatMap(\.names)
        if let crisis = site.data.crisis[language] {
            settings.crisis = SearchSettings.Crisis(
                path: String(
                    site.made("crisis", in: language).relative.dropFirst(
                        site.home(in: language).relative.count)), message: Self.plain(crisis.message),
                lines: crisis.lines.map { line($0, in: language) })
        }
        return settings
    }

    /// The message's paragraphs, a line each; `{lines}` stands where the lines go.
    private static func plain(_ message: String) -> String {
        var words = SearchText()
        words.add(
            HTMLRenderer(style: .commonMark).render(
                Parser(dialect: .commonMark).parse(Array(message.utf8))))
        return words.text.string
    }

    private func line(_ line: CrisisData.Line, in language: String) -> SearchSettings.Crisis.Line {
        var copy = SearchSettings.Crisis.Line()
        let country = site.strings(language).words["country" + line.country] ?? line.country
        copy.name = country.isEmpty ? line.name : "\(country): \(line.name)"
        copy.call = line.call
        copy.text = line.text
        copy.chat = line.chat
        copy.hours = line.hours
        copy.note = line.note
        return copy
    }
}
