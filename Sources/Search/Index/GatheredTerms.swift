/// Which of some pages hold which form, before stems are known. Pages are gathered in as many pieces as there are
/// workers.
public struct GatheredTerms: Sendable {
    /// Its forms by number.
    private(set) var words = WordTable(capacity: 1 << 15)
    /// What a stemmer wants to see, by form, where that is not the form.
    private(set) var accented: [Int: String] = [:]
    /// By form, and for each form by page; a page's number counts from the first of these.
    private var all: [Postings.Posting] = []
    /// Where each form's begin in `all`; one more than there are forms.
    private var starts: [Int] = []
    /// Terms of each page that are no stop words.
    private(set) var lengths: [Int]
    private(set) var titleLengths: [Int]

    var pageCount: Int { lengths.count }

    /// Of all pages together.
    var termCount: Int { all.count }

    func postings(of form: Int) -> ArraySlice<Postings.Posting> { all[starts[form]..<starts[form + 1]] }

    /// - Parameter pages: in the order of their paths.
    public init(_ pages: ArraySlice<SearchPage>, language: String) {
        lengths = [Int](repeating: 0, count: pages.count)
        titleLengths = lengths
        var stopWords = StopWordRoom(language)
        let numbers = number(pages, &stopWords)
        place(pages, numbers, stopWords)
    }

    /// The number of each term's form, in the order of the pages; -1 for what is left out.
    private mutating func number(
        _ pages: ArraySlice<SearchPage>, _ stopWords: inout StopWordRoom
    ) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(pages.reduce(0) { $0 + $1.contents.termCount })
        for page in pages {
            page.contents.forEachTerm { term in
                let form = words.number(of: term.letters)
                if form == stopWords.formCount { stopWords.add(term.letters) }
                numbers.append(stopWords.takes(form, in: term.fields) ? Int32(form) : -1)
                if let letters = term.accented, accented[form] == nil {
                    accented[form] = String(decoding: letters, as: UTF8.self)
                }
            }
        }
        return numbers
    }

    private mutating func place(
        _ pages: ArraySlice<SearchPage>, _ numbers: [Int32], _ stopWords: StopWordRoom
    ) {
        starts = [Int](repeating: 0, count: words.count + 1)
        for form in numbers where form >= 0 { starts[Int(form) + 1] += 1 }
        for form in 0..<words.count { starts[form + 1] += starts[form] }
        var ends = starts
        var all = [Postings.Posting](repeating: Postings.Posting(), count: starts[words.count])
        var next = 0
        for (number, page) in pages.enumerated() {
            page.contents.forEachTerm { term in
                let form = Int(numbers[next])
                next += 1
                if form < 0 { return }
                all[ends[form]] = Postings.Posting(
                    page: Int32(number), times: UInt16(term.times), symbol: term.fields)
                ends[form] += 1
                if stopWords.isStop(form) { return }
                lengths[number] += Int(term.times)
                if term.fields & TermCounter.Field.title.rawValue != 0 { titleLengths[number] += 1 }
            }
        }
        self.all = all
    }
}

/// Of stop words only what stands in titles and headings is kept, and a few pages besides.
struct StopWordRoom {
    static let pagesOfStopWord = 20

    private let stopWords: Set<String>
    /// By form, how many more pages it may have.
    private var left: [Int32] = []
    private var isStop: [Bool] = []

    init(_ language: String) { stopWords = StopWords.of(language: language) }

    var formCount: Int { left.count }

    mutating func add(_ form: UnsafeBufferPointer<UInt8>) {
        isStop.append(stopWords.contains(String(decoding: form, as: UTF8.self)))
        left.append(Int32(Self.pagesOfStopWord))
    }

    func isStop(_ form: Int) -> Bool { isStop[form] }

    mutating func takes(_ form: Int, in fields: UInt8) -> Bool {
        guard isStop[form], fields == 0 else { return true }
        if left[form] <= 0 { return false }
        left[form] -= 1
        return true
    }
}

/// The forms of all pages.
struct GatheredVocabulary {
    /// Ascending by their bytes.
    let forms: [String]
    /// What a stemmer wants to see, by form, where that is not the form: as the first page has it.
    let accented: [String?]
    /// For each piece, the number that each form has there; -1 where it has none.
    let numbers: [[Int32]]

    init(_ pieces: [GatheredTerms]) {
        var words = pieces.first?.words ?? WordTable(capacity: 16)
        var accents = pieces.first?.accented ?? [:]
        var shared: [[Int]] = [Array(0..<words.count)]
        for piece in pieces.dropFirst() {
            var own: [Int] = []
            own.reserveCapacity(piece.words.count)
            piece.words.withWords { _, word in own.append(words.number(of: word)) }
            for (form, accented) in piece.accented where accents[own[form]] == nil {
                accents[own[form]] = accented
            }
            shared.append(own)
        }
        let all = words
        let order = (0..<all.count).sorted { all[$0].lexicographicallyPrecedes(all[$1]) }
        var rank = [Int](repeating: 0, count: order.count)
        for (place, form) in order.enumerated() { rank[form] = place }
        forms = order.map { String(decoding: all[$0], as: UTF8.self) }
        accented = order.map { accents[$0] }
        numbers = shared.map { own in
            var numbers = [Int32](repeating: -1, count: order.count)
            for (form, number) in own.enumerated() { numbers[rank[number]] = Int32(form) }
            return numbers
        }
    }
}
