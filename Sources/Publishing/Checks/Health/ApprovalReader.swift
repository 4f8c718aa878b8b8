/// What says of a product that it may be sold.
enum ApprovalWords {
    static let verbs: Set<String> = [
        "approved", "approves", "approve", "approval", "licensed", "licenced", "license", "licence",
        "licences", "cleared", "fda-approved", "fda-cleared", "ema-approved", "mhra-approved",
        "mhra-licensed", "authorised", "authorized", "approvals", "clearance", "government-approved",
        "fully-approved", "licenses", "licensing",
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
    private let firstWords: Set<String>

    init(_ approvals: [Approval]) {
        self.approvals = approvals
        var seen: Set<String> = []
        names = approvals.flatMap { approval in
            ([approval.product] + approval.names).map {
                (ProseWord.all(of: $0).map(\.text), approval.product)
            }
        }.filter { seen.insert($0.0.joined(separator: " ")).inserted }.sorted { $0.0.count > $1.0.count }
        firstWords = Set(names.compactMap(\.words.first))
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
        // A ketamine clinic is no product.
        let named = products(in: words).filter { name in
            name.index + 1 >= words.count || !ApprovalVerb.people.contains(words[name.index + 1].text)
        }
        return ApprovalVerb.all(in: words).flatMap { verb -> [Claim] in
            if verb.claimsNothing { return [] }
            guard let product = product(of: verb, words, named, earlier) else { return [] }
            let all = [product] + companions(of: product, before: verb.index, words, named)
            return all.lazy.compactMap { claim($0, verb, words) }.first.map { [$0] } ?? []
        }
    }

    /// The product that the verb is said of: the nearest before it, else the next after it, else what the sentence before
    /// spoke of.
    private func product(
        of approval: ApprovalVerb, _ words: [ProseWord], _ named: [(index: Int, product: String)],
        _ earlier: String?
    ) -> String? {
        let verb = approval.index
        let after = named.first { $0.index > verb }
        // 'FDA-approved ketamine', 'the FDA approved ketamine', 'approval of ketamine'; and not 'esketamine is
        // approved, ketamine is not'.
        if let after, approval.clause.contains(after.index),
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

    private func claim(_ product: String, _ approval: ApprovalVerb, _ words: [ProseWord]) -> Claim? {
        let verb = approval.index
        let entries = approvals.filter { $0.product == product }
        let listed = entries.filter { $0.status == .approved }
        let uses = ApprovedUses(words: words, names: firstWords).after(verb)
        let help =
            listed.isEmpty
            ? "say that it is not approved"
            : "say what it is approved for (\(listed.map(\.use).joined(separator: "; "))), or that it is not approved for this"
        if uses.isEmpty {
            let clause = approval.clause.map { words[$0].text }
            let isNamed = listed.contains { entry in UseWords(entry.use).isSaid(in: clause) }
            guard !isNamed, entries.contains(where: { $0.status != .approved }) || listed.isEmpty else {
                return nil
            }
            return Claim(
                words: verb..<verb + 1,
                message: "'\(words[verb].text)' is said of \(product), and not for what",
                help: help)
        }
        for use in uses {
            let said = use.map { words[$0].text }
            if listed.contains(where: { UseWords($0.use).allows(said) }) { continue }
            return Claim(
                words: verb..<use.upperBound,
                message: "\(product) is not approved for '\(said.joined(separator: " "))'", help: help)
        }
        return nil
    }

}
