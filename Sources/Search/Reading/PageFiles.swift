/// Titles and addresses of pages, as `PagesWriter` wrote them.
struct PageTable: Sendable {
    let sections: [Int]
    let titles: [String]
    let slugs: [String]

    /// - Parameter count: how many pages these must be.
    init(from reader: inout ByteReader, count: Int) throws(IndexDamaged) {
        sections = try reader.numbers()
        guard sections.count == count else { throw IndexDamaged() }
        titles = try reader.lines(count)
        slugs = try reader.lines(count)
    }

    /// What each page says.
    static func texts(from reader: inout ByteReader) throws(IndexDamaged) -> [ArraySlice<UInt8>] {
        try reader.textBlock().fields(separatedBy: "\u{0C}")
    }
}

/// A page, as results show it.
struct FoundPage: Sendable {
    /// From the site's root.
    let path: String
    let title: String
    let section: String
    /// The first one is what stands before any heading.
    let units: [Unit]

    /// A heading with the passages under it.
    struct Unit: Sendable {
        let heading: Passage
        let anchor: String
        var passages: [Passage] = []
    }

    /// A heading's text, or a paragraph's.
    struct Passage: Sendable {
        struct Run: Sendable {
            /// In the passage's bytes.
            let place: Range<Int>
            let terms: [Form]
        }

        /// UTF-8.
        let bytes: [UInt8]
        let runs: [Run]

        init(_ bytes: some Sequence<UInt8>) {
            self.bytes = Array(bytes)
            runs = Terms.words(of: String(decoding: self.bytes, as: UTF8.self)).map { word in
                Run(place: word.bytes, terms: word.terms.map { Form($0) })
            }
        }

        var text: String { text(0..<bytes.count) }

        func text(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }
    }

    /// A page's lines, by heading.
    static func units(of text: ArraySlice<UInt8>) -> [Unit] {
        var units = [Unit(heading: Passage([]), anchor: "")]
        for line in text.fields(separatedBy: "\n") where !line.isEmpty {
            if line.first == UInt8(ascii: "#") {
                let parts = line.dropFirst().fields(separatedBy: "\t")
                let anchor = parts.count > 1 ? Array(parts[1]) : SimpleSlug.make(parts[0])
                units.append(
                    Unit(heading: Passage(parts[0]), anchor: String(decoding: anchor, as: UTF8.self)))
            } else {
                units[units.count - 1].passages.append(Passage(line))
            }
        }
        return units
    }
}

/// The files of pages that a query has needed so far.
struct PageFiles {
    private struct Bucket {
        let pages: PageTable
        let texts: [ArraySlice<UInt8>]
    }

    private let root: IndexRoot
    private let files: IndexFiles
    private var buckets: [Int: Bucket] = [:]

    init(root: IndexRoot, files: IndexFiles, whole: WholeIndex?) {
        (self.root, self.files) = (root, files)
        if let whole { buckets[0] = Bucket(pages: whole.pages, texts: whole.texts) }
    }

    mutating func page(_ number: Int) throws(SearchError) -> FoundPage {
        let count = max(1, root.buckets.pages)
        let bucket = try bucket(number % count)
        let row = number / count
        guard row < bucket.texts.count, bucket.pages.sections[row] < root.sections.count else {
            throw .damaged(file: Self.name(number % count, root))
        }
        let section = root.sections[bucket.pages.sections[row]]
        let (title, slug) = (bucket.pages.titles[row], bucket.pages.slugs[row])
        return FoundPage(
            path: section.path + (slug == "=" ? SimpleSlug.make(title) + "/" : slug), title: title,
            section: section.title, units: FoundPage.units(of: bucket.texts[row]))
    }

    private mutating func bucket(_ number: Int) throws(SearchError) -> Bucket {
        if let bucket = buckets[number] { return bucket }
        let count = (root.pageCount - number + root.buckets.pages - 1) / root.buckets.pages
        let bucket = try files.decoded(Self.name(number, root)) { (reader) throws(IndexDamaged) in
            Bucket(
                pages: try PageTable(from: &reader, count: count),
                texts: try PageTable.texts(from: &reader))
        }
        buckets[number] = bucket
        return bucket
    }

    private static func name(_ number: Int, _ root: IndexRoot) -> String {
        root.folder + (root.isWhole ? "/text.bin" : "/p\(number).bin")
    }
}
