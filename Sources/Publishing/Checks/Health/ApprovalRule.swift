import Markup

extension HealthRule {
    /// nobody says that a product is approved for what it is not approved for.
    static let approvals = HealthRule { page in
        guard page.isEnglish else { return missing(page) }
        let reader = ApprovalReader(page.approvals)
        return page.blocks.flatMap { misuses(in: $0, of: page, reader) } + missing(page)
    }

    private static func misuses(
        in block: ProseBlock, of page: HealthPage, _ reader: ApprovalReader
    ) -> [Diagnostic] {
        let sentences = block.sentences
        var lastProduct: String?
        var diagnostics: [Diagnostic] = []
        for (index, sentence) in sentences.enumerated() {
            let answer = index + 1 < sentences.count ? sentences[index + 1].words.first?.text : nil
            let isQuestion = block.text[sentence.range].hasSuffix("?")
            for claim in reader.claims(in: sentence.words, of: lastProduct)
            where (!isQuestion || answer == "yes") && !isRefuted(index, in: sentences) {
                guard let range = block.range(of: sentence.words[claim.words]) else { continue }
                diagnostics.append(
                    page.report(
                        "approval.misused", claim.message, help: claim.help, at: block.place(of: range)))
            }
            lastProduct = reader.subject(of: sentence.words) ?? lastProduct
        }
        return diagnostics
    }

    private static let telling: Set<String> = [
        "said", "says", "say", "claimed", "claim", "claims", "claiming", "advert", "adverts", "advertised",
        "told", "hear",
    ]
    private static let refuting: Set<String> = [
        "false", "untrue", "wrong", "misleading", "incorrect", "true",
    ]

    /// 'One said that it is approved. That is false.'
    private static func isRefuted(_ index: Int, in sentences: [Sentence]) -> Bool {
        guard sentences[index].has(anyOf: telling) else { return false }
        return sentences[index...].prefix(3).contains { sentence in
            sentence.words.indices.contains { place in
                let word = sentence.words[place].text
                return refuting.contains(word)
                    && (word != "true" || Denial.reaches(place, in: sentence.words))
            }
        }
    }

    /// A page about a treatment needs an entry for what it treats with.
    private static func missing(_ page: HealthPage) -> [Diagnostic] {
        guard page.front.kind == .treatment else { return [] }
        let known = Set(page.approvals.flatMap { [$0.product] + $0.names }.map { $0.lowercased() })
        let drugs = page.glossary.terms.filter(\.isDrug)
        let treatments = page.findings.map { $0.treatment.value }.joined(separator: ". ")
        let telling = page.blocks.filter(\.isTelling)
        if telling.contains(where: { block in
            known.contains { WordSearch.range(of: $0, in: block.text) != nil }
        }) {
            return []
        }
        for block in telling {
            for term in drugs {
                let names = [term.words] + term.aliases
                if names.contains(where: { known.contains($0.lowercased()) }) { continue }
                guard let range = names.lazy.compactMap({ WordSearch.range(of: $0, in: block.text) }).first,
                    block.kind == .field(.title) || WordSearch.range(of: term.words, in: treatments) != nil
                        || page.titleNames(names)
                else { continue }
                return [
                    page.report(
                        "approval.missing", "no approval is recorded for '\(block.text[range])'",
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

extension HealthPage {
    fileprivate func titleNames(_ names: [String]) -> Bool {
        names.contains { WordSearch.range(of: $0, in: page.title) != nil }
    }
}
