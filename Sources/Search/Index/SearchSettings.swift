/// What a site says about its search.
public struct SearchSettings: Sendable {
    /// `en`, `pt-BR`.
    public var language: String
    /// What the addresses of its pages begin with: `/`, `/guide/es/`.
    public var home = "/"
    public var synonyms: [Synonym] = []
    /// Names of drugs: what looks like one of them is offered, never taken for it.
    public var drugNames: [String] = []
    public var crisis: Crisis?

    public init(language: String) { self.language = language }

    /// Words that find the same pages.
    public struct Synonym: Sendable {
        public let from: [String]
        /// What `from` leads to, one way; empty where all of `from` are equal.
        public let also: [String]

        public init(equal words: [String]) { (from, also) = (words, []) }

        public init(from: [String], also: [String]) { (self.from, self.also) = (from, also) }
    }

    /// What a reader sees who may be in danger.
    public struct Crisis: Sendable {
        /// Of the page with all of it, from the site's root.
        public let path: String
        public let message: String
        public let lines: [Line]

        public init(path: String, message: String, lines: [Line]) {
            (self.path, self.message, self.lines) = (path, message, lines)
        }

        public struct Line: Sendable, Equatable, Encodable {
            public var name = ""
            public var call = ""
            public var text = ""
            public var chat = ""
            public var hours = ""
            public var note = ""

            public init() {}
        }
    }
}
