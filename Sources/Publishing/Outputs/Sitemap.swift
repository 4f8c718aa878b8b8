import Markup

extension Output {
    /// `/sitemap.xml`: pages that search engines may show, with the day of their last change.
    ///
    /// Source: https://www.sitemaps.org/protocol.html
    static let sitemap = Output(name: "sitemap") { build, _ in
        let site = build.site
        var xml = HTML("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        let listed = site.pages.filter { site.isListed($0) && site.isIndexed($0) }
        for page in listed.sorted(by: { $0.address < $1.address }) {
            xml.append("<url>\n")
            xml.append(element: "loc", site.url(of: page.address))
            if let date = page.frontMatter.lastChanged { xml.append(element: "lastmod", date.description) }
            xml.append("</url>\n")
        }
        xml.append("</urlset>\n")
        return [OutputFile(address: Address(relative: "sitemap.xml"), bytes: xml.bytes)]
    }

    /// `/robots.txt`: RFC 9309. A site's own, in `Public/`, comes before it.
    static let robots = Output(name: "robots") { build, _ in
        let text =
            "User-agent: *\nAllow: /\n\nSitemap: \(build.site.url(of: Address(relative: "sitemap.xml")))\n"
        return [OutputFile(address: Address(relative: "robots.txt"), bytes: Array(text.utf8))]
    }
}
