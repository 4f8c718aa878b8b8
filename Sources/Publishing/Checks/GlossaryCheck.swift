import Markup

/// What the glossary says stands on every page that has its words: it is held to the rules for words, doses and approvals.
enum GlossaryCheck {
    static func check(_ site: Site) -> [Diagnostic] {
        guard site.isHealth else { return [] }
        return site.languages.flatMap { language -> [Diagnostic] in
            guard let glossary = site.data.glossary.written(in: language),
                let page = reader(in: language, of: site)
            else { return [] }
            let path =
                language == site.configuration.language
                ? Glossary.path : Glossary.path.replacing(".csv", with: ".\(language).csv")
            // Each by itself: a term speaks of nothing that the one before it did.
            return glossary.terms.flatMap { term in
                let block = ProseBlock(
                    kind: .paragraph, text: ProseText(term.definition),
                    source: ProseSource(whole: term.definitionRange))
                let words = HealthPage(
                    site: site, page: page, blocks: [block], findings: [], alerts: [], calls: [], file: path)
                return [HealthRule.wording, .approvals, .doses].flatMap { $0.check(words) }
                    .filter { ids.contains($0.id) }
            }
        }
    }

    private static let ids: Set<String> = [
        "suicide.wording", "wording.banned", "approval.misused", "dose.outside-study-detail",
    ]

    /// A page for patients, which the words may stand on.
    private static func reader(in language: String, of site: Site) -> Page? {
        site.pages.first {
            $0.language == language && $0.frontMatter.audience == .patient && $0.frontMatter.kind != .about
        }
    }
}
