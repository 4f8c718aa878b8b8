import Markup

/// `/site.json`: every page, for programs that look after the site.
enum SiteJSON {
    static let address = Address(relative: "site.json")

    /// An entry, written out: pages have theirs made where they are built, many at once.
    struct Entry: Sendable {
        let address: Address
        let json: [UInt8]
    }

    static func make(_ build: Build, made: [Entry]) -> OutputFile {
        let site = build.site
        let entries = build.pages.compactMap(\.entry) + made
        let configuration = site.configuration
        let json = JSON.object([
            "title": .text(configuration.title), "baseURL": .text(configuration.baseURL.description),
            "language": .text(configuration.language), "profile": .text(configuration.profile.rawValue),
            "date": .text(site.date.description),
            "pages": .list(entries.sorted { $0.address < $1.address }.map { .written($0.json) }),
        ])
        return OutputFile(address: address, bytes: json.bytes)
    }

    static func entry(_ page: Page, _ digest: [UInt8]) -> Entry {
        let front = page.frontMatter
        let reviewers = front.review.reviewers.map { reviewer in
            JSON.object([
                "name": .text(reviewer.name), "credentials": .text(reviewer.credentials),
                "role": .text(reviewer.role.rawValue),
            ])
        }
        let json = JSON.object([
            "address": .text(page.address.description), "title": .text(page.title),
            "kind": .text(front.kind.rawValue),
            "language": .text(page.language), "status": .text(page.status.rawValue),
            "source": .text(page.path.full),
            "date": .text(front.date?.description), "updated": .text(front.updated?.description),
            "lastReviewed": .text(front.review.last?.description),
            "reviewDue": .text(front.reviewDue?.description),
            "reviewers": .list(reviewers), "sha256": .text(SHA256.hexadecimal(digest)),
        ])
        return Entry(address: page.address, json: json.bytes(indent: depth))
    }

    static func entry(_ page: MadePage, at address: Address, _ digest: [UInt8]) -> Entry {
        let json = JSON.object([
            "address": .text(address.description), "title": .text(page.title), "kind": .text("list"),
            "language": .text(page.language), "status": .text("published"),
            "sha256": .text(SHA256.hexadecimal(digest)),
        ])
        return Entry(address: address, json: json.bytes(indent: depth))
    }

    /// How deep in the whole an entry stands.
    private static let depth = 2
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
            "description": site.configuration.description.isEmpty
                ? nil : .text(site.configuration.description),
            "lang": .text(site.configuration.language), "start_url": .text(root), "scope": .text(root),
            "display": .text("minimal-ui"),
            "icons": .list([
                icon("icon.svg", "any", "image/svg+xml", root: root),
                icon("icon-192.png", "192x192", "image/png", root: root),
                icon("icon-512.png", "512x512", "image/png", root: root),
                icon("icon-maskable-512.png", "512x512", "image/png", purpose: "maskable", root: root),
            ]),
        ])
        return [OutputFile(address: Address(relative: "manifest.webmanifest"), bytes: json.bytes)]
    }

    /// - Parameter purpose: 'maskable' where the picture goes to its edges, and telephones may cut it to their shape.
    private static func icon(
        _ name: String, _ sizes: String, _ type: String, purpose: String? = nil, root: String
    ) -> JSON {
        .object([
            "src": .text(root + name), "sizes": .text(sizes), "type": .text(type), "purpose": .text(purpose),
        ])
    }
}
