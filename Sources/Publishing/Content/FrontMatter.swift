import Markup

/// What stands above an article: contract section 3.
struct FrontMatter: Sendable {
    var title = ""
    var description = ""
    var slug: Written<String>?
    var weight: Int?
    var tags: [Written<String>] = []
    var authors: [String] = []
    var aliases: [Written<String>] = []
    var date: CalendarDate?
    var updated: CalendarDate?
    var isDraft = false
    var publishDate: CalendarDate?
    var expiryDate: CalendarDate?
    var withdrawn: Withdrawal?
    var kind = Kind.article
    var audience = Audience.patient
    var review = Review()
    var mainMessage: Written<String>?
    var action: Written<String>?
    var benefits: [Written<String>] = []
    var harms: [Written<String>] = []
    var unknowns: [Written<String>] = []
    var alternatives: [Written<String>] = []
    var whoShouldNot: [Written<String>] = []
    var askYourClinic: [Written<String>] = []
    var changes: [Change] = []
    var codes: [Written<String>] = []
    var search = Search()
    var params: OpenValue?
    /// Whether there is any that can be read: what it does not say then is left out, and no omission.
    var isRead = true
    /// Where each key's value stands, for the rules of the health profile; empty in other sites.
    var places: [Key: SourceRange] = [:]

    enum Kind: String, Sendable, CaseIterable { case article, treatment, safety, concept, decision, about }

    enum Audience: String, Sendable, CaseIterable { case patient, clinician }

    struct Withdrawal: Sendable {
        var date: CalendarDate?
        var reason: Written<String>?
        /// A source file, as in a link.
        var replacement: Written<String>?
    }

    struct Change: Sendable {
        var date: CalendarDate
        var note: Written<String>
    }

    struct Search: Sendable {
        var isExcluded = false
        var keywords: [String] = []
    }

    struct Review: Sendable {
        var last: CalendarDate?
        /// In months; `nil` takes what the kind of page has.
        var every: Int?
        var reviewers: [Reviewer] = []
    }

    struct Reviewer: Sendable {
        var name: String
        var credentials: String
        var role: Role
        var range: SourceRange

        enum Role: String, Sendable, CaseIterable {
            case clinical
            case suicideSafety = "suicide-safety"
            case patient
        }
    }

    /// Keys of the front matter, as writers write them.
    enum Key: String, CaseIterable {
        case title, description, slug, weight, tags, authors, aliases, date, updated, draft, publishDate,
            expiryDate
        case withdrawn, kind, audience, lastReviewed, reviewEvery, reviewedBy, mainMessage, action, benefits,
            harms
        case unknowns, alternatives, whoShouldNot, askYourClinic, changes, codes, search, params

        static let names = allCases.map(\.rawValue)
    }

    /// The latest day on which the page changed, as far as it says.
    var lastChanged: CalendarDate? { ([date, updated].compactMap { $0 } + changes.map(\.date)).max() }

    /// Months between reviews: R-12 of the safety rules.
    var monthsBetweenReviews: Int {
        if let every = review.every { return every }
        switch kind {
        case .treatment, .safety, .decision: return 12
        case .article, .concept, .about: return 24
        }
    }

    var reviewDue: CalendarDate? { review.last?.adding(months: monthsBetweenReviews) }
}
