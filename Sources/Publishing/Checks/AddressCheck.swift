import Markup

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
        check.checkPublished()
        return check.diagnostics
    }

    private mutating func report(
        _ id: String, _ message: String, help: String, _ file: String, _ range: SourceRange
    ) {
        diagnostics.append(Diagnostic(id, message, help: help, file: file, at: range))
    }

    private mutating func claimPages() {
        for address in site.reservedAddresses { owners[address.file] = "a page that the site makes itself" }
        for page in site.pages {
            let file = page.address.file
            if let owner = owners[file] {
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
            + site.tree.publicFiles.sorted().map { (path: "Public/" + $0, file: $0) }
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
        for page in site.pages {
            for alias in page.frontMatter.aliases {
                let file = site.address(ofAlias: alias.value).file
                if let owner = owners[file] {
                    report(
                        "alias.collision", "the alias '\(alias.value)' is taken by \(owner)",
                        help: "take the alias out of one of the two", page.path.full, alias.range)
                } else {
                    owners[file] = page.path.full
                }
            }
        }
    }

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

extension Site {
    /// Addresses that are the program's own, in each language.
    var reservedAddresses: [Address] {
        Set(pages.map(\.language)).union([configuration.language]).sorted().flatMap { language in
            (["a-z", "updates", "tags"] + data.pageNames).map { made($0, in: language) }
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
