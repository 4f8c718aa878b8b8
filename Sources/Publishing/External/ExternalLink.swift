public import Markup

/// A web address on another host that the site's words or data name, and where they do.
public struct ExternalLink: Sendable, Hashable {
    /// Without its '#…', which no server is told.
    public let address: String
    public let file: String
    public let range: SourceRange

    /// `nil` unless the text is an address over http or https, or one that begins with '//'.
    init?(_ written: String, file: String, at range: SourceRange) {
        let whole = written.hasPrefix("//") ? "https:" + written : written
        let bare = String(whole.prefix { $0 != "#" })
        let scheme = Destination.scheme(of: Array(bare.utf8)[...])
        guard scheme == "http" || scheme == "https", bare.contains("://") else { return nil }
        (address, self.file, self.range) = (bare, file, range)
    }
}

/// What a server said of an address.
public enum LinkAnswer: Sendable, Equatable {
    /// Something is there.
    case fine
    /// For good: HTTP's 301 and 308.
    case moved(to: String)
    /// In a few words: 'not found (404)'.
    case dead(reason: String)
}

extension Pipeline {
    /// The addresses on other hosts that a site names; none where the settings have `link.external` off.
    ///
    /// - Throws: `DiskError` where a file cannot be read any more.
    public func externalLinks(in site: Site) async throws(DiskError) -> [ExternalLink] {
        let settings = site.configuration
        if (settings.checks["link.external"] ?? settings.checks["link"]) == .off { return [] }
        let reader = ExternalLinkReader(site: site)
        let (found, _) = try await ConcurrentMap.run(
            count: site.pages.count, jobs: options.jobs ?? Processors.count, state: 0
        ) { index, _ throws(DiskError) in try reader.links(of: site.pages[index]) }
        let all = found.flatMap { $0 } + reader.linksOfData(try settingsFile())
        let own = settings.baseURL.origin.isEmpty ? nil : settings.baseURL.description
        return all.filter { link in own.map { !link.address.hasPrefix($0) } ?? true }
    }

    /// What is to be told of the links, after what the last runs saw; kept for the next run.
    ///
    /// - Parameter answers: of those addresses that were asked.
    /// - Throws: `DiskError` where the answers cannot be kept.
    public func tell(
        _ links: [ExternalLink], _ answers: [String: LinkAnswer]
    ) throws(DiskError) -> [Diagnostic] {
        var ledger = LinkLedger.read(site: folder)
        ledger.update(with: answers, keeping: Set(links.map(\.address)), on: date)
        try ledger.write(site: folder)
        return links.compactMap { ledger.diagnostic(for: $0, on: date) }
    }

    private func settingsFile() throws(DiskError) -> SourceFile {
        SourceFile(path: Configuration.fileName, bytes: try Disk.read(folder + "/" + Configuration.fileName))
    }
}
