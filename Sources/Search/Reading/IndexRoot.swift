/// `index.bin`: what a query needs to know before it reads anything else.
struct IndexRoot: Sendable {
    /// Where the other files stand.
    let folder: String
    /// Of the pages: `en`, `pt-BR`.
    let language: String
    let pageCount: Int
    /// Both 0 where the index is not in buckets.
    let wordBuckets: Int
    let pageBuckets: Int
    /// Then it can be seen where a phrase stands.
    let isTextWhole: Bool
    let averageTitleLength: Double
    let sections: [SearchSection]
    let stopWords: Set<Form>
    /// With the empty one.
    let suffixes: Set<Form>
    let splitKeys: Set<String>
    let synonyms: SynonymTable
    /// Words of drugs' names.
    let careful: Set<Form>
    let crisis: CrisisNotice?
    /// A byte a page each; empty where they stand in another file.
    let lengths: ArraySlice<UInt8>
    let titleLengths: ArraySlice<UInt8>

    var isWhole: Bool { wordBuckets == 0 }

    var buckets: BucketPlan { BucketPlan(words: wordBuckets, pages: pageBuckets, splitKeys: []) }
}

extension IndexRoot {
    /// - Parameter reader: after the version.
    init(from reader: inout ByteReader) throws(IndexDamaged) {
        func forms(_ reader: inout ByteReader) throws(IndexDamaged) -> Set<Form> {
            Set(try reader.texts().map { Form($0) })
        }
        folder = try reader.text()
        language = try reader.text()
        pageCount = try reader.number()
        wordBuckets = try reader.number()
        pageBuckets = try reader.number()
        isTextWhole = try reader.number() & 1 == 1
        averageTitleLength = Double(max(1, try reader.number())) / 16
        sections = try reader.textBlock().fields(separatedBy: "\n").map { line in
            let parts = line.fields(separatedBy: "\t").map { String(decoding: $0, as: UTF8.self) }
            return SearchSection(path: parts[0], title: parts.count > 1 ? parts[1] : "")
        }
        stopWords = try forms(&reader)
        suffixes = try forms(&reader).union([Form("")])
        splitKeys = Set(try reader.texts())
        synonyms = try SynonymTable(from: &reader)
        careful = try forms(&reader)
        crisis = try reader.number() == 0 ? nil : CrisisNotice(from: &reader)
        lengths = try reader.block()
        titleLengths = try reader.block()
        let isName =
            folder.utf8.count == 12 && folder.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
        guard isName, (wordBuckets == 0) == (pageBuckets == 0) else { throw IndexDamaged() }
    }
}
