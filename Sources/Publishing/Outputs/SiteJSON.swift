import Markup

/// `/site.json`: every page, for programs that look after the site.
enum SiteJSON {
    static let address = Address(relative: "site.json")

    static func make(_ build: Build, made: [(file: OutputFile, digest: [UInt8])]) -> OutputFile {
        let site = build.site
        var entries = build.pages.filter { $0.html != nil || !$0.digest.isEmpty }.map { built in
            (address: site.pages[built.page].address, json: entry(site.pages[built.page], built.digest, in: site))
        }
        entries += made.compactMap { file, digest in
            file.page.map { (address: file.address, json: entry($0, at: file.address, digest, in: site)) }
        }
        let configuration = site.configuration
        let json = JSON.object([
            "title": .text(configuration.title), "baseURL": .text(configuration.baseURL.description),
            "language": .text(configuration.language), "profile": .text(configuration.profile.rawValue),
            "date": .text(site.date.description),
            "pages": .list(entries.sorted { $0.address < $1.address }.map(\.json)),
        ])
        return OutputFile(address: address, bytes: json.bytes)
    }

    private static func entry(_ page: Page, _ digest: [UInt8], in site: Site) -> JSON {
        let front = page.frontMatter
        let reviewers = front.review.reviewers.map { reviewer in
            JSON.object([
                "name": .text(reviewer.name), "credentials": .text(reviewer.credentials),
                "role": .text(reviewer.role.rawValue),
            ])
        }
        return .object([
            "address": .text(page.address.description), "title": .text(page.title), "kind": .text(front.kind.rawValue),
            "language": .text(page.language), "status": .text(page.status.rawValue), "source": .text(page.path.full),
            "date": .text(front.date?.description), "updated": .text(front.updated?.description),
            "lastReviewed": .text(front.review.last?.description), "reviewDue": .text(front.reviewDue?.description),
            "reviewers": .list(reviewers), "sha256": .text(SHA256.hexadecimal(digest)),
        ])
    }

    private static func entry(_ page: OutputFile.MadePage, at address: Address, _ digest: [UInt8], in site: Site) -> JSON {
        .object([
            "address": .text(address.description), "title": .text(page.title), "kind": .text("list"),
            "language": .text(page.language), "status": .text("published"), "sha256": .text(SHA256.hexadecimal(digest)),
        ])
    }
}

extension Output {
    /// `/manifest.webmanifest`: what a telephone needs to put the site among its programs.
    ///
    /// Source: https://www.w3.org/TR/appmanifest/
    static let manifest = Output(name: "manifest") { build, _ in
        let site = build.site
        let root = site.configuration.baseURL.path
        let json = JSON.object([
            "name": .text(site.configuration.title), "short_name": .text(site.configuration.title),
            "description": site.configuration.description.isEmpty ? nil : .text(site.configuration.description),
            "lang": .text(site.configuration.language), "start_url": .text(root), "scope": .text(root),
            "display": .text("minimal-ui"),
            "icons": .list([
                .object([
                    "src": .text(root + "icon.svg"), "sizes": .text("any"), "type": .text("image/svg+xml"),
                ])
            ]),
        ])
        return [OutputFile(address: Address(relative: "manifest.webmanifest"), bytes: json.bytes)]
    }
}
