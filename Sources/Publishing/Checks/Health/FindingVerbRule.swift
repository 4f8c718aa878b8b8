import Markup

extension HealthRule {
    /// nothing sounds surer than it is.
    static let findingVerbs = HealthRule { page in
        if page.findings.isEmpty { return [] }
        return page.findings.flatMap { inOutcome(of: $0, page) } + inProse(page)
    }

    private static func inOutcome(of finding: Finding, _ page: HealthPage) -> [Diagnostic] {
        let outcome = ProseBlock(
            kind: .data, text: ProseText(finding.outcome.value),
            source: ProseSource(whole: finding.outcome.range))
        let words = outcome.words
        return StrongVerbs(page.wording.tooStrong(for: finding.certainty)).places(in: words)
            .compactMap { words[$0].extent }.map { range in
                tooStrong(outcome.text(range), finding, page, at: finding.outcome.range)
            }
    }

    /// Sentences that cite what a finding rests on. Where two findings rest on one study, the surer one counts.
    private static func inProse(_ page: HealthPage) -> [Diagnostic] {
        var surest: [String: Finding] = [:]
        for finding in page.findings {
            guard let reference = finding.result?.ref.value else { continue }
            if let other = surest[reference], other.certainty.order <= finding.certainty.order { continue }
            surest[reference] = finding
        }
        let verbs = surest.mapValues { StrongVerbs(page.wording.tooStrong(for: $0.certainty)) }
        var diagnostics: [Diagnostic] = []
        for block in page.blocks where block.kind != .data && block.hasCitation {
            for sentence in block.sentences {
                let cited = block.citations(in: sentence).filter { verbs[$0] != nil }
                for reference in Set(cited).sorted() {
                    guard let finding = surest[reference], let verbs = verbs[reference] else { continue }
                    for range in verbs.places(in: sentence.words).compactMap({ sentence.words[$0].extent }) {
                        diagnostics.append(
                            tooStrong(block.text(range), finding, page, at: block.place(of: range)))
                    }
                }
            }
        }
        return diagnostics.uniqued()
    }

    private static func tooStrong(
        _ words: String, _ finding: Finding, _ page: HealthPage, at range: SourceRange
    ) -> Diagnostic {
        page.report(
            "finding.verb", "'\(words)' says more than a certainty of '\(finding.certainty.rawValue)' allows",
            help: "write it with '\(finding.certainty.hedge)'", at: range)
    }
}

extension Finding.Certainty {
    /// The surest first.
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// What the certainty may be told with: R-8.
    fileprivate var hedge: String {
        switch self {
        case .high: "lowers, raises"
        case .moderate: "probably"
        case .low: "may"
        case .veryLow: "we do not know if"
        case .none: "no good studies yet"
        }
    }
}

extension [Diagnostic] {
    fileprivate func uniqued() -> [Diagnostic] {
        var seen: Set<String> = []
        return filter {
            seen.insert("\($0.range.start.line):\($0.range.start.column) \($0.message)").inserted
        }
    }
}

/// Words that say more than is known, as the site lists them.
private struct StrongVerbs {
    private let phrases: [[String]]
    private static let hedges: Set<String> = SpanishWords.hedges.union([
        "may", "might", "could", "perhaps", "possibly", "whether", "if", "would", "can", "unclear", "unknown",
    ])

    init(_ phrases: [String]) {
        self.phrases = phrases.map { ProseWord.all(of: $0).map(\.text) }.filter { !$0.isEmpty }
            .sorted { $0.count > $1.count }
    }

    func places(in words: [ProseWord]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for start in words.indices where !(places.last?.contains(start) ?? false) {
            guard let phrase = phrases.first(where: { matches($0, at: start, words) }) else { continue }
            if Denial.reaches(start, in: words) { continue }
            // 'A lower dose' and 'the works' are no verbs.
            let before = start > 0 ? words[start - 1].text : ""
            if phrase.count == 1, ["a", "an", "the", "much", "their", "its"].contains(before) { continue }
            let isHedged = words[max(0, start - 3)..<start].contains { Self.hedges.contains($0.text) }
            if isHedged, !Self.hedges.contains(phrase[0]) { continue }
            places.append(start..<start + phrase.count)
        }
        return places
    }

    private func matches(_ phrase: [String], at start: Int, _ words: [ProseWord]) -> Bool {
        start + phrase.count <= words.count
            && zip(words[start...], phrase).allSatisfy {
                $0.text == $1 || Self.stem($0.text) == Self.stem($1)
            }
    }

    /// 'improves', 'improved', 'improving' are one.
    private static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "en", "s", "e"]
        where word.hasSuffix(ending) && word.count - ending.count >= 3 {
            return String(word.dropLast(ending.count))
        }
        return word
    }
}
