/// What a diagnostic means: for `materia explain`, the reference in `docs/`, and the rules of SARIF.
public struct Explanation: Sendable {
    public let id: String
    public let severity: Severity
    /// What is wrong, in one sentence.
    public let meaning: String
    /// What it does to a reader.
    public let reason: String
    public let example: Example
    /// What to do about it.
    public let remedy: String

    public enum Severity: Sendable {
        case error, warning
        /// A warning first, then an error: `warning from 60 days, error from 90`.
        case grows(String)

        public var words: String {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .grows(let words): words
            }
        }
    }

    /// Something wrong, and the same mended.
    public struct Example: Sendable {
        public let place: Place
        public let wrong: String
        public let right: String
        /// Other files that it takes, by path.
        var more: [String: String] = [:]

        public enum Place: Sendable, Equatable {
            /// The words of an article.
            case body
            /// Lines above an article.
            case frontMatter
            /// A whole file of the site.
            case file(String)
            /// What no site can hold as text.
            case shown

            public var words: String {
                switch self {
                case .body: "in the text of an article"
                case .frontMatter: "in the front matter of an article"
                case .file(let path): "in \(path)"
                case .shown: "for example"
                }
            }
        }

        static func body(_ wrong: String, _ right: String, more: [String: String] = [:]) -> Example {
            Example(place: .body, wrong: wrong, right: right, more: more)
        }

        static func frontMatter(_ wrong: String, _ right: String) -> Example {
            Example(place: .frontMatter, wrong: wrong, right: right)
        }

        static func file(_ path: String, _ wrong: String, _ right: String) -> Example {
            Example(place: .file(path), wrong: wrong, right: right)
        }

        static func shown(_ wrong: String, _ right: String) -> Example {
            Example(place: .shown, wrong: wrong, right: right)
        }
    }

    init(
        _ id: String, severity: Severity = .error, _ meaning: String, why reason: String,
        _ example: Example,
        remedy: String
    ) {
        (self.id, self.severity, self.meaning, self.reason) = (id, severity, meaning, reason)
        (self.example, self.remedy) = (example, remedy)
    }

    /// What it is as long as nothing has grown worse.
    public var isErrorAtFirst: Bool {
        switch severity {
        case .error: true
        case .warning, .grows: false
        }
    }

    /// In the order of their ids.
    public static let all: [Explanation] = [
        links, structure, words, keys, files, addresses, templates, sources, safety, numbers, reading,
        reviews,
    ].flatMap { $0 }.sorted { $0.id < $1.id }

    public static subscript(id: String) -> Explanation? { all.first { $0.id == id } }
}
