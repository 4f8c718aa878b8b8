import Foundation
import TestSupport
import Testing

@testable import Search

/// The reader in Swift and the one in JavaScript say the same, to the last bit.
@Suite(.enabled(if: JavaScript.isPresent, Comment(rawValue: JavaScript.absence)))
struct ComparisonTests {
    @Test(arguments: [1, 2, 3])
    func wordsAreTheSame(_ seed: UInt64) throws {
        var generator = GeneratedText(seed: seed)
        let texts = (0..<800).map { $0 % 2 == 0 ? generator.words(1...12) : generator.characters(1...12) }
        let theirs = try JavaScript.ask(.init(texts: texts)).words
        for (text, theirs) in zip(texts, theirs) {
            let ours = Terms.words(of: text).map { RecordedWord($0) }
            #expect(
                RecordedWord.isSame(ours, theirs), "\(text.debugDescription): \(ours), search.js: \(theirs)")
        }
    }

    @Test func distancesAreTheSame() throws {
        var generator = GeneratedText(seed: 4, words: 60)
        let pairs = (0..<600).map { number in
            JavaScript.Request.Pair(
                first: generator.word(), second: number % 2 == 0 ? generator.word() : generator.query(),
                most: number % 4)
        }
        let theirs = try JavaScript.ask(.init(pairs: pairs)).distances
        for (pair, theirs) in zip(pairs, theirs) {
            let ours = EditDistance.between(
                pair.first.unicodeScalars, pair.second.unicodeScalars, atMost: pair.most)
            #expect(ours == theirs, "\(pair)")
        }
    }

    @Test(arguments: [1_500, 0], [11, 12, 13] as [UInt64])
    func answersAreTheSame(mostPagesInOne: Int, seed: UInt64) throws {
        var generator = GeneratedText(seed: seed)
        let index = Self.site(&generator).index(
            mostPagesInOne: mostPagesInOne, limit: seed == 13 ? 120 : .max)
        let reader = try index.reader()
        let asked = try (0..<200).map { number in
            let query = generator.query()
            let limit = number % 7 == 0 ? 100 : number % 5
            return JavaScript.Request.Asked(
                query: query, limit: limit, answer: try reader.query(query, limit: limit))
        }
        let folder = try TemporaryFolder(named: "index")
        try index.write(to: folder, "search")
        let request = JavaScript.Request(folders: [.init(path: folder.path("search/"), asked: asked)])
        let differences = try JavaScript.ask(request).differences[0]
        #expect(differences == [])
        let answered = asked.count { ($0.answer?.total ?? 0) > 0 }
        #expect(answered > 100, "\(answered) queries have results")
    }

    static func site(_ generator: inout GeneratedText, pages: Int = 60) -> SampleSite {
        var site = SampleSite()
        for number in 0..<pages {
            var text: [String] = []
            for line in 0..<generator.number(below: 9) {
                text.append(line % 3 == 1 ? "#" + generator.words(1...4) : generator.words(1...60))
            }
            let section = [["", ""], ["a/", "First part"], ["b/c/", "Größer"]][number % 3]
            site.pages.append(
                SampleSite.Page(
                    path: section[0] + "page-\(number)/", title: generator.words(1...5), section: section,
                    keywords: number % 4 == 0 ? [generator.word()] : [], text: text))
        }
        for _ in 0..<20 {
            let equal = [generator.words(1...2), generator.word(), generator.words(1...3)]
            site.synonyms.append(.init(from: equal, also: []))
            site.synonyms.append(.init(from: [equal[1].uppercased(), equal[2]], also: []))
            site.synonyms.append(.init(from: [generator.word()], also: [generator.words(1...3)]))
        }
        site.drugNames = [generator.word(), generator.words(1...2)]
        site.crisis = .init(path: "crisis/", message: "One.\n{lines}\nTwo.", name: "Line", call: "123")
        return site
    }
}
