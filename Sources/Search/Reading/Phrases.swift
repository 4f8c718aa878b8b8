/// The phrases in quotes of a query.
struct Phrases {
    private let phrases: [[QueryWord]]
    private let words: [QueryWord]
    private let places: [[Int]]

    init(in words: [QueryWord]) {
        self.words = words
        places = Query.phrases(of: words)
        phrases = places.map { $0.map { words[$0] } }
    }

    var isEmpty: Bool { places.isEmpty }

    /// Leaves the pages that have every word of the phrases, or what stands for it.
    func held(
        by pages: [PageScorer.Scored], _ alternatives: [Alternative], _ scorer: PageScorer
    ) -> [PageScorer.Scored] {
        var held = pages
        for place in places.joined() where words[place].isKept {
            var holding: Set<Int> = []
            if let group = words[place].group { holding.formUnion(scorer.pages(holding: [group])) }
            for alternative in alternatives where alternative.isSpan && alternative.words.contains(place) {
                holding.formUnion(scorer.pages(holding: alternative.groups))
            }
            held.removeAll { !holding.contains($0.page) }
        }
        return held
    }

    /// Each phrase stands somewhere in the page, its words in a row.
    func stand(in page: FoundPage) -> Bool {
        let passages =
            [FoundPage.Passage(page.title.utf8)] + page.units.flatMap { [$0.heading] + $0.passages }
        let texts = passages.map { $0.runs.flatMap(\.terms) }
        return phrases.allSatisfy { phrase in
            let forms = phrase.map { Set([$0.term] + ($0.group?.forms ?? [])) }
            return texts.contains { Self.stands(forms, in: $0) }
        }
    }

    private static func stands(_ phrase: [Set<Form>], in terms: [Form]) -> Bool {
        guard phrase.count <= terms.count else { return false }
        return (0...(terms.count - phrase.count)).contains { start in
            zip(phrase, terms[start...]).allSatisfy { $0.contains($1) }
        }
    }
}
