import Markup

extension HealthRule {
    /// who looked at the page, when, and when somebody looks again.
    static let review = HealthRule { page in
        let front = page.front
        let review = front.review
        var diagnostics: [Diagnostic] = []
        if (review.last == nil) != review.reviewers.isEmpty {
            let (there, missing): (FrontMatter.Key, FrontMatter.Key) =
                review.last == nil ? (.reviewedBy, .lastReviewed) : (.lastReviewed, .reviewedBy)
            diagnostics.append(
                page.report(
                    "review.missing", "the page has '\(there.rawValue)', and no '\(missing.rawValue)'",
                    help: "add '\(missing.rawValue)', or take '\(there.rawValue)' out: both or neither",
                    at: page.place(of: there)))
        }
        if front.isRead, review.last == nil, front.date == nil, front.updated == nil {
            diagnostics.append(
                page.report(
                    "review.missing", "the page says nowhere when it was written or looked at",
                    help: "add 'date: YYYY-MM-DD', the day on which it is first published",
                    at: page.place(of: .title)))
        }
        for reviewer in review.reviewers where reviewer.name.isBlank || reviewer.credentials.isBlank {
            let missing = reviewer.name.isBlank ? "name" : "credentials"
            diagnostics.append(
                page.report(
                    "review.unnamed", "a reviewer has no '\(missing)'",
                    help: "readers are told who reviewed the page: add '\(missing): …'", at: reviewer.range))
        }
        return diagnostics + due(page)
    }

    private static func due(_ page: HealthPage) -> [Diagnostic] {
        guard ![.withdrawn, .expired].contains(page.page.status), !page.front.review.reviewers.isEmpty,
            let due = page.front.reviewDue
        else { return [] }
        let left = page.site.date.days(until: due)
        if left > ReviewStep.warningDays { return [] }
        let place = page.place(of: .lastReviewed)
        let help = "have it reviewed, then write the day after 'lastReviewed:'"
        if left >= 0 {
            return [
                page.report(
                    "review.due", severity: .warning,
                    "the page is to be reviewed by \(due), in \(left.dayCount)",
                    help: help, at: place)
            ]
        }
        let isLast = -left >= ReviewStep.lastDays
        return [
            page.report(
                "review.overdue", severity: isLast ? .error : .warning,
                "the page was to be reviewed by \(due), \((-left).dayCount) ago"
                    + (isLast ? ", and is out of navigation and search" : ""), help: help, at: place)
        ]
    }
}

/// The steps of R-12, in days.
enum ReviewStep {
    /// Before the day on which a review is due.
    static let warningDays = 30
    /// After it; then the page leaves navigation and search.
    static let lastDays = 90
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Int {
    fileprivate var dayCount: String { self == 1 ? "1 day" : "\(self) days" }
}
