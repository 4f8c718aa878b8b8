/// `index.bin`: what a query needs to know before it reads anything else.
struct IndexRoot: Sendable {
    /// Where the other files stand.
    let folder: String
    /// Of the pages: `en`, `pt-BR`.
    let language: String
    /// What addresses of its pages begin with.
    let home: String
    let pageCount: Int
    /// None where the index is not in buckets.
    let buckets: BucketPlan
    /// Then it can be seen where a phrase stands.
    let isTextWhole: Bool
    let averageTitleLength: Double
    let sections: [SearchSection]
    let stopWords: Set<Form>
    /// With the empty one.
    let suffixes: Set<Form>
    let splitKeys: Set<String>
    let synonyms: SynonymTable
    let drugNames: DrugNames
    let crisis: CrisisNotice?

    var isWhole: Bool { buckets.words == 0 }
}

extension IndexRoot {
    /// - Parameter reader: after the version.
    init(from reader: inout ByteReader) throws(IndexDamaged) {
        func forms(_ reader: inout ByteReader) throws(IndexDamaged) -> Set<Form> {
            Set(try reader.texts().map { Form($0) })
        }
        folder = try reader.text()
        language = try reader.text()
        home = try reader.text()
        pageCount = try reader.number()
        var buckets = BucketPlan(
            words: try reader.number(), pages: try reader.number(), spelling: try reader.number())
        isTextWhole = try reader.number() & 1 == 1
        averageTitleLength = Double(max(1, try reader.number())) / 16
        sections = try reader.textBlock().fields(separatedBy: "\n").map { line in
            let parts = line.fields(separatedBy: "\t").map { String(decoding: $0, as: UTF8.self) }
            return SearchSection(path: parts[0], title: parts.count > 1 ? parts[1] : "")
        }
        stopWords = try forms(&reader)
        suffixes = try forms(&reader).union([Form("")])
        splitKeys = Set(try reader.texts())
        buckets.choices = BucketChoices(bytes: Array(try reader.block()))
        self.buckets = buckets
        synonyms = try SynonymTable(from: &reader)
        drugNames = DrugNames(known: try forms(&reader), endings: try reader.texts().map { Form($0) })
        crisis = try reader.number() == 0 ? nil : CrisisNotice(from: &reader)
        let isName =
            folder.utf8.count == 12 && folder.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
        let counts = [buckets.words, buckets.pages, buckets.spelling, buckets.choices.bytes.count]
        guard isName, counts.allSatisfy({ $0 == 0 }) || !counts.contains(0) else { throw IndexDamaged() }
    }
}
