import Markup

extension Output {
    /// `/feed.xml`, Atom: RFC 4287.
    static let feed = Output(name: "feed") { build, _ in
        let site = build.site
        let pages = site.byLastChange(in: site.configuration.language).prefix(entriesInFeed).map {
            site.pages[$0]
        }
        let latest = pages.first?.frontMatter.lastChanged ?? site.date
        var xml = HTML(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        xml.append(attribute: "xml:lang", site.configuration.language)
        xml.append(">\n")
        xml.append(element: "title", site.configuration.title)
        if !site.configuration.description.isEmpty {
            xml.append(element: "subtitle", site.configuration.description)
        }
        xml.append(element: "id", site.identifier(of: site.home(in: site.configuration.language)))
        xml.append(element: "updated", "\(latest)T00:00:00Z")
        xml.append(link: site.url(of: Address(relative: "feed.xml")), relation: "self")
        xml.append(link: site.url(of: Address(relative: "")), relation: "alternate")
        xml.append("<author>")
        xml.append(element: "name", site.configuration.organisation?.name ?? site.configuration.title)
        xml.append("</author>\n")
        for page in pages { xml.append(entry(for: page, in: site)) }
        xml.append("</feed>\n")
        return [OutputFile(address: Address(relative: "feed.xml"), bytes: xml.bytes)]
    }

    /// What feed readers show at once.
    private static let entriesInFeed = 20

    private static func entry(for page: Page, in site: Site) -> HTML {
        var xml = HTML("<entry>\n")
        xml.append(element: "title", page.title)
        xml.append(element: "id", site.identifier(of: page.address))
        xml.append(link: site.url(of: page.address), relation: "alternate")
        if let date = page.frontMatter.date { xml.append(element: "published", "\(date)T00:00:00Z") }
        if let date = page.frontMatter.lastChanged { xml.append(element: "updated", "\(date)T00:00:00Z") }
        for tag in page.frontMatter.tags {
            xml.append("<category")
            xml.append(attribute: "term", tag.value)
            xml.append("/>\n")
        }
        // The banner of R-12 goes wherever the page's words go.
        let banner = site.isUnreviewed(page) ? site.strings(page.language)["notReviewed"] : ""
        let summary = [banner, page.frontMatter.description].filter { !$0.isEmpty }.joined(separator: " ")
        if !summary.isEmpty { xml.append(element: "summary", summary) }
        xml.append("</entry>\n")
        return xml
    }
}

extension Site {
    /// An Atom id has to be a whole IRI, also where the site does not say where it stands.
    fileprivate func identifier(of address: Address) -> String {
        let url = url(of: address)
        return configuration.baseURL.origin.isEmpty ? "urn:materia:" + url.dropFirst() : url
    }
}

extension HTML {
    mutating func append(element name: StaticString, _ text: String) {
        append("<")
        append(name)
        append(">")
        append(escaping: text)
        append("</")
        append(name)
        append(">\n")
    }

    mutating func append(attribute name: StaticString, _ value: String) {
        append(" ")
        append(name)
        append("=\"")
        append(escaping: value)
        append("\"")
    }

    fileprivate mutating func append(link address: String, relation: String) {
        append("<link")
        append(attribute: "rel", relation)
        append(attribute: "href", address)
        append("/>\n")
    }
}
