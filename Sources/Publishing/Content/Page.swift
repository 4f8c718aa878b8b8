import Markup

/// A Markdown file of `Content/` as its front matter tells it. Its words stay on the disk until they are
/// needed.
///
/// It never changes; it is a class because a value of thirty fields is too much to copy for each link.
final class Page: Sendable {
    /// Its place in `Site.pages`.
    let index: Int
    let path: ContentPath
    let language: String
    let role: Role
    let frontMatter: FrontMatter
    let address: Address
    /// The address as a page links to it: with the base's path, percent-encoded.
    let link: String
    /// `Content/safety/`, in bytes.
    let folder: [UInt8]
    /// The bytes of the file before the body, front matter and all.
    let head: Int
    /// Lines of the file before the body.
    let linesAbove: Int
    let status: Status

    init(_ file: PageFile, index: Int, language: String, address: Address, link: String) {
        self.index = index
        self.language = language
        self.address = address
        self.link = link
        path = file.path
        role = file.path.role
        folder = Array(
            file.path.full.utf8.prefix(
                through: file.path.full.utf8.lastIndex(of: UInt8(ascii: "/"))
                    ?? file.path.full.utf8.startIndex))
        frontMatter = file.frontMatter
        head = file.head
        linesAbove = file.linesAbove
        status = file.status
    }

    enum Role: Sendable { case home, section, article }

    enum Status: String, Sendable { case published, draft, future, expired, withdrawn }

    var title: String { frontMatter.title.isEmpty ? path.slug : frontMatter.title }

    /// The folder of `Content/` it stands in; empty for the home page and what stands beside it.
    var section: String { path.section }
}

/// A page before it has an address: that takes what its section is called.
struct PageFile: Sendable {
    let path: ContentPath
    let frontMatter: FrontMatter
    /// The bytes of the file before the body.
    let head: Int
    /// Lines of the file before the body.
    let linesAbove: Int
    let status: Page.Status
    /// Of the bytes before the body.
    let digest: [UInt8]
}

/// A Markdown file's place in `Content/`, and what its name says.
public struct ContentPath: Sendable, Hashable {
    /// From the site's folder: `Content/safety/heart.md`.
    let full: String
    /// Folders below `Content/`.
    let folders: [String]
    /// `heart` of `heart.es.md`, `index` of `index.md`.
    let stem: String
    /// `es` of `heart.es.md`.
    let language: String?
    /// What the address ends in, unless the front matter says otherwise.
    let slug: String
    /// The folders, as addresses have them.
    private let addressFolders: [String]

    public static let root = "Content/"

    init(_ full: String) {
        self.full = full
        var parts = full.dropFirst(Self.root.utf8.count).split(separator: "/").map(String.init)
        var name = parts.removeLast().dropLast(3)
        if let dot = name.lastIndex(of: "."), dot != name.startIndex,
            Language.isCode(name[name.index(after: dot)...])
        {
            language = String(name[name.index(after: dot)...])
            name = name[..<dot]
        } else {
            language = nil
        }
        stem = String(name)
        folders = parts
        // Looked for first: to replace something costs much, and few names have it.
        let hasDot = stem.utf8.contains(UInt8(ascii: "."))
        slug = Slug.make(
            stem == "index" ? folders.last ?? "" : hasDot ? stem.replacing(".", with: "-") : stem)
        addressFolders = folders.map { Slug.make($0) }
    }

    var isIndex: Bool { stem == "index" }

    var section: String { folders.first ?? "" }

    /// The same page, whatever its language.
    var untranslated: String { (folders + [stem]).joined(separator: "/") }

    /// The folder an article keeps its pictures in, where it has one of its own: `Content/safety/heart/`.
    var bundle: String? {
        isIndex && folders.count > 1 ? Self.root + folders.joined(separator: "/") + "/" : nil
    }

    var role: Page.Role {
        if !isIndex { return .article }
        return folders.isEmpty ? .home : folders.count == 1 ? .section : .article
    }

    /// - Parameters:
    ///   - section: what the first folder is called in addresses.
    ///   - slug: what the front matter wants the last part to be.
    ///   - language: empty for the site's own.
    func address(section: String?, slug: String?, language: String) -> Address {
        var parts = addressFolders
        if let section, !parts.isEmpty { parts[0] = section }
        if role == .article {
            if isIndex { parts.removeLast() }
            parts.append(slug ?? self.slug)
        }
        return Address(folder: (language.isEmpty ? [] : [language]) + parts)
    }
}
