import Markup

extension HealthRule {
    /// words that hurt, promise or blame.
    static let wording = HealthRule { page in
        page.blocks.flatMap { WordingSearch(page: page, block: $0).diagnostics }
    }
}

/// Holds the site's lists of words against one block.
private struct WordingSearch {
    let page: HealthPage
    let block: ProseBlock
    private let sentences: [Sentence]

    init(page: HealthPage, block: ProseBlock) {
        self.page = page
        self.block = block
        sentences = block.sentences
    }

    var diagnostics: [Diagnostic] {
        let wording = page.wording
        var told: [Range<String.Index>] = []
        var diagnostics: [Diagnostic] = []
        func look(
            _ rules: [WordingList.Rule], _ id: String, _ severity: Diagnostic.Severity,
            _ message: (Substring) -> String
        ) {
            for rule in rules {
                for range in rule.pattern.matches(in: block.text)
                where !told.contains(where: { $0.overlaps(range) }) && !isExcused(range, id) {
                    told.append(range)
                    diagnostics.append(
                        page.report(
                            id, severity: severity, message(block.text[range]),
                            help: rule.use.isEmpty ? "write it in other words" : Self.help(rule.use),
                            at: block.place(of: range)))
                }
            }
        }
        look(wording.suicide, "suicide.wording", .error) {
            "'\($0)' can hurt people who think about suicide, and those who lost somebody"
        }
        look(wording.banned, "wording.banned", .error) { "'\($0)' is not said on this site" }
        look(wording.avoid, "wording.avoid", .warning) { "'\($0)' may promise or blame" }
        return diagnostics.sorted { $0.range.start < $1.range.start }
    }

    /// What to write is told as an imperative.
    private static func help(_ use: String) -> String {
        let verbs = ["remove", "say ", "write ", "give ", "name ", "use ", "take ", "leave ", "see "]
        return verbs.contains { use.lowercased().hasPrefix($0) } ? use : "write instead: \(use)"
    }

    private func isExcused(_ range: Range<String.Index>, _ id: String) -> Bool {
        guard let sentence = sentences.first(where: { $0.range.overlaps(range) }),
            let index = sentence.words.firstIndex(where: { $0.range.upperBound > range.lowerBound })
        else { return false }
        if page.front.kind == .about, isQuoted(range), isAdvisedAgainst(index, sentence) { return true }
        if id == "suicide.wording" { return false }
        if Denial.reaches(index, in: sentence.words) { return true }
        return id == "wording.avoid" && isMeasured(range, sentence)
    }

    private func isQuoted(_ range: Range<String.Index>) -> Bool {
        let before = block.text[..<range.lowerBound].filter { $0 == "\"" }.count
        let after = block.text[range.upperBound...].contains("\"")
        if before % 2 == 1, after { return true }
        // Single quotes open after a space, and close before none.
        let opens = block.text[..<range.lowerBound].hasSuffix("'")
        return opens && block.text[range.upperBound...].contains("'") || block.isQuoted
    }

    private static let advice: Set<String> = SpanishWords.advice.union([
        "say", "write", "use", "avoid", "instead", "rather", "never", "not", "don't", "word", "words",
        "phrase",
        "phrases", "term", "terms", "says", "called", "claim", "claims", "advert", "adverts",
    ])

    private func isAdvisedAgainst(_ index: Int, _ sentence: Sentence) -> Bool {
        sentence.words.contains { Self.advice.contains($0.text) }
    }

    /// 'Safe' and 'effective' may be said with how sure one is, and a source, in the same sentence.
    private static let claims: Set<String> = SpanishWords.claims.union([
        "safe", "effective", "works", "work", "worked", "tolerated", "well-tolerated", "safely",
        "effectively",
    ])
    private static let certainty: Set<String> = SpanishWords.certainty.union([
        "probably", "may", "might", "perhaps", "possibly", "sure", "unsure", "certain", "certainty",
        "uncertain", "likely",
    ])

    private func isMeasured(_ range: Range<String.Index>, _ sentence: Sentence) -> Bool {
        let words = sentence.words.filter { $0.range.overlaps(range) }
        return words.contains { Self.claims.contains($0.text) } && !block.citations(in: sentence).isEmpty
            && sentence.has(anyOf: Self.certainty)
    }
}
