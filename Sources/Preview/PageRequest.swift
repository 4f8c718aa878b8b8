import Publishing

/// What somebody looks at: an address of the site, or the page for staff.
struct PageRequest: Sendable, Equatable {
    /// Decoded; begins with '/'.
    let path: String
    /// As it was asked for, without '?'.
    let query: String

    static let status = "/_status/"

    var queryPart: String { query.isEmpty ? "" : "?" + query }

    /// The address from the site's root; `nil` outside of the site.
    func address(below base: String) -> String? {
        path.hasPrefix(base) ? String(path.dropFirst(base.count)) : nil
    }

    /// Whether it shows what stands in the bodies of all pages.
    func needsAllPages(_ preview: SitePreview) -> Bool {
        if path == Self.status { return true }
        return address(below: preview.configuration.baseURL.path).map(preview.isMadeOfBodies) ?? false
    }
}
