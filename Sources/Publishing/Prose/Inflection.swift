/// Other forms of a pattern's words. Whoever writes a rule about one form of a word means all of them.
extension PatternTree {
    /// The pattern with its last word in forms that no ending makes: 'curing' and 'curative' under 'cure', 'guarantees'
    /// under 'guaranteed'. `nil` where no alternative of it has one.
    var inflected: PatternTree? { inflected(inPhrase: false) }

    /// What a last word ends in, and what may stand there instead.
    private struct Change {
        let ending: String
        let others: String
        /// 'The depressed' are people, and 'the depressing' are none.
        var isForPhrases = true
    }

    private static let changes = [
        Change(ending: "e", others: "ing|able|ative"), Change(ending: "le", others: "ly"),
        Change(ending: "y", others: "ies|ied"),
        Change(ending: "ed", others: "(e|s|es|ing|eing)?", isForPhrases: false),
        Change(ending: "acle", others: "aculous(ly)?"),
        Change(ending: "ary", others: "i[sz](e|es|ed|er|ing|ation)"),
    ]

    private func inflected(inPhrase: Bool) -> PatternTree? {
        switch self {
        case .step: return letter == nil ? nil : Self.changed([self], inPhrase: inPhrase)
        case .sequence(var parts):
            while let last = parts.last, last.isBoundary || last.isOptionalLetter { parts.removeLast() }
            let isPhrase = inPhrase || parts.contains(where: \.isGap)
            guard let last = parts.last, last.letter == nil else {
                return Self.changed(parts, inPhrase: isPhrase)
            }
            return last.inflected(inPhrase: isPhrase).map { .sequence(parts.dropLast() + [$0]) }
        case .choice(let parts):
            let all = parts.compactMap { $0.inflected(inPhrase: inPhrase) }
            return all.isEmpty ? nil : .choice(all)
        case .times: return nil
        }
    }

    private static func changed(_ parts: [PatternTree], inPhrase: Bool) -> PatternTree? {
        let all = changes.filter { parts.end(in: $0.ending) && ($0.isForPhrases || !inPhrase) }
            .map { PatternTree.sequence(parts.dropLast($0.ending.utf8.count) + [pattern($0.others)]) }
        return all.isEmpty ? nil : .choice(all)
    }

    /// The phrases of the pattern with what may stand within: 'failing a treatment' under 'failed treatment', 'victims of'
    /// under 'victim of'.
    var loosened: PatternTree {
        switch self {
        case .choice(let parts): return .choice(parts.map(\.loosened))
        case .sequence(let parts):
            guard let gap = parts.firstIndex(where: \.isGap) else { return self }
            let rest = parts[gap...].flatMap { $0.isGap ? [$0, Self.article] : [$0] }
            return .sequence(Self.firstWord(Array(parts[..<gap])) + rest)
        case .step, .times: return self
        }
    }

    private static var article: PatternTree { pattern("((an?|the|his|her|their|your|our|its|my) )?") }

    /// A verb with one ending may have the others; any word may have an '-s'.
    private static func firstWord(_ parts: [PatternTree]) -> [PatternTree] {
        guard let last = parts.last else { return parts }
        // 'failed?', 'failed'
        let stem = last.isOptionalLetter ? Array(parts.dropLast()) : parts
        for ending in ["ed", "e"] where stem.end(in: ending) && (ending == "ed" || last.isOptionalLetter) {
            return stem.dropLast(ending.utf8.count) + [pattern("(e|es|ed|s|ing)?")]
        }
        if case .times(.choice, 0, 1, _) = last {
            return parts.dropLast() + [.choice([last, pattern("s|ed|ing")])]
        }
        return last.letter != nil && parts.count > 3 ? parts + [pattern("s?")] : parts
    }

    private static func pattern(_ text: String) -> PatternTree {
        var parser = PatternParser(text)
        guard let tree = parser.tree() else { preconditionFailure("'\(text)' is a pattern of ours") }
        return tree
    }

    /// Without the `\b` that ends it: an ending may follow all the same.
    var withoutLastBoundary: PatternTree {
        switch self {
        case .sequence(var parts):
            while parts.last?.isBoundary == true { parts.removeLast() }
            return .sequence(parts)
        case .choice(let parts): return .choice(parts.map(\.withoutLastBoundary))
        case .step, .times: return self
        }
    }

    private var isBoundary: Bool {
        if case .step(.boundary) = self { true } else { false }
    }

    private var isGap: Bool {
        if case .step(.gap) = self { true } else { false }
    }

    fileprivate var letter: UInt8? {
        if case .step(.byte(let byte)) = self { byte } else { nil }
    }

    /// `s?`, `[sd]?`
    private var isOptionalLetter: Bool {
        guard case .times(let part, 0, 1, _) = self else { return false }
        switch part {
        case .step(.set), .step(.byte): return true
        case .step, .sequence, .choice, .times: return false
        }
    }
}

extension [PatternTree] {
    /// With these letters, and others before them.
    fileprivate func end(in letters: String) -> Bool {
        count > letters.utf8.count && suffix(letters.utf8.count).map(\.letter) == letters.utf8.map { $0 }
    }
}
