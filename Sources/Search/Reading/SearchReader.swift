import Foundation

/// Asks a site's index, as `search.js` does in a reader's browser: the same pages in the same order, with the
/// same scores and excerpts.
public struct SearchReader: Sendable {
    /// Reads a file of the index, named from the index's folder: `index.bin`, `3f9c01ab22de/first.bin`.
    public typealias Read = @Sendable (_ name: String) throws -> [UInt8]

    private let root: IndexRoot
    private let files: IndexFiles
    private let whole: WholeIndex?
    private let scorer: PageScorer

    /// Opens an index; what a query needs besides is read by the query.
    public init(read: @escaping Read) throws(SearchError) {
        files = IndexFiles(read: read)
        root = try files.root()
        whole = root.isWhole ? try WholeIndex(files, root) : nil
        let average = root.averageTitleLength
        if let whole {
            scorer = PageScorer(
                lengths: whole.lengths, titleLengths: whole.titleLengths, averageTitleLength: average)
        } else {
            scorer = PageScorer(pageCount: root.pageCount, averageTitleLength: average)
        }
    }

    /// Of the pages: `en`, `pt-BR`.
    public var language: String { root.language }

    /// - Parameters:
    ///   - text: as somebody types it; words in double quotes stand in a row.
    ///   - limit: how many results there are at most.
    public func query(_ text: String, limit: Int = 10) throws(SearchError) -> SearchAnswer {
        let all = Query.words(of: text)
        var words = Array(all.prefix(Query.mostWords))
        let isAllStop = words.allSatisfy { root.stopWords.contains($0.term) }
        var vocabulary = Vocabulary(WordFiles(root: root, files: files, whole: whole))
        for place in words.indices where isAllStop || !root.stopWords.contains(words[place].term) {
            words[place].isKept = true
            words[place].finding = try vocabulary.finding(for: words[place])
        }
        let alternatives = try vocabulary.alternatives(for: words)
        let slots = Slot.all(of: words, alternatives)
        var pages = PageFiles(root: root, files: files, whole: whole)
        let found = try found(for: words, slots, alternatives, &pages)
        let notice = root.crisis?.notice(for: Set(all.map(\.term)), home: root.home)
        // No cry for help is mended into something else.
        let meant = Set((words + all.dropFirst(words.count)).map { $0.finding.repair ?? $0.term })
        let isHeard = notice == nil || root.crisis?.notice(for: meant, home: root.home) != nil
        return SearchAnswer(
            results: try results(Self.best(found, limit), Excerpts(slots), &pages), total: found.count,
            suggestion: isHeard ? SearchAnswer.Suggestion(for: words, in: text) : nil, notice: notice,
            also: Self.synonyms(alternatives))
    }

    private func found(
        for words: [QueryWord], _ slots: [Slot], _ alternatives: [Alternative], _ pages: inout PageFiles
    ) throws(SearchError) -> [PageScorer.Scored] {
        let scored = scorer.score(slots)
        let phrases = Phrases(in: words)
        if phrases.isEmpty { return scored }
        let held = phrases.held(by: scored, alternatives, scorer)
        if !root.isTextWhole { return held }
        var standing: [PageScorer.Scored] = []
        for scored in held {
            if phrases.stand(in: try pages.page(scored.page)) { standing.append(scored) }
        }
        return standing
    }

    /// The best pages, the first of equals first.
    private static func best(_ found: [PageScorer.Scored], _ limit: Int) -> some Sequence<PageScorer.Scored> {
        found.sorted { ($1.score, $0.page) < ($0.score, $1.page) }.prefix(max(0, limit))
    }

    private func results(
        _ best: some Sequence<PageScorer.Scored>, _ excerpts: Excerpts, _ pages: inout PageFiles
    ) throws(SearchError) -> [SearchAnswer.Page] {
        var results: [SearchAnswer.Page] = []
        for scored in best {
            let page = try pages.page(scored.page)
            let excerpt = excerpts.excerpt(of: page.units)
            results.append(
                SearchAnswer.Page(
                    url: (root.home + page.path).percentEncoded, title: page.title, section: page.section,
                    heading: excerpt.heading,
                    anchor: excerpt.anchor, excerpt: excerpt.pieces, score: scored.score))
        }
        return results
    }

    /// Each once, whatever its capitals: where the first one stood, and as the last one is written.
    private static func synonyms(_ alternatives: [Alternative]) -> [SearchAnswer.Synonym] {
        var synonyms: [SearchAnswer.Synonym] = []
        var places: [Form: Int] = [:]
        for synonym in alternatives.compactMap(\.synonym) {
            let words = Form("\(synonym.from)\n\(synonym.to)".lowercased(with: nil))
            if let place = places[words] {
                synonyms[place] = synonym
            } else {
                places[words] = synonyms.count
                synonyms.append(synonym)
            }
        }
        return synonyms
    }
}
