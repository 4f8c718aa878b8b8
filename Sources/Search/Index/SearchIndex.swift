import Foundation

/// The index of a site's pages in one language, as files.
public struct SearchIndex: Sendable {
    /// A file in the folder that is named by their content.
    public struct File: Sendable {
        public let name: String
        /// Compressed.
        public let bytes: [UInt8]
    }

    /// Files that can be made by themselves.
    public typealias Part = @Sendable () -> [File]

    public let parts: [Part]
    private let head: RootWriter

    /// Bytes of text worth keeping of each page.
    public static func textLimit(pageCount: Int) -> Int {
        pageCount > IndexFormat.mostPagesInOne ? 400 : max(900, 1_300_000 / max(1, pageCount))
    }

    /// - Parameters:
    ///   - pages: in the order of their paths.
    ///   - gathered: their terms, in as many pieces as one likes: they make no difference to the index.
    public init(_ pages: [SearchPage], _ gathered: consuming [GatheredTerms], settings: SearchSettings) {
        self.init(pages, consume gathered, settings: settings, mostPagesInOne: IndexFormat.mostPagesInOne)
    }

    init(
        _ pages: [SearchPage], _ gathered: consuming [GatheredTerms], settings: SearchSettings,
        mostPagesInOne: Int
    ) {
        let postings = Postings(consume gathered, language: settings.language)
        let sections = SectionTable(pages)
        var head = RootWriter(pages, postings, sections, settings)
        if pages.count <= mostPagesInOne {
            let layout = WholeLayout(pages: pages, postings: postings, sections: sections)
            head.isTextWhole = layout.isTextWhole
            parts = [{ layout.files() }]
        } else {
            let layout = BucketLayout(pages: pages, postings: postings, sections: sections)
            head.buckets = layout.plan
            parts = layout.parts
        }
        self.head = head
    }

    /// `index.bin`, once the folder of the rest has its name.
    public func root(folder: String) -> File {
        File(name: IndexFormat.rootName, bytes: Deflate.compress(head.bytes(folder: folder)))
    }
}

/// The sections of pages by number; the first is what has none.
struct SectionTable: Sendable {
    private(set) var all: [SearchSection] = [SearchSection(path: "", title: "")]
    private(set) var numbers: [SearchSection: Int] = [:]

    init(_ pages: [SearchPage]) {
        numbers[all[0]] = 0
        for page in pages where numbers[page.section] == nil {
            numbers[page.section] = all.count
            all.append(page.section)
        }
    }
}

/// `index.bin`.
struct RootWriter: Sendable {
    var buckets = BucketPlan.none
    var isTextWhole = false
    private let pageCount: Int
    private let settings: SearchSettings
    private let sections: SectionTable
    private let suffixes: [String]
    private let averageTitleTimes16: Int

    init(
        _ pages: [SearchPage], _ postings: Postings, _ sections: SectionTable, _ settings: SearchSettings
    ) {
        pageCount = pages.count
        self.settings = settings
        self.sections = sections
        suffixes = Suffixes.of(postings, language: settings.language)
        averageTitleTimes16 = PageLengths(postings).averageTitleTimes16
    }

    func bytes(folder: String) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(IndexFormat.version)
        writer.append(folder)
        writer.append(settings.language)
        writer.append(settings.home)
        writer.append(pageCount)
        writer.append(buckets.words)
        writer.append(buckets.pages)
        writer.append(buckets.spelling)
        writer.append(isTextWhole ? 1 : 0)
        writer.append(averageTitleTimes16)
        writer.append(lines: sections.all.map { "\($0.path)\t\($0.title)" })
        writer.append(StopWords.of(language: settings.language).sorted())
        writer.append(suffixes)
        writer.append(buckets.splitKeys)
        writer.append(block: buckets.choices.bytes)
        writer.append(settings.synonyms.count)
        for synonym in settings.synonyms {
            writer.append(synonym.from)
            writer.append(synonym.also)
        }
        writer.append(Array(Set(settings.drugNames.flatMap(Terms.all))).sorted())
        writer.append(DrugNames.endings)
        append(settings.crisis, to: &writer)
        return writer.bytes
    }

    private func append(_ crisis: SearchSettings.Crisis?, to writer: inout ByteWriter) {
        guard let crisis else { return writer.append(0) }
        writer.append(1)
        writer.append(crisis.path)
        writer.append(crisis.message)
        writer.append(crisis.lines.count)
        for line in crisis.lines {
            for text in [line.name, line.call, line.text, line.chat, line.hours, line.note] {
                writer.append(text)
            }
        }
        writer.append(CrisisWords.of(language: settings.language))
    }
}

/// How long pages and their titles are, a byte each.
struct PageLengths: Sendable {
    let bytes: [UInt8]
    let titles: [UInt8]
    let averageTitleTimes16: Int

    init(_ postings: Postings) {
        let known = postings.lengths.filter { $0 > 0 }
        let average = Double(known.reduce(0, +)) / Double(max(1, known.count))
        bytes = postings.lengths.map { IndexFormat.lengthByte($0, average: average) }
        titles = postings.titleLengths.map { UInt8(max(1, min(15, $0))) }
        let sum = Double(titles.reduce(0) { $0 + Int($1) })
        averageTitleTimes16 = max(16, Int((16 * sum / Double(max(1, titles.count))).rounded()))
    }
}

/// Endings that words of one stem have: by them a form that no page has is led to one that some page has.
enum Suffixes {
    private static let (most, fewest, longest) = (48, 3, 4)

    static func of(_ postings: Postings, language: String) -> [String] {
        var forms: [Int32: [[Unicode.Scalar]]] = [:]
        for (form, group) in zip(postings.forms, postings.groups) where !form.isPaired && !form.hasDigit {
            forms[group, default: []].append(Array(form.unicodeScalars))
        }
        var counts: [String: Int] = [:]
        for (_, words) in forms where words.count > 1 {
            let shared = words.dropFirst().reduce(words[0].count) { common, word in
                zip(words[0].prefix(common), word).prefix { $0 == $1 }.count
            }
            for word in words where (1...longest).contains(word.count - shared) {
                counts[String(String.UnicodeScalarView(word[shared...])), default: 0] += 1
            }
        }
        let common = counts.filter { $0.value >= fewest }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(most).map(\.key)
        return Set(common + (language.hasPrefix("en") ? english : [])).sorted()
    }

    private static let english = """
        s es ed d ing er ers ly y ies ied e al ion ions ation ive ment ments ness iness ist ists ance ous ety able
        """.split(separator: " ").map(String.init)
}
