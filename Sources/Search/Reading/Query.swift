/// A word that a query asks for, and what is known of it.
struct QueryWord: Sendable {
    let term: Form
    /// The number of the phrase in quotes that it stands in.
    let phrase: Int?
    /// Still being typed, perhaps.
    let isOpen: Bool
    /// Of the run that it is a term of, in the query's bytes.
    let place: Range<Int>
    /// It is searched for: it is no stop word, or there is nothing else.
    var isKept = false
    var finding = Finding()

    /// What a look into the index found.
    struct Finding: Sendable {
        var group: WordGroup?
        /// Words that begin with it.
        var longer: [WordGroup] = []
        /// The known word that was meant.
        var repair: Form?
        /// Then nobody is shown results for the repair.
        var isOfferedOnly = false
    }

    var group: WordGroup? { finding.group }

    /// The term, as it is searched for.
    var mended: Form { finding.isOfferedOnly ? term : finding.repair ?? term }
}

/// A query's text, taken apart.
enum Query {
    /// Words that are looked for; what follows is not.
    static let mostWords = 32

    /// The words of a query, with the phrases in quotes that they stand in.
    static func words(of text: String) -> [QueryWord] {
        let end = text.utf8.count
        let quotes = quotePlaces(in: text)
        var words: [QueryWord] = []
        var before = 0
        for run in Terms.words(of: text) {
            while before < quotes.count, quotes[before] < run.bytes.lowerBound { before += 1 }
            let phrase = before % 2 == 1 && before < quotes.count ? before / 2 : nil
            let isLast = run.bytes.upperBound == end && phrase == nil && run.terms.count == 1
            for term in run.terms.map({ Form($0) }) {
                words.append(
                    QueryWord(
                        term: term, phrase: phrase, isOpen: isLast && (term.isPaired || term.length >= 2),
                        place: run.bytes))
            }
        }
        return words
    }

    private static func quotePlaces(in text: String) -> [Int] {
        var places: [Int] = []
        var place = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "“", "”", "„", "«", "»": places.append(place)
            default: break
            }
            place += UTF8.width(scalar)
        }
        return places
    }

    /// The words of each phrase in quotes, by their places, in the order of the query.
    static func phrases(of words: [QueryWord]) -> [[Int]] {
        var phrases: [(number: Int, places: [Int])] = []
        for (place, word) in words.enumerated() {
            guard let number = word.phrase else { continue }
            if phrases.last?.number == number {
                phrases[phrases.count - 1].places.append(place)
            } else {
                phrases.append((number, [place]))
            }
        }
        return phrases.map(\.places)
    }
}
