/// Finds the groups of a query's words.
struct Vocabulary {
    var files: WordFiles

    /// How many of the words that begin with what is being typed stand for it.
    private static let mostLonger = 24

    /// 'ation', 'iness'.
    private static let longestEnding = 5

    init(_ files: WordFiles) { self.files = files }

    private var root: IndexRoot { files.root }

    mutating func find(_ form: Form) throws(SearchError) -> WordGroup? { try files.find(form) }

    /// A word, or else the same with another ending.
    mutating func known(_ form: Form) throws(SearchError) -> WordGroup? {
        if let group = try find(form) { return group }
        return try otherEnding(of: form)
    }

    /// What is known of a word: itself, another ending of it, words that begin with it, or what was meant.
    mutating func finding(for word: QueryWord) throws(SearchError) -> QueryWord.Finding {
        var finding = QueryWord.Finding()
        finding.group = try known(word.term)
        if word.isOpen { finding.longer = try longer(than: word.term) }
        let isKnown =
            finding.group != nil || !finding.longer.isEmpty || root.synonyms.terms.contains(word.term)
        if !isKnown, let nearest = try files.nearest(to: word.term) {
            finding.repair = nearest.form
            finding.isOfferedOnly =
                nearest.distance == 2
                && (root.drugNames.mayHold(nearest.form) || root.drugNames.mayHold(word.term))
            if !finding.isOfferedOnly { finding.group = try find(nearest.form) }
        }
        return finding
    }

    /// A known word that differs in its ending only, as both endings are of the language: the most frequent
    /// one with as many letters in common as can be.
    private mutating func otherEnding(of term: Form) throws(SearchError) -> WordGroup? {
        if term.isPaired || term.hasDigit { return nil }
        let scalars = term.scalars
        let least = max(3, scalars.count - Self.longestEnding)
        var end = scalars.count - 1
        while end >= least {
            defer { end -= 1 }
            // 'Treatment' is 'treat' and an ending, 'lotion' is no 'lot'.
            let isStem = 5 * end >= (scalars.count - end > 3 ? 20 : 3 * scalars.count)
            guard isStem, root.suffixes.contains(Form(scalars[end...])) else { continue }
            let stem = Form(scalars[..<end])
            // In many files, only where the word itself would lie: another would be a round trip more.
            if let group = mostFrequent(of: stem, in: try files.lexicon(of: term)) { return group }
        }
        return nil
    }

    private func mostFrequent(of stem: Form, in lexicon: Lexicon) -> WordGroup? {
        var best: (form: Form, group: WordGroup)?
        for place in lexicon.forms.places(startingWith: stem) {
            let form = lexicon.forms[place]
            let ending = form.dropping(stem)
            guard ending.length <= Self.longestEnding, root.suffixes.contains(ending) else { continue }
            let group = lexicon.group(at: place)
            if let best {
                let isBetter =
                    group.count > best.group.count
                    || group.count == best.group.count && form.isBefore(best.form)
                if !isBetter { continue }
            }
            best = (form, group)
        }
        return best?.group
    }

    /// The most frequent groups of words that begin so.
    private mutating func longer(than term: Form) throws(SearchError) -> [WordGroup] {
        if !root.isWhole, !term.isPaired, term.length < 3 { return [] }
        let lexicon = try files.lexicon(of: term)
        var numbers: Set<Int> = []
        var groups: [WordGroup] = []
        for place in lexicon.forms.places(startingWith: term) {
            if lexicon.forms.slice(place).count == term.bytes.count { continue }
            if numbers.insert(lexicon.groups[place]).inserted { groups.append(lexicon.group(at: place)) }
        }
        return groups.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .prefix(Self.mostLonger).map(\.element)
    }
}
