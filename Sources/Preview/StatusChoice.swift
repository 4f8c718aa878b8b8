import Foundation

/// What of the status page somebody wants to see, as the address has it: `sort=due&down=1&text=heart&status=draft&page=2`.
struct StatusChoice: Sendable, Equatable {
    var column = Column.title
    var isDescending = false
    /// Words that stand in the title, the file or the reviewers' names.
    var text = ""
    /// Empty for all.
    var status = ""
    var page = 1

    enum Column: String, CaseIterable, Sendable {
        case title, status, reviewer, reviewed, due, grade, smog, words, references, findings, incoming,
            problems

        var name: String {
            switch self {
            case .title: "Page"
            case .status: "Status"
            case .reviewer: "Reviewer"
            case .reviewed: "Last review"
            case .due: "Next review"
            case .grade: "Grade (Flesch–Kincaid)"
            case .smog: "Grade (SMOG)"
            case .words: "Words"
            case .references: "References"
            case .findings: "Findings"
            case .incoming: "Incoming links"
            case .problems: "Problems"
            }
        }

        /// Numbers are compared down a column.
        var isNumber: Bool {
            switch self {
            case .title, .status, .reviewer, .reviewed, .due: false
            case .grade, .smog, .words, .references, .findings, .incoming, .problems: true
            }
        }
    }

    /// What stands in `status` besides a page's own.
    static let states = ["published", "draft", "future", "expired", "withdrawn", "problems", "due"]

    init() {}

    init(_ query: String) {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map {
                $0.replacing("+", with: " ").removingPercentEncoding ?? ""
            }
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "sort": column = Column(rawValue: parts[1]) ?? .title
            case "down": isDescending = parts[1] == "1"
            case "text": text = String(parts[1].prefix(200))
            case "status": status = Self.states.contains(parts[1]) ? parts[1] : ""
            case "page": page = max(1, min(100_000, Int(parts[1]) ?? 1))
            default: break
            }
        }
    }

    /// The same choice with something else in it.
    func with(_ change: (inout StatusChoice) -> Void) -> StatusChoice {
        var copy = self
        change(&copy)
        return copy
    }

    var query: String {
        var parts: [String] = []
        if column != .title { parts.append("sort=" + column.rawValue) }
        if isDescending { parts.append("down=1") }
        if !text.isEmpty {
            let plain = CharacterSet.alphanumerics.intersection(
                CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
            parts.append("text=" + (text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""))
        }
        if !status.isEmpty { parts.append("status=" + status) }
        if page > 1 { parts.append("page=\(page)") }
        return "?" + parts.joined(separator: "&")
    }
}
