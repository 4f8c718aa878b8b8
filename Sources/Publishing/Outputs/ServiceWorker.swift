import Markup

/// `/sw.js`: what keeps pages for readers without a network. It is the theme's program with the build's facts before it, so that a browser sees another program where anything of the site is another, and takes over the whole of it.
struct ServiceWorker: Sendable {
    static let name = "sw.js"

    let site: Site
    /// The theme's, or the site's own.
    let program: [UInt8]
    /// Of all that the site consists of, but for its index.
    let contents: Fingerprint
    let index: SearchFiles.Written

    /// A name for this build. Folders of the index are named by what stands in them.
    private var version: String {
        var contents = contents
        for folder in index.folders { contents.add(folder) }
        return String(SHA256.hexadecimal(contents.digest).prefix(12))
    }

    /// What each page is shown with.
    private static let frame = [Stylesheet.name, "icon.svg", "notes.js", "search-box.js"]
    private static let searching = [
        "search.js", "search-combobox.js", "search-page.js", "search-results.js",
    ]

    /// In one language. More would cost a reader on a telephone too much for what may never be read.
    private static let mostPagesAhead = 30

    var bytes: [UInt8] {
        var json = InlineJSON()
        json.object { json in
            json.text("version", version)
            json.list("core", paths(crisisPages) + Self.frame) { $0.text(nil, $1) }
            json.list("ahead", languages) { json, language in
                json.object { json in
                    json.text("folder", site.home(in: language).relative.percentEncoded)
                    json.list("paths", ahead(in: language)) { $0.text(nil, $1) }
                }
            }
            json.list("gone", paths(withdrawn)) { $0.text(nil, $1) }
        }
        return Array("self.build = ".utf8) + json.html.bytes + Array(";\n".utf8) + program
    }

    private var languages: [String] {
        Set(site.sections.map(\.language)).union([site.configuration.language]).sorted()
    }

    private var crisisPages: [Address] {
        site.data.crisis.own == nil ? [] : languages.map { site.made("crisis", in: $0) }
    }

    /// What was taken down is not to be shown from a copy.
    private var withdrawn: [Address] {
        site.pages.filter { $0.status == .withdrawn }.map(\.address).sorted()
    }

    /// What somebody may need in a hurry, though they have not read it yet: what can go wrong, and search.
    private func ahead(in language: String) -> [String] {
        let safety = site.sections(in: language).flatMap { section -> [Address] in
            let pages = section.articles.map { site.pages[$0] }.filter {
                $0.frontMatter.kind == .safety && $0.status == .published
            }
            let own = pages.isEmpty || section.name.isEmpty ? [] : [section.address]
            return own + pages.map(\.address)
        }
        let search = site.made("search", in: language)
        return paths(safety.prefix(Self.mostPagesAhead) + [search]) + Self.searching
            + (index.core[language] ?? []).map(\.percentEncoded)
    }

    /// From the site's root.
    private func paths(_ addresses: some Sequence<Address>) -> [String] {
        addresses.map(\.relative.percentEncoded)
    }
}
