/// Reads what a sentence says a product is approved for.
struct ApprovedUses {
    let words: [ProseWord]
    /// The first words of products' names.
    let names: Set<String>

    private static let openers: Set<String> = ["for", "to", "as", "in"]
    private static let enders: Set<String> = [
        "by", "since", "when", "if", "where", "who", "that", "which", "but", "while", "with", "from",
        "because", "is", "was", "works", "helps", "has", "can", "may", "will", "only", "under", "after",
        "before", "until", "on",
    ]

    /// What is said to be approved: the words after 'for', 'to treat', 'as', each of several by itself.
    func after(_ verb: Int) -> [Range<Int>] {
        var index = verb + 1
        while index < words.count, !(Self.openers.contains(words[index].text) && opensUse(index)) {
            // 'Approved, as an anesthetic,' goes on.
            let isAside = isComma(index, before: Self.openers)
            if words[index].isMark && !isAside
                || Self.enders.contains(words[index].text) && words[index].text != "by"
            {
                return []
            }
            index += 1
        }
        guard index < words.count else { return [] }
        var uses: [Range<Int>] = []
        var start = index + 1
        index = start
        while index < words.count {
            let word = words[index]
            let isSplit = word.text == "and" || word.text == "or" || word.text == ","
            let isPlace =
                word.text == "in" && !(index + 1 < words.count && Self.people.contains(words[index + 1].text))
            if isSplit || isPlace || word.isMark && word.text != "," || Self.enders.contains(word.text) {
                if index > start { uses.append(start..<index) }
                start = index + 1
                // A verb begins a new clause: 'and works for depression'.
                if !isSplit || goesElsewhere(start) { return uses.filter(isUse) }
            }
            index += 1
        }
        if index > start { uses.append(start..<index) }
        return uses.filter(isUse)
    }

    private func isComma(_ index: Int, before openers: Set<String>) -> Bool {
        words[index].text == "," && index + 1 < words.count && openers.contains(words[index + 1].text)
    }

    /// 'In the US', 'in 2019' and 'for years' are no uses.
    private func opensUse(_ index: Int) -> Bool {
        guard index + 1 < words.count else { return false }
        let next = words[index + 1]
        if next.isMark { return false }
        if words[index].text == "in" { return Self.people.contains(next.text) }
        if words[index].text == "for" {
            return !["years", "decades", "now", "many", "over"].contains(next.text)
        }
        return true
    }

    private static let people: Set<String> = [
        "children", "teenagers", "adolescents", "pregnancy", "people", "adults", "patients", "older",
        "young", "bipolar", "depression", "anxiety", "those", "anyone", "psychosis", "addiction",
    ]

    private func goesElsewhere(_ start: Int) -> Bool {
        guard start < words.count, !names.contains(words[start].text) else {
            return true
        }
        let verbs: Set<String> = [
            "is", "was", "works", "helps", "has", "can", "may", "will", "it", "some", "they", "doctors",
            "clinics", "used",
            "eases", "lowers", "raises", "acts", "not", "never", "you", "we", "people", "widely", "often",
            "sometimes", "also", "its", "their", "there", "these", "those",
        ]
        return verbs.contains(words[start].text)
    }

    /// Says more than whom it is for.
    private func isUse(_ range: Range<Int>) -> Bool {
        !UseWords.content(range.map { words[$0].text }).isEmpty
    }
}
