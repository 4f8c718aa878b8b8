import Search

/// What staff have to know of a page: who answers for it, what is to be done about it.
public struct PageStatus: Sendable {
    /// From the site's folder.
    public let file: String
    /// As a page links to it.
    public let link: String
    public let title: String
    /// `published`, `draft`, `future`, `expired` or `withdrawn`.
    public let status: String
    public let isArticle: Bool
    public let reviewers: [String]
    public let lastReviewed, reviewDue: CalendarDate?
    /// What its body shows; `nil` until somebody has read it.
    public let reading: Reading?
    public let errors, warnings: Int
    /// Opens its file in the writer's editor.
    public let edit: String

    public struct Reading: Sendable {
        /// US school grades by the Flesch–Kincaid and the SMOG formula; `nil` for short texts, other languages, and on
        /// sites that are not for patients.
        public let grade, smog: Double?
        public let words, references, findings: Int
        /// Pages whose text leads here.
        public let incoming: Int
        /// Links and pictures that lead nowhere.
        public let broken: Int
    }
}

extension SitePreview {
    public var date: CalendarDate { site.date }

    /// All Markdown pages, in the order of their paths.
    public mutating func statuses() -> [PageStatus] {
        var incoming = [Int](repeating: 0, count: site.pages.count)
        for (index, fact) in facts.enumerated() {
            for target in fact?.survey?.links ?? [] where target != index { incoming[target] += 1 }
        }
        return site.pages.map { page in
            let front = page.frontMatter
            let problems = problems(of: page.index, readsOthers: false)
            let reading = facts[page.index].flatMap { fact in
                fact.survey.map { survey in
                    PageStatus.Reading(
                        grade: survey.level?.fleschKincaid, smog: survey.level?.smog, words: survey.words,
                        references: fact.citations.count, findings: survey.findings,
                        incoming: incoming[page.index],
                        broken: problems.count { Self.brokenLinks.contains($0.id) })
                }
            }
            return PageStatus(
                file: page.path.full, link: page.link, title: page.title, status: page.status.rawValue,
                isArticle: page.role == .article, reviewers: front.review.reviewers.map(\.name),
                lastReviewed: front.review.last, reviewDue: front.reviewDue, reading: reading,
                errors: problems.count { $0.severity == .error },
                warnings: problems.count { $0.severity == .warning }, edit: edit(page.path.full))
        }
    }

    private static let brokenLinks: Set<String> = [
        "image.missing", "link.case", "link.missing-anchor", "link.missing-file", "link.missing-page",
    ]

    /// Words of the glossary, synonyms, keywords and product names for which a reader's search finds no page.
    ///
    /// `nil` until all pages have been read.
    public mutating func unfoundWords() async -> [String]? {
        guard facts.allSatisfy({ $0 != nil }) else { return nil }
        if let known = made.unfoundWords { return known }
        let files = await index()
        let folder = site.made("search", in: site.configuration.language).relative
        struct Missing: Error {}
        let reader = try? SearchReader { name in
            guard let bytes = files[folder + name] else { throw Missing() }
            return bytes
        }
        // An index of no pages cannot be asked, and finds nothing.
        let unfound = searchedWords.filter { word in
            guard let answer = try? reader?.query(word, limit: 1) else { return true }
            return answer.total == 0
        }
        made.unfoundWords = unfound
        return unfound
    }

    /// What readers may be expected to type, in alphabetical order.
    private var searchedWords: [String] {
        var words: Set<String> = []
        for term in site.data.glossary.own.terms { words.formUnion([term.words] + term.aliases) }
        for approval in site.data.approvals.own.all { words.formUnion(approval.names) }
        for synonym in site.data.synonyms.own { words.formUnion(synonym.from + synonym.also) }
        for page in site.pages
        where page.language == site.configuration.language && site.isSearched(page) {
            words.formUnion(page.frontMatter.search.keywords)
        }
        return words.filter { !$0.isEmpty }.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    }
}
