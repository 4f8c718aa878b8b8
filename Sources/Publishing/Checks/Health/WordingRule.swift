import Markup

extension HealthRule {
    /// words that hurt, promise or blame.
    static let wording = HealthRule { page in
        let wording = page.wording
        return page.blocks.indices.flatMap { index -> [Diagnostic] in
            let matches = wording.matches(in: page.blocks[index].bytes)
            return matches.isEmpty ? [] : WordingSearch(page: page, index: index).diagnostics(matches)
        }
    }
}

/// Looks at what the site's lists of words find in one block.
private struct WordingSearch {
    let page: HealthPage
    let index: Int
    private let block: ProseBlock

    init(page: HealthPage, index: Int) {
        self.page = page
        self.index = index
        block = page.blocks[index]
    }

    func diagnostics(_ matches: [WordingList.Match]) -> [Diagnostic] {
        var told: [Range<Int>] = []
        var diagnostics: [Diagnostic] = []
        for match in matches
        where !told.contains(where: { $0.overlaps(match.range) }) {
            // What is excused under one rule is not looked at under the next.
            told.append(match.range)
            if isExcused(match) { continue }
            diagnostics.append(diagnostic(match))
        }
        return diagnostics.sorted { $0.range.start < $1.range.start }
    }

    private func diagnostic(_ match: WordingList.Match) -> Diagnostic {
        let words = block.text(match.range)
        let (id, message): (String, String) =
            switch match.list {
            case .suicide:
                (
                    "suicide.wording",
                    "'\(words)' can hurt people who think about suicide, and those who lost somebody"
                )
            case .banned: ("wording.banned", "'\(words)' is not said on this site")
            case .avoid: ("wording.avoid", "'\(words)' may promise or blame")
            }
        return page.report(
            id, severity: match.list == .avoid ? .warning : .error, message,
            help: match.use.isEmpty ? "write it in other words" : Self.help(match.use),
            at: block.place(of: match.range))
    }

    /// What to write is told as an imperative.
    private static func help(_ use: String) -> String {
        let verbs = ["remove", "say ", "write ", "give ", "name ", "use ", "take ", "leave ", "see "]
        return verbs.contains { use.lowercased().hasPrefix($0) } ? use : "write instead: \(use)"
    }

    private func isExcused(_ match: WordingList.Match) -> Bool {
        guard let number = block.sentences.firstIndex(where: { $0.range.overlaps(match.range) }) else {
            return false
        }
        let sentence = block.sentences[number]
        guard let first = sentence.words.firstIndex(where: { $0.range.upperBound > match.range.lowerBound })
        else {
            return false
        }
        let end =
            sentence.words.firstIndex { $0.range.lowerBound >= match.range.upperBound }
            ?? sentence.words.count
        if isDenied(first..<end, in: number, isHurtful: match.list == .suicide) { return true }
        if page.front.kind == .about, isQuoted(match.range), isAdvisedAgainst(number) { return true }
        if match.list == .suicide, isOfPrevention(match.range.upperBound) { return true }
        return match.list == .avoid && isMeasured(match.range, sentence)
    }

    /// - Parameter isHurtful: the words themselves are what hurts, unless they say something of a product.
    private func isDenied(_ words: Range<Int>, in number: Int, isHurtful: Bool) -> Bool {
        let sentence = block.sentences[number]
        if Denial.follows(words.upperBound, in: sentence.words) || Denial.isCalledFalse(sentence)
            || isAnsweredNo(number)
        {
            return true
        }
        if isHurtful, ApprovalReader(page.approvals).products(in: Array(sentence.words[words])).isEmpty {
            return Denial.isClose(to: words.lowerBound, in: sentence.words)
        }
        let isPresupposed =
            words.lowerBound > 0 && Self.pointing.contains(sentence.words[words.lowerBound - 1].text)
        return !isPresupposed && Denial.reaches(words.lowerBound, in: sentence.words)
            || Denial.isRefuted(number, in: block.sentences)
    }

    /// 'There is no waiting list for this miracle' takes it for one.
    private static let pointing: Set<String> = ["this", "these", "our"]

    /// 'They completed suicide prevention training.'
    private func isOfPrevention(_ end: Int) -> Bool {
        let rest = block.bytes[end...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        return Self.prevention.contains(
            String(decoding: rest.prefix(while: ByteKind.isWord).map(ByteKind.small), as: UTF8.self))
    }

    private static let prevention: Set<String> = [
        "prevention", "safety", "awareness", "screening", "training",
    ]

    /// 'Is it a cure? No.'
    private func isAnsweredNo(_ number: Int) -> Bool {
        guard block.sentences[number].isQuestion else { return false }
        let next =
            number + 1 < block.sentences.count
            ? block.sentences[number + 1]
            : page.blocks.indices.contains(index + 1) ? page.blocks[index + 1].sentences.first : nil
        return next.map(Denial.isAnsweredNo) ?? false
    }

    /// In quotation marks, as code, emphasised, or within a quotation.
    private func isQuoted(_ range: Range<Int>) -> Bool {
        if block.isQuoted || isByItself || block.marked.contains(where: { $0.overlaps(range) }) {
            return true
        }
        let (quote, single) = (UInt8(ascii: "\""), UInt8(ascii: "'"))
        let (before, after) = (block.bytes[..<range.lowerBound], block.bytes[range.upperBound...])
        if before.count(where: { $0 == quote }) % 2 == 1, after.contains(quote) { return true }
        // Single quotes open after a space, and close before none.
        let opens = before.indices.contains { place in
            before[place] == single && (place == 0 || !ByteKind.isWord(before[place - 1]))
        }
        return opens && after.contains(single)
    }

    /// A row of a table or an item of a list that is nothing but the words.
    private var isByItself: Bool { (block.kind == .cell || block.kind == .item) && block.words.count <= 5 }

    private static let advice: Set<String> = SpanishWords.advice.union([
        "avoid", "avoids", "avoided", "instead", "rather", "ban", "bans", "banned", "remove", "drop",
        "replace", "replaced",
        "harmful", "hurts", "hurt", "stigma", "outdated", "blame", "blames", "wrong", "discourage",
        "discouraged",
    ])

    /// In the sentence; in what leads to a list or heads a table.
    private func isAdvisedAgainst(_ number: Int) -> Bool {
        func advises(_ sentence: Sentence) -> Bool {
            sentence.words.contains { Self.advice.contains($0.text) || Denial.isDenial($0.text) }
        }
        if advises(block.sentences[number]) { return true }
        if number > 0, advises(block.sentences[number - 1]) { return true }
        guard block.kind == .item || block.kind == .cell || block.isQuoted else { return false }
        let above = page.blocks[..<index].last {
            block.kind == .cell ? $0.kind != .data : $0.list == nil && !$0.isQuoted
        }
        let heads = block.kind == .cell ? page.blocks[..<index].suffix(8) : [above].compactMap { $0 }[...]
        return heads.contains { $0.sentences.contains(where: advises) }
    }

    /// 'Safe' and 'effective' may be said with how sure one is, and a source, in the same sentence.
    private static let claims: Set<String> = SpanishWords.claims.union([
        "safe", "effective", "works", "work", "worked", "tolerated", "well-tolerated", "safely",
        "effectively",
    ])
    private static let certainty: Set<String> = SpanishWords.certainty.union([
        "probably", "may", "might", "perhaps", "possibly", "sure", "unsure", "certain", "certainty",
        "uncertain", "likely",
        "fairly", "know", "whether",
    ])

    private func isMeasured(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
        let words = sentence.words.filter { $0.range.overlaps(range) }
        return words.contains { Self.claims.contains($0.text) } && !block.citations(in: sentence).isEmpty
            && sentence.has(anyOf: Self.certainty)
    }
}
