/// How hard a text is to read, in years of US schooling.
struct Readability: Sendable {
    private(set) var words = 0
    private(set) var sentences = 0
    private(set) var syllables = 0
    /// Words of three syllables and more.
    private(set) var longWords = 0

    /// - Parameter syllables: of each of its words.
    mutating func add(sentence syllables: [Int]) {
        guard !syllables.isEmpty else { return }
        sentences += 1
        words += syllables.count
        for count in syllables {
            self.syllables += count
            if count >= 3 { longWords += 1 }
        }
    }

    /// Below it the formulas say nothing: contract section 6.
    static let fewestWords = 100

    /// The Flesch–Kincaid grade. English only; `nil` below 100 words.
    ///
    /// Source: J. P. Kincaid and others 1975, *Derivation of New Readability Formulas*, Research Branch Report 8-75.
    var fleschKincaid: Double? {
        guard words >= Self.fewestWords, sentences > 0 else { return nil }
        return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    }

    /// The SMOG grade: as many years as one needs to understand all of a text. `nil` below 100 words.
    ///
    /// Source: G. H. McLaughlin 1969, *SMOG Grading: A New Readability Formula*, Journal of Reading 12(8); the constants are
    /// his regression's for texts of another length than 30 sentences.
    var smog: Double? {
        guard words >= Self.fewestWords, sentences > 0 else { return nil }
        return 1.043 * (Double(longWords) * 30 / Double(sentences)).squareRoot() + 3.1291
    }
}
