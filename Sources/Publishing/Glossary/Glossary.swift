import Markup

/// Words that pages explain: `Content/Data/glossary.csv`.
struct Glossary: Sendable {
    static let path = "Content/Data/glossary.csv"

    struct Term: Sendable {
        /// The anchor of its entry, and of no other's.
        let id: String
        let words: String
        let aliases: [String]
        let definition: String
        let category: String
        /// Where the term itself stands.
        let range: SourceRange
        /// Where the definition stands, with the quotes around it.
        var definitionRange = SourceRange.startOfFile

        /// A medicine, by its category in English or in Spanish.
        var isDrug: Bool { ["drug", "medicamento"].contains(category.lowercased()) }
    }

    /// In the order of the file.
    private(set) var terms: [Term] = []

    /// Terms by letter, as an index has them.
    var inAlphabeticalOrder: [Int] {
        terms.indices.map { (terms[$0].words.indexKey, $0) }.sorted { $0 < $1 }.map(\.1)
    }

    static func read(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> Glossary {
        var glossary = Glossary()
        guard TextEncoding.check(source, &diagnostics) else { return glossary }
        let text = CSVText(source)
        var reader = GlossaryReader(path: source.path)
        defer { diagnostics += text.diagnostics + reader.diagnostics }
        guard let header = text.records.first, let columns = reader.columns(header) else {
            if text.records.isEmpty, text.diagnostics.isEmpty { reader.tellMissingHeader(at: .startOfFile) }
            return glossary
        }
        for record in text.records.dropFirst() {
            if let term = reader.term(record, columns) { glossary.terms.append(term) }
        }
        return glossary
    }
}

/// Takes terms out of a table, and tells what is wrong with them.
struct GlossaryReader {
    let path: String
    var diagnostics: [Diagnostic] = []
    private var ids: Set<String> = []
    /// Where each term or alias stands, by itself in small letters.
    private var known: [String: [(words: String, line: Int)]] = [:]

    init(path: String) { self.path = path }

    /// The place of each column in a record.
    struct Columns {
        let count: Int
        fileprivate let term: Int
        fileprivate let aliases: Int
        fileprivate let definition: Int
        fileprivate let category: Int
    }

    private static let names = ["term", "aliases", "definition", "category"]

    mutating func report(_ message: String, help: String, at range: SourceRange, id: String = "data.syntax") {
        diagnostics.append(Diagnostic(id, message, help: help, file: path, at: range))
    }

    mutating func tellMissingHeader(at range: SourceRange) {
        report(
            "the glossary does not begin with the names of its columns",
            help: "write '\(Self.names.joined(separator: ","))' into the first line", at: range)
    }

    mutating func columns(_ header: [CSVText.Field]) -> Columns? {
        let found = header.map { String($0.text.trimmingSpaces) }
        guard Set(found) == Set(Self.names), found.count == Self.names.count,
            let term = found.firstIndex(of: "term"), let aliases = found.firstIndex(of: "aliases"),
            let definition = found.firstIndex(of: "definition"),
            let category = found.firstIndex(of: "category")
        else {
            tellMissingHeader(at: header[0].range)
            return nil
        }
        return Columns(
            count: found.count, term: term, aliases: aliases, definition: definition, category: category)
    }

    mutating func term(_ record: [CSVText.Field], _ columns: Columns) -> Glossary.Term? {
        guard record.count == columns.count else {
            report(
                "this line has \(record.count) \(record.count == 1 ? "value" : "values"), not \(columns.count)",
                help: "put a value that has a comma in it between double quotes", at: record[0].range)
            return nil
        }
        let (words, field) = (Self.trimmed(record[columns.term]), record[columns.term])
        if words.text.isEmpty {
            report("a term is empty", help: "write the word that the line explains", at: field.range)
            return nil
        }
        let definition = record[columns.definition]
        let meaning = definition.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if meaning.isEmpty {
            report(
                "the term '\(words.text)' has no definition", help: "say in a sentence what it means",
                at: definition.range)
        }
        let isNew = tellRepeated(words.text, at: field.range(ofBytes: words.bytes))
        let aliases = aliases(record[columns.aliases])
        return Glossary.Term(
            id: id(of: words.text), words: words.text, aliases: isNew ? aliases : [], definition: meaning,
            category: Self.trimmed(record[columns.category]).text, range: field.range(ofBytes: words.bytes),
            definitionRange: definition.range)
    }

    /// Those that stand nowhere else.
    private mutating func aliases(_ field: CSVText.Field) -> [String] {
        var offset = 0
        return field.text.split(separator: "|", omittingEmptySubsequences: false).compactMap { part in
            let start = offset
            offset += part.utf8.count + 1
            let alias = String(part.trimmingSpaces)
            if alias.isEmpty { return nil }
            let before = part.utf8.prefix { $0 == UInt8(ascii: " ") }.count
            let bytes = start + before..<start + before + alias.utf8.count
            return tellRepeated(alias, at: field.range(ofBytes: bytes)) ? alias : nil
        }
    }

    private static func trimmed(_ field: CSVText.Field) -> (text: String, bytes: Range<Int>) {
        let text = String(field.text.trimmingSpaces)
        let start = field.text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        return (text, start..<start + text.utf8.count)
    }

    /// GitHub's rule for headings, for terms.
    private mutating func id(of words: String) -> String {
        let slug = Slug.make(words).isEmpty ? "term" : Slug.make(words)
        var id = slug
        var number = 1
        while !ids.insert(id).inserted {
            id = "\(slug)-\(number)"
            number += 1
        }
        return id
    }

    /// ART and 'art' are two terms; 'Ketamine' and 'ketamine' are one.
    private mutating func tellRepeated(_ words: String, at range: SourceRange) -> Bool {
        let key = words.lowercased()
        let isAbbreviation = words.isAllCapitals
        if let first = known[key, default: []].first(where: { other in
            other.words == words || !(isAbbreviation || other.words.isAllCapitals)
        }) {
            report(
                "'\(words)' stands twice in the glossary", help: "take it out here, or on line \(first.line)",
                at: range, id: "glossary.duplicate")
            return false
        }
        known[key, default: []].append((words, range.start.line))
        return true
    }
}

extension String {
    /// An abbreviation: it has letters, and all are capitals.
    var isAllCapitals: Bool {
        var hasLetters = false
        for scalar in unicodeScalars where scalar.properties.isAlphabetic {
            if !scalar.properties.isUppercase { return false }
            hasLetters = true
        }
        return hasLetters
    }
}
