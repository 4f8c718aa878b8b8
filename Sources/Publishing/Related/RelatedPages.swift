import Markup

/// For each article the few others that a reader may want to read next, the nearest first.
///
/// Near is what shares references and words of the glossary, the rarer the nearer, and most of all what links to
/// the page or is linked from it. Of the same language, and listed; of equal ones the first by path.
struct RelatedPages: Sendable, Equatable {
    private var pages: [[Int]] = []

    static let none = RelatedPages()

    /// More than three are a list to choose from, and no longer a hint.
    static let most = 3

    subscript(page: Page) -> [Int] { pages.isEmpty ? [] : pages[page.index] }

    /// Nothing, at no cost, for a site without a glossary and a bibliography.
    ///
    /// - Throws: `DiskError` where a page cannot be read.
    static func find(in site: Site, jobs: Int) async throws(DiskError) -> RelatedPages {
        if site.data.glossary.all.allSatisfy(\.terms.isEmpty) && site.data.bibliography.references.isEmpty {
            return .none
        }
        let articles = site.pages.filter { $0.role == .article && site.isListed($0) }
        let scanner = MentionScanner(site: site)
        let (found, _) = try await ConcurrentMap.run(count: articles.count, jobs: jobs, state: 0) {
            index, _ throws(DiskError) in
            do throws(DiskError) {
                let source = try Disk.read(site.folder + "/" + articles[index].path.full)
                return scanner.mentions(in: source, of: articles[index])
            } catch  where error.code == 2 /* ENOENT: the build tells of it */ {
                return PageMentions()
            }
        }
        var related = RelatedPages(pages: Array(repeating: [], count: site.pages.count))
        for numbers in Dictionary(grouping: articles.indices, by: { articles[$0].language }).values {
            let places = numbers.map { articles[$0].index }
            let table = MentionTable(zip(places, numbers.map { found[$0] }))
            let (nearest, _) = try await ConcurrentMap.run(count: places.count, jobs: jobs, state: 0) {
                number, _ throws(DiskError) in table.nearest(to: places[number], most)
            }
            for (page, near) in zip(places, nearest) { related.pages[page] = near }
        }
        return related
    }
}

/// Which pages of one language mention what.
private struct MentionTable: Sendable {
    private let mentions: [Int: PageMentions]
    private var references: [Int: [Int]] = [:]
    private var terms: [Int: [Int]] = [:]
    /// In both directions.
    private var links: [Int: Set<Int>] = [:]

    init(_ pages: some Sequence<(Int, PageMentions)>) {
        mentions = Dictionary(uniqueKeysWithValues: pages.map { ($0.0, $0.1) })
        for page in mentions.keys.sorted() {
            guard let found = mentions[page] else { continue }
            for reference in found.references { references[reference, default: []].append(page) }
            for term in found.terms { terms[term, default: []].append(page) }
            for target in found.links where mentions[target] != nil {
                links[page, default: []].insert(target)
                links[target, default: []].insert(page)
            }
        }
    }

    /// What one shared thing adds to two pages' nearness, divided by the number of pages that have it; a link is
    /// not divided. Whole numbers, so that no order of adding changes the sum.
    private static let (term, reference, link) = (1_000_000, 3_000_000, 6_000_000)

    /// What so many pages have in common tells nothing, and to go through them for each would take the square.
    private static let mostSharing = 100

    func nearest(to page: Int, _ most: Int) -> [Int] {
        guard let own = mentions[page] else { return [] }
        var nearness: [Int: Int] = [:]
        for other in links[page] ?? [] { nearness[other, default: 0] += Self.link }
        func add(_ sharing: [Int]?, _ weight: Int) {
            guard let sharing, sharing.count <= Self.mostSharing else { return }
            for other in sharing where other != page { nearness[other, default: 0] += weight / sharing.count }
        }
        for reference in own.references { add(references[reference], Self.reference) }
        for term in own.terms { add(terms[term], Self.term) }
        // Pages are in the order of their paths.
        return nearness.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(most).map(\.key)
    }
}
