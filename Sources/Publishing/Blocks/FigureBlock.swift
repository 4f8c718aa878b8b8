import Figures
import Markup

/// A figure as it was written.
struct FigureBlock: Sendable, Hashable {
    var figure: Figure
    var source: Source
    /// All words of it that a reader sees.
    var texts: [Written<String>]

    /// Where the numbers come from.
    enum Source: Sendable, Hashable {
        /// One word: the id of a reference.
        case reference(Written<String>)
        case text(Written<String>)
    }

    var citation: Written<String>? {
        switch source {
        case .reference(let id): id
        case .text: nil
        }
    }
}
