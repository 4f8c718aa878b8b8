/// What rules look out for in a word, known as soon as it is read: most sentences have nothing for most rules.
struct WordKinds: OptionSet, Sendable {
    let rawValue: UInt16

    /// No word: a comma, a bracket.
    static let mark = WordKinds(rawValue: 1 << 0)
    /// Begins with a digit.
    static let digits = WordKinds(rawValue: 1 << 1)
    /// A number in letters: 'twenty', 'half'.
    static let spelled = WordKinds(rawValue: 1 << 2)
    /// 'mg', '50mg'.
    static let unit = WordKinds(rawValue: 1 << 3)
    /// 'approved', 'licence'.
    static let approval = WordKinds(rawValue: 1 << 4)
    /// Begins what compares: 'doubles', 'odds', 'times'.
    static let comparing = WordKinds(rawValue: 1 << 5)
    /// 'nausea', or a part of the body that may come to harm.
    static let harm = WordKinds(rawValue: 1 << 6)
    static let percent = WordKinds(rawValue: 1 << 7)
    /// 'is', 'was'.
    static let being = WordKinds(rawValue: 1 << 8)

    static let number: WordKinds = [.digits, .spelled]

    /// Of each list of words that a rule has.
    private static let lists: [(kinds: WordKinds, words: Set<String>)] = [
        (.spelled, SpelledNumber.words), (.unit, DoseWords.units), (.approval, ApprovalWords.verbs),
        (.comparing, RelativeNumber.triggers), (.harm, HarmWords.all),
        (.percent, ["%", "percent", "cent", "pct"]),
        (.being, ["is", "are", "was", "were", "be", "been", "being", "gets", "got", "get"]),
    ]

    static let table = WordTable(
        lists.flatMap { list in list.words.map { (word: $0, value: list.kinds) } }, uniquing: { $0.union($1) }
    )
}
