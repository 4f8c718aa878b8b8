import Markup

/// Finds what the links of a page lead to.
struct LinkResolver: Sendable {
    let site: Site

    /// Where `destination` leads from a page in `folders` of `Content/`.
    func target(of destination: Destination, from page: Page) -> LinkTarget {
        let path = destination.path
        if path.isEmpty { return .page(page.index) }
        if path.hasPrefix("/") { return targetFromRoot(path) }
        guard let resolved = resolve(path, in: page.path.folders) else {
            return isMarkdown(path) ? .missingPage(nearest: nil) : .missingFile(nearest: nil)
        }
        return target(atSource: resolved, isFolder: path.hasSuffix("/"), from: page)
    }

    /// Nearly all links: `heart.md`, `../safety/heart.md`, with a fragment or without, to a page that is
    /// published. `nil` for all others, which `target` takes its time over.
    func usualTarget(of written: ArraySlice<UInt8>, from page: Page) -> Int? {
        site.hasTranslations ? nil : publishedPage(atSource: written, from: page)
    }

    /// The page whose file a path names: in the language of the file.
    func publishedPage(atSource written: ArraySlice<UInt8>, from page: Page) -> Int? {
        guard written.suffix(3).elementsEqual(".md".utf8) else { return nil }
        var rest = written
        var folder = page.folder[...]
        while rest.starts(with: "../".utf8) {
            rest = rest.dropFirst(3)
            let outer = folder.dropLast().lastIndex(of: UInt8(ascii: "/"))
            guard let outer else { return nil }
            folder = folder[...outer]
        }
        guard let found = site.paths.find(folder, rest), site.isBuilt(site.pages[found]) else { return nil }
        return found
    }

    /// The path below `Content/`, or `nil` where it leaves it.
    private func resolve(_ path: String, in folders: [String]) -> [Substring]? {
        var parts = folders.map { $0[...] }
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts
    }

    private func target(atSource parts: [Substring], isFolder: Bool, from page: Page) -> LinkTarget {
        let path = ContentPath.root + parts.joined(separator: "/")
        if isMarkdown(path) {
            if let found = site.byPath[path] {
                return linked(found, from: page) ?? .missingPage(nearest: nil)
            }
            if let other = site.otherCase(of: path) { return .otherCase(other) }
            return .missingPage(nearest: nearestPage(to: path, from: page))
        }
        if site.tree.files.contains(path) {
            return .file(site.address(ofFile: path), path: path)
        }
        let candidates = parts.isEmpty ? [path + "index.md"] : [path + "/index.md", path + ".md"]
        for candidate in candidates {
            if let found = site.byPath[candidate], let target = linked(found, from: page) { return target }
        }
        if parts.isEmpty || site.tree.articles.contains(where: { $0.hasPrefix(path + "/") }) {
            let address = Address(folder: parts.map { Slug.make(String($0)) })
            if site.madeAddresses.contains(address) { return .made(address) }
        }
        if let other = site.otherCase(of: path) { return .otherCase(other) }
        let hasExtension = !isFolder && (parts.last?.contains(".") ?? false)
        return hasExtension
            ? .missingFile(
                nearest: site.names.of(site).files.nearest(to: path).map { relative($0, from: page) })
            : .missingPage(nearest: nearestPage(to: path + ".md", from: page))
    }

    /// `/safety/heart/` and `/safety/heart.md`, from the site's root.
    private func targetFromRoot(_ path: String) -> LinkTarget {
        let typed = path.drop { $0 == "/" }
        guard !path.hasPrefix("//"), !typed.split(separator: "/").contains("..") else {
            return isMarkdown(path) ? .missingPage(nearest: nil) : .missingFile(nearest: nil)
        }
        let source = ContentPath.root + typed
        if let found = site.byPath[source], site.isBuilt(site.pages[found]) { return .page(found) }
        if site.tree.files.contains(source) { return .file(site.address(ofFile: source), path: source) }
        if site.tree.publicFiles.contains(String(typed)) {
            return .file(Address(relative: String(typed)), path: "Public/" + typed)
        }
        for address in [Address(typed: path), Address(typed: path + "/")] {
            if let found = site.byAddress[address] { return .page(found) }
            if site.madeAddresses.contains(address) { return .made(address) }
        }
        if SiteFiles.isMade(String(typed)) { return .made(Address(relative: String(typed))) }
        if let other = site.otherCase(of: source) ?? site.otherCase(of: "Public/" + typed) {
            return .otherCase(other)
        }
        let nearest = site.names.of(site).addresses.nearest(to: path)
        return path.hasSuffix("/") || isMarkdown(path)
            || !(typed.split(separator: "/").last?.contains(".") ?? false)
            ? .missingPage(nearest: nearest) : .missingFile(nearest: nearest)
    }

    /// A page that readers cannot reach is none, but for others that they cannot reach either.
    private func linked(_ index: Int, from page: Page) -> LinkTarget? {
        let isReachable = site.isBuilt(site.pages[index]) || !site.isBuilt(page)
        return isReachable ? .page(site.translated(index, for: page)) : nil
    }

    private func isMarkdown(_ path: some StringProtocol) -> Bool { path.hasSuffix(".md") }

    private func nearestPage(to path: String, from page: Page) -> String? {
        let names = site.names.of(site)
        if let near = names.pages.nearest(to: path) { return relative(near, from: page) }
        let byName = names.pagesByName[path.split(separator: "/").last ?? path[...]] ?? []
        return byName.count == 1 ? relative(byName[0], from: page) : nil
    }

    /// How a page writes the way to a file of `Content/`.
    private func relative(_ path: String, from page: Page) -> String {
        let target = path.dropFirst(ContentPath.root.utf8.count).split(separator: "/").map(String.init)
        let common = zip(page.path.folders, target.dropLast()).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: page.path.folders.count - common)
        return (up + target.dropFirst(common)).joined(separator: "/")
    }
}

extension Site {
    /// The same page in the reader's language, where it is published in it.
    func translated(_ index: Int, for page: Page) -> Int {
        guard isTranslation(page.language), pages[index].path.language == nil else { return index }
        return translations[pages[index].path.untranslated]?.first {
            pages[$0].language == page.language && isBuilt(pages[$0])
        } ?? index
    }

    /// The way a file beside articles is addressed: its folders as theirs are.
    func address(ofFile path: String) -> Address {
        var parts = path.dropFirst(ContentPath.root.utf8.count).split(separator: "/").map(String.init)
        let name = parts.removeLast()
        var folders = parts.map { Slug.make($0) }
        // An article with a folder of its own may be called otherwise.
        if let page = byPath[ContentPath.root + parts.joined(separator: "/") + "/index.md"].map({ pages[$0] }
        ),
            page.role != .home
        {
            folders = page.address.relative.split(separator: "/").map(String.init)
        }
        return Address(relative: (folders + [name]).joined(separator: "/"))
    }

    /// A file whose path differs in letter case alone.
    func otherCase(of path: String) -> String? {
        names.of(self).uncapitalized[path.lowercased()]
    }
}
