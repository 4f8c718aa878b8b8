/// Words that may stand for some of a query's.
struct Alternative: Sendable {
    let groups: [WordGroup]
    /// What it is worth, against the words themselves.
    let weight: Double
    /// The words of the query that it stands for, by their places.
    let words: ClosedRange<Int>
    /// It stands for its words together: they are judged as one.
    let isSpan: Bool
    /// The synonym that it is.
    var synonym: SearchAnswer.Synonym?
}

extension Vocabulary {
    /// All that may stand for words of a query: what begins with the word being typed, words written
    /// together, synonyms.
    mutating func alternatives(for words: [QueryWord]) throws(SearchError) -> [Alternative] {
        let longer = words.enumerated().flatMap { place, word -> [Alternative] in
            // Where it is no word yet, the most frequent one that begins so is the likeliest.
            guard let known = word.group ?? word.finding.longer.first else { return [] }
            let worth = word.group == nil ? Ranking.ofLonger : Ranking.ofLongerThanKnown
            return word.finding.longer.map { group in
                Alternative(
                    groups: [group], weight: worth * Self.share(of: group, besides: known),
                    words: place...place, isSpan: false)
            }
        }
        return longer + (try joins(in: words)) + (try synonyms(of: words))
    }

    /// A rare word is worth no more than one that is known to be meant. Else 'ketamine', and 'ketami' before it, lead
    /// to the one page that says 'ketamine-assisted'.
    private static func share(of longer: WordGroup, besides known: WordGroup) -> Double {
        longer.weight > known.weight ? known.weight / longer.weight : 1
    }

    /// Two words that are known as one: what is written apart, together or with a hyphen is the same.
    private mutating func joins(in words: [QueryWord]) throws(SearchError) -> [Alternative] {
        var joins: [Alternative] = []
        for place in words.indices.dropLast() {
            let (word, next) = (words[place], words[place + 1])
            guard word.isKept, next.isKept, word.phrase == next.phrase, !word.term.isPaired,
                !next.term.isPaired,
                // Where the first word lies: a file more for each pair would be too many.
                let group = try files.lexicon(of: word.term).find(word.term + next.term)
            else { continue }
            joins.append(Alternative(groups: [group], weight: 1, words: place...(place + 1), isSpan: true))
        }
        return joins
    }

    private mutating func synonyms(of words: [QueryWord]) throws(SearchError) -> [Alternative] {
        var found: [Alternative] = []
        for match in SynonymMatch.all(in: words, files.root.synonyms) {
            let entry = files.root.synonyms.entries[match.entry]
            let own = words[match.words].filter(\.isKept).map(\.group)
            let others = entry.from.indices.filter { $0 != match.phrase }.map { entry.from[$0] }
            for phrase in entry.also.isEmpty ? others : entry.also {
                guard let groups = try groups(of: phrase.terms), groups != own else { continue }
                let synonym = SearchAnswer.Synonym(from: entry.from[match.phrase].text, to: phrase.text)
                found.append(
                    Alternative(
                        groups: groups, weight: Ranking.ofSynonym, words: match.words, isSpan: true,
                        synonym: synonym))
            }
        }
        return found
    }

    /// `nil` where one of the words is not known, or there is none.
    private mutating func groups(of terms: [Form]) throws(SearchError) -> [WordGroup]? {
        let kept = terms.filter { !files.root.stopWords.contains($0) }
        var groups: [WordGroup] = []
        for term in kept.isEmpty ? terms : kept {
            guard let group = try known(term) else { return nil }
            groups.append(group)
        }
        return groups.isEmpty ? nil : groups
    }
}

/// Where a phrase of a synonym stands in a query.
private struct SynonymMatch {
    let entry: Int
    /// Of the entry's `from`.
    let phrase: Int
    let words: ClosedRange<Int>

    /// For each entry from the left, the longest phrase first, none over another.
    static func all(in words: [QueryWord], _ table: SynonymTable) -> [SynonymMatch] {
        let found = words.indices.flatMap { matches(at: $0, in: words, table) }
        var kept: [SynonymMatch] = []
        for match in found.sorted(by: isBefore) {
            if let last = kept.last, last.entry == match.entry,
                match.words.lowerBound <= last.words.upperBound
            {
                continue
            }
            kept.append(match)
        }
        return kept
    }

    private static func isBefore(_ first: SynonymMatch, _ second: SynonymMatch) -> Bool {
        let (mine, theirs) = (first.words, second.words)
        return (first.entry, mine.lowerBound, -mine.upperBound, first.phrase)
            < (second.entry, theirs.lowerBound, -theirs.upperBound, second.phrase)
    }

    private static func matches(at place: Int, in words: [QueryWord], _ table: SynonymTable) -> [SynonymMatch]
    {
        let word = words[place]
        let starts = Set([word.mended] + (word.group?.forms ?? []))
        return starts.flatMap { table.starts[$0] ?? [] }.compactMap { start in
            let terms = table.entries[start.entry].from[start.phrase].terms
            guard place + terms.count <= words.count else { return nil }
            let span = place...(place + terms.count - 1)
            let isMatch =
                words[span].contains(where: \.isKept)
                && zip(words[span], terms).allSatisfy { isSame($0, $1) }
            return isMatch ? SynonymMatch(entry: start.entry, phrase: start.phrase, words: span) : nil
        }
    }

    private static func isSame(_ word: QueryWord, _ term: Form) -> Bool {
        if word.mended == term { return true }
        guard let group = word.group else { return false }
        return group.lexicon.find(term) == group
    }
}
