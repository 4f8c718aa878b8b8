import Markup

/// Whether the crisis lines can still be trusted: R-1 of the safety rules.
struct CrisisCheck {
    /// In days since somebody last tried a line.
    private static let warningAge = 60
    private static let errorAge = 90

    static func check(_ site: Site) -> [Diagnostic] {
        let crisis = site.data.crisis
        return missing(crisis, site)
            + crisis.all.compactMap { $0 }.flatMap { data in
                data.lines.compactMap { stale($0, of: data, on: site.date) } + checkMessage(data, site)
            }
    }

    /// Languages in which a reader finds pages, and no help that is written for them: R-13.
    private static func missing(_ crisis: Localized<CrisisData?>, _ site: Site) -> [Diagnostic] {
        guard crisis.own != nil else { return [] }
        let languages = Set(site.pages.filter(site.isBuilt).map(\.language)).sorted()
        return languages.filter { crisis.written(in: $0) == nil }.map { language in
            let path = CrisisData.path.replacing(".yaml", with: ".\(language).yaml")
            return Diagnostic(
                "crisis.missing", severity: .warning,
                "pages in '\(language)' show the crisis lines in '\(site.configuration.language)'",
                help: "write the message and the lines for readers of '\(language)' into \(path)", file: path,
                at: .startOfFile)
        }
    }

    private static func stale(
        _ line: CrisisData.Line, of data: CrisisData, on date: CalendarDate
    ) -> Diagnostic? {
        guard let age = line.verifiedOn?.days(until: date), age >= warningAge else { return nil }
        return Diagnostic(
            "crisis.stale", severity: age >= errorAge ? .error : .warning,
            "nobody has checked the line '\(line.name)' for \(age) days",
            help:
                "look it up at \(line.sourceURL.isEmpty ? "its source" : line.sourceURL), correct what changed, "
                + "and write the day after 'verifiedOn:'", file: data.path, at: line.verifiedRange)
    }

    /// The message stands on every page, so its links have to lead somewhere from all of them.
    private static func checkMessage(_ crisis: CrisisData, _ site: Site) -> [Diagnostic] {
        let document = Parser(dialect: .commonMark).parse(Array(crisis.message.utf8))
        return document.nodes.indices.compactMap { index in
            let kind = document.nodes[index].kind
            guard kind == .link || kind == .image else { return nil }
            let address = document.string(document.nodes[index].text)
            if Destination.scheme(of: Array(address.utf8)[...]) == nil, !address.hasPrefix("//") {
                return Diagnostic(
                    kind == .link ? "link.missing-page" : "image.missing",
                    "'\(address)' leads nowhere from most pages, and the message stands on all of them",
                    help: "write the whole address, from 'https://' on", file: crisis.path,
                    at: crisis.messageRange)
            }
            guard kind == .image, ThirdParties(own: site.configuration.baseURL).host(of: address) != nil
            else {
                return nil
            }
            return .thirdParty(address, file: crisis.path, at: crisis.messageRange)
        }
    }
}
