public import Markup

/// A text with `⟦…⟧` round what a diagnostic must point at.
public struct MarkedText: Sendable {
    /// Without the marks.
    public let text: String
    /// Where the marks stood, in the order in which they were opened.
    public let ranges: [SourceRange]

    public init(_ marked: String) {
        var text = ""
        var place = Position(line: 1, column: 1)
        var starts: [(index: Int, position: Position)] = []
        var ranges: [SourceRange?] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦":
                starts.append((ranges.count, place))
                ranges.append(nil)
            case "⟧":
                guard let start = starts.popLast() else { preconditionFailure("⟧ without ⟦ in: \(marked)") }
                ranges[start.index] = SourceRange(start.position, place)
            case "\n":
                text.unicodeScalars.append(scalar)
                place = Position(line: place.line + 1, column: 1)
            default:
                text.unicodeScalars.append(scalar)
                place.column += UTF8.width(scalar)
            }
        }
        precondition(starts.isEmpty, "⟦ without ⟧ in: \(marked)")
        self.text = text
        self.ranges = ranges.compactMap { $0 }
    }
}
