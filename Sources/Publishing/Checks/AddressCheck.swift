import Markup
import Search

/// Whether each address is one page's, and whether those that readers know still lead somewhere.
struct AddressCheck {
    let site: Site
    private var diagnostics: [Diagnostic] = []
    /// What stands at each file of the output.
    private var owners: [String: String] = [:]

    init(site: Site) { self.site = site }

    static func check(_ site: Site) -> [Diagnostic] {
        var check = AddressCheck(site: site)
        check.claimPages()
        check.claimFiles()
        check.claimAliases()
        check.compareFilesWithFolders()
        check.checkPublished()
        return check.diagnostics
    }

    private mutating func report(
        _ id: String, _ message: String, help: String, _ file: String, _ range: SourceRange
    ) {
        diagnostics.append(Diagnostic(id, message, help: help, file: file, at: range))
    }

    private mutating func claimPages() {
        owners.reserveCapacity(2 * site.pages.count)
        for address in site.reservedAddresses + site.handbookAddresses { owners[address.file] = Self.site }
        for name in SiteFiles.all { owners[name] = Self.site }
        for language in site.languages {
            owners[site.made("search", in: language).relative + IndexFormat.rootName] = Self.site
        }
        for name in SiteFiles.themeFiles where !site.tree.publicFiles.contains(name) {
            owners[name] = "a file of the theme"
        }
        for page in site.pages {
            let file = page.address.file
            if page.role == .article, page.path.slug.isEmpty, page.frontMatter.slug == nil {
                report(
                    "slug.collision", "the name of the file gives no address",
                    help: "name it with letters or digits, or give it a 'slug'", page.path.full, .startOfFile)
            } else if let owner = owners[file] {
                report(
                    "slug.collision", "'\(page.address)' is taken by \(owner)",
                    help: "give one of the two another 'slug', or rename its file", page.path.full,
                    page.frontMatter.slug?.range ?? .startOfFile)
            } else {
                owners[file] = page.path.full
            }
        }
    }

    private mutating func claimFiles() {
        let files =
            site.tree.files.sorted().map { (path: $0, file: site.address(ofFile: $0).relative) }
            + site.tree.publicFiles.subtracting(SiteFiles.replaceable).sorted().map {
                (path: "Public/" + $0, file: $0)
            }
        for (path, file) in files {
            if let owner = owners[file] {
                report(
                    "slug.collision", "'/\(file)' is taken by \(owner)", help: "rename one of the two", path,
                    .startOfFile)
            } else {
                owners[file] = path
            }
        }
    }

    private mutating func claimAliases() {
        for address in site.madeAddresses where owners[address.file] == nil {
            owners[address.file] = Self.site
        }
        for page in site.pages {
            for alias in page.frontMatter.aliases {
                let file = site.address(ofAlias: alias.value).file
                // `/site.css/` would be a folder where a file is.
                if let owner = owners[file] ?? owners[String(file.dropLast("/index.html".utf8.count))] {
                    report(
                        "alias.collision", "the alias '\(alias.value)' is taken by \(owner)",
                        help: "take the alias out of one of the two", page.path.full, alias.range)
                } else {
                    owners[file] = page.path.full
                }
            }
        }
    }

    /// What is a file in one place cannot be a folder in another.
    private mutating func compareFilesWithFolders() {
        var files: [Substring: String] = [:]
        for (file, owner) in owners where !file.hasSuffix("/index.html") { files[file[...]] = owner }
        var conflicts: [(file: String, owner: String, other: String)] = []
        for (file, owner) in owners {
            var folder = file[...]
            while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
                folder = folder[..<slash]
                if let other = files[folder] { conflicts.append((String(folder), other, owner)) }
            }
        }
        for (file, owner, other) in conflicts.sorted(by: { ($0.file, $0.other) < ($1.file, $1.other) }) {
            let path = owner.hasPrefix("Content/") || owner.hasPrefix("Public/") ? owner : other
            report(
                "slug.collision", "'/\(file)' is a file (\(owner)) and a folder (of \(other))",
                help: "rename one of the two", path, .startOfFile)
        }
    }

    private static let site = "a page that the site makes itself"

    /// A published address does not vanish: whoever kept it would find nothing.
    private mutating func checkPublished() {
        guard let published = site.data.publishedAddresses else { return }
        let standing = site.standingAddresses
        for address in published {
            let typed = Address(typed: address.value)
            if standing.contains(typed) || standing.contains(Address(relative: typed.relative + "/")) {
                continue
            }
            report(
                "url.lost", "nothing stands at '\(address.value)' any more",
                help:
                    "add it to the 'aliases' of the page that takes its place, or withdraw the page instead of "
                    + "deleting it", SiteData.addressesPath, address.range)
        }
    }
}

/// Files that the program writes besides pages.
enum SiteFiles {
    static let all = [
        "404.html", "feed.xml", "manifest.webmanifest", "robots.txt", "site.json", "sitemap.xml",
        HostHeaders.address.relative, LLMsText.address.relative,
    ]
    /// Those that a site may have its own of, in `Public/`.
    static let replaceable: Set<String> = [
        "404.html", "manifest.webmanifest", "robots.txt", HostHeaders.address.relative,
        LLMsText.address.relative,
    ]
    /// What stands beside pages and is not the site's own, or need not be.
    static let themeFiles: [String] =
        BuiltInTheme.files.filter { $0.path.hasPrefix("Public/") }.map {
            String($0.path.dropFirst("Public/".utf8.count))
        } + [Stylesheet.name]

    private static let made = Set(all + themeFiles).subtracting([
        HostHeaders.address.relative, LLMsText.address.relative,
    ])

    /// In every site.
    static func isMade(_ name: String) -> Bool { made.contains(name) }
}

extension Site {
    /// Those of its pages, and its own.
    var languages: [String] { Set(pages.map(\.language)).union([configuration.language]).sorted() }

    /// Addresses that are the program's own, in each language.
    var reservedAddresses: [Address] {
        languages.flatMap { language in
            (["a-z", "search", "updates", "tags"] + data.pageNames(in: language)).map {
                made($0, in: language)
            }
        } + tags.map(\.address)
    }

    /// Where something will stand: pages, withdrawn ones too, those that the site makes, and aliases.
    var standingAddresses: Set<Address> {
        var addresses = madeAddresses
        for page in pages where isBuilt(page) {
            addresses.insert(page.address)
            for alias in page.frontMatter.aliases { addresses.insert(address(ofAlias: alias.value)) }
        }
        return addresses
    }

    /// Pages that readers may keep the address of, and aliases: what `urls` is about.
    public var publishedAddresses: [String] {
        var addresses: Set<Address> = []
        for page in pages where isBuilt(page) {
            addresses.insert(page.address)
            for alias in page.frontMatter.aliases { addresses.insert(address(ofAlias: alias.value)) }
        }
        return addresses.sorted().map(\.description)
    }
}
