import Publishing

/// The pages that the status page shows: chosen, in order, so many at a time.
struct StatusTable {
    let choice: StatusChoice
    let today: CalendarDate
    /// All that are chosen.
    let pages: [PageStatus]

    /// As many rows as a browser lays out in no time, and as anybody looks through.
    static let rows = 100

    init(_ all: [PageStatus], _ choice: StatusChoice, today: CalendarDate) {
        (self.choice, self.today) = (choice, today)
        let words = choice.text.lowercased().split(separator: " ")
        let chosen = all.filter { page in
            guard Self.has(page, choice.status, today) else { return false }
            if words.isEmpty { return true }
            let text = ([page.title, page.file] + page.reviewers).joined(separator: "\n").lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        pages = Self.sorted(chosen, choice)
    }

    private static func has(_ page: PageStatus, _ state: String, _ today: CalendarDate) -> Bool {
        switch state {
        case "": true
        case "problems": page.errors + page.warnings > 0
        case "due": page.reviewDue.map { $0 <= today } ?? false
        default: page.status == state
        }
    }

    var pageCount: Int { max(1, (pages.count + Self.rows - 1) / Self.rows) }

    var shown: ArraySlice<PageStatus> {
        let number = min(choice.page, pageCount)
        let start = (number - 1) * Self.rows
        return pages[start..<min(pages.count, start + Self.rows)]
    }

    /// What is not known comes last, whichever way the others go.
    private static func sorted(_ pages: [PageStatus], _ choice: StatusChoice) -> [PageStatus] {
        let keyed = pages.enumerated().map { (place: $0, key: key($1, choice.column), page: $1) }
        return keyed.sorted { a, b in
            switch (a.key, b.key) {
            case (nil, nil): return a.place < b.place
            case (nil, _): return false
            case (_, nil): return true
            case (let first?, let second?):
                if first == second { return a.place < b.place }
                return choice.isDescending ? second < first : first < second
            }
        }.map(\.page)
    }

    private enum Key: Comparable {
        case number(Double)
        case text(String)
    }

    private static func key(_ page: PageStatus, _ column: StatusChoice.Column) -> Key? {
        switch column {
        case .title: .text(page.title.lowercased())
        case .status: .text(page.status)
        case .reviewer:
            page.reviewers.isEmpty ? nil : .text(page.reviewers.joined(separator: ", ").lowercased())
        case .reviewed: page.lastReviewed.map { .text($0.description) }
        case .due: page.reviewDue.map { .text($0.description) }
        case .grade: page.reading?.grade.map { .number($0) }
        case .smog: page.reading?.smog.map { .number($0) }
        case .words: page.reading.map { .number(Double($0.words)) }
        case .references: page.reading.map { .number(Double($0.references)) }
        case .findings: page.reading.map { .number(Double($0.findings)) }
        case .incoming: page.reading.map { .number(Double($0.incoming)) }
        // An error weighs more than any number of warnings.
        case .problems: .number(Double(page.errors) * 1e6 + Double(page.warnings))
        }
    }
}
