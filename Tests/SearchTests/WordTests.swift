import Foundation
import TestSupport
import Testing

@testable import Search

/// What both readers and the writer are held to.
struct WordTests {
    private struct WordCase: Decodable {
        let text: String
        let runs: [RecordedWord]
    }

    private struct DistanceCase: Decodable {
        let a, b: String
        let max: Int
        /// `null` where it is more than `max`.
        let distance: Int?
    }

    private static func cases<Case: Decodable>(_ name: String) throws -> [Case] {
        let file = URL(fileURLWithPath: Fixture.root + "/search/" + name)
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    }

    @Test func wordsAreAsRecorded() throws {
        let cases: [WordCase] = try Self.cases("words.json")
        #expect(!cases.isEmpty)
        for recorded in cases {
            let words = Terms.words(of: recorded.text).map { RecordedWord($0) }
            #expect(
                RecordedWord.isSame(words, recorded.runs), "\(recorded.text.debugDescription): \(words)")
        }
    }

    /// The writer counts the same words as the reader takes apart.
    @Test func theWriterCountsWhatIsRecorded() throws {
        let cases: [WordCase] = try Self.cases("words.json")
        var memory = SearchMemory()
        for recorded in cases {
            var page = PageText()
            page.addPassage(Array(recorded.text.utf8))
            let contents = SearchContents(
                title: "", keywords: [], text: page, limit: .max, memory: &memory)
            for term in Set(recorded.runs.flatMap(\.terms)) {
                #expect(contents.counts(term), "\(recorded.text.debugDescription): \(term)")
            }
        }
    }

    @Test func distancesAreAsRecorded() throws {
        let cases: [DistanceCase] = try Self.cases("distances.json")
        #expect(!cases.isEmpty)
        for recorded in cases {
            let distance = EditDistance.between(
                recorded.a.unicodeScalars, recorded.b.unicodeScalars, atMost: recorded.max)
            #expect(distance == recorded.distance ?? recorded.max + 1, "\(recorded)")
        }
    }
}

extension SearchContents {
    fileprivate func counts(_ term: String) -> Bool {
        let bytes = Array(term.utf8)
        return terms.indices.contains { start in
            start >= 3 && Int(terms[start - 3]) == bytes.count && terms[start...].starts(with: bytes)
        }
    }
}
