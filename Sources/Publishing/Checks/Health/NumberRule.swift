import Markup

extension HealthRule {
    /// R-7: a number says who was studied, when, against what, and where it comes from; and never stands alone as more
    /// or fewer.
    static let numbers = HealthRule { page in
        guard page.isEnglish else { return [] }
        return page.blocks.filter { $0.isProse && $0.has([.digits, .spelled, .comparing, .percent]) }.flatMap
        {
            block in
            NumberRule(page: page, block: block).diagnostics
        }
    }
}

extension ProseBlock {
    /// Sentences of the page, and not the values of a finding, which has rules of its own.
    fileprivate var isProse: Bool {
        switch kind {
        case .data, .code, .field(.askYourClinic): false
        default: true
        }
    }
}

/// Looks through the sentences of one block for numbers of people.
struct NumberRule {
    private let page: HealthPage
    private let block: ProseBlock
    private let sentences: [Sentence]
    private let numbers: [[NumberOfPeople]]

    init(page: HealthPage, block: ProseBlock) {
        self.page = page
        self.block = block
        sentences = block.sentences
        numbers = sentences.map { sentence in
            let relative = RelativeNumber(sentence, of: block.bytes)
            return NumberOfPeople.all(in: sentence).filter { !relative.covers($0) }
        }
    }

    var diagnostics: [Diagnostic] { sentences.indices.flatMap { incomplete($0) + relative($0) } }

    private func incomplete(_ index: Int) -> [Diagnostic] {
        // Without any source, 'citation.missing' tells of it on these pages.
        if page.needsSources, block.needsSource, !block.hasCitation { return [] }
        let sentence = sentences[index]
        guard !sentence.isQuestion, let number = numbers[index].first(where: { $0.isResult(in: sentence) }),
            let range = sentence.words[number.words].extent
        else { return [] }
        var missing: [String] = []
        if !context(index).contains(where: { saysWho(sentences[$0]) }) { missing.append("who was studied") }
        if !context(index).contains(where: { saysWhen(sentences[$0]) }) { missing.append("when") }
        if !compares(index) { missing.append("compared with what") }
        if !isCited(index) { missing.append("where it comes from") }
        if missing.isEmpty { return [] }
        return [
            page.report(
                "number.incomplete",
                "the result '\(block.text(range))' does not say \(missing.joined(separator: ", nor "))",
                help: "say it in the same sentence, or write a 'finding' block", at: block.place(of: range))
        ]
    }

    /// The sentence, and the two before it that may lead to it.
    private func context(_ index: Int) -> Range<Int> { max(0, index - 2)..<index + 1 }

    /// People by more than their number: 'adults with depression', not '100 people'.
    private func saysWho(_ sentence: Sentence) -> Bool {
        let words = sentence.words
        for (index, word) in words.enumerated() where PeopleWords.all.contains(word.text) {
            let count = index > 0 ? NumberOfPeople.value(words[index - 1]) : nil
            // '40 people' were studied; '100 people' are the scale.
            if let count, count != 100, count != 1_000, count > 10, word.text == "people" { return true }
            if Self.anybody.contains(word.text) {
                let next = index + 1 < words.count ? words[index + 1].text : ""
                let before = index > 0 ? words[index - 1].text : ""
                if Self.describing.contains(next) || Self.ages.contains(before) { return true }
            } else {
                return true
            }
        }
        return false
    }

    private static let anybody: Set<String> = ["people", "person", "persons", "those"]
    private static let describing: Set<String> = [
        "with", "who", "whose", "aged", "in", "under", "over", "taking", "having", "at", "like", "living",
    ]
    private static let ages: Set<String> = ["older", "young", "younger", "depressed", "elderly"]

    /// Counts of how many have something are results without a comparison.
    private static let counting: Set<String> = [
        "survey", "surveys", "surveyed", "census", "prevalence", "population", "lifetime", "estimated",
        "estimate",
        "estimates",
    ]
    /// A study that a number is from.
    private static let studies: Set<String> = [
        "trial", "trials", "study", "studies", "review", "reviews", "researchers", "survey", "surveys",
        "analysis",
        "group", "groups",
    ]

    private func saysWhen(_ sentence: Sentence) -> Bool {
        sentence.words.contains { word in
            if PeopleWords.time.contains(word.text) { return true }
            if word.text.contains("-") {
                return PeopleWords.time.contains(String(word.text.split(separator: "-").last ?? ""))
            }
            guard word.isNumber, word.text.utf8.count == 4 else { return false }
            return NumberOfPeople.value(word).map { (1_950...2_100).contains($0) } ?? false
        }
    }

    /// In the sentence, or in the one before or after.
    private func compares(_ index: Int) -> Bool {
        if context(index).contains(where: { sentences[$0].has(anyOf: Self.counting) }) { return true }
        let near = sentences[max(0, index - 1)...min(sentences.count - 1, index + 1)]
        if near.contains(where: { $0.has(anyOf: PeopleWords.comparison) }) { return true }
        return comparesGroups(index)
    }

    private static let groups: Set<String> = [
        "on", "with", "given", "taking", "who", "in", "had", "having", "got", "other", "for", "under",
        "after",
    ]

    /// '45 of 100 on the spray and 30 of 100 on the tablet'.
    private func comparesGroups(_ index: Int) -> Bool {
        let words = sentences[index].words
        let named = numbers[index].filter { number in
            words[number.words.upperBound...].prefix(4).contains { Self.groups.contains($0.text) }
        }
        let hasOther = words.contains { $0.text == "other" || $0.text == "others" }
        return numbers[index].count > 1 && (named.count > 1 || hasOther)
    }

    /// In the sentence; in the one before that tells of the study; in the one after that goes on with the numbers.
    private func isCited(_ index: Int) -> Bool {
        func cites(_ index: Int) -> Bool { !block.citations(in: sentences[index]).isEmpty }
        if cites(index) { return true }
        if context(index).dropLast().contains(where: { cites($0) && isAboutStudy(sentences[$0]) }) {
            return true
        }
        let next = index + 1
        guard next < sentences.count, cites(next) else { return false }
        return !numbers[next].isEmpty || sentences[next].has(anyOf: PeopleWords.comparison)
            || sentences[next].has(anyOf: Self.studies)
    }

    private func isAboutStudy(_ sentence: Sentence) -> Bool {
        sentence.has(anyOf: Self.studies) || sentence.has(anyOf: PeopleWords.all)
    }

    private func relative(_ index: Int) -> [Diagnostic] {
        let near = max(0, index - 1)...min(sentences.count - 1, index + 1)
        if numbers[near].joined().count >= 2 { return [] }
        guard let found = RelativeNumber(sentences[index], of: block.bytes).first,
            let range = sentences[index].words[found].extent
        else { return [] }
        return [
            page.report(
                "number.relative", severity: .warning,
                "'\(block.text(range))' tells how many times more or less, and not of how many",
                help: "give both numbers beside it: '… out of 100 with, … out of 100 without'",
                at: block.place(of: range))
        ]
    }
}
