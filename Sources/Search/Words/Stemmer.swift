import CStemmer

/// Takes words to their stems by Snowball's algorithm for the language, where there is one.
struct Stemmer: ~Copyable {
    private let stemmer: OpaquePointer?

    /// - Parameter language: `en`, `pt-BR`.
    init(language: String) {
        let code = String(language.prefix { $0 != "-" })
        stemmer = sb_stemmer_new(code == "nb" || code == "nn" ? "no" : code, nil)
    }

    deinit { if let stemmer { sb_stemmer_delete(stemmer) } }

    /// The word itself, where the language has no stemmer.
    func stem(_ word: String) -> String {
        guard let stemmer else { return word }
        var word = word
        return word.withUTF8 { bytes in
            guard let result = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
                return String(decoding: bytes, as: UTF8.self)
            }
            let count = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        }
    }
}
