import Markup

/// A page as the health rules look at it: its words, block by block, with what else they need to know.
struct HealthPage: Sendable {
    let site: Site
    let page: Page
    /// Title and description, then the front matter's lines, then the body with its findings and figures.
    let blocks: [ProseBlock]
    let findings: [Finding]
    /// Alerts of the body, in order.
    let alerts: [(kind: Alert, range: SourceRange)]
    /// Numbers that links of the body call or text.
    let calls: [(number: String, range: SourceRange)]

    var front: FrontMatter { page.frontMatter }
    /// Rules that read English sentences look at no others.
    var isEnglish: Bool { Language.main(of: page.language) == "en" }
    /// What the site forbids and advises against in the page's language.
    var wording: WordingList { site.data.wording.written(in: page.language) ?? WordingList() }
    /// Those that the page shows.
    var approvals: [Approval] { site.data.approvals[page.language].all }
    /// The words that are explained in the page's language.
    var glossary: Glossary { site.data.glossary.written(in: page.language) ?? Glossary() }
    var isPatient: Bool { front.audience == .patient }
    /// Where its words stand.
    let file: String

    func report(
        _ id: String, severity: Diagnostic.Severity = .error, _ message: String, help: String,
        at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(id, severity: severity, message, help: help, file: file, at: range)
    }

    /// Where a key of the front matter stands; the first line where it does not.
    func place(of key: FrontMatter.Key) -> SourceRange {
        page.frontMatter.places[key] ?? SourceRange(line: 1, column: 1, length: 3)
    }
}

/// A rule of the safety rules, R-1 to R-14.
struct HealthRule: Sendable {
    let check: @Sendable (HealthPage) -> [Diagnostic]

    static let all: [HealthRule] = [
        .wording, .crisisNumbers, .suicideReviewer, .approvals, .doses, .balance, .numbers, .findingVerbs,
        .readability, .citations, .review,
    ]

    /// What all rules find on a page, the same words under one rule alone.
    static func check(_ page: HealthPage) -> [Diagnostic] {
        precedence.reduce(all.flatMap { $0.check(page) }) { found, pair in
            let first = found.filter { $0.id == pair.first }.map(\.range)
            if first.isEmpty { return found }
            return found.filter { diagnostic in
                !diagnostic.id.hasPrefix(pair.other)
                    || !first.contains { $0.start < diagnostic.range.end && diagnostic.range.start < $0.end }
            }
        }
    }

    /// Of words that two rules tell of: what is too sure is no unwelcome word besides, and what is no approval needs no source.
    private static let precedence = [
        (first: "finding.verb", other: "wording."), (first: "approval.misused", other: "citation.missing"),
    ]
}
