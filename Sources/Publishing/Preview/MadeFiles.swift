import Markup

/// Files that the site makes of its pages, by their path from the site's root.
struct MadeFiles: Sendable {
    /// Of what front matter and data tell.
    var lists: [String: [UInt8]]?
    /// Of what stands in all bodies.
    var books: [String: [UInt8]]?
    /// For the search.
    var index: [String: [UInt8]]?
    /// Files beside articles, by the address they are served at.
    var neighbours: [String: String]?
    var stylesheet: [UInt8]?
    var unfoundWords: [String]?
}

extension Output {
    /// Those that need to know what all bodies say.
    static let ofBodies: Set<String> = ["references", "glossary", "handbook"]
}

extension SitePreview {
    /// Whether a file can be made only when all pages have been built: `made(at:)` answers it then.
    public func isMadeOfBodies(_ address: String) -> Bool {
        let file = Address(typed: address).file
        if file == SiteJSON.address.file || isOfIndex(file) { return true }
        return languages.contains { language in
            ["references", "glossary", Handbook.name].contains { site.made($0, in: language).file == file }
        }
    }

    private var languages: Set<String> {
        Set(site.sections.map(\.language)).union([site.configuration.language])
    }

    private func isOfIndex(_ file: String) -> Bool {
        file.hasSuffix(".bin")
            && languages.contains { file.hasPrefix(site.made("search", in: $0).relative) }
    }

    /// A file of the site that no file of the folder stands for: lists, feeds, the map, the search's index.
    public mutating func madeFile(at address: String) async -> [UInt8]? {
        let file = Address(typed: address).file
        if isOfIndex(file) { return await index()[file] }
        return isMadeOfBodies(address) ? books()[file] : lists()[file]
    }

    private var whole: Build { Build(views: builder.views, pages: facts.compactMap { $0 }) }

    private mutating func lists() -> [String: [UInt8]] {
        if let known = made.lists { return known }
        var files: [String: [UInt8]] = [:]
        let build = Build(views: builder.views, pages: [])
        for output in Output.all where !Output.ofBodies.contains(output.name) {
            for file in output.make(build, &state.programs) { files[file.address.file] = file.bytes }
        }
        made.lists = files
        return files
    }

    private mutating func books() -> [String: [UInt8]] {
        if let known = made.books { return known }
        var files: [String: [UInt8]] = [:]
        let build = whole
        // The handbook looks pages up by their places, so all have to be there.
        let isWhole = build.pages.count == site.pages.count
        for output in Output.all where Output.ofBodies.contains(output.name) && isWhole {
            for file in output.make(build, &state.programs) { files[file.address.file] = file.bytes }
        }
        let summary = SiteJSON.make(build, made: [])
        files[summary.address.file] = summary.bytes
        made.books = files
        return files
    }

    mutating func index() async -> [String: [UInt8]] {
        if let known = made.index { return known }
        var files: [String: [UInt8]] = [:]
        // The making writes nothing, so nothing can go wrong with the disk.
        _ = try? await SearchFiles(build: whole).make(jobs: pipeline.jobs) { files[$0] = $1 }
        made.index = files
        return files
    }
}

extension SitePreview {
    /// Takes over what a copy of this value has made in the meantime.
    public mutating func takeMadeFiles(of copy: SitePreview) {
        guard copy.generation == generation else { return }
        made.lists = made.lists ?? copy.made.lists
        made.neighbours = made.neighbours ?? copy.made.neighbours
        made.stylesheet = made.stylesheet ?? copy.made.stylesheet
        guard copy.unread.count == unread.count else { return }
        made.books = made.books ?? copy.made.books
        made.index = made.index ?? copy.made.index
        made.unfoundWords = made.unfoundWords ?? copy.made.unfoundWords
    }

    /// Takes over the related pages that a copy of this value has found.
    public mutating func takeRelatedPages(of copy: SitePreview) {
        guard copy.generation == generation, copy.builder.related != builder.related else { return }
        builder = copy.builder
        pages = [:]
    }

    /// Where an address without its slash leads, as a page links to it; `nil` where it is right as it is.
    public func redirect(from address: String) -> String? {
        guard !address.isEmpty, !address.hasSuffix("/") else { return nil }
        let folder = Address(relative: address + "/")
        let stands = site.byAddress[folder] != nil || site.madeAddresses.contains(folder)
        return stands && site.byAddress[Address(relative: address)] == nil ? site.link(to: folder) : nil
    }
}
