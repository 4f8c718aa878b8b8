import Markup
import Search

/// What `Content/Data/` says: things of which the program knows the kind, and the site the content.
///
/// What readers see of it, and what words the rules look for, can be given in every language of the site.
struct SiteData: Sendable {
    var crisis: Localized<CrisisData?>
    /// Addresses that readers may have kept, with the line each stands on.
    var publishedAddresses: [Written<String>]?
    var bibliography = Bibliography()
    var glossary: Localized<Glossary>
    var approvals: Localized<ApprovalList>
    var wording: Localized<WordingList>
    /// Words that find the same pages.
    var synonyms: Localized<[SearchSettings.Synonym]>
    /// Other tables, by the names of their files: articles may list pages under their rows.
    var tables: [String: SourceFile] = [:]
    /// The files it was read from.
    var sources: [SourceFile] = []

    static let addressesPath = "Content/Data/urls.txt"

    /// Nothing, of a site in this language.
    init(language: String) {
        crisis = Localized(nil, in: language)
        glossary = Localized(Glossary(), in: language)
        approvals = Localized(ApprovalList(), in: language)
        wording = Localized(WordingList(), in: language)
        synonyms = Localized([], in: language)
    }

    /// Pages that the site makes of its data in a language, by the last part of their addresses.
    func pageNames(in language: String) -> [String] {
        (crisis.own == nil ? [] : ["crisis"]) + (glossary[language].terms.isEmpty ? [] : ["glossary"])
            + (bibliography.references.isEmpty ? [] : ["references"])
    }
}
