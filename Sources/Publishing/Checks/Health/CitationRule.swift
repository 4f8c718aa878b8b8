import Markup

extension HealthRule {
    /// on pages about treatment and safety, numbers of people, harms and approvals have a source.
    static let citations = HealthRule { page in
        guard page.needsSources else { return [] }
        var diagnostics: [Diagnostic] = []
        var introduction: ProseBlock?
        for block in page.blocks {
            defer {
                if block.list == nil { introduction = block }
            }
            guard block.needsSource, !block.hasCitation else { continue }
            // A list that a cited sentence leads to has its source there: 'These are signs of danger [@label]:'.
            if block.list != nil, let introduction, introduction.bytes.last == UInt8(ascii: ":"),
                introduction.hasCitation
            {
                continue
            }
            let listed =
                block.list == nil ? nil : introduction.flatMap { ClinicalClaim.listed(block, under: $0) }
            guard let claim = ClinicalClaim.first(in: block) ?? listed else { continue }
            diagnostics.append(
                page.report(
                    "citation.missing", "'\(block.text(claim.range))' is \(claim.what), and has no source",
                    help: "add '[@id]' of the reference that says so", at: block.place(of: claim.range)))
        }
        return diagnostics
    }
}

extension HealthPage {
    /// Pages about treatment and safety.
    var needsSources: Bool { front.kind == .treatment || front.kind == .safety }
}

extension ProseBlock {
    /// What states something: no question, no heading, no picture's words.
    var needsSource: Bool {
        switch kind {
        case .paragraph, .item: true
        case .field(let key):
            switch key {
            case .mainMessage, .benefits, .harms, .unknowns, .alternatives, .whoShouldNot: true
            default: false
            }
        case .heading, .cell, .code, .alternative, .data: false
        }
    }
}

/// A number of people, a harm or an approval that a sentence states.
struct ClinicalClaim {
    let range: Range<Int>
    let what: String

    static func first(in block: ProseBlock) -> ClinicalClaim? {
        if case .field(.harms) = block.kind, !block.sentences.isEmpty {
            return ClinicalClaim(range: block.sentences[0].range, what: "a harm")
        }
        return block.sentences.lazy.compactMap { claim(in: $0, of: block) }.first
    }

    /// 'Side effects include:' and then no more than 'Nausea'.
    static func listed(_ item: ProseBlock, under introduction: ProseBlock) -> ClinicalClaim? {
        let words = item.words.filter { !$0.isMark }
        guard words.count <= mostWordsOfAName,
            let harm = words.first(where: { HarmWords.symptoms.contains($0.text) }),
            let sentence = introduction.sentences.last, !isAdvice(sentence.words),
            sentence.has(anyOf: HarmWords.listing)
        else { return nil }
        return ClinicalClaim(range: harm.range, what: "a harm")
    }

    private static let mostWordsOfAName = 4

    private static func claim(in sentence: Sentence, of block: ProseBlock) -> ClinicalClaim? {
        if sentence.isQuestion || sentence.kinds.isDisjoint(with: [.digits, .spelled, .approval, .harm]) {
            return nil
        }
        let words = sentence.words
        if let number = NumberOfPeople.all(in: sentence).first(where: { $0.isResult(in: sentence) }),
            let range = words[number.words].extent
        {
            return ClinicalClaim(range: range, what: "a number of people")
        }
        if isAdvice(words) { return nil }
        if let index = words.indices.first(where: { approvals.contains(words[$0].text) || isGrant($0, words) }
        ),
            !words[(index + 1)...].prefix(2).contains(where: { places.contains($0.text) }),
            !isOfPlace(index, words)
        {
            return ClinicalClaim(range: words[index].range, what: "an approval")
        }
        return harm(in: words)
    }

    /// 'The nurse is licensed.'
    private static func isOfPlace(_ index: Int, _ words: [ProseWord]) -> Bool {
        index > 1 && words[index - 1].kinds.contains(.being) && places.contains(words[index - 2].text)
    }

    private static let approvals: Set<String> = [
        "approved", "licensed", "licenced", "fda-approved", "off-label", "unapproved", "unlicensed",
        "cleared",
        "authorised", "authorized",
    ]
    private static let agencies: Set<String> = ["fda", "ema", "mhra", "tga", "regulator", "agency"]

    /// 'FDA approval', and not that of an insurer.
    private static func isGrant(_ index: Int, _ words: [ProseWord]) -> Bool {
        words[index].text == "approval" && index > 0
            && words[max(0, index - 3)..<index].contains { agencies.contains($0.text) }
    }

    private static let places: Set<String> = [
        "clinic", "clinics", "staff", "clinician", "clinicians", "doctor", "doctors", "center", "centre",
        "place",
        "therapist", "professional", "pharmacy", "provider", "nurse",
    ]

    /// What a reader is to do states nothing.
    private static let imperatives: Set<String> = [
        "tell", "ask", "call", "do", "don't", "talk", "read", "see", "bring", "plan", "keep", "watch",
        "learn", "check",
        "write", "say", "get", "go", "look", "find", "speak", "if", "when", "please", "note", "take", "make",
        "let",
        "stay", "avoid", "never", "always", "before", "report", "seek", "remember", "use", "choose", "think",
        "stop",
        "try", "wait", "phone", "share", "list", "rest", "drink", "eat", "have",
    ]

    private static func isAdvice(_ words: [ProseWord]) -> Bool {
        guard let first = words.first(where: { !$0.isMark })?.text else { return true }
        if first == "you" {
            return words.prefix(8).contains {
                ["should", "must", "call", "tell", "ask", "need", "want"].contains($0.text)
            }
        }
        return imperatives.contains(first)
    }

    /// A harm that is said to happen.
    private static func harm(in words: [ProseWord]) -> ClinicalClaim? {
        let isClaimed = words.indices.contains { index in
            // 'You may feel dizzy', 'some become dependent', 'one had a stroke'.
            if HarmWords.having.contains(words[index].text) {
                return words[(index + 1)...].prefix(2).contains { $0.kinds.contains(.harm) }
            }
            if HarmWords.happenings.contains(words[index].text) { return true }
            return HarmWords.claiming.contains(words[index].text)
                // 'Can it …' asks; 'may help' is no harm.
                && !(index + 1 < words.count
                    && ["help", "ease", "ask", "want", "wish"].contains(words[index + 1].text))
        }
        guard isClaimed else { return nil }
        for index in words.indices where words[index].kinds.contains(.harm) {
            guard let range = range(ofHarm: index, in: words), !Denial.reaches(range.lowerBound, in: words)
            else {
                continue
            }
            return words[range].extent.map { ClinicalClaim(range: $0, what: "a harm") }
        }
        return nil
    }

    private static func range(ofHarm index: Int, in words: [ProseWord]) -> Range<Int>? {
        let word = words[index].text
        if HarmWords.symptoms.contains(word) {
            // 'Harm reduction' and 'overdose prevention' keep harms away.
            let next = index + 1 < words.count ? words[index + 1].text : ""
            return ["reduction", "prevention", "free", "means"].contains(next) ? nil : index..<index + 1
        }
        guard HarmWords.organs.contains(word) else { return nil }
        // 'Blood pressure' is blood's.
        let near =
            words[max(0, index - 4)..<index].filter { $0.text != "blood" || word == "urine" }
            + words[(index + 1)...].prefix(5)
        guard near.contains(where: { HarmWords.damaging.contains($0.text) }) else { return nil }
        return index..<index + 1
    }
}

extension NumberOfPeople {
    /// A part of a hundred may be one of anything, and a small number too: then people, or what becomes of them, stand in the
    /// sentence.
    func isResult(in sentence: Sentence) -> Bool {
        !isPercent && !isSmall || sentence.has(anyOf: PeopleWords.all)
            || sentence.has(anyOf: PeopleWords.outcomes)
    }
}
