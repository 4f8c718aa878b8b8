/// What a file of `Content/Data/` says in the site's own language, and what its translations say.
///
/// A translation stands beside the file as that of a page does: `crisis.yaml`, `crisis.es.yaml`.
struct Localized<Value: Sendable>: Sendable {
    var own: Value
    /// By language.
    private(set) var translations: [String: Value] = [:]
    /// The site's own.
    let language: String

    init(_ own: Value, in language: String, translations: [String: Value] = [:]) {
        (self.own, self.language, self.translations) = (own, language, translations)
    }

    /// What is written in a language, or in the one that it is a form of: `pt` for `pt-BR`. `nil` where nothing is.
    func written(in language: String) -> Value? {
        if language == self.language { return own }
        let main = Language.main(of: language)
        return translations[language] ?? translations[main]
            ?? (main == Language.main(of: self.language) ? own : nil)
    }

    /// For pages that show it in whatever language there is.
    subscript(language: String) -> Value { written(in: language) ?? own }

    /// What the value is in where that is another language than the page's.
    func foreign(in language: String) -> String? { written(in: language) == nil ? self.language : nil }

    func map<Other>(_ transform: (Value) -> Other) -> Localized<Other> {
        Localized<Other>(transform(own), in: language, translations: translations.mapValues(transform))
    }

    /// The site's own first, then by language.
    var all: [Value] { [own] + translations.sorted { $0.key < $1.key }.map(\.value) }
}
