import Markup

/// The files of a site's folder, by path, as they were found: nothing is read yet.
struct ContentTree: Sendable {
    /// Markdown files, `Content/…`, in the order of bytes.
    var articles: [String] = []
    /// All other files of `Content/`, `Data/` left out.
    var files: Set<String> = []
    /// Files of `Public/`, from that folder.
    var publicFiles: Set<String> = []
    var diagnostics: [Diagnostic] = []

    static let dataFolder = "Content/Data"

    /// - Throws: `DiskError` where a folder cannot be read.
    init(site folder: String) throws(DiskError) {
        let root = Disk.realPath(folder) ?? folder
        var walk = FolderWalk(root: root)
        try walk.start("Content")
        walk.refuseLink("Content/Data")
        for path in walk.found {
            if path.hasSuffix(".md") { articles.append(path) } else { files.insert(path) }
        }
        walk.found = []
        if Disk.kind(of: root + "/Public") == .folder { try walk.start("Public") }
        publicFiles = Set(walk.found.map { String($0.dropFirst("Public/".utf8.count)) })
        diagnostics = walk.diagnostics
        articles.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// Finds the files under a folder of the site, and refuses links that lead out of it.
struct FolderWalk {
    let root: String
    var found: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Real paths of linked folders that are being visited: a link to one of them has no end.
    private var links: Set<String> = []

    init(root: String) { self.root = root }

    mutating func start(_ folder: String) throws(DiskError) {
        let isLink = Disk.kind(of: root + "/" + folder, following: false) == .link
        if isLink { try visitLink(folder) } else { try visit(folder) }
    }

    /// A folder that is read elsewhere, and may not lead out of the site either.
    mutating func refuseLink(_ folder: String) {
        let path = root + "/" + folder
        guard Disk.kind(of: path, following: false) == .link,
            Disk.realPath(path)?.hasPrefix(root + "/") != true
        else {
            return
        }
        refuse(
            folder, "is a symbolic link out of the site's folder",
            help: "copy the folder into the site's folder")
    }

    private mutating func visit(_ folder: String) throws(DiskError) {
        for entry in try Disk.entries(of: root + "/" + folder) {
            if Self.isPassedOver(entry.name, in: folder) { continue }
            let path = folder + "/" + entry.name
            if path == ContentTree.dataFolder || entry.name.hasSuffix("~") { continue }
            if !entry.hasPlainName {
                refuse(path, "has a name that is not UTF-8", help: "rename it")
                continue
            }
            let isOddMarkdown = !entry.name.hasSuffix(".md") && entry.name.lowercased().hasSuffix(".md")
            if isOddMarkdown, folder.hasPrefix("Content") {
                refuse(path, "is Markdown by a name that no page has", help: "let its name end in '.md'")
                continue
            }
            switch entry.kind {
            case .file: found.append(path)
            case .folder: try visit(path)
            case .link: try visitLink(path)
            case .other: refuse(path, "is neither a file nor a folder", help: "take it away")
            }
        }
    }

    /// `Public/.well-known/` and `Public/.nojekyll` are for the host; what tools leave behind is for nobody.
    private static func isPassedOver(_ name: String, in folder: String) -> Bool {
        if folder.hasPrefix("Content"), name.hasPrefix("_") || name.hasPrefix(".") { return true }
        let isOfTools = [".git", ".DS_Store", "._", ".#"].contains(where: name.hasPrefix)
        return isOfTools || name.hasPrefix(".") && (name.hasSuffix(".swp") || !folder.hasPrefix("Public"))
    }

    private mutating func visitLink(_ path: String) throws(DiskError) {
        guard let real = Disk.realPath(root + "/" + path) else {
            return refuse(path, "is a symbolic link to nothing", help: "mend the link, or take it away")
        }
        guard real.hasPrefix(root + "/") else {
            return refuse(
                path, "is a symbolic link out of the site's folder",
                help: "copy the file into the site's folder")
        }
        guard Disk.kind(of: real) == .folder else { return found.append(path) }
        guard !(root + "/" + path).hasPrefix(real + "/"), links.insert(real).inserted else {
            return refuse(path, "is a symbolic link that leads back to itself", help: "take the link away")
        }
        try visit(path)
        links.remove(real)
    }

    private mutating func refuse(_ path: String, _ message: String, help: String) {
        diagnostics.append(
            Diagnostic("file.outside", "'\(path)' \(message)", help: help, file: path, at: .startOfFile))
    }
}
