/// Numbers that compare without saying what with: 'doubles', '30% more likely', 'odds ratio'.
struct RelativeNumber {
    private let words: [ProseWord]
    private let bytes: [UInt8]

    /// - Parameter bytes: of the block: 'OR' is no 'or'.
    init(_ sentence: Sentence, of bytes: [UInt8]) {
        words = sentence.words
        self.bytes = bytes
    }

    /// The first of the sentence, in its words.
    var first: Range<Int>? {
        for index in words.indices where isTrigger(index) {
            if let found = at(index), !Denial.reaches(found.lowerBound, in: words) { return found }
        }
        return nil
    }

    private func isTrigger(_ index: Int) -> Bool {
        !words[index].kinds.isDisjoint(with: [.comparing, .percent, .digits, .spelled])
            || words[index].text.hasSuffix("fold")
    }

    private static let alone: Set<String> = [
        "doubles", "doubled", "doubling", "halves", "halved", "halving", "triples", "tripled", "tripling",
        "quadruples", "quadrupled", "trebles", "trebled", "nnt", "nnh", "nnts",
    ]
    private static let pairs: Set<String> = [
        "odds ratio", "risk ratio", "hazard ratio", "rate ratio", "relative risk", "relative risks",
        "risk ratios",
        "odds ratios", "effect size", "hazard ratios", "effect sizes", "rate ratios", "relative reduction",
        "relative increase", "prevalence ratio", "incidence ratio",
    ]
    private static let letters: Set<String> = ["or", "rr", "hr", "aor", "irr", "ahr", "arr"]
    private static let more: Set<String> = [
        "more", "less", "higher", "lower", "greater", "fewer", "likelier", "better", "faster", "larger",
        "smaller",
        "worse", "bigger", "oftener",
    ]
    private static let changes: Set<String> = [
        "reduction", "increase", "drop", "rise", "decrease", "fall", "cut", "improvement", "gain", "risk",
        "reduced",
        "increased",
    ]
    private static let changing: Set<String> = [
        "reduce", "reduces", "reduced", "reducing", "reduction", "lower", "lowers", "lowered", "lowering",
        "cut", "cuts",
        "cutting", "raise", "raises", "raised", "rose", "rise", "rises", "increase", "increases", "increased",
        "drop",
        "drops", "dropped", "fell", "fall", "falls", "decrease", "decreases", "decreased", "improve",
        "improves",
        "improved", "shrinks", "shrank", "grew", "grows", "slash", "slashes", "slashed", "slashing", "boost",
        "boosts",
        "boosted", "down", "up",
    ]
    private static let chances: Set<String> = [
        "risk", "risks", "chance", "chances", "odds", "rate", "rates", "likelihood", "likely", "number",
        "probability", "effect", "benefit", "response",
    ]
    private static let degrees: Set<String> = [
        "likely", "many", "often", "high", "much", "common", "well", "good", "great", "effective", "frequent",
        "big",
        "low", "few", "probable", "strong", "large", "fast", "apt", "prone", "bad",
    ]

    static let triggers = alone.union(letters).union([
        "odds", "hazard", "relative", "effect", "rate", "prevalence", "incidence", "number", "twice",
        "double", "triple",
        "treble", "thrice", "half", "times", "quarter", "quarters", "third", "thirds", "fifth", "twofold",
        "threefold", "fourfold", "fivefold", "sixfold",
        "tenfold",
        "fold", "risk", "numbers",
    ])

    private func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

    private func at(_ index: Int) -> Range<Int>? {
        let text = words[index].text
        if Self.alone.contains(text) { return isHalvesAsNoun(index) ? nil : index..<index + 1 }
        if Self.pairs.contains(text + " " + word(index + 1)) { return index..<index + 2 }
        if Self.letters.contains(text) { return ratioInLetters(index) }
        if text == "number" || text == "numbers", word(index + 1) == "needed", word(index + 2) == "to" {
            return index..<min(words.count, index + 4)
        }
        if text.hasSuffix("fold"), isManifold(text) { return index..<index + 1 }
        if ["twice", "double", "half", "triple", "treble", "thrice"].contains(text) {
            return multiple(index, index + 1)
        }
        if SpelledNumber.isPart(text) { return changeBy(index, index + 1) }
        if text == "times" { return times(index) }
        if text == "%" || text == "percent" || text == "cent" { return percent(index) }
        // '3x more'.
        if words[index].isNumber, text.hasSuffix("x"),
            Self.more.contains(word(index + 1)) || word(index + 1) == "as"
        {
            return index..<index + 2
        }
        if words[index].isNumber || words[index].kinds.contains(.spelled), word(index + 1) == "fold" {
            return index..<index + 2
        }
        return nil
    }

    /// 'Twofold', '3-fold', and no 'scaffold'.
    private func isManifold(_ text: String) -> Bool {
        let number = String(text.dropLast(4).split(separator: "-").first ?? "")
        return SpelledNumber.value(number) != nil || Double(number) != nil || number == "several"
    }

    /// 'Two halves', 'the halves of the brain'.
    private func isHalvesAsNoun(_ index: Int) -> Bool {
        word(index) == "halves"
            && (["two", "both", "the", "in", "into"].contains(word(index - 1)) || word(index + 1) == "of")
            // 'The dose was doubled' tells no result.
            || ["dose", "doses", "amount"].contains(word(index + 2))
            || ["dose", "doses"].contains(word(index - 2))
    }

    /// 'OR 1.3', 'HR = 0.7', in capitals and with a number.
    private func ratioInLetters(_ index: Int) -> Range<Int>? {
        guard bytes[words[index].range.upperBound - 1] &- UInt8(ascii: "A") < 26 else { return nil }
        var next = index + 1
        while ["=", ":", "of", "was", "is", ",", "("].contains(word(next)) { next += 1 }
        return next < words.count && words[next].isNumber && next - index <= 3 ? index..<next + 1 : nil
    }

    /// 'As likely', 'the risk', 'your chances': what is multiplied stands from `next` on.
    private func multiple(_ start: Int, _ next: Int) -> Range<Int>? {
        if word(next) == "as", Self.degrees.contains(word(next + 1)) { return start..<next + 2 }
        if word(next) == "that", word(next + 1) == "of" { return start..<next + 2 }
        if ["the", "their", "your", "her", "his", "its", "our"].contains(word(next)) {
            for place in next + 1...next + 3 where Self.chances.contains(word(place)) {
                return start..<place + 1
            }
        }
        if Self.chances.contains(word(next)), word(start) != "half" { return start..<next + 1 }
        // 'The risk was double.'
        if ["is", "was"].contains(word(start - 1)), Self.chances.contains(word(start - 2)) {
            return start..<next
        }
        return changeBy(start, start + 1)
    }

    /// 'Three times more', 'several times as likely', '2.5 times the risk'.
    private func times(_ index: Int) -> Range<Int>? {
        guard index > 0 else { return nil }
        let before = words[index - 1]
        // 'Two and a half times'
        let isHalf = before.text == "half" && index > 1 && word(index - 2) == "a"
        let isCount =
            NumberOfPeople.value(before) != nil || before.text == "several" || isHalf
            || before.text.hasSuffix("-and-a-half")
        guard isCount else { return nil }
        if Self.more.contains(word(index + 1)) { return index - 1..<index + 2 }
        return multiple(index - 1, index + 1)
    }

    /// '30% more', '30% risk reduction', 'cut by 30 percent'.
    private func percent(_ index: Int) -> Range<Int>? {
        let length = word(index) == "cent" ? 2 : 1
        guard index >= length, NumberOfPeople.value(words[index - length]) != nil else { return nil }
        let start = index - length
        for place in index + 1...index + 2
        where Self.more.contains(word(place)) || Self.changes.contains(word(place)) {
            if place == index + 2, Self.more.contains(word(place)) { continue }
            return start..<place + 1
        }
        return changeBy(start, index + 1)
    }

    /// 'Reduced the risk by 30%', 'an increase of 30%', 'cut in half'.
    private func changeBy(_ start: Int, _ end: Int) -> Range<Int>? {
        if ["up", "down"].contains(word(start - 1)) { return start - 1..<end }
        // A score is no chance.
        let before = words[max(0, start - 8)..<start]
        if before.contains(where: {
            ["score", "scores", "scale", "symptoms", "signs", "points"].contains($0.text)
        }) {
            return nil
        }
        let isIn = word(start) == "half" && word(start - 1) == "in"
        var link = start - 1
        while Self.hedges.contains(word(link)) { link -= 1 }
        guard word(link) == "by" || word(link) == "of" && link == start - 1 || isIn else { return nil }
        let isOf = word(start - 1) == "of"
        let from = max(0, start - (isOf ? 2 : 8))
        guard
            words[from..<start].contains(where: {
                Self.changing.contains($0.text) || Self.changes.contains($0.text)
            })
        else { return nil }
        return start..<end
    }

    /// 'By more than a third'.
    private static let hedges: Set<String> = [
        "a", "one", "two", "more", "than", "about", "nearly", "almost", "over", "around", "roughly", "up",
        "to", "at",
        "least", "some", "as", "much",
    ]

    /// Whether a number of people is a part of what compares: '30%' of '30% more likely'.
    func covers(_ number: NumberOfPeople) -> Bool {
        guard number.isPercent, let last = number.words.last, let found = at(last) else { return false }
        return found.overlaps(number.words)
    }
}
