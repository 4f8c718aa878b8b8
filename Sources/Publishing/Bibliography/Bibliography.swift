import Foundation
import Markup

/// The sources that a site cites: `Content/Data/references.json`.
struct Bibliography: Sendable {
    static let path = "Content/Data/references.json"

    /// In the order of the file, each id once.
    private(set) var references: [Reference] = []
    private var places: [String: Int] = [:]

    subscript(id: String) -> Reference? { places[id].map { references[$0] } }

    /// The reference's place in `references`.
    func place(of id: String) -> Int? { places[id] }

    /// Ids for `NearestName`, where a text cites one that is not there.
    var ids: [String] { references.map(\.id) }

    /// Entries that something is wrong with stay, as long as they have an id: a citation of one is no second
    /// mistake.
    static func read(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> Bibliography {
        var bibliography = Bibliography()
        guard TextEncoding.check(source, &diagnostics) else { return bibliography }
        var reader = ReferenceReader(path: source.path, lines: LineTable(source.bytes))
        defer { diagnostics += reader.diagnostics }
        do {
            let root = try JSONParser.parse(source.bytes)
            guard let entries = root.list else {
                reader.report(
                    "the references are no list", help: "put all entries between '[' and ']'",
                    at: root.bytes.prefix(1))
                return bibliography
            }
            for entry in entries {
                guard let reference = reader.reference(entry) else { continue }
                bibliography.add(reference, &reader)
            }
        } catch {
            reader.report(
                "this is not valid JSON: \(error.message)", help: error.help,
                at: error.offset..<error.offset + 1)
        }
        return bibliography
    }

    private mutating func add(_ reference: Reference, _ reader: inout ReferenceReader) {
        if let first = places[reference.id] {
            reader.diagnostics.append(
                Diagnostic(
                    "data.syntax", "two references have the id '\(reference.id)'",
                    help:
                        "give one another id; the first stands on line \(references[first].range.start.line)",
                    file: reader.path, at: reference.range))
            return
        }
        places[reference.id] = references.count
        references.append(reference)
    }

    /// All references as an index has them: by first author, then date, then title.
    var inAlphabeticalOrder: [Reference] {
        let keys = references.enumerated().map { place, reference in
            (
                reference.firstAuthor.indexKey, reference.issued ?? Reference.PartialDate(year: 0),
                reference.title.indexKey, place
            )
        }
        return keys.sorted { $0 < $1 }.map { references[$0.3] }
    }
}

extension String {
    /// What an index sorts a name by: small letters without accents, letters and digits alone.
    ///
    /// Compared byte by byte, so that the order is the same on every machine.
    var indexKey: String {
        var key = ""
        for character in lowercased() {
            guard let base = character.baseScalar,
                base.properties.isAlphabetic || base.properties.numericType != nil
            else {
                continue
            }
            key.unicodeScalars.append(base)
        }
        return key
    }
}

extension Character {
    /// The letter under its accents.
    fileprivate var baseScalar: Unicode.Scalar? {
        if isASCII { return unicodeScalars.first }
        return String(self).decomposedStringWithCanonicalMapping.unicodeScalars.first
    }
}

extension Range<Int> {
    fileprivate func prefix(_ count: Int) -> Range<Int> {
        lowerBound..<Swift.min(lowerBound + count, upperBound)
    }
}
