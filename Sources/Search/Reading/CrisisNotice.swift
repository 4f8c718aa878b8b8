/// What a reader sees who may be in danger, and what they may have typed.
struct CrisisNotice: Sendable {
    private let path: String
    private let message: String
    private let lines: [SearchSettings.Crisis.Line]
    /// The words of each, `*` for any ending.
    private let patterns: [[String]]

    init(from reader: inout ByteReader) throws(IndexDamaged) {
        path = try reader.text()
        message = try reader.text()
        lines = try reader.list { (reader) throws(IndexDamaged) in
            var line = SearchSettings.Crisis.Line()
            line.name = try reader.text()
            line.call = try reader.text()
            line.text = try reader.text()
            line.chat = try reader.text()
            line.hours = try reader.text()
            line.note = try reader.text()
            return line
        }
        patterns = try reader.texts().map { pattern in
            Array(pattern.utf8)[...].split(separator: UInt8(ascii: " ")).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }

    /// - Parameter terms: all of a query.
    func notice(for terms: Set<Form>, home: String) -> SearchAnswer.Notice? {
        guard patterns.contains(where: { Self.matches($0, terms) }) else { return nil }
        return SearchAnswer.Notice(
            kind: "crisis", url: (home + path).percentEncoded, message: message, lines: lines)
    }

    /// Words of a query, in any order, are those of a pattern.
    static func matches(_ pattern: [String], _ terms: Set<Form>) -> Bool {
        !pattern.isEmpty && pattern.allSatisfy { word in terms.contains { matches(word, $0) } }
    }

    /// A slip in a long word does not hide a cry for help.
    private static func matches(_ pattern: String, _ term: Form) -> Bool {
        let isPrefix = pattern.utf8.last == UInt8(ascii: "*")
        let word = Form(bytes: pattern.utf8.dropLast(isPrefix ? 1 : 0))
        if isPrefix ? term.starts(with: word) : term == word { return true }
        let (wanted, scalars) = (word.scalars, term.scalars)
        if wanted.count < 5 { return false }
        if !isPrefix { return EditDistance.between(wanted, scalars, atMost: 1) <= 1 }
        return (wanted.count - 1...wanted.count + 1).contains { end in
            end <= scalars.count && EditDistance.between(wanted, scalars[..<end], atMost: 1) <= 1
        }
    }
}
