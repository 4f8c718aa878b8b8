/// Whether what a sentence says is denied: 'not a cure', 'has never been approved'.
enum Denial {
    /// Words before the phrase that a denial may stand away from it.
    private static let reach = 7

    /// - Parameters:
    ///   - index: of the phrase's first word in the sentence.
    ///   - words: of the page's language.
    static func reaches(
        _ index: Int, in sentence: [ProseWord], by words: RuleWords = .english
    ) -> Bool {
        var steps = 0
        var place = index - 1
        while place >= 0, steps < reach {
            let word = sentence[place]
            if word.isMark {
                if ",;:()–—".contains(word.text) { return false }
            } else {
                if words.denials.contains(word.text) || word.text.hasSuffix("n't") {
                    // 'not only approved' and 'no doubt a cure' deny nothing.
                    let next = place + 1 < sentence.count ? sentence[place + 1].text : ""
                    return !words.emphases.contains(next) || place + 1 == index
                }
                if words.turns.contains(word.text) { return false }
                steps += 1
            }
            place -= 1
        }
        return false
    }
}
