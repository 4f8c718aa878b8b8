/// Finds the word that was meant.
struct Speller: Sendable {
    struct Nearest {
        let form: Form
        let distance: Int
    }

    private let forms: FormTable
    /// How many pages have each form's group.
    private let counts: [Int]

    init(_ lexicon: Lexicon) {
        forms = lexicon.forms
        counts = (0..<lexicon.forms.count).map { lexicon.count(at: $0) }
    }

    /// As `SpellingWriter` wrote it.
    init(from reader: inout ByteReader) throws(IndexDamaged) {
        forms = try FormTable(from: &reader)
        counts = try reader.numbers()
        guard counts.count == forms.count else { throw IndexDamaged() }
    }

    /// Not short words, numbers and pairs of characters.
    static func mends(_ term: Form) -> Bool { term.length >= 4 && !term.hasDigit && !term.isPaired }

    /// The nearest form; of those one with the same first letter; of those the most frequent, then the first.
    func nearest(to term: Form) -> Nearest? {
        let scalars = term.scalars
        if !Self.mends(term) { return nil }
        let signature = Signature(term.bytes[...])
        var most = scalars.count < 8 ? 1 : 2
        var best: (place: Int, rank: (Int, Int, Int))?
        for place in 0..<forms.count where Signature(forms.slice(place)).isWithin(most, of: signature) {
            let form = forms[place].scalars
            let distance = EditDistance.between(scalars, form, atMost: most)
            if distance > most { continue }
            let rank = (-distance, form.first == scalars.first ? 1 : 0, counts[place])
            if best.map({ $0.rank < rank }) ?? true { best = (place, rank) }
            most = distance
        }
        return best.map { Nearest(form: forms[$0.place], distance: -$0.rank.0) }
    }
}

/// One bit for each letter, of 32 kinds, and the length: an edit takes one of each away, or adds one, at
/// most.
private struct Signature {
    private var letters: UInt32 = 0
    private var length = 0

    init(_ form: ArraySlice<UInt8>) {
        for place in form.indices {
            if form[place] & 0xC0 != 0x80 { length += 1 }
            let isLast = place + 1 == form.endIndex || form[place + 1] & 0xC0 != 0x80
            if isLast { letters |= 1 << UInt32(form[place] & 31) }
        }
    }

    func isWithin(_ most: Int, of other: Signature) -> Bool {
        abs(length - other.length) <= most && (letters & ~other.letters).nonzeroBitCount <= most
            && (other.letters & ~letters).nonzeroBitCount <= most
    }
}

/// Words that a guess of two letters must not replace: another medicine is not a slip of the finger.
struct DrugNames: Sendable {
    /// Words of the names that the site knows.
    let known: Set<Form>
    let endings: [Form]

    func mayHold(_ term: Form) -> Bool {
        known.contains(term) || term.length >= 8 && endings.contains { term.ends(with: $0) }
    }

    /// Source: the stems by which the World Health Organization names drugs (INN), those that patients meet.
    static let endings = """
        zine zepam zolam oxetine pramine triptyline olone sone statin pril sartan olol dipine mab \
        tinib vir cillin mycin cycline floxacin azole tidine setron triptan gliptin glitazone profen coxib \
        barbital caine curium amine idone apine peridol phylline thiazide semide lukast
        """.split(separator: " ").map(String.init)
}
