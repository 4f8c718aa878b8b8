import Markup

extension SitePreview {
    /// What is served as it stands in a file: of `Public/`, of the built-in theme, beside an article.
    ///
    /// - Parameter address: from the site's root: `icon.svg`.
    /// - Returns: `nil` where there is no such file, or it leads out of the site's folder.
    public mutating func file(at address: String) -> [UInt8]? {
        if site.tree.publicFiles.contains(address) { return contents(of: "Public/" + address) }
        if address == Stylesheet.name { return stylesheet() }
        let path = "Public/" + address
        if let file = BuiltInTheme.files.first(where: { $0.path == path }) { return file.bytes }
        if let path = neighbours()[address] { return contents(of: path) }
        return markdownCopy(at: address)
    }

    /// A file of the site's folder, if it still lies there.
    func contents(of path: String) -> [UInt8]? {
        let root = Disk.realPath(folder) ?? folder
        guard let real = Disk.realPath(folder + "/" + path), real.hasPrefix(root + "/"),
            Disk.kind(of: real) == .file
        else { return nil }
        // A file that went in this moment is none.
        return try? Disk.read(real)
    }

    private mutating func stylesheet() -> [UInt8] {
        if let known = made.stylesheet { return known }
        var sheet = Stylesheet()
        for file in BuiltInTheme.files where file.path.hasPrefix("Public/") {
            sheet.add(file.bytes, from: String(file.path.dropFirst("Public/".count)))
        }
        for name in site.tree.publicFiles where name.hasSuffix(".css") {
            if let bytes = contents(of: "Public/" + name) { sheet.add(bytes, from: name) }
        }
        made.stylesheet = sheet.bytes
        return sheet.bytes
    }

    private mutating func neighbours() -> [String: String] {
        if let known = made.neighbours { return known }
        let files = Dictionary(
            site.tree.files.sorted().map { (site.address(ofFile: $0).relative, $0) },
            uniquingKeysWith: { first, _ in first })
        made.neighbours = files
        return files
    }

    private func markdownCopy(at address: String) -> [UInt8]? {
        guard address.hasSuffix("/" + MarkdownCopy.name),
            let index = site.byAddress[Address(relative: String(address.dropLast(MarkdownCopy.name.count)))],
            site.hasMarkdown(site.pages[index]), let source = contents(of: site.pages[index].path.full)
        else { return nil }
        return MarkdownCopy(site: site, page: site.pages[index]).bytes(source)
    }
}
