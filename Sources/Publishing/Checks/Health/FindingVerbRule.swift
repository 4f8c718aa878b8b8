import Markup

extension HealthRule {
    /// nothing sounds surer than it is.
    static let findingVerbs = HealthRule { page in
        page.findings.flatMap { finding -> [Diagnostic] in
            let verbs = StrongVerbs(page.wording.tooStrong(for: finding.certainty))
            let outcome = ProseBlock(
                kind: .data, text: finding.outcome.value, source: ProseSource(whole: finding.outcome.range))
            let reference = finding.result?.ref.value
            var diagnostics = verbs.places(in: ProseWord.all(of: outcome.text)).compactMap { words in
                outcome.range(of: ProseWord.all(of: outcome.text)[words]).map { range in
                    tooStrong(outcome.text[range], finding, page, at: finding.outcome.range)
                }
            }
            for block in page.blocks where reference != nil && block.kind != .data {
                for sentence in block.sentences
                where block.citations(in: sentence).contains(where: { $0 == reference }) {
                    for words in verbs.places(in: sentence.words) {
                        guard let range = block.range(of: sentence.words[words]) else { continue }
                        diagnostics.append(
                            tooStrong(block.text[range], finding, page, at: block.place(of: range)))
                    }
                }
            }
            return diagnostics
        }.uniqued()
    }

    private static func tooStrong(
        _ words: Substring, _ finding: Finding, _ page: HealthPage, at range: SourceRange
    ) -> Diagnostic {
        page.report(
            "finding.verb", "'\(words)' says more than a certainty of '\(finding.certainty.rawValue)' allows",
            help: "write it with '\(finding.certainty.hedge)'", at: range)
    }
}

extension Finding.Certainty {
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
        where word.hasSuffix(ending) && word.count - ending.count >= 4 {
            return String(word.dropLast(ending.count))
        }
        return word
    }
}
