/// Which page holds which term, how often, and where: by group, that is by stem.
struct Postings {
    struct Posting {
        var page: Int32 = 0
        /// How often.
        var times: UInt16 = 0
        /// As in the file: the class of how often in bits 0 to 2, in the title in bit 3, in a heading in bit 4; in buckets
        /// see `weigh()`.
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
    /// - Parameter gathered: what the pages hold, in their order.
    init(_ gathered: consuming [GatheredTerms], language: String) {
        let pieces = consume gathered
        pageCount = pieces.reduce(0) { $0 + $1.pageCount }
        lengths = pieces.flatMap(\.lengths)
        titleLengths = pieces.flatMap(\.titleLengths)
        let stopWords = StopWords.of(language: language)
        let vocabulary = GatheredVocabulary(pieces)
        forms = vocabulary.forms
        let isStop = forms.map { stopWords.contains($0) }
        groups = Self.groups(of: forms, accented: vocabulary.accented, isStop, language)
        merge(pieces, vocabulary, isStop)
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

    /// Brings together what the pieces have of each group's forms.
    private mutating func merge(_ pieces: [GatheredTerms], _ vocabulary: GatheredVocabulary, _ isStop: [Bool])
    {
        var formsOfGroup = [[Int]](repeating: [], count: Int((groups.max() ?? -1) + 1))
        for (form, group) in groups.enumerated() { formsOfGroup[Int(group)].append(form) }
        starts.reserveCapacity(formsOfGroup.count + 1)
        all.reserveCapacity(pieces.reduce(0) { $0 + $1.termCount })
        for forms in formsOfGroup {
            var stopWordPages = isStop[forms[0]] ? StopWordRoom.pagesOfStopWord : .max
            var firstPage: Int32 = 0
            for (piece, numbers) in zip(pieces, vocabulary.numbers) {
                let lists = forms.filter { numbers[$0] >= 0 }.map { piece.postings(of: Int(numbers[$0])) }
                add(lists, firstPage, &stopWordPages)
                firstPage += Int32(piece.pageCount)
            }
            starts.append(all.count)
        }
    }

    /// - Parameters:
    ///   - lists: of the forms of one group, each by page.
    ///   - left: how many pages may still be added that say it in their bodies alone.
    private mutating func add(_ lists: [ArraySlice<Posting>], _ firstPage: Int32, _ left: inout Int) {
        let merged = lists.count == 1 ? lists[0] : lists.joined().sorted { $0.page < $1.page }[...]
        let start = all.count
        for posting in merged {
            if posting.symbol == 0 {
                if left <= 0 { continue }
                left -= 1
            }
            let page = posting.page + firstPage
            if let last = all.indices.last, last >= start, all[last].page == page {
                all[last].times += posting.times
                all[last].symbol |= posting.symbol
            } else {
                all.append(Posting(page: page, times: posting.times, symbol: posting.symbol))
            }
        }
        for index in start..<all.count {
            all[index].symbol = Self.timesClass(Int(all[index].times)) | all[index].symbol << 3
        }
    }
}
