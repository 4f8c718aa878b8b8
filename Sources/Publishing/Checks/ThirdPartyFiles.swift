import Markup

/// Looks for what a browser would fetch from other hosts in the files that stand beside the words: templates, styles,
/// scripts, drawings and pages of the site's own.
struct ThirdPartyFiles {
    let site: Site

    private enum Kind { case template, markup, style, script }

    private static let kinds: [String: Kind] = [
        "mustache": .template, "html": .markup, "htm": .markup, "xhtml": .markup, "svg": .markup,
        "css": .style,
        "js": .script, "mjs": .script,
    ]

    func check(jobs: Int) async throws(DiskError) -> [Diagnostic] {
        guard site.isHealth else { return [] }
        let paths = try paths().filter { Self.kind(of: $0) != nil }.sorted()
        let (found, _) = try await ConcurrentMap.run(count: paths.count, jobs: jobs, chunk: 8, state: 0) {
            index, _ throws(DiskError) in try check(paths[index])
        }
        return Array(found.joined())
    }

    private func paths() throws(DiskError) -> [String] {
        var walk = FolderWalk(root: Disk.realPath(site.folder) ?? site.folder)
        if Disk.kind(of: site.folder + "/" + Theme.folder) == .folder { try walk.start(Theme.folder) }
        return walk.found + site.tree.publicFiles.map { "Public/" + $0 } + site.tree.files
    }

    private static func kind(of path: String) -> Kind? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        return kinds[path[path.index(after: dot)...].lowercased()]
    }

    private func check(_ path: String) throws(DiskError) -> [Diagnostic] {
        let source = SourceFile(path: path, bytes: try Disk.read(site.folder + "/" + path))
        return diagnostics(in: source)
    }

    func diagnostics(in source: SourceFile) -> [Diagnostic] {
        let parties = ThirdParties(own: site.configuration.baseURL)
        let found: [ThirdParties.Finding] =
            switch Self.kind(of: source.path) {
            case .template: parties.findings(inMarkup: Self.withoutTags(source.bytes))
            case .markup: parties.findings(inMarkup: source.bytes)
            case .style: parties.findings(inStyle: source.bytes)
            case .script: parties.findings(inScript: source.bytes)
            case nil: []
            }
        if found.isEmpty { return [] }
        let lines = LineTable(source.bytes)
        return found.map {
            .thirdParty($0.address, verb: $0.verb, file: source.path, at: lines.range($0.range))
        }
    }

    /// A template with spaces where its own tags stand: what they will print is not known, and comments are not
    /// printed.
    private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var open: Int?
        for index in bytes.indices.dropLast() {
            if open == nil, bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") {
                open = index
            }
            if let start = open, bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") {
                let end =
                    index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "}") ? index + 3 : index + 2
                for place in start..<end where bytes[place] != UInt8(ascii: "\n") {
                    bytes[place] = UInt8(ascii: " ")
                }
                open = nil
            }
        }
        return bytes
    }
}
