import Markup

extension SitePreview {
    /// What a change means to whoever has pages open.
    public struct Update: Sendable {
        public let preview: SitePreview
        /// Addresses of stylesheets, from the site's root, which can be exchanged in a page that is open.
        public let styles: Set<String>
        /// Files that pages fetch are others, though the pages may be the same.
        public let isReloadNeeded: Bool
    }

    /// The site after a change. Only what depends on the change is made again.
    public func updated(after change: SiteChange) async -> Update {
        var next = self
        next.generation += 1
        next.trouble = nil
        next.missed = SiteChange()
        var change = change
        change.add(missed)
        var effect: SiteParts.Effect = []
        do {
            effect = try await next.parts.update(change, pipeline)
            if effect.contains(.site) {
                next.take(try await Whole(next.parts, pipeline, after: self))
            } else {
                try await next.updateBodies(change, effect)
            }
        } catch {
            // What is there is shown until it can be read again.
            next = self
            next.generation += 1
            next.trouble = error.description
            next.missed = change
        }
        let styles = effect.contains(.publicFiles) ? styles(in: change) : []
        let isPlain = change.paths.allSatisfy { $0.hasPrefix("Public/") && $0.hasSuffix(".css") }
        let isOther = effect.contains(.publicFiles) || effect.contains(.neighbours)
        return Update(
            preview: next, styles: styles, isReloadNeeded: isOther && !(isPlain && !effect.contains(.site)))
    }

    /// After a change of files that only themselves or few pages depend on.
    private mutating func updateBodies(_ change: SiteChange, _ effect: SiteParts.Effect)
        async throws(DiskError)
    {
        made = MadeFiles()
        if effect.contains(.publicFiles) {
            let found = try await ThirdPartyFiles(site: site).check(jobs: pipeline.jobs)
                .compactMap(site.configuration.apply)
            let site = self.site
            let others = diagnostics.mapValues { known in
                known.filter { $0.id != Self.thirdParty || site.byPath[$0.file] != nil }
            }
            diagnostics = others.merging(Dictionary(grouping: found, by: \.file)) { $0 + $1 }
        }
        if effect.contains(.neighbours) || change.isWhole { return dropBodies() }
        // Diagnostics of any page may tell of headings of those that changed.
        pages = [:]
        var changed = Set(change.paths.compactMap { site.byPath[$0] })
        for (index, fact) in facts.enumerated() {
            guard let included = fact?.survey?.included, !included.isEmpty else { continue }
            if !included.isDisjoint(with: change.paths) { changed.insert(index) }
        }
        for index in changed { facts[index] = nil }
        if site.isSmall, !changed.isEmpty {
            let related = try await RelatedPages.find(in: site, jobs: pipeline.jobs)
            if related != builder.related {
                builder = PageBuilder(views: builder.views, related: related, rendersHTML: true)
            }
        }
    }

    /// What `ThirdPartyFiles` tells.
    private static let thirdParty = "privacy.third-party"

    private func styles(in change: SiteChange) -> Set<String> {
        let sheets = change.paths.filter { $0.hasPrefix("Public/") && $0.hasSuffix(".css") }
            .map { String($0.dropFirst("Public/".count)) }
        return sheets.isEmpty ? [] : Set(sheets + [Stylesheet.name])
    }

    /// Whether a file is not there, or empty, that was there a moment ago: an editor may be about to write it.
    public func isHalfWritten(_ change: SiteChange) -> Bool {
        change.paths.contains { path in
            guard site.byPath[path] != nil || path == Configuration.fileName else { return false }
            guard let stamp = FileStamp(of: folder + "/" + path) else { return true }
            return stamp.size == 0
        }
    }
}
