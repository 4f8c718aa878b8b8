/// What says of a product that it may be sold.
enum ApprovalWords {
    static let verbs: Set<String> = [
        "approved", "approves", "approve", "approval", "licensed", "licenced", "license", "licence",
        "licences",
        "cleared", "fda-approved", "fda-cleared", "ema-approved", "mhra-approved", "mhra-licensed",
        "authorised",
        "authorized", "approvals", "clearance", "government-approved", "fully-approved", "licenses",
        "licensing",
    ]
}

/// Reads what a sentence says of approvals.
struct ApprovalReader {
    struct Claim {
        /// Of the sentence.
        let words: Range<Int>
        let message: String
        let help: String
    }

    private let approvals: [Approval]
    /// Names in small letters, the longest first.
    private let names: [(words: [String], product: String)]

    init(_ approvals: [Approval]) {
        self.approvals = approvals
        var seen: Set<String> = []
        names = approvals.flatMap { approval in
            ([approval.product] + approval.names).map {
                (ProseWord.all(of: $0).map(\.text), approval.product)
            }
        }.filter { seen.insert($0.0.joined(separator: " ")).inserted }.sorted { $0.0.count > $1.0.count }
    }

    func products(in words: [ProseWord]) -> [(index: Int, product: String)] {
        var found: [(index: Int, product: String)] = []
        for index in words.indices {
            let name = names.first { name in
                index + name.words.count <= words.count
                    && zip(words[index...], name.words).allSatisfy { $0.text == $1 || $0.text == $1 + "'s" }
            }
            if let name { found.append((index, name.product)) }
        }
        return found
    }

    /// 'Made of ketamine' and 'unlike ketamine' speak of something else.
    private static let prepositions: Set<String> = [
        "of", "from", "than", "like", "unlike", "with", "to", "beside", "besides", "not",
    ]

    /// What a sentence is about.
    func subject(of words: [ProseWord]) -> String? {
        // 'It is a form of ketamine' goes on about what was spoken of before.
        if let first = words.first, Self.pronouns.contains(first.text) { return nil }
        let named = products(in: words)
        return (named.first { !isObject($0.index, words) } ?? named.first)?.product
    }

    private func isObject(_ index: Int, _ words: [ProseWord]) -> Bool {
        index > 0 && Self.prepositions.contains(words[index - 1].text)
    }

    private static let pronouns: Set<String> = ["it", "this", "that", "both", "they", "which"]

    /// What is claimed and not so.
    func claims(in words: [ProseWord], of earlier: String?) -> [Claim] {
        let named = products(in: words)
        return words.indices.filter { isVerb(words[$0]) }.flatMap { verb -> [Claim] in
            if Denial.reaches(verb, in: words) || isLacking(words, verb) || isOffLabel(words, around: verb)
                || isOther(words, verb)
            {
                return []
            }
            guard let product = product(of: verb, words, named, earlier) else { return [] }
            let all = [product] + companions(of: product, before: verb, words, named)
            return all.lazy.compactMap { claim($0, verb, words) }.first.map { [$0] } ?? []
        }
    }

    /// 'Un-approved' and 'not-approved' deny it.
    private func isVerb(_ word: ProseWord) -> Bool {
        word.kinds.contains(.approval)
            && !["un-", "non-", "not-", "never-", "pre-"].contains(where: word.text.hasPrefix)
    }

    /// 'An approval that ketamine does not have'.
    private func isLacking(_ words: [ProseWord], _ verb: Int) -> Bool {
        guard words[verb].text.hasPrefix("appro") || words[verb].text.hasPrefix("licen") else { return false }
        let rest = words[(verb + 1)...].prefix(10).map(\.text)
        return rest.contains("lacks")
            || zip(rest, rest.dropFirst()).contains {
                ($0 == "not" || $0 == "never" || $0.hasSuffix("n't"))
                    && ["have", "had", "has", "got", "been", "sought", "given", "granted"].contains($1)
            } && words[verb].text != "approved"
    }

    /// 'Off-label' in the same clause says that it is not approved.
    private func isOffLabel(_ words: [ProseWord], around verb: Int) -> Bool {
        clause(of: verb, in: words).contains { index in
            words[index].text == "off-label" || words[index].text == "unlicensed"
                || words[index].text == "unapproved"
                || words[index].text == "off" && index + 1 < words.count && words[index + 1].text == "label"
        }
    }

    /// A licensed clinician, an approved clinic, a driving licence.
    private func isOther(_ words: [ProseWord], _ verb: Int) -> Bool {
        let people: Set<String> = [
            "clinician", "clinicians", "doctor", "doctors", "therapist", "therapists", "nurse", "nurses",
            "clinic", "clinics",
            "professional", "professionals", "pharmacy", "pharmacies", "provider", "providers", "pharmacist",
            "driver",
            "staff", "center", "centre", "centers", "centres", "hospital", "hospitals", "physician",
            "physicians",
            "psychiatrist", "psychologist", "practitioner", "counselor", "by",
        ]
        if verb > 0, people.contains(words[verb - 1].text) { return true }
        let next = words[(verb + 1)...].prefix(3).filter { !$0.isMark }
        if next.prefix(2).contains(where: { people.contains($0.text) && $0.text != "by" }) { return true }
        // 'Licensed to give ketamine', and what may come one day.
        let mayGive =
            verb + 2 < words.count && words[verb + 1].text == "to"
            && Self.deeds.contains(words[verb + 2].text)
        if mayGive || words[max(0, verb - 6)..<verb].contains(where: { Self.hypotheses.contains($0.text) }) {
            return true
        }
        if asksWhich(words[max(0, verb - 12)..<verb]) { return true }
        // An ethics board approves a study, an insurer a claim.
        let near = words[max(0, verb - 6)..<min(words.count, verb + 6)]
        if near.contains(where: { Self.proceedings.contains($0.text) }) { return true }
        let isNoun = ["license", "licence", "licences", "licenses"].contains(words[verb].text)
        return isNoun && !(verb + 1 < words.count && ["for", "to"].contains(words[verb + 1].text))
    }

    /// 'Which use is approved', and not 'ketamine, which is approved'.
    private func asksWhich(_ words: ArraySlice<ProseWord>) -> Bool {
        words.indices.contains { index in
            if words[index].text == "what" { return true }
            let next = index + 1 < words.endIndex ? words[index + 1] : nil
            let isRelative = index > words.startIndex && words[index - 1].isMark
            return words[index].text == "which" && !isRelative
                && next.map { !$0.kinds.contains(.being) && $0.text != "has" } ?? false
        }
    }

    private static let deeds: Set<String> = [
        "give", "prescribe", "offer", "sell", "provide", "run", "practice", "practise", "store", "work",
        "handle", "stock",
    ]
    private static let hypotheses: Set<String> = [
        "may", "might", "could", "whether", "if", "would", "hope", "hopes", "seek", "seeks", "seeking",
        "sought", "asked",
        "apply", "applied", "until", "unless", "before",
    ]
    private static let proceedings: Set<String> = [
        "ethics", "board", "committee", "protocol", "insurer", "insurers", "insurance", "application",
        "study", "studies",
        "customs", "office",
    ]

    /// From one comma or 'and works' to the next.
    private func clause(of verb: Int, in words: [ProseWord]) -> Range<Int> {
        func ends(_ index: Int) -> Bool {
            words[index].isMark
                ? ",;:()–—".contains(words[index].text)
                : ["but", "while", "whereas"].contains(words[index].text)
        }
        var (start, end) = (verb, verb + 1)
        while start > 0, !ends(start - 1) { start -= 1 }
        while end < words.count, !ends(end) { end += 1 }
        return start..<end
    }

    /// The product that the verb is said of: the nearest before it, else the next after it, else what the sentence before
    /// spoke of.
    private func product(
        of verb: Int, _ words: [ProseWord], _ named: [(index: Int, product: String)], _ earlier: String?
    ) -> String? {
        let after = named.first { $0.index > verb }
        // 'FDA-approved ketamine', 'the FDA approved ketamine', 'approval of ketamine'; and not 'esketamine is
        // approved, ketamine is not'.
        if let after, clause(of: verb, in: words).contains(after.index),
            after.index - verb <= 3 || words[verb].text.hasPrefix("approval") && after.index - verb <= 5
        {
            return after.product
        }
        let before = named.filter { $0.index < verb }
        let subjects = before.filter { $0.index == 0 || words[$0.index - 1].text != "not" }
        if let subject = subjects.last(where: { !isObject($0.index, words) }) ?? subjects.last {
            return subject.product
        }
        // 'Approved leave after her ketamine session' approves no ketamine.
        if let after {
            let isElsewhere = words[verb..<after.index].contains { Self.elsewhere.contains($0.text) }
            return isElsewhere ? nil : after.product
        }
        let subject = words[..<verb].contains {
            Self.pronouns.contains($0.text) || $0.text == "medicine" || $0.text == "drug"
        }
        return subject ? earlier : nil
    }

    /// 'Ketamine and esketamine are approved' says it of both.
    private func companions(
        of product: String, before verb: Int, _ words: [ProseWord], _ named: [(index: Int, product: String)]
    ) -> [String] {
        guard let last = named.last(where: { $0.index < verb && $0.product == product }) else { return [] }
        return named.filter { $0.index == last.index - 2 && words[last.index - 1].text == "and" }.map(
            \.product)
    }

    private static let elsewhere: Set<String> = ["after", "before", "when", "because", "until", "during"]

    private func claim(_ product: String, _ verb: Int, _ words: [ProseWord]) -> Claim? {
        let entries = approvals.filter { $0.product == product }
        let listed = entries.filter { $0.status == .approved }
        let uses = self.uses(after: verb, in: words)
        let name = product
        let help =
            listed.isEmpty
            ? "say that it is not approved"
            : "say what it is approved for (\(listed.map(\.use).joined(separator: "; "))), or that it is not approved for this"
        if uses.isEmpty {
            let clause = clause(of: verb, in: words).map { words[$0].text }
            let isNamed = listed.contains { entry in UseWords(entry.use).isSaid(in: clause) }
            guard !isNamed, entries.contains(where: { $0.status != .approved }) || listed.isEmpty else {
                return nil
            }
            return Claim(
                words: verb..<verb + 1, message: "'\(words[verb].text)' is said of \(name), and not for what",
                help: help)
        }
        for use in uses {
            let said = use.map { words[$0].text }
            if listed.contains(where: { UseWords($0.use).allows(said) }) { continue }
            return Claim(
                words: verb..<use.upperBound,
                message: "\(name) is not approved for '\(said.joined(separator: " "))'", help: help)
        }
        return nil
    }

    private static let openers: Set<String> = ["for", "to", "as", "in"]
    private static let enders: Set<String> = [
        "by", "since", "when", "if", "where", "who", "that", "which", "but", "while", "with", "from",
        "because", "is", "was",
        "works", "helps", "has", "can", "may", "will", "only", "under", "after", "before", "until", "on",
    ]

    /// What is said to be approved: the words after 'for', 'to treat', 'as', each of several by itself.
    private func uses(after verb: Int, in words: [ProseWord]) -> [Range<Int>] {
        var index = verb + 1
        while index < words.count, !(Self.openers.contains(words[index].text) && opensUse(index, words)) {
            // 'Approved, as an anesthetic,' goes on.
            let isAside = isComma(index, before: Self.openers, words)
            if words[index].isMark && !isAside
                || Self.enders.contains(words[index].text) && words[index].text != "by"
            {
                return []
            }
            index += 1
        }
        guard index < words.count else { return [] }
        var uses: [Range<Int>] = []
        var start = index + 1
        index = start
        while index < words.count {
            let word = words[index]
            let isSplit = word.text == "and" || word.text == "or" || word.text == ","
            let isPlace =
                word.text == "in" && !(index + 1 < words.count && Self.people.contains(words[index + 1].text))
            if isSplit || isPlace || word.isMark && word.text != "," || Self.enders.contains(word.text) {
                if index > start { uses.append(start..<index) }
                start = index + 1
                // A verb begins a new clause: 'and works for depression'.
                if !isSplit || goesElsewhere(start, words) { return uses.filter { isUse($0, words) } }
            }
            index += 1
        }
        if index > start { uses.append(start..<index) }
        return uses.filter { isUse($0, words) }
    }

    private func isComma(_ index: Int, before openers: Set<String>, _ words: [ProseWord]) -> Bool {
        words[index].text == "," && index + 1 < words.count && openers.contains(words[index + 1].text)
    }

    /// 'In the US', 'in 2019' and 'for years' are no uses.
    private func opensUse(_ index: Int, _ words: [ProseWord]) -> Bool {
        guard index + 1 < words.count else { return false }
        let next = words[index + 1]
        if next.isMark { return false }
        if words[index].text == "in" { return Self.people.contains(next.text) }
        if words[index].text == "for" {
            return !["years", "decades", "now", "many", "over"].contains(next.text)
        }
        return true
    }

    private static let people: Set<String> = [
        "children", "teenagers", "adolescents", "pregnancy", "people", "adults", "patients", "older", "young",
        "bipolar",
        "depression", "anxiety", "those", "anyone", "psychosis", "addiction",
    ]

    private func goesElsewhere(_ start: Int, _ words: [ProseWord]) -> Bool {
        guard start < words.count, !names.contains(where: { $0.words.first == words[start].text }) else {
            return true
        }
        let verbs: Set<String> = [
            "is", "was", "works", "helps", "has", "can", "may", "will", "it", "some", "they", "doctors",
            "clinics", "used",
            "eases", "lowers", "raises", "acts", "not", "never", "you", "we", "people", "widely", "often",
            "sometimes", "also", "its", "their", "there", "these", "those",
        ]
        return verbs.contains(words[start].text)
    }

    /// Says more than whom it is for.
    private func isUse(_ range: Range<Int>, _ words: [ProseWord]) -> Bool {
        !UseWords.content(range.map { words[$0].text }).isEmpty
    }
}
