/// A run of a text with what it is searched by.
struct Word: Equatable {
    /// Its place in the text's UTF-8.
    let bytes: Range<Int>
    let terms: [String]
}

extension Terms {
    /// The words of a text, in order.
    static func words(of text: String) -> [Word] {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = RunScanner(bytes)
            var words: [Word] = []
            while let run = scanner.next() {
                let source = String(decoding: UnsafeBufferPointer(rebasing: bytes[run.bytes]), as: UTF8.self)
                words.append(Word(bytes: run.bytes, terms: of(source)))
            }
            return words
        }
    }

    /// All terms of a text, in order.
    static func all(of text: String) -> [String] { words(of: text).flatMap(\.terms) }
}
