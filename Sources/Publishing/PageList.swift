/// Pages by where they are in their life: what `materia list` prints.
public struct PageList: Sendable {
    public let entries: [Entry]

    /// `due`: within 30 days, or past. `overdue`: past.
    public enum Choice: String, Sendable, CaseIterable {
        case all, drafts, future, expired, due, overdue, withdrawn
    }

    /// A page; dates as `YYYY-MM-DD`.
    public struct Entry: Sendable, Encodable {
        public let file, address, title, kind, language, status: String
        public let date, updated, publishDate, expiryDate, lastReviewed, reviewDue: String?
        /// Who answers for it.
        public let authors, reviewers: [String]
    }

    public init(_ choice: Choice, of site: Site) {
        var pages = site.pages.filter { Self.isChosen($0, choice, site) }
        if choice == .due || choice == .overdue {
            // The oldest first; of one day by path.
            pages.sort { a, b in
                (a.frontMatter.reviewDue ?? site.date, a.index) < (
                    b.frontMatter.reviewDue ?? site.date, b.index
                )
            }
        }
        entries = pages.map(Self.entry)
    }

    private static func isChosen(_ page: Page, _ choice: Choice, _ site: Site) -> Bool {
        switch choice {
        case .all: return true
        case .drafts: return page.status == .draft
        case .future: return page.status == .future
        case .expired: return page.status == .expired
        case .withdrawn: return page.status == .withdrawn
        case .due, .overdue:
            guard page.status == .published, let due = page.frontMatter.reviewDue else { return false }
            let days = site.date.days(until: due)
            return choice == .due ? days <= ReviewStep.warningDays : days < 0
        }
    }

    private static func entry(_ page: Page) -> Entry {
        let front = page.frontMatter
        return Entry(
            file: page.path.full, address: page.address.description, title: page.title,
            kind: front.kind.rawValue,
            language: page.language, status: page.status.rawValue, date: front.date?.description,
            updated: front.updated?.description, publishDate: front.publishDate?.description,
            expiryDate: front.expiryDate?.description, lastReviewed: front.review.last?.description,
            reviewDue: front.reviewDue?.description, authors: front.authors,
            reviewers: front.review.reviewers.map(\.name))
    }
}
