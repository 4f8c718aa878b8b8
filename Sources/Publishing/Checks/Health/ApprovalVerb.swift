/// A word of approval in its sentence: 'approved', 'licensed'.
struct ApprovalVerb {
    /// Where it stands.
    let index: Int
    private let words: [ProseWord]

    static func all(in words: [ProseWord]) -> [ApprovalVerb] {
        words.indices.filter { isVerb(words[$0]) }.map { ApprovalVerb(index: $0, words: words) }
    }

    /// 'Un-approved' and 'not-approved' deny it.
    private static func isVerb(_ word: ProseWord) -> Bool {
        word.kinds.contains(.approval)
            && !["un-", "non-", "not-", "never-", "pre-"].contains(where: word.text.hasPrefix)
    }

    /// It denies that something is approved, or speaks of something else.
    var claimsNothing: Bool { Denial.reaches(index, in: words) || isLacking || isOffLabel || isOther }

    /// 'An approval that ketamine does not have'.
    private var isLacking: Bool {
        guard words[index].text.hasPrefix("appro") || words[index].text.hasPrefix("licen") else {
            return false
        }
        let rest = words[(index + 1)...].prefix(10).map(\.text)
        return rest.contains("lacks")
            || zip(rest, rest.dropFirst()).contains {
                ($0 == "not" || $0 == "never" || $0.hasSuffix("n't"))
                    && ["have", "had", "has", "got", "been", "sought", "given", "granted"].contains($1)
            } && words[index].text != "approved"
    }

    /// 'Off-label' in the same clause says that it is not approved.
    private var isOffLabel: Bool {
        clause.contains { index in
            words[index].text == "off-label" || words[index].text == "unlicensed"
                || words[index].text == "unapproved"
                || words[index].text == "off" && index + 1 < words.count && words[index + 1].text == "label"
        }
    }

    /// A licensed clinician, a driving licence, an ethics board that approves a study, and what may come one day.
    private var isOther: Bool {
        if isOfPeople || isOfDeed || isOfTheBody { return true }
        if words[max(0, index - 6)..<index].contains(where: { Self.hypotheses.contains($0.text) }) {
            return true
        }
        if asksWhich(words[max(0, index - 12)..<index]) { return true }
        let near = words[max(0, index - 6)..<min(words.count, index + 6)]
        if near.contains(where: { Self.proceedings.contains($0.text) }) { return true }
        let isNoun = ["license", "licence", "licences", "licenses"].contains(words[index].text)
        return isNoun && !(index + 1 < words.count && ["for", "to"].contains(words[index + 1].text))
    }

    /// 'A licensed clinician', 'a clinic approved for this', 'by licensed staff'.
    private var isOfPeople: Bool {
        if index > 0, words[index - 1].text == "by" || Self.people.contains(words[index - 1].text) {
            return true
        }
        let next = words[(index + 1)...].prefix(3).filter { !$0.isMark }
        return next.prefix(2).contains { Self.people.contains($0.text) }
    }

    /// 'Cleared by the liver', 'cleared from the blood'.
    private var isOfTheBody: Bool {
        words[index].text == "cleared"
            && words[(index + 1)...].prefix(4).contains {
                ["liver", "kidney", "kidneys", "body", "blood", "system", "urine", "brain"].contains($0.text)
            }
    }

    /// 'Licensed to give ketamine'.
    private var isOfDeed: Bool {
        index + 2 < words.count && words[index + 1].text == "to" && Self.deeds.contains(words[index + 2].text)
    }

    /// 'Which use is approved', and not 'ketamine, which is approved'.
    private func asksWhich(_ words: ArraySlice<ProseWord>) -> Bool {
        words.indices.contains { index in
            if words[index].text == "what" { return true }
            let next = index + 1 < words.endIndex ? words[index + 1] : nil
            let isRelative = index > words.startIndex && words[index - 1].isMark
            return words[index].text == "which" && !isRelative
                && next.map { !$0.kinds.contains(.being) && $0.text != "has" } ?? false
        }
    }

    static let people: Set<String> = [
        "clinician", "clinicians", "doctor", "doctors", "therapist", "therapists", "nurse", "nurses",
        "clinic", "clinics", "professional", "professionals", "pharmacy", "pharmacies", "provider",
        "providers", "pharmacist", "driver", "staff", "center", "centre", "centers", "centres", "hospital",
        "hospitals", "physician", "physicians", "psychiatrist", "psychologist", "practitioner", "counselor",
    ]
    private static let deeds: Set<String> = [
        "give", "prescribe", "offer", "sell", "provide", "run", "practice", "practise", "store", "work",
        "handle", "stock",
    ]
    private static let hypotheses: Set<String> = [
        "may", "might", "could", "whether", "if", "would", "hope", "hopes", "seek", "seeks", "seeking",
        "sought", "asked", "apply", "applied", "until", "unless", "before",
    ]
    private static let proceedings: Set<String> = [
        "ethics", "board", "committee", "protocol", "insurer", "insurers", "insurance", "application",
        "study", "studies", "customs", "office",
    ]

    /// From one comma or 'and works' to the next.
    var clause: Range<Int> {
        func ends(_ index: Int) -> Bool {
            words[index].isMark
                ? ",;:()–—".contains(words[index].text)
                : ["but", "while", "whereas"].contains(words[index].text)
        }
        var (start, end) = (index, index + 1)
        while start > 0, !ends(start - 1) { start -= 1 }
        while end < words.count, !ends(end) { end += 1 }
        return start..<end
    }
}
