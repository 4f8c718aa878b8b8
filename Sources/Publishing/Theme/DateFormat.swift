/// How a language writes a date: `{day} {month} {year}`, with the months' names.
struct DateFormat: Sendable {
    private let parts: [Part]

    private enum Part {
        case text(String)
        case day
        case month([String])
        case year
    }

    /// `months`: twelve names with spaces between; with any other number of them, months are numbers.
    init(_ format: String, months: String) {
        let names = months.split(separator: " ").map(String.init)
        var parts: [Part] = []
        for piece in format.split(separator: "{", omittingEmptySubsequences: false) {
            let halves = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            var text = halves.last ?? ""
            switch halves.count == 2 ? halves[0] : "" {
            case "day": parts.append(.day)
            case "month": parts.append(.month(names.count == 12 ? names : (1...12).map(String.init)))
            case "year": parts.append(.year)
            default: text = piece
            }
            if !text.isEmpty { parts.append(.text(String(text))) }
        }
        self.parts = parts
    }

    func words(for date: CalendarDate) -> String {
        var words = ""
        for part in parts {
            switch part {
            case .text(let text): words += text
            case .day: words += String(date.day)
            case .month(let names): words += names[date.month - 1]
            case .year: words += String(date.year)
            }
        }
        return words
    }
}
