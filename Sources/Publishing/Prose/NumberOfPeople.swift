/// Numbers of people in a sentence: '45 of 100', 'two in three', 'a third of patients', '45%'.
struct NumberOfPeople: Sendable {
    /// Of the sentence's words.
    let words: Range<Int>
    /// Whether it is a part of a hundred, which may be a part of anything.
    let isPercent: Bool
    /// '1 of 2', which may be of anything, too.
    var isSmall = false

    static func all(in sentence: Sentence) -> [NumberOfPeople] {
        if sentence.kinds.isDisjoint(with: .number) { return [] }
        return all(in: sentence.words)
    }

    private static func all(in words: [ProseWord]) -> [NumberOfPeople] {
        var found: [NumberOfPeople] = []
        var index = 0
        while index < words.count {
            let kinds = words[index].kinds
            if !kinds.isDisjoint(with: .number) || words[index].text == "a" && startsNumber(index + 1, words),
                let number = joined(index, words) ?? ratio(at: index, words) ?? wholeFirst(at: index, words)
                    ?? percent(at: index, words) ?? part(at: index, words)
            {
                found.append(number)
                index = number.words.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func startsNumber(_ index: Int, _ words: [ProseWord]) -> Bool {
        index < words.count && words[index].kinds.contains(.spelled)
    }

    /// The value of a number in digits or in a word.
    static func value(_ word: ProseWord) -> Double? {
        if word.isNumber { return word.kinds.contains(.unit) ? nil : Double(word.text.filter { $0 != "," }) }
        return word.kinds.contains(.spelled) ? SpelledNumber.value(word.text) : nil
    }

    private static func value(at index: Int, _ words: [ProseWord]) -> (value: Double, count: Int)? {
        guard index < words.count else { return nil }
        if words[index].isNumber { return value(words[index]).map { ($0, 1) } }
        return SpelledNumber.value(at: index, in: words)
    }

    /// What is counted that are no people.
    private static let things: Set<String> = SpanishWords.things.union([
        "studies", "trials", "reviews", "medicines", "drugs", "days", "weeks", "months", "years", "hours",
        "minutes",
        "times", "sessions", "treatments", "steps", "groups", "sites", "clinics", "advertisers", "adverts",
        "items",
        "ways", "reasons", "countries", "doses", "papers", "questions", "parts", "points", "rats", "mice",
        "animals",
        "pages", "rooms", "two-week", "study", "trial", "tests", "scales", "tablets", "visits", "nights",
        "cells",
        "medicine", "drug", "websites", "forms", "stages", "criteria", "symptoms", "o'clock", "calls",
        "cases", "signs", "meetings", "appointments", "letters", "boxes", "answers",
    ])
    /// '4 of 10' after these is a place in a row.
    private static let rows: Set<String> = [
        "page", "pages", "step", "part", "chapter", "figure", "table", "section", "day", "week", "phase",
        "type", "room",
        "question", "version", "stage", "month", "year", "visit", "session", "grade", "item", "point",
        "slide",
    ]

    /// 'one-in-five', 'two-out-of-three'.
    private static func joined(_ index: Int, _ words: [ProseWord]) -> NumberOfPeople? {
        let parts = words[index].text.split(separator: "-").map(String.init)
        guard parts.count >= 3, ["in", "of", "out"].contains(parts[1]) else { return nil }
        let isNumber: (String) -> Bool = { SpelledNumber.value($0) != nil || Double($0) != nil }
        return isNumber(parts[0]) && isNumber(parts[parts.count - 1])
            ? NumberOfPeople(words: index..<index + 1, isPercent: false) : nil
    }

    /// N of M, N in M, N out of M, N out of every M; people may stand between: 'one person in five'.
    private static func ratio(at index: Int, _ words: [ProseWord]) -> NumberOfPeople? {
        guard let part = value(at: index, words) else { return nil }
        if index > 0, rows.contains(words[index - 1].text) { return nil }
        var next = index + part.count
        func word(_ offset: Int) -> String { next + offset < words.count ? words[next + offset].text : "" }
        if PeopleWords.all.contains(word(0)) { next += 1 }
        guard let link = link(at: next, words) else { return nil }
        let isIn = ["in", "/"].contains(word(0))
        let isSlash = word(0) == "/"
        next += link
        let isOfThe = ["the", "these", "those"].contains(word(0))
        if isOfThe || ["every", "each", "about", "cada"].contains(word(0)) { next += 1 }
        guard let whole = value(at: next, words), whole.value >= 2, part.value <= whole.value else {
            return nil
        }
        // 'One of the two forms' counts no people; 'forty of the hundred' does.
        if isOfThe, whole.value < 10 { return nil }
        if isIn, (1_900...2_100).contains(whole.value) { return nil }
        next += whole.count
        let following = words[min(next, words.count)...].prefix(2).map(\.text)
        if following.contains(where: things.contains) || following.first == "%" { return nil }
        if whole.value <= 10, isScore(index, words), !following.contains(where: PeopleWords.all.contains) {
            return nil
        }
        if isScored(index, words), whole.value != 100, !following.contains(where: PeopleWords.all.contains) {
            return nil
        }
        if isSlash, ![100, 1_000].contains(whole.value), !following.contains(where: PeopleWords.all.contains)
        {
            return nil
        }
        let isSmall = link == 1 && !isIn && whole.value <= 10
        return NumberOfPeople(words: index..<next, isPercent: false, isSmall: isSmall)
    }

    /// 'A score of 7 out of 10', 'pain was 8 out of 10'.
    private static func isScore(_ index: Int, _ words: [ProseWord]) -> Bool {
        if words[0].text == "rate" || words[max(0, index - 3)..<index].contains(where: { $0.text == "pain" })
        {
            return true
        }
        return words[max(0, index - 9)..<min(words.count, index + 6)].contains { scores.contains($0.text) }
    }

    /// 'A score of 10 out of 27', 'scored 10 out of 27'.
    private static func isScored(_ index: Int, _ words: [ProseWord]) -> Bool {
        words[max(0, index - 2)..<index].contains { ["score", "scores", "scored"].contains($0.text) }
    }

    private static let scores: Set<String> = [
        "score", "scores", "scored", "rated", "rating", "scale", "points", "marks", "stars",
    ]

    /// 'Of every 100 people, 31', 'out of 100 adults, 31': the whole before the part.
    private static func wholeFirst(at index: Int, _ words: [ProseWord]) -> NumberOfPeople? {
        guard leadsToWhole(index, words), let whole = value(at: index, words), whole.value >= 2 else {
            return nil
        }
        let next = index + whole.count
        guard next < words.count, PeopleWords.all.contains(words[next].text),
            let comma = words[next...].prefix(8).firstIndex(where: { $0.text == "," }),
            let part = value(at: comma + 1, words), part.value <= whole.value,
            ratio(at: comma + 1, words) == nil, percent(at: comma + 1, words) == nil
        else { return nil }
        let end = comma + 1 + part.count
        // 'Of the 337 people who began, 250 stayed' tells who was there, and no result.
        let isEach = ["every", "each"].contains(words[index - 1].text)
        guard
            isEach
                || words[min(end, words.count)...].prefix(2).contains(where: {
                    PeopleWords.outcomes.contains($0.text)
                })
        else { return nil }
        return NumberOfPeople(words: index..<end, isPercent: false)
    }

    private static func leadsToWhole(_ index: Int, _ words: [ProseWord]) -> Bool {
        let before = words[..<index].suffix(2).map(\.text)
        switch before.last {
        case "every", "each": return before.count == 2 && ["of", "in", "for", "from"].contains(before[0])
        case "the", "these", "those": return before.first == "of"
        // 'A trial of 100 adults' tells its size.
        case "of": return before.count == 1 || before[0] == "out" || [",", "that", "and"].contains(before[0])
        default: return false
        }
    }

    /// How many words lead from the part to the whole.
    private static func link(at index: Int, _ words: [ProseWord]) -> Int? {
        guard index + 1 < words.count else { return nil }
        switch (words[index].text, words[index + 1].text) {
        case ("out", "of"), ("from", "every"): return 2
        case ("of", _), ("in", _), ("per", _), ("/", _), ("de", _): return 1
        default: return nil
        }
    }

    private static func percent(at index: Int, _ words: [ProseWord]) -> NumberOfPeople? {
        guard let number = value(at: index, words) else { return nil }
        let next = index + number.count
        guard next < words.count else { return nil }
        // 'A drop of 50% in the score'
        if isScore(index, words),
            !words[next...].prefix(4).contains(where: { PeopleWords.all.contains($0.text) })
        {
            return nil
        }
        let word = words[next].text
        if word == "%" || word == "percent" || word == "pct" {
            return NumberOfPeople(words: index..<next + 1, isPercent: true)
        }
        let after = next + 1 < words.count ? words[next + 1].text : ""
        if word == "per" && after == "cent" || word == "por" && after == "ciento" {
            return NumberOfPeople(words: index..<next + 2, isPercent: true)
        }
        return nil
    }

    private static let hedges: Set<String> = [
        "about", "around", "roughly", "nearly", "almost", "than", "over", "to",
    ]

    /// 'A third of patients', 'half the people', 'two-thirds of adults'.
    private static func part(at index: Int, _ words: [ProseWord]) -> NumberOfPeople? {
        var next = index
        if words[next].text == "a" || SpelledNumber.value(words[next].text) != nil { next += 1 }
        guard next < words.count, SpelledNumber.isPart(words[next].text) else { return nil }
        // 'About half of the people' counts nobody.
        let hedge = index > 0 ? words[index - 1].text : ""
        if words[next].text == "half", hedges.contains(hedge) { return nil }
        next += 1
        var between = 0
        while next < words.count, between < 3,
            ["of", "the", "all", "these", "those"].contains(words[next].text)
        {
            (next, between) = (next + 1, between + 1)
        }
        // 'Half of those treated': they are told by what was done.
        let isThose =
            words[next - 1].text == "those" && next < words.count
            && (words[next].text.hasSuffix("ed")
                || ["who", "with", "given", "taking", "on"].contains(words[next].text))
        guard between > 0, next < words.count, isThose || PeopleWords.all.contains(words[next].text),
            words[next].text != "those"
        else { return nil }
        return NumberOfPeople(words: index..<next, isPercent: false)
    }
}

/// Words by which a text about people is known.
enum PeopleWords {
    static let all: Set<String> = SpanishWords.people.union([
        "people", "adults", "patients", "participants", "women", "men", "children", "teenagers", "veterans",
        "volunteers", "inpatients", "outpatients", "persons", "users", "parents", "mothers", "adolescents",
        "person",
        "patient", "adult", "students", "those", "survivors", "respondents", "responders", "woman", "man",
        "child",
    ])
    /// What becomes of people.
    static let outcomes: Set<String> = [
        "responded", "respond", "responds", "remitted", "remission", "remissions", "improved", "improve",
        "better",
        "well", "relapsed", "relapse", "recovered", "felt", "feel", "had", "have", "reported", "got",
        "stopped", "died",
        "developed", "worse", "benefit", "benefited", "response", "dropped", "quit", "experienced", "showed",
        "met",
        "lost", "worked", "vomited", "recover", "relapses", "deaths", "helped", "helps", "eased", "stayed",
        "sick",
    ]
    static let comparison: Set<String> = [
        "compared", "versus", "vs", "v", "than", "against", "placebo", "dummy", "sham", "control", "controls",
        "comparison", "comparator", "gap", "difference", "without", "whereas", "midazolam", "saline",
        "instead",
    ]
    static let time: Set<String> = [
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "minutes",
        "session",
        "sessions", "later", "end", "visit", "follow-up", "lifetime", "yearly",
    ]
}
