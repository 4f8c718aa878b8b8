import Markup

extension HealthRule {
    /// on pages about treatment and safety, numbers of people, harms and approvals have a source.
    static let citations = HealthRule { page in
        guard page.front.kind == .treatment || page.front.kind == .safety else { return [] }
        var diagnostics: [Diagnostic] = []
        var introduction: ProseBlock?
        for block in page.blocks {
            defer {
                if block.list == nil { introduction = block }
            }
            guard block.needsSource, !block.hasCitation else { continue }
            // A list that a cited sentence leads to has its source there: 'These are signs of danger [@label]:'.
            if block.list != nil, let introduction, introduction.text.hasSuffix(":"), introduction.hasCitation
            {
                continue
            }
            guard let claim = ClinicalClaim.first(in: block) else { continue }
            diagnostics.append(
                page.report(
                    "citation.missing", "'\(block.text[claim.range])' is \(claim.what), and has no source",
                    help: "add '[@id]' of the reference that says so", at: block.place(of: claim.range)))
        }
        return diagnostics
    }
}

extension ProseBlock {
    /// What states something: no question, no heading, no picture's words.
    fileprivate var needsSource: Bool {
        switch kind {
        case .paragraph, .item: true
        case .field(let key):
            switch key {
            case .mainMessage, .benefits, .harms, .unknowns, .alternatives, .whoShouldNot: true
            default: false
            }
        case .heading, .cell, .alternative, .data: false
        }
    }
}

/// A number of people, a harm or an approval that a sentence states.
struct ClinicalClaim {
    let range: Range<String.Index>
    let what: String

    static func first(in block: ProseBlock) -> ClinicalClaim? {
        if case .field(.harms) = block.kind, !block.sentences.isEmpty {
            return ClinicalClaim(range: block.sentences[0].range, what: "a harm")
        }
        return block.sentences.lazy.compactMap { claim(in: $0, of: block) }.first
    }

    private static func claim(in sentence: Sentence, of block: ProseBlock) -> ClinicalClaim? {
        if block.text[sentence.range].hasSuffix("?") { return nil }
        let words = sentence.words
        if let number = NumberOfPeople.all(in: words).first(where: {
            !$0.isPercent || sentence.has(anyOf: PeopleWords.all) || sentence.has(anyOf: PeopleWords.outcomes)
        }), let range = block.range(of: words[number.words]) {
            return ClinicalClaim(range: range, what: "a number of people")
        }
        if isAdvice(words) { return nil }
        if let index = words.firstIndex(where: { approvals.contains($0.text) }),
            !words[(index + 1)...].prefix(2).contains(where: {
                ["clinic", "clinics", "staff"].contains($0.text)
            })
        {
            return ClinicalClaim(range: words[index].range, what: "an approval")
        }
        return harm(in: words, of: block)
    }

    private static let approvals: Set<String> = [
        "approved", "licensed", "fda-approved", "off-label", "unapproved", "unlicensed",
    ]

    /// What a reader is to do states nothing.
    private static let imperatives: Set<String> = [
        "tell", "ask", "call", "do", "don't", "talk", "read", "see", "bring", "plan", "keep", "watch",
        "learn", "check", "write",
        "say", "get", "go", "look", "find", "speak", "if", "when", "please", "note", "take", "make", "let",
        "stay", "avoid",
        "never", "always", "before", "report", "seek", "remember", "use", "choose", "think", "stop", "try",
        "you",
    ]

    private static func isAdvice(_ words: [ProseWord]) -> Bool {
        guard let first = words.first(where: { !$0.isMark })?.text else { return true }
        if first == "if" || first == "when" { return true }
        if first == "you" {
            return words.contains {
                ["should", "must", "call", "tell", "ask", "need", "want"].contains($0.text)
            }
        }
        return imperatives.contains(first)
    }

    private static let harms: Set<String> = [
        "nausea", "vomiting", "dizziness", "sedation", "dissociation", "bleeding", "seizure", "seizures",
        "stroke", "psychosis",
        "mania", "dependence", "addiction", "misuse", "death", "deaths", "coma", "injury", "injuries",
        "damage",
        "cystitis", "hallucinations", "unconscious", "unconsciousness", "withdrawal", "headache", "headaches",
        "confusion",
        "hepatotoxicity", "toxicity", "poisoning", "overdose", "breathlessness", "hypertension", "blackouts",
    ]
    private static let phrases = [
        ["heart", "attack"], ["slowed", "breathing"], ["slow", "breathing"],
        ["liver", "damage"], ["bladder", "damage"], ["bladder", "problems"], ["liver", "problems"],
        ["memory", "problems"],
        ["suicidal", "thoughts"], ["thoughts", "of", "suicide"],
    ]
    private static let verbs: Set<String> = [
        "can", "may", "might", "could", "cause", "causes", "caused", "raises", "raise", "lead", "leads",
        "led", "happen",
        "happens", "happened", "risk", "increases", "increase", "brings", "bring", "common", "reported",
        "linked", "occur",
        "occurs", "occurred", "seen",
    ]

    /// A harm that is said to happen.
    private static func harm(in words: [ProseWord], of block: ProseBlock) -> ClinicalClaim? {
        guard words.contains(where: { verbs.contains($0.text) }) else { return nil }
        for index in words.indices {
            if harms.contains(words[index].text), !Denial.reaches(index, in: words) {
                return ClinicalClaim(range: words[index].range, what: "a harm")
            }
            for phrase in phrases
            where index + phrase.count <= words.count
                && zip(words[index...], phrase).allSatisfy({ $0.text == $1 })
            {
                guard !Denial.reaches(index, in: words),
                    let range = block.range(of: words[index..<index + phrase.count])
                else { continue }
                return ClinicalClaim(range: range, what: "a harm")
            }
        }
        return nil
    }
}
