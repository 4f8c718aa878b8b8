import Markup

extension HealthRule {
    /// R-7: a number says who was studied, when, against what, and where it comes from; and never stands alone as more
    /// or fewer.
    static let numbers = HealthRule { page in
        guard page.isEnglish else { return [] }
        return page.blocks.filter { $0.isProse }.flatMap { block in
            NumberSearch(page: page, block: block).diagnostics
        }
    }
}

extension ProseBlock {
    /// Sentences of the page, and not the values of a finding, which has rules of its own.
    var isProse: Bool {
        switch kind {
        case .data, .alternative, .field(.askYourClinic): false
        default: true
        }
    }
}

private struct NumberSearch {
    let page: HealthPage
    let block: ProseBlock
    private let sentences: [Sentence]
    private let words: [ProseWord]

    init(page: HealthPage, block: ProseBlock) {
        self.page = page
        self.block = block
        sentences = block.sentences
        words = sentences.flatMap(\.words)
    }

    var diagnostics: [Diagnostic] {
        sentences.indices.flatMap { index -> [Diagnostic] in
            let numbers = NumberOfPeople.all(in: sentences[index].words)
            return incomplete(index, numbers) + relative(index, numbers)
        }
    }

    private func incomplete(_ index: Int, _ numbers: [NumberOfPeople]) -> [Diagnostic] {
        let sentence = sentences[index]
        if block.text[sentence.range].hasSuffix("?") { return [] }
        guard let number = numbers.first(where: { isResult($0, sentence) }),
            let range = block.range(of: sentence.words[number.words])
        else { return [] }
        var missing: [String] = []
        if !saysWho { missing.append("who was studied") }
        if !saysWhen { missing.append("when") }
        if !compares(index, numbers) { missing.append("compared with what") }
        if !block.hasCitation { missing.append("where it comes from") }
        if missing.isEmpty { return [] }
        return [
            page.report(
                "number.incomplete",
                "the result '\(block.text[range])' does not say \(missing.joined(separator: ", nor "))",
                help: "say it in the same sentence, or write a 'finding' block", at: block.place(of: range))
        ]
    }

    /// A part of a hundred may be one of anything: then people, or what becomes of them, stand in the sentence.
    private func isResult(_ number: NumberOfPeople, _ sentence: Sentence) -> Bool {
        !number.isPercent || sentence.has(anyOf: PeopleWords.all) || sentence.has(anyOf: PeopleWords.outcomes)
    }

    /// People by more than their number: 'adults with depression', not '100 people'.
    private var saysWho: Bool {
        for (index, word) in words.enumerated() where PeopleWords.all.contains(word.text) {
            let count = index > 0 ? NumberOfPeople.value(words[index - 1]) : nil
            // '40 people' were studied; '100 people' are the scale.
            if let count, count != 100, count != 1_000, count > 10, word.text == "people" { return true }
            let next = index + 1 < words.count ? words[index + 1].text : ""
            let isDescribed = Self.describing.contains(next)
            if word.text != "people" || isDescribed { return true }
        }
        return false
    }

    private static let describing: Set<String> = [
        "with", "who", "whose", "aged", "in", "under", "over", "taking", "having", "at",
    ]

    /// Counts of how many have something are results without a comparison.
    private static let counting: Set<String> = [
        "survey", "surveys", "surveyed", "census", "prevalence", "population", "lifetime", "estimated",
        "estimate", "estimates",
    ]

    private var saysWhen: Bool {
        words.contains { word in
            if PeopleWords.time.contains(word.text) { return true }
            if word.text.contains("-") {
                return PeopleWords.time.contains(String(word.text.split(separator: "-").last ?? ""))
            }
            return NumberOfPeople.value(word).map { (1_950...2_100).contains($0) && word.text.count == 4 }
                ?? false
        }
    }

    /// In the sentence, or in the one before or after.
    private func compares(_ index: Int, _ numbers: [NumberOfPeople]) -> Bool {
        if numbers.count > 1 || words.contains(where: { Self.counting.contains($0.text) }) { return true }
        let near = sentences[max(0, index - 1)...min(sentences.count - 1, index + 1)]
        return near.contains { $0.has(anyOf: PeopleWords.comparison) }
    }

    private func relative(_ index: Int, _ numbers: [NumberOfPeople]) -> [Diagnostic] {
        let sentence = sentences[index]
        let all = sentence.words
        if numbers.filter({ !$0.isPercent }).count >= 2 { return [] }
        guard let found = all.indices.lazy.compactMap({ RelativeNumber.at($0, in: all) }).first,
            let range = block.range(of: all[found])
        else { return [] }
        return [
            page.report(
                "number.relative", severity: .warning,
                "'\(block.text[range])' tells how many times more or less, and not of how many",
                help: "give both numbers beside it: '… out of 100 with, … out of 100 without'",
                at: block.place(of: range))
        ]
    }
}

/// Numbers that compare without saying what with: 'doubles', '30% more likely', 'odds ratio'.
private enum RelativeNumber {
    private static let alone: Set<String> = [
        "doubles", "doubled", "doubling", "halves", "halved", "halving", "triples", "tripled", "quadruples",
        "quadrupled",
        "nnt", "nnh", "twofold", "threefold", "two-fold", "three-fold", "fourfold", "tenfold",
    ]
    private static let pairs: Set<String> = [
        "odds ratio", "risk ratio", "hazard ratio", "rate ratio", "relative risk", "relative risks",
        "risk ratios", "odds ratios",
        "effect size", "hazard ratios",
    ]
    private static let more: Set<String> = [
        "more", "less", "higher", "lower", "greater", "fewer", "as", "likelier", "likely", "the", "better",
        "faster", "larger",
        "smaller", "worse",
    ]
    private static let chances: Set<String> = [
        "risk", "chance", "chances", "odds", "rate", "likelihood", "likely", "number",
    ]

    static func at(_ index: Int, in words: [ProseWord]) -> Range<Int>? {
        let word = words[index].text
        func next(_ offset: Int) -> String { index + offset < words.count ? words[index + offset].text : "" }
        if alone.contains(word) { return index..<index + 1 }
        if pairs.contains(word + " " + next(1)) { return index..<index + 2 }
        if word == "number", next(1) == "needed", next(2) == "to" {
            return index..<min(words.count, index + 4)
        }
        if word == "twice" || word == "double" || word == "half" {
            let isMore =
                next(1) == "as"
                && (next(2) == "likely" || next(2) == "many" || next(2) == "often" || next(2) == "high")
                || (next(1) == "the" || next(1) == "their" || next(1) == "your") && chances.contains(next(2))
            return isMore ? index..<index + 3 : nil
        }
        guard NumberOfPeople.value(words[index]) != nil else { return nil }
        if next(1) == "times", more.contains(next(2)) { return index..<index + 3 }
        let isPercent = next(1) == "%" || next(1) == "percent"
        if isPercent,
            ["more", "less", "higher", "lower", "greater", "fewer", "reduction", "increase", "better"]
                .contains(next(2))
        {
            return index..<index + 3
        }
        if word != "one", next(1).hasSuffix("fold") { return index..<index + 2 }
        return nil
    }
}
