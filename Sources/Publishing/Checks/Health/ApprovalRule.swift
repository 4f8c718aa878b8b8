import Markup

extension HealthRule {
    /// nobody says that a product is approved for what it is not approved for.
    static let approvals = HealthRule { page in
        guard page.isEnglish else { return missing(page) }
        let blocks = page.blocks.indices.filter { page.blocks[$0].has(.approval) }
        if blocks.isEmpty { return missing(page) }
        let reader = ApprovalReader(page.approvals)
        return blocks.flatMap { index in
            misuses(inBlock: index, after: subject(before: index, page, reader), of: page, reader)
        } + missing(page)
    }

    /// What the blocks right above speak of.
    private static func subject(before index: Int, _ page: HealthPage, _ reader: ApprovalReader) -> String? {
        page.blocks[max(0, index - 2)..<index].reversed().lazy.flatMap { $0.sentences.reversed() }
            .compactMap { reader.subject(of: $0.words) }.first
    }

    private static func misuses(
        inBlock number: Int, after earlier: String?, of page: HealthPage, _ reader: ApprovalReader
    ) -> [Diagnostic] {
        let block = page.blocks[number]
        let sentences = block.sentences
        // A heading asks, and the text under it answers.
        let below = number + 1 < page.blocks.count ? page.blocks[number + 1].sentences.first : nil
        var lastProduct = earlier
        var diagnostics: [Diagnostic] = []
        for (index, sentence) in sentences.enumerated() {
            let answer = index + 1 < sentences.count ? sentences[index + 1] : below
            let isYes = answer.map(saysYes) ?? false
            for claim in reader.claims(in: sentence.words, of: lastProduct)
            where (!sentence.isQuestion || isYes) && !Denial.isRefuted(index, in: sentences) {
                guard let range = sentence.words[claim.words].extent else { continue }
                diagnostics.append(
                    page.report(
                        "approval.misused", claim.message, help: claim.help, at: block.place(of: range)))
            }
            lastProduct = reader.subject(of: sentence.words) ?? lastProduct
        }
        return diagnostics
    }

    /// 'Yes.', 'It is.'
    private static func saysYes(_ answer: Sentence) -> Bool {
        let words = answer.words.filter { !$0.isMark }.map(\.text)
        if words.first == "yes" { return true }
        return words.count == 2 && ["is", "has", "was", "did", "does"].contains(words[1])
    }

    /// A page about a treatment needs an entry for what it treats with.
    private static func missing(_ page: HealthPage) -> [Diagnostic] {
        guard page.front.kind == .treatment else { return [] }
        let known = page.approvals.flatMap { [$0.product] + $0.names }
        let drugs = page.glossary.terms.filter(\.isDrug)
        let telling = page.blocks.filter(\.isTelling)
        let namesKnown = telling.contains { block in
            known.contains { WordSearch.range(of: $0, in: block) != nil }
        }
        if namesKnown { return [] }
        for block in telling {
            for term in drugs {
                let names = [term.words] + term.aliases
                if names.contains(where: { name in known.contains { $0.lowercased() == name.lowercased() } })
                {
                    continue
                }
                guard let range = names.lazy.compactMap({ WordSearch.range(of: $0, in: block) }).first else {
                    continue
                }
                return [
                    page.report(
                        "approval.missing", "no approval is recorded for '\(block.text(range))'",
                        help:
                            "add an entry to \(ApprovalList.path): what it is approved for where, or that it is not",
                        at: block.place(of: range))
                ]
            }
        }
        return []
    }
}

extension ProseBlock {
    /// What says which treatment a page is about.
    fileprivate var isTelling: Bool {
        switch kind {
        case .field(.title), .field(.description), .field(.mainMessage), .data: true
        default: false
        }
    }
}
