/// How many files there are of each kind.
struct BucketPlan: Sendable {
    var words: Int
    var pages: Int
    var spelling: Int
    /// Beginnings of words that are too many for one bucket.
    var splitKeys: [String] = []
    var choices = BucketChoices()

    static let none = BucketPlan(words: 0, pages: 0, spelling: 0)

    /// What decides on a word's bucket: its first three letters, or more where those are split.
    func key(of form: String, _ split: Set<String>) -> String {
        let letters = form.unicodeScalars
        var count = 3
        while true {
            let key = String(letters.prefix(count))
            if count >= letters.count || !split.contains(key) { return key }
            count += 1
        }
    }

    func bucket(of key: String) -> Int { choices.bucket(of: key, among: words) }

    /// By its last two letters: a slip among its first three, by which it would be looked for in another bucket of words,
    /// leaves those as they are.
    func spellingBucket(of form: String) -> Int {
        Int(BucketChoices.hash(String(String.UnicodeScalarView(form.unicodeScalars.suffix(2))))) % spelling
    }
}

/// The index of more than 1,500 pages: words in buckets by the hash of their beginnings, pages in buckets by
/// their numbers. A query fetches a bucket for each of its words, then those of the pages it shows.
struct BucketLayout: Sendable {
    /// Bytes of the index for each page, of its words and all else.
    private static let budgetOfPage = 240
    /// Bytes of text for each page before it is compressed.
    private static let textOfPage = 96
    /// Bytes for each page's title, address and text, compressed: measured.
    private static let sizeOfPage = 82
    private static let (bytesInBucket, mostWordBuckets) = (3_500, 462)
    private static let (pagesInBucket, mostPageBuckets) = (16, 518)
    private static let spellingBuckets = 16

    let pages: [SearchPage]
    let postings: Postings
    let sections: SectionTable
    let plan: BucketPlan
    private let formsOfBucket: [[Int]]
    /// Of each bucket: words that begin with one of its split keys, and lie elsewhere themselves.
    private let hintsOfBucket: [[Int]]

    /// What somebody finds who has typed no more than a split key: so many of the words that go on from there, on so
    /// many pages.
    private static let (mostHints, pagesOfHint) = (3, 40)

    init(pages: [SearchPage], postings: Postings, sections: SectionTable) {
        self.pages = pages
        self.sections = sections
        var postings = postings
        postings.weigh()
        let room = Double((Self.budgetOfPage - Self.sizeOfPage) * pages.count)
        let vocabulary = Double(postings.forms.count) * PostingsEstimate.bytesOfForm
        // Fewer pages a word are farther apart, and take more each: the second time is for that.
        for _ in 0..<3 {
            let size = postings.estimatedBytes
            if size <= room { break }
            postings.prune(toShare: max(0.05, (room - vocabulary) / (size - vocabulary)))
        }
        self.postings = postings
        let words = min(Self.mostWordBuckets, max(16, Int(postings.estimatedBytes) / Self.bytesInBucket))
        let pageBuckets = min(Self.mostPageBuckets, pages.count / Self.pagesInBucket + 1)
        let limit = postings.estimatedBytes / Double(words) * 0.3
        let splitter = KeySplitter(postings)
        let split = splitter.keys(over: limit)
        var plan = BucketPlan(
            words: words, pages: pageBuckets, spelling: Self.spellingBuckets, splitKeys: split.sorted())
        plan.choices = BucketChoices(balancing: splitter.sizes { plan.key(of: $0, split) }, among: words)
        self.plan = plan
        var buckets = [[Int]](repeating: [], count: words)
        for (index, form) in postings.forms.enumerated() {
            buckets[plan.bucket(of: plan.key(of: form, split))].append(index)
        }
        formsOfBucket = buckets
        hintsOfBucket = Self.hints(postings, plan, split)
    }

    var parts: [SearchIndex.Part] {
        let words = (0..<plan.words).map { bucket -> SearchIndex.Part in { [self.words(in: bucket)] } }
        let pages = (0..<plan.pages).map { bucket -> SearchIndex.Part in { [self.pages(in: bucket)] } }
        return words + pages + [{ spelling }]
    }

    private func words(in bucket: Int) -> SearchIndex.File {
        var shard = ShardWriter(pageCount: pages.count)
        var numbers: [Int32: Int] = [:]
        var lists: [ArraySlice<Postings.Posting>] = []
        let hints = Set(hintsOfBucket[bucket])
        for index in (formsOfBucket[bucket] + hintsOfBucket[bucket]).sorted() {
            let group = postings.groups[index]
            let all = postings.postings(of: Int(group))
            if hints.contains(index) {
                shard.add(form: postings.forms[index], group: lists.count)
                lists.append(Self.best(all)[...])
                continue
            }
            if numbers[group] == nil {
                numbers[group] = lists.count
                lists.append(all)
            }
            shard.add(form: postings.forms[index], group: numbers[group] ?? 0)
        }
        for list in lists { shard.add(list) }
        var writer = ByteWriter()
        shard.write(into: &writer)
        return SearchIndex.File(name: "w\(bucket).bin", bytes: Deflate.compress(writer.bytes))
    }

    /// The most frequent words below each split key, a form of each.
    private static func hints(_ postings: Postings, _ plan: BucketPlan, _ split: Set<String>) -> [[Int]] {
        var below: [String: [(index: Int, count: Int)]] = [:]
        for (index, form) in postings.forms.enumerated() {
            let letters = form.unicodeScalars
            var count = 3
            while count < letters.count {
                let key = String(letters.prefix(count))
                guard split.contains(key) else { break }
                below[key, default: []].append(
                    (index, postings.postings(of: Int(postings.groups[index])).count))
                count += 1
            }
        }
        var hints = [[Int]](repeating: [], count: plan.words)
        for (key, words) in below.sorted(by: { $0.key < $1.key }) {
            let bucket = plan.bucket(of: key)
            var groups: Set<Int32> = []
            let best = words.sorted { ($1.count, $0.index) < ($0.count, $1.index) }.filter { word in
                plan.bucket(of: plan.key(of: postings.forms[word.index], split)) != bucket
                    && groups.insert(postings.groups[word.index]).inserted
            }
            hints[bucket] += best.prefix(mostHints).map(\.index)
        }
        // Below a key and a longer one a word may be twice.
        return hints.map { Array(Set($0)) }
    }

    /// The pages that a word says most of, in their order: those with it in their titles, then those that say it
    /// most often, then the first.
    private static func best(_ all: ArraySlice<Postings.Posting>) -> [Postings.Posting] {
        // The class of how often has bits 0 to 2, the title the bit above.
        var counts = [Int](repeating: 0, count: 16)
        for posting in all { counts[Int(posting.symbol & 15)] += 1 }
        var (least, room) = (15, pagesOfHint)
        while least > 0, counts[least] <= room {
            room -= counts[least]
            least -= 1
        }
        return all.filter { posting in
            let level = Int(posting.symbol & 15)
            if level == least { room -= 1 }
            return level > least || level == least && room >= 0
        }
    }

    private func pages(in bucket: Int) -> SearchIndex.File {
        var table = PagesWriter(sections: sections.numbers)
        var texts: [[UInt8]] = []
        for number in stride(from: bucket, to: pages.count, by: plan.pages) {
            table.add(pages[number])
            texts.append(PageText.cut(pages[number].contents.text, to: Self.textOfPage))
        }
        var writer = ByteWriter()
        table.write(into: &writer)
        writer.append(texts: texts)
        return SearchIndex.File(name: "p\(bucket).bin", bytes: Deflate.compress(writer.bytes))
    }

    /// Words by which a slip in the first letters is mended: those on three pages and more, and in titles.
    private var spelling: [SearchIndex.File] {
        var buckets = [SpellingWriter](repeating: SpellingWriter(), count: plan.spelling)
        for (form, group) in zip(postings.forms, postings.groups) where !form.isPaired && !form.hasDigit {
            let all = postings.postings(of: Int(group))
            guard all.count >= 3 || all.contains(where: { $0.symbol & Postings.inTitle != 0 }) else {
                continue
            }
            buckets[plan.spellingBucket(of: form)].add(form, count: all.count)
        }
        return buckets.enumerated().map { number, bucket in
            SearchIndex.File(name: "s\(number).bin", bytes: Deflate.compress(bucket.bytes))
        }
    }
}

/// Beginnings of words that must be told apart by more letters.
private struct KeySplitter {
    private let texts: [String]
    private let groups: [Int32]
    private let forms: [[Unicode.Scalar]]
    /// Of each form, with the pages of its group.
    private let sizes: [Double]

    init(_ postings: Postings) {
        texts = postings.forms
        groups = postings.groups
        forms = texts.map { Array($0.unicodeScalars) }
        let estimate = PostingsEstimate(postings)
        sizes = postings.groups.map { group in
            PostingsEstimate.bytesOfForm + estimate.bytes(of: postings.postings(of: Int(group)).count)
        }
    }

    func keys(over limit: Double) -> Set<String> {
        var split: Set<String> = []
        var count = 3
        var candidates = Array(forms.indices)
        while !candidates.isEmpty, count < 12 {
            var sums: [String: Double] = [:]
            for index in candidates { sums[key(index, count), default: 0] += sizes[index] }
            let large = sums.filter { $0.value > limit }
            candidates = candidates.filter { forms[$0].count > count && large[key($0, count)] != nil }
            for index in candidates { split.insert(key(index, count)) }
            count += 1
        }
        return split
    }

    /// What lies under each key: the pages of a group once, and all its forms.
    func sizes(by key: (String) -> String) -> [String: Double] {
        var sums: [String: Double] = [:]
        var counted: [String: Set<Int32>] = [:]
        for (index, text) in texts.enumerated() {
            let key = key(text)
            let isFirst = counted[key, default: []].insert(groups[index]).inserted
            sums[key, default: 0] += isFirst ? sizes[index] : PostingsEstimate.bytesOfForm
        }
        return sums
    }

    private func key(_ index: Int, _ count: Int) -> String {
        String(String.UnicodeScalarView(forms[index].prefix(count)))
    }
}
