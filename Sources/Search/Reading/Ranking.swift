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

    /// What a word is worth to a page, for each class of how often (bits 0 to 2), of the page's length (3 to
    /// 7), and for each length of its title (8 to 11; 0 where the title has it not).
    static func table(averageTitleLength: Double) -> [Double] {
        (0..<(8 * 32 * 16)).map { index in
            let titleLength = Double(index >> 8)
            let length = relativeLength(UInt8(index >> 3 & 31))
            let body = Postings.timesOfClass[index & 7] / (1 - lengthShare + lengthShare * length)
            let title = ofTitle / (1 - lengthShare + lengthShare * titleLength / averageTitleLength)
            let frequency = body + (titleLength > 0 ? title : 0)
            return frequency / (frequency + saturation)
        }
    }
}
