/// What a query is answered with, in the form in which `search.js` gives it.
public struct SearchAnswer: Sendable, Equatable, Encodable {
    /// The best pages, best first.
    public let results: [Page]
    /// How many pages there are for it in all.
    public let total: Int
    /// What was meant, where a word is unknown.
    public let suggestion: Suggestion?
    /// What stands above all results.
    public let notice: Notice?
    /// The synonyms by which more was found.
    public let also: [Synonym]

    public struct Page: Sendable, Equatable, Encodable {
        /// From the site's root: `/safety/heart/`.
        public let url: String
        public let title: String
        /// The title of the section that it stands in; empty where that is none.
        public let section: String
        /// Under which most of the query stands; empty for what stands before any heading.
        public let heading: String
        /// That heading's id; empty as well.
        public let anchor: String
        public let excerpt: [Piece]
        public let score: Double
    }

    /// A part of an excerpt.
    public struct Piece: Sendable, Equatable, Encodable {
        public let text: String
        /// The query's words.
        public let isHit: Bool

        private enum CodingKeys: String, CodingKey {
            case text
            case isHit = "hit"
        }
    }

    public struct Suggestion: Sendable, Equatable, Encodable {
        /// The query with its unknown words replaced, in small letters.
        public let text: String
        public let words: [Change]
        /// The results are for it. Otherwise it is an offer: another medicine is not a slip of the finger.
        public let isShown: Bool

        public struct Change: Sendable, Equatable, Encodable {
            public let from: String
            public let to: String
        }
    }

    public struct Notice: Sendable, Equatable, Encodable {
        /// `crisis`
        public let kind: String
        /// Of the page with all of it.
        public let url: String
        /// Its paragraphs, a line each; `{lines}` stands where the lines go.
        public let message: String
        public let lines: [SearchSettings.Crisis.Line]
    }

    public struct Synonym: Sendable, Equatable, Encodable {
        /// As the site's list has it.
        public let from: String
        public let to: String
    }

    private enum CodingKeys: String, CodingKey { case results, total, suggestion, notice, also, isPartial }

    /// With every key, as `search.js` has them.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(results, forKey: .results)
        try container.encode(total, forKey: .total)
        try container.encode(suggestion, forKey: .suggestion)
        try container.encode(notice, forKey: .notice)
        try container.encode(also, forKey: .also)
        try container.encode(false, forKey: .isPartial)
    }
}
