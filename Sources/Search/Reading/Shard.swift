/// Words with their pages, as `ShardWriter` wrote them.
struct Shard: Sendable {
    let forms: FormTable
    /// The group of each form.
    let groups: [Int]
    /// Where each group's postings begin; one more than there are groups.
    let starts: [Int]
    /// The page of each posting, and how often and where it has the word.
    let pages: [Int32]
    let symbols: ArraySlice<UInt8>

    var groupCount: Int { starts.count - 1 }

    /// None for a group of a shard that adds to this one.
    func postings(of group: Int) -> Range<Int> {
        group < groupCount ? starts[group]..<starts[group + 1] : 0..<0
    }

    /// - Parameter base: groups of the shard that this one adds to.
    init(from reader: inout ByteReader, base: Int, pageCount: Int) throws(IndexDamaged) {
        forms = try FormTable(from: &reader)
        var references = ByteReader(try reader.block())
        var counts = ByteReader(try reader.block())
        symbols = try reader.block()
        var bits = BitReader(try reader.block())
        var groups: [Int] = []
        var groupCount = base
        for _ in 0..<forms.count {
            let reference = try references.number()
            guard reference <= groupCount else { throw IndexDamaged() }
            if reference == 0 { groupCount += 1 }
            groups.append(groupCount - max(1, reference))
        }
        self.groups = groups
        var starts = [0]
        var pages = [Int32](repeating: 0, count: symbols.count)
        for group in 0..<groupCount {
            let count = try counts.number()
            let end = starts[group] + count
            guard end <= symbols.count, count <= pageCount else { throw IndexDamaged() }
            if count > 0 {
                try bits.read(interpolated: &pages, starts[group]..<end, within: 0...(pageCount - 1))
            }
            starts.append(end)
        }
        guard starts[groupCount] == symbols.count else { throw IndexDamaged() }
        (self.starts, self.pages) = (starts, pages)
    }
}
