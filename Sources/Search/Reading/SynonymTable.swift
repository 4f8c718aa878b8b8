/// The site's synonyms, to be found from the words of a query.
struct SynonymTable: Sendable {
    struct Phrase: Sendable {
        let text: String
        let terms: [Form]

        init(_ text: String) { (self.text, terms) = (text, Terms.forms(of: text)) }
    }

    struct Entry: Sendable {
        let from: [Phrase]
        /// Empty where all of `from` are equal.
        let also: [Phrase]
    }

    /// A phrase of an entry's `from`.
    struct Place: Sendable {
        let entry: Int
        let phrase: Int
    }

    let entries: [Entry]
    /// Phrases by their first terms.
    private(set) var starts: [Form: [Place]] = [:]
    /// All words that any `from` holds.
    private(set) var terms: Set<Form> = []

    init(from reader: inout ByteReader) throws(IndexDamaged) {
        entries = try reader.list { (reader) throws(IndexDamaged) in
            Entry(from: try reader.texts().map(Phrase.init), also: try reader.texts().map(Phrase.init))
        }
        for (number, entry) in entries.enumerated() {
            for (place, phrase) in entry.from.enumerated() {
                guard let first = phrase.terms.first else { continue }
                starts[first, default: []].append(Place(entry: number, phrase: place))
                terms.formUnion(phrase.terms)
            }
        }
    }
}
