import Foundation

/// The forms of one shard, or of two that go together.
struct Lexicon: Sendable {
    /// Tells it from the others of its index.
    let number: Int
    let shards: [Shard]
    private(set) var forms: FormTable
    /// The group of each form.
    private(set) var groups: [Int]
    /// The places of each group's forms, group after group, and where they begin.
    private var members: [Int] = []
    private var memberStarts: [Int] = []
    private let pageCount: Int

    init(_ first: Shard, _ rest: Shard? = nil, number: Int = 0, pageCount: Int) {
        self.number = number
        self.pageCount = pageCount
        shards = rest.map { [first, $0] } ?? [first]
        (forms, groups) = (first.forms, first.groups)
        if let rest { merge(first, rest) }
        sortMembers()
    }

    private mutating func merge(_ first: Shard, _ rest: Shard) {
        forms = FormTable()
        groups = []
        var (i, j) = (0, 0)
        while i < first.forms.count || j < rest.forms.count {
            let isFirstDone = i == first.forms.count
            let isRestDone = j == rest.forms.count
            let takesRest =
                isFirstDone
                || !isRestDone && rest.forms.slice(j).lexicographicallyPrecedes(first.forms.slice(i))
            forms.append(takesRest ? rest.forms.slice(j) : first.forms.slice(i))
            groups.append(takesRest ? rest.groups[j] : first.groups[i])
            if takesRest { j += 1 } else { i += 1 }
        }
    }

    private mutating func sortMembers() {
        let groupCount = shards.last?.groupCount ?? 0
        memberStarts = [Int](repeating: 0, count: groupCount + 1)
        for group in groups { memberStarts[group + 1] += 1 }
        for group in 0..<groupCount { memberStarts[group + 1] += memberStarts[group] }
        var ends = memberStarts
        members = [Int](repeating: 0, count: groups.count)
        for (place, group) in groups.enumerated() {
            members[ends[group]] = place
            ends[group] += 1
        }
    }

    func find(_ form: Form) -> WordGroup? { forms.find(form).map { group(at: $0) } }

    /// The group of a form, by its place.
    func group(at place: Int) -> WordGroup {
        let number = groups[place]
        let count = shards.reduce(0) { $0 + $1.postings(of: number).count }
        return WordGroup(lexicon: self, number: number, count: count, weight: weight(ofCount: count))
    }

    /// How many pages have a form's group.
    func count(at place: Int) -> Int { shards.reduce(0) { $0 + $1.postings(of: groups[place]).count } }

    /// What a word says of a page that has it: rounded, as logarithms may differ in the last bit, and never
    /// 0, so that a page with the word is found.
    private func weight(ofCount count: Int) -> Double {
        let ratio = (Double(pageCount) - Double(count) + 0.5) / (Double(count) + 0.5)
        return max(1, (256 * log(1 + ratio) + 0.5).rounded(.down)) / 256
    }

    fileprivate func forms(of group: Int) -> [Form] {
        members[memberStarts[group]..<memberStarts[group + 1]].map { forms[$0] }
    }
}

/// All forms of one stem, with the pages they are in.
struct WordGroup: Hashable, Sendable {
    let lexicon: Lexicon
    let number: Int
    /// How many pages have it.
    let count: Int
    let weight: Double

    var forms: [Form] { lexicon.forms(of: number) }

    static func == (first: WordGroup, second: WordGroup) -> Bool {
        first.lexicon.number == second.lexicon.number && first.number == second.number
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(lexicon.number)
        hasher.combine(number)
    }
}

extension Sequence<WordGroup> {
    var totalWeight: Double { reduce(0) { $0 + $1.weight } }
}
