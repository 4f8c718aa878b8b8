/// The index of up to 1,500 pages: three files that everybody fetches whole, so that no request tells what was
/// looked for.
///
/// `first.bin` is enough for a first answer: titles, and the words in them. `rest.bin` has all other words,
/// `text.bin` what excerpts are cut from. The three keep to a budget, however much the pages say: what is over
/// it is dropped, the words that say least about their pages first.
struct WholeLayout: Sendable {
    /// Bytes for all three at 1,000 pages and fewer; more pages have proportionally more.
    private static let budget = 276_000
    /// Bytes for `first.bin` at 1,000 pages.
    private static let budgetOfFirst = 64_000
    /// Of a word in `rest.bin`, compressed: measured.
    private static let bytesOfForm = 4.2
    /// Bytes for the text of each page that are kept free for it.
    private static let leastText = 45

    let pages: [SearchPage]
    let postings: Postings
    let sections: SectionTable
    let isTextWhole: Bool
    private let text: [UInt8]
    private let first: [UInt8]
    private let rest: [UInt8]

    init(pages: [SearchPage], postings: Postings, sections: SectionTable) {
        self.pages = pages
        self.sections = sections
        let budget = Self.budget * max(1_000, pages.count) / 1_000
        var postings = postings
        var shares = Self.encode(pages, postings, sections)
        let room = budget - Self.leastText * pages.count
        var tries = 0
        while shares.first.count + shares.rest.count > room, tries < 4 {
            // Words stay; only their pages can be dropped.
            let words = Double(postings.forms.count) * Self.bytesOfForm
            let wanted = (Double(room - shares.first.count) - words) / (Double(shares.rest.count) - words)
            postings.prune(toShare: max(0.05, wanted * 0.98))
            shares = Self.encode(pages, postings, sections)
            tries += 1
        }
        self.postings = postings
        (first, rest) = shares
        (text, isTextWhole) = Self.text(of: pages, within: budget - first.count - rest.count)
    }

    func files() -> [SearchIndex.File] {
        [
            SearchIndex.File(name: "first.bin", bytes: first),
            SearchIndex.File(name: "rest.bin", bytes: rest),
            SearchIndex.File(name: "text.bin", bytes: text),
        ]
    }

    private static func encode(
        _ pages: [SearchPage], _ postings: Postings, _ sections: SectionTable
    ) -> (first: [UInt8], rest: [UInt8]) {
        let most = budgetOfFirst * max(1_000, pages.count) / 1_000
        let shares = Shares(postings, inFirst: Postings.inTitle | Postings.inHeading)
        let first = encodeFirst(pages, shares, postings, sections)
        if first.count <= most { return (first, Deflate.compress(shares.rest)) }
        let fewer = Shares(postings, inFirst: Postings.inTitle)
        return (encodeFirst(pages, fewer, postings, sections), Deflate.compress(fewer.rest))
    }

    private static func encodeFirst(
        _ pages: [SearchPage], _ shares: Shares, _ postings: Postings, _ sections: SectionTable
    ) -> [UInt8] {
        var writer = ByteWriter()
        let lengths = PageLengths(postings)
        writer.append(block: lengths.bytes)
        writer.append(block: lengths.titles)
        var table = PagesWriter(sections: sections.numbers)
        for page in pages { table.add(page) }
        table.write(into: &writer)
        shares.first.write(into: &writer)
        return Deflate.compress(writer.bytes)
    }

    /// As much text of each page as fits, the same for all.
    private static func text(of pages: [SearchPage], within budget: Int) -> (bytes: [UInt8], isWhole: Bool) {
        var limit = pages.map(\.contents.text.count).max() ?? 0
        while true {
            let texts = pages.map { PageText.cut($0.contents.text, to: limit) }
            var writer = ByteWriter()
            writer.append(texts: texts)
            // Less effort is enough to know the size; the last effort makes it a little smaller still.
            let size = Deflate.compress(writer.bytes, effort: 3).count * 9 / 10
            if size <= budget || limit < 40 {
                let bytes = Deflate.compress(writer.bytes)
                if bytes.count <= budget || limit < 40 {
                    let isWhole = zip(pages, texts).allSatisfy {
                        $0.contents.isTextWhole && $0.contents.text.count == $1.count
                    }
                    return (bytes, isWhole)
                }
            }
            let average = writer.bytes.count / max(1, pages.count)
            limit = min(limit, average) * min(budget * 100 / size, 95) / 100
        }
    }
}

/// Groups and postings shared out between the two files of words.
private struct Shares {
    private(set) var first: ShardWriter
    private(set) var rest: [UInt8] = []

    /// - Parameter fields: postings with one of these go to the first file, where their group stands in a title.
    init(_ postings: Postings, inFirst fields: UInt8) {
        let isFirst = (0..<postings.groupCount).map { group in
            postings.postings(of: group).contains { $0.symbol & Postings.inTitle != 0 }
        }
        let firstGroups = isFirst.count { $0 }
        var numbers = [Int](repeating: 0, count: isFirst.count)
        var next = (first: 0, rest: firstGroups)
        for group in isFirst.indices {
            if isFirst[group] {
                numbers[group] = next.first
                next.first += 1
            } else {
                numbers[group] = next.rest
                next.rest += 1
            }
        }
        first = ShardWriter(pageCount: postings.pageCount)
        var second = ShardWriter(pageCount: postings.pageCount, base: firstGroups)
        for (form, group) in zip(postings.forms, postings.groups) {
            let number = numbers[Int(group)]
            if isFirst[Int(group)] {
                first.add(form: form, group: number)
            } else {
                second.add(form: form, group: number)
            }
        }
        for group in isFirst.indices where isFirst[group] {
            let all = postings.postings(of: group)
            first.add(all.filter { $0.symbol & fields != 0 })
            second.add(all.filter { $0.symbol & fields == 0 })
        }
        for group in isFirst.indices where !isFirst[group] { second.add(postings.postings(of: group)) }
        var writer = ByteWriter()
        second.write(into: &writer)
        rest = writer.bytes
    }
}
