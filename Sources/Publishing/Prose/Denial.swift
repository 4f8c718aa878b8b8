/// Whether what a sentence says is denied: 'not a cure', 'has never been approved', 'a cure does not exist'.
enum Denial {
    /// Words before the phrase that a denial may stand away from it.
    private static let reach = 9

    private static let words: Set<String> = SpanishWords.denials.union([
        "not", "no", "never", "without", "nor", "neither", "cannot", "none", "nobody", "nothing", "hardly",
        "unlike",
        "non", "lacks", "lack", "lacking", "denied", "refused", "rejected", "myth", "untrue", "scarcely",
        "nowhere",
        "no-one", "isnt", "dont", "doesnt", "wont", "cant", "beware", "wary", "distrust", "mistrust",
        "suspicious", "whether",
        "unclear", "unknown", "unsure",
    ])
    /// A clause that begins with one of these is no longer denied.
    private static let turns: Set<String> = SpanishWords.turns.union([
        "but", "however", "although", "though", "yet", "and", "because", "while", "so", "whereas",
    ])
    /// With one of these after it, a denial says yes: 'not only', 'no doubt', 'nothing short of', 'never fails'.
    private static let reversing: Set<String> = SpanishWords.reversing.union([
        "only", "just", "merely", "simply", "doubt", "doubts", "doubted", "denied", "question", "questions",
        "short",
        "less",
        "fail", "fails", "failed", "wonder", "surprise", "surprisingly", "matter", "exaggeration", "deny",
        "denies",
        "dispute", "disputes", "other", "else", "secret", "accident", "coincidence", "miss", "forget",
        "before",
        "closer",
        "nearer", "compares", "stopped",
    ])

    /// - Parameter index: of the phrase's first word in the sentence.
    static func reaches(_ index: Int, in sentence: [ProseWord]) -> Bool {
        var steps = 0
        var place = index - 1
        var isReversed = false
        while place >= 0, steps < reach {
            let word = sentence[place]
            if word.isMark {
                // 'It is not, as some say, a miracle.'
                if word.text == ",", let aside = aside(endingAt: place, in: sentence) {
                    place = aside - 1
                    continue
                }
                if ",;:()–—".contains(word.text) { return false }
            } else {
                if denies(place, sentence) { return !isReversed }
                if word.text == "but", place > 0, sentence[place - 1].text == "anything" {
                    return !isReversed
                }
                // 'Not yet a cure' is no turn.
                let isNotYet = word.text == "yet" && place > 0 && isDenial(sentence[place - 1].text)
                if turns.contains(word.text), !isNotYet { return false }
                if reversing.contains(word.text) || isKnown(place, sentence) { isReversed = true }
                steps += 1
            }
            place -= 1
        }
        return false
    }

    /// Where the first comma of a few words stands that break in after a denial; `nil` where none do.
    private static func aside(endingAt comma: Int, in sentence: [ProseWord]) -> Int? {
        sentence[max(1, comma - 6)..<comma].lastIndex {
            $0.text == ","
        }.flatMap { isDenial(sentence[$0 - 1].text) ? $0 : nil }
    }

    /// 'Not many know that it cures' says that it does.
    private static func isKnown(_ place: Int, _ sentence: [ProseWord]) -> Bool {
        sentence[place].text == "that" && place > 0 && knowing.contains(sentence[place - 1].text)
    }

    private static let knowing: Set<String> = [
        "know", "knows", "knew", "aware", "realize", "realise", "heard",
    ]
    /// Whom one is told to avoid, for what they say.
    private static let sellers: Set<String> = [
        "any", "anyone", "anybody", "those", "people", "clinics", "sites", "websites", "adverts", "ads",
        "claims",
        "offers", "promises", "places",
    ]

    static func denies(_ place: Int, _ sentence: [ProseWord]) -> Bool {
        let word = sentence[place].text
        let next = place + 1 < sentence.count ? sentence[place + 1].text : ""
        switch word {
        case "rather": return next == "than"
        case "instead": return next == "of"
        case "too": return ["early", "soon"].contains(next)
        case "far": return next == "from"
        case "avoid": return sellers.contains(next)
        case "not": return place == 0 || sentence[place - 1].text != "why"
        case "wrong", "mistake", "misleading", "incorrect": return next == "to"
        // 'It cannot be denied that it cures.'
        case "denied": return !sentence[max(0, place - 2)..<place].contains { isDenial($0.text) }
        default: return isDenial(word)
        }
    }

    /// What may follow where the phrase itself is denied: 'a cure does not exist'.
    private static let absent: Set<String> = [
        "exist", "real", "true", "known", "possible", "likely", "expected", "promised", "guaranteed", "here",
        "there",
        "proven", "allowed", "used", "available", "what", "how", "said", "claimed", "found", "to",
    ]
    private static let verbs: Set<String> = [
        "is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "could", "will", "would",
        "should", "may",
        "it",
    ]

    /// - Parameter end: one past the phrase's last word in the sentence.
    static func follows(_ end: Int, in sentence: [ProseWord]) -> Bool {
        var place = end
        while place < sentence.count, place < end + 3,
            verbs.contains(sentence[place].text) || sentence[place].text == "\""
        {
            place += 1
        }
        return denies(at: place, in: sentence, absent) || isAbsent(after: end, in: sentence)
            || isTakenBack(after: end, in: sentence)
    }

    /// 'A cure for depression does not exist.'
    private static func isAbsent(after end: Int, in sentence: [ProseWord]) -> Bool {
        let near = sentence[end...].prefix(5)
        guard
            let verb = near.firstIndex(where: {
                ["does", "do", "did"].contains($0.text) || $0.text.hasSuffix("n't")
            }),
            sentence[end..<verb].allSatisfy({
                !$0.isMark && !turns.contains($0.text) && !["that", "which", "who"].contains($0.text)
            })
        else { return false }
        let place = isDenial(sentence[verb].text) ? verb : verb + 1
        return denies(at: place, in: sentence, ["exist"])
    }

    /// 'Some call it a cure; it is not.'
    private static func isTakenBack(after end: Int, in sentence: [ProseWord]) -> Bool {
        guard let turn = sentence[end...].lastIndex(where: { ",;:–—".contains($0.text) || $0.text == "but" })
        else {
            return false
        }
        let clause = sentence[(turn + 1)...].filter { !$0.isMark }
        guard let first = clause.first?.text, ["it", "this", "that", "they"].contains(first) else {
            return false
        }
        return isBareDenial(clause)
    }

    /// Whether a denial stands there, and nothing after it but what is denied.
    private static func denies(at place: Int, in sentence: [ProseWord], _ denied: Set<String>) -> Bool {
        guard place < sentence.count, isDenial(sentence[place].text), sentence[place].text != "no" else {
            return false
        }
        var next = place + 1
        while next < sentence.count, ["yet", "be", "been", "a"].contains(sentence[next].text) { next += 1 }
        return next >= sentence.count || ".!?".contains(sentence[next].text)
            || denied.contains(sentence[next].text)
    }

    /// 'No.', 'We do not know.', 'It has not been shown.', and not 'No doubt.'
    static func isAnsweredNo(_ answer: Sentence) -> Bool {
        let words = answer.words.filter { !$0.isMark }.prefix(5)
        return words.indices.contains { place in
            let next = place + 1 < words.endIndex ? words[place + 1].text : ""
            return isDenial(words[place].text) && !reversing.contains(next)
        }
    }

    static func isDenial(_ word: String) -> Bool { words.contains(word) || word.hasSuffix("n't") }

    private static let untruths: Set<String> = [
        "false", "untrue", "wrong", "misleading", "incorrect", "myth", "myths",
    ]
    private static let telling: Set<String> = [
        "said", "says", "say", "claimed", "claim", "claims", "claiming", "advert", "adverts", "advertised",
        "told",
        "call", "calls", "called", "hear", "read", "idea", "belief", "believe", "think", "that",
    ]

    /// 'The claim that it is a cure is false.'
    static func isCalledFalse(_ sentence: Sentence) -> Bool {
        sentence.has(anyOf: untruths) && sentence.has(anyOf: telling)
    }

    /// 'One said that it is approved. That is false.'
    static func isRefuted(_ index: Int, in sentences: [Sentence]) -> Bool {
        guard sentences[index].has(anyOf: telling) else { return false }
        if index + 1 < sentences.count, isBareDenial(sentences[index + 1].words) { return true }
        return sentences[index...].prefix(3).contains { sentence in
            sentence.words.indices.contains { place in
                let word = sentence.words[place].text
                return untruths.contains(word) || word == "true" && reaches(place, in: sentence.words)
            }
        }
    }

    /// 'It is not.' 'That is not so.'
    private static func isBareDenial(_ sentence: some Collection<ProseWord>) -> Bool {
        let words = sentence.filter { !$0.isMark }.map(\.text)
        guard words.count <= 5, let last = words.last else { return false }
        return isDenial(last) || words.contains(where: isDenial) && ["so", "right", "correct"].contains(last)
    }
}
