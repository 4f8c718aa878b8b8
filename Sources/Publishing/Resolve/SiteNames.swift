import Markup
import Synchronization

/// What a link that leads nowhere may have meant.
///
/// A folder that was renamed breaks thousands of links, so all is made ready once, when the first such link is met.
final class SiteNames: Sendable {
    struct Names: Sendable {
        /// Paths of pages that are published, and those of one name.
        let pages: NameIndex
        let pagesByName: [Substring: [String]]
        /// Paths of files beside articles.
        let files: NameIndex
        /// Addresses of pages, from the site's root.
        let addresses: NameIndex
        /// Paths of pages and files by what they are without capitals.
        let uncapitalized: [String: String]
    }

    private let made = Mutex<Names?>(nil)

    func of(_ site: Site) -> Names {
        made.withLock { made in
            if let made { return made }
            let names = Names(site)
            made = names
            return names
        }
    }
}

extension SiteNames.Names {
    fileprivate init(_ site: Site) {
        let published = site.pages.filter(site.isBuilt).map(\.path.full)
        let files = site.tree.files.sorted()
        pages = NameIndex(published)
        pagesByName = Dictionary(grouping: published) { $0.split(separator: "/").last ?? $0[...] }
        self.files = NameIndex(files)
        addresses = NameIndex(site.byAddress.keys.map(\.description).sorted())
        let paths = site.byPath.keys.sorted() + files + site.tree.publicFiles.sorted().map { "Public/" + $0 }
        uncapitalized = Dictionary(paths.map { ($0.lowercased(), $0) }) {
            first, _ in first
        }
    }
}
