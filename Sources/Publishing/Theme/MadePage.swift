import Markup

/// A page that no file stands for: the program makes it, of many others or of none.
struct MadePage: Sendable {
    let title: String
    /// `nil` for what a host shows where there is no page.
    let address: Address?
    let language: String
    var kind = Kind.list
    /// It says something that a clinician has to have looked at. The crisis page does not: who needs it must not be
    /// told to distrust it, and its lines carry the day of their own check.
    var isClinical = true
    /// Search engines may show it, where the site's pages are shown at all.
    var isIndexed = true

    enum Kind: Sendable { case list, search, crisis, handbook }
}

extension SharedViews {
    /// The fields that every page has, for a page that the site makes.
    func base(of made: MadePage, section: String = "", isSectionPage: Bool = false) -> ViewObject {
        let isHome = made.address == site.home(in: made.language)
        return base(
            view(of: made, isHome: isHome), language: made.language, section: section,
            isSectionPage: isSectionPage,
            breadcrumbs: isHome ? [] : [homeLink(in: made.language)], isCrisisPage: made.kind == .crisis,
            structuredData: site.structuredData(of: made))
    }

    private func view(of made: MadePage, isHome: Bool) -> ViewObject {
        let versions = site.versions(of: made)
        let others = versions.filter { $0.language != made.language }
        return ViewObject(
            .page,
            [
                "title": .text(title(of: made)),
                "address": .text(made.address.map(site.link)),
                "url": .text(made.address.map(site.url)), "root": .text(site.configuration.baseURL.path),
                "language": .text(made.language),
                "direction": .text(Language.isRightToLeft(made.language) ? "rtl" : "ltr"),
                "kind": .text("list"), "audience": .text("patient"), "isHome": .flag(isHome),
                "isIndexed": .flag(made.address != nil && made.isIndexed && !site.isHealth),
                // Nobody signs a page that the program makes, and the glossary is as clinical as an article.
                "isUnreviewed": .flag(site.isHealth && made.address != nil && made.isClinical),
                "isPatient": .flag(true), "hasAddress": .flag(made.address != nil),
                "policy": .text(Self.policy),
                "translations": .list(others.map { translation(in: $0.language, at: $0.address) }),
                "locale": .text(Language.locale(made.language)),
                "hasTranslations": .flag(!others.isEmpty),
                "alternates": .list(others.isEmpty ? [] : alternates(versions)),
                "shortAddress": .text(made.address.map(site.typed)),
            ])
    }
}

extension SharedViews {
    /// One that the theme says, and no writer, may be in another language than the page.
    private func title(of made: MadePage) -> String {
        let strings = site.strings(made.language)
        let isOurs = strings.foreign != nil && strings.words.values.contains(made.title)
        return isOurs ? strings.marked(made.title) : made.title
    }
}

extension Site {
    /// The same page in all languages that the site makes it in, its own among them: `/a-z/` and `/es/a-z/`.
    func versions(of made: MadePage) -> [(language: String, address: Address)] {
        guard let address = made.address else { return [] }
        let name = address.relative.dropFirst(home(in: made.language).relative.count)
        return Set(sections.map(\.language)).union([configuration.language]).sorted().compactMap { language in
            let version = Address(relative: home(in: language).relative + name)
            return version == address || madeAddresses.contains(version) ? (language, version) : nil
        }
    }
}
