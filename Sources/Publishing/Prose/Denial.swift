/// Whether what a sentence says is denied: 'not a cure', 'has never been approved'.
enum Denial {
    /// Words before the phrase that a denial may stand away from it.
    private static let reach = 7

    private static let words: Set<String> = SpanishWords.denials.union([
        "not", "no", "never", "without", "nor", "neither", "cannot", "none", "nobody", "nothing", "hardly",
        "unlike",
        "non", "lacks", "lack", "lacking", "denied", "refused", "rejected",
    ])
    /// A clause that begins with one of these is no longer denied.
    private static let turns: Set<String> = SpanishWords.turns.union([
        "but", "however", "although", "though", "yet", "and", "because", "while", "so",
    ])

    /// - Parameter index: of the phrase's first word in the sentence.
    static func reaches(_ index: Int, in sentence: [ProseWord]) -> Bool {
        var steps = 0
        var place = index - 1
        while place >= 0, steps < reach {
            let word = sentence[place]
            if word.isMark {
                if ",;:()–—".contains(word.text) { return false }
            } else {
                if isDenial(word.text) {
                    // 'not only approved' and 'no doubt a cure' deny nothing.
                    let next = place + 1 < sentence.count ? sentence[place + 1].text : ""
                    let isReversed =
                        ["only", "just", "doubt", "question"].contains(next)
                        || SpanishWords.reversing.contains(next)
                    return !isReversed || place + 1 == index
                }
                if turns.contains(word.text) { return false }
                steps += 1
            }
            place -= 1
        }
        return false
    }

    static func isDenial(_ word: String) -> Bool {
        words.contains(word) || word.hasSuffix("n't") || word == "dont" || word == "isnt"
    }
}
