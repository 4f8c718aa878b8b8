/// Which page holds which term, how often, and where: by group, that is by stem.
struct Postings {
    struct Posting {
        var page: Int32 = 0
        /// How often, while it is counted.
        var times: UInt16 = 0
        /// As in the file: the class of how often in bits 0 to 2, in the title in bit 3, in a heading in bit 4.
        var symbol: UInt8 = 0
    }

    /// All forms, ascending by their bytes.
    private(set) var forms: [String] = []
    /// The group of each form.
    private(set) var groups: [Int32] = []
    /// Where each group's postings begin in `all`; one more than there are groups.
    var starts: [Int] = [0]
    var all: [Posting] = []
    /// Terms of each page that are no stop words.
    private(set) var lengths: [Int] = []
    private(set) var titleLengths: [Int] = []
    let pageCount: Int

    static let inTitle: UInt8 = 8
    static let inHeading: UInt8 = 16

    func postings(of group: Int) -> ArraySlice<Posting> { all[starts[group]..<starts[group + 1]] }

    var groupCount: Int { starts.count - 1 }

    /// How often a term stands in a page, by class. Source: specification of the index, `IndexFormat.swift`.
    static let timesOfClass: [Double] = [0, 1, 2, 3, 4.5, 7, 11, 20]

    static func timesClass(_ times: Int) -> UInt8 {
        switch times {
        case ...3: UInt8(times)
        case ...5: 4
        case ...8: 5
        case ...14: 6
        default: 7
        }
    }
}

extension Postings {
    init(_ pages: [SearchPage], language: String) {
        pageCount = pages.count
        let stopWords = StopWords.of(language: language)
        let raw = RawPostings(pages)
        let order = raw.sortedForms
        forms = order.map { raw.form($0) }
        let isStop = forms.map { stopWords.contains($0) }
        groups = Self.groups(of: forms, accented: order.map { raw.accented[$0] }, isStop, language)
        var rank = [Int32](repeating: 0, count: order.count)
        for (place, form) in order.enumerated() { rank[form] = Int32(place) }
        measure(raw, rank, isStop)
        collect(raw, rank, isStop)
    }

    /// Forms that have one stem are one group; groups are numbered in the order of their first forms. A stop
    /// word, a pair of characters and what holds a digit is a group of its own.
    private static func groups(
        of forms: [String], accented: [String?], _ isStop: [Bool], _ language: String
    ) -> [Int32] {
        let stemmer = Stemmer(language: language)
        var known: [String: Int32] = [:]
        var groups: [Int32] = []
        var count: Int32 = 0
        for (index, form) in forms.enumerated() {
            if isStop[index] || form.isPaired || form.hasDigit {
                groups.append(count)
                count += 1
                continue
            }
            let stem = accented[index].map { Terms.fold(stemmer.stem($0)) } ?? stemmer.stem(form)
            if let group = known[stem] {
                groups.append(group)
            } else {
                known[stem] = count
                groups.append(count)
                count += 1
            }
        }
        return groups
    }

    private mutating func measure(_ raw: RawPostings, _ rank: [Int32], _ isStop: [Bool]) {
        lengths = [Int](repeating: 0, count: pageCount)
        titleLengths = [Int](repeating: 0, count: pageCount)
        for page in 0..<pageCount {
            for index in raw.starts[page]..<raw.starts[page + 1] {
                let entry = raw.entries[index]
                if isStop[Int(rank[Int(entry.form)])] { continue }
                lengths[page] += Int(entry.times)
                if entry.fields & TermCounter.Field.title.rawValue != 0 { titleLengths[page] += 1 }
            }
        }
    }

    /// Of stop words only what stands in titles and headings is kept, and a few pages besides.
    private static let pagesOfStopWord = 20

    private mutating func collect(_ raw: RawPostings, _ rank: [Int32], _ isStop: [Bool]) {
        let groupCount = Int((groups.max() ?? -1) + 1)
        var counts = [Int](repeating: 0, count: groupCount + 1)
        var stopLeft = isStop.map { $0 ? Self.pagesOfStopWord : .max }
        var kept = [Bool](repeating: true, count: raw.entries.count)
        for (index, entry) in raw.entries.enumerated() {
            let form = Int(rank[Int(entry.form)])
            if stopLeft[form] <= 0, entry.fields == 0 { kept[index] = false; continue }
            if entry.fields == 0 { stopLeft[form] -= 1 }
            counts[Int(groups[form]) + 1] += 1
        }
        for group in 0..<groupCount { counts[group + 1] += counts[group] }
        var ends = counts
        all = [Posting](repeating: Posting(), count: counts[groupCount])
        for page in 0..<pageCount {
            for index in raw.starts[page]..<raw.starts[page + 1] where kept[index] {
                let entry = raw.entries[index]
                let group = Int(groups[Int(rank[Int(entry.form)])])
                let last = ends[group] - 1
                if last >= counts[group], all[last].page == Int32(page) {
                    all[last].times += UInt16(entry.times)
                    all[last].symbol |= entry.fields
                } else {
                    all[ends[group]] = Posting(
                        page: Int32(page), times: UInt16(entry.times), symbol: entry.fields)
                    ends[group] += 1
                }
            }
        }
        closeRanks(from: counts, to: ends)
    }

    /// Moves groups together where forms of one stem stood in one page, and makes the symbols.
    private mutating func closeRanks(from begins: [Int], to ends: [Int]) {
        starts.reserveCapacity(begins.count)
        var place = 0
        for group in 0..<begins.count - 1 {
            for index in begins[group]..<ends[group] {
                var posting = all[index]
                posting.symbol = Self.timesClass(Int(posting.times)) | posting.symbol << 3
                all[place] = posting
                place += 1
            }
            starts.append(place)
        }
        all.removeLast(all.count - place)
    }
}

/// What the pages hold, form by form, before stems are known.
private struct RawPostings {
    struct Entry {
        var form: Int32
        var times: UInt8
        var fields: UInt8
    }

    private var words = WordTable(capacity: 1 << 17)
    /// What a stemmer wants to see, by form, where that is not the form.
    private(set) var accented: [Int: String] = [:]
    private(set) var entries: [Entry] = []
    private(set) var starts: [Int] = [0]

    init(_ pages: [SearchPage]) {
        entries.reserveCapacity(pages.reduce(0) { $0 + Self.count($1.contents.terms) })
        for page in pages {
            page.contents.terms.withUnsafeBufferPointer { add($0) }
            starts.append(entries.count)
        }
    }

    private static func count(_ terms: [UInt8]) -> Int {
        var (place, count) = (0, 0)
        while place < terms.count {
            let hasAccents = terms[place + 1] & 0x80 != 0
            place += 3 + Int(terms[place])
            if hasAccents { place += 1 + Int(terms[place]) }
            count += 1
        }
        return count
    }

    private mutating func add(_ terms: UnsafeBufferPointer<UInt8>) {
        var place = 0
        while place < terms.count {
            let count = Int(terms[place])
            let fields = terms[place + 1]
            let times = terms[place + 2]
            place += 3
            let form = words.number(of: UnsafeBufferPointer(rebasing: terms[place..<place + count]))
            place += count
            if fields & 0x80 != 0 {
                let length = Int(terms[place])
                if accented[form] == nil {
                    let letters = UnsafeBufferPointer(rebasing: terms[place + 1..<place + 1 + length])
                    accented[form] = String(decoding: letters, as: UTF8.self)
                }
                place += 1 + length
            }
            entries.append(Entry(form: Int32(form), times: times, fields: fields & 0x7F))
        }
    }

    func form(_ number: Int) -> String { String(decoding: words[number], as: UTF8.self) }

    var sortedForms: [Int] {
        (0..<words.count).sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
    }
}
