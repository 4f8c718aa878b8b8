/// How pages are ordered: the constants and the formula that `search.js` has too. There and here every sum is
/// taken in the same order, so that both give the same scores to the last bit.
///
/// Source of the formula: S. Robertson, H. Zaragoza 2009, *The Probabilistic Relevance Framework: BM25 and
/// Beyond*, with a title as a field of its own.
enum Ranking {
    /// How soon more of a word in a page counts no more, and how much a page's length matters.
    static let (saturation, lengthShare) = (2.0, 0.75)
    static let ofTitle = 2.0
    static let (titleBonus, headingBonus) = (0.6, 0.2)
    /// Of the title's bonus: where the title says much else, and what is added where it says nothing else.
    static let (ofAnyTitle, ofWholeTitle) = (0.3, 0.7)
    static let ofSynonym = 0.8
    /// What begins with the word being typed: where that is no word yet, and where it is one.
    static let (ofLonger, ofLongerThanKnown) = (0.7, 0.3)

    /// A page's length against the average, from its byte.
    static func relativeLength(_ byte: UInt8) -> Double {
        let steps = Int(byte) - 16
        let octave = steps >= 0 ? steps / 4 : (steps - 3) / 4
        let whole = octave >= 0 ? Double(1 << octave) : 1 / Double(1 << -octave)
        return quarters[steps - octave * 4] * whole
    }

    /// The powers of two to 0, 1/4, 1/2 and 3/4.
    private static let quarters = [1, 1.189207115002721, 1.4142135623730951, 1.681792830507429]

    /// How often a word stands in a page, against the page's length.
    static func density(_ timesClass: Int, pageLength: UInt8) -> Double {
        Postings.timesOfClass[timesClass] / (1 - lengthShare + lengthShare * relativeLength(pageLength))
    }

    /// The densities of a word, for each class of how often (bits 0 to 2) and of the page's length (above).
    static let densities = (0..<(8 * 32)).map { density($0 & 7, pageLength: UInt8($0 >> 3)) }

    /// What a word is worth to a page, for each density, and for each length of its title (0 to 15; 0 where the title
    /// has it not).
    static func table(_ densities: [Double], averageTitleLength: Double) -> [[Double]] {
        (0..<16).map { titleLength in
            let ofLength = lengthShare * Double(titleLength) / averageTitleLength
            let title = titleLength > 0 ? ofTitle / (1 - lengthShare + ofLength) : 0
            return densities.map { ($0 + title) / ($0 + title + saturation) }
        }
    }
}
