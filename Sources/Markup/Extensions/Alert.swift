/// A block quote that says how much it matters: `> [!WARNING]`.
public enum Alert: UInt8, Sendable, CaseIterable {
    case note, tip, important, warning, caution
    /// Of the health profile.
    case emergency, urgent, harms, studyDetail

    public static let all = Set(allCases)
    public static let plain: Set<Alert> = [.note, .tip, .important, .warning, .caution]

    /// As writers write it.
    public var name: String {
        switch self {
        case .note: "NOTE"
        case .tip: "TIP"
        case .important: "IMPORTANT"
        case .warning: "WARNING"
        case .caution: "CAUTION"
        case .emergency: "EMERGENCY"
        case .urgent: "URGENT"
        case .harms: "HARMS"
        case .studyDetail: "STUDY-DETAIL"
        }
    }

    /// As the HTML names it.
    var className: StaticString {
        switch self {
        case .note: "note"
        case .tip: "tip"
        case .important: "important"
        case .warning: "warning"
        case .caution: "caution"
        case .emergency: "emergency"
        case .urgent: "urgent"
        case .harms: "harms"
        case .studyDetail: "study-detail"
        }
    }

    /// The words over it where no theme gives others.
    public var title: String {
        switch self {
        case .note: "Note"
        case .tip: "Tip"
        case .important: "Important"
        case .warning: "Warning"
        case .caution: "Caution"
        case .emergency: "Emergency"
        case .urgent: "Urgent"
        case .harms: "Possible harms"
        // R-5 of the safety rules.
        case .studyDetail: "This is what researchers used. It is not advice."
        }
    }

    /// What `[!NOTE]` at the beginning of a line names.
    static func marker(_ line: [UInt8]) -> Alert? {
        var line = line[...]
        while let last = line.last, ASCII.isSpace(last) { line.removeLast() }
        guard line.starts(with: "[!".utf8), line.last == UInt8(ascii: "]") else { return nil }
        let name = String(decoding: line.dropFirst(2).dropLast(), as: UTF8.self).uppercased()
        return allCases.first { $0.name == name }
    }
}
