/// Numbers of people in a sentence: '45 of 100', 'two in three', '45%'.
struct NumberOfPeople: Sendable {
    /// Of the sentence's words.
    let words: Range<Int>
    /// Whether it is a part of a hundred, which may be a part of anything.
    let isPercent: Bool

    static func all(in words: [ProseWord]) -> [NumberOfPeople] {
        var found: [NumberOfPeople] = []
        var index = 0
        while index < words.count {
            if let number = ratio(at: index, words) ?? percent(at: index, words) {
                found.append(number)
                index = number.words.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The value of a number in digits or in a word.
    static func value(_ word: ProseWord) -> Double? {
        if let spelled = spelled[word.text] { return spelled }
        guard word.isNumber else { return nil }
        return Double(word.text.filter { $0 != "," })
    }

    private static let spelled: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "hundred": 100,
        "thousand": 1_000,
    ]

    /// What is counted that are no people.
    private static let things: Set<String> = SpanishWords.things.union([
        "studies", "trials", "reviews", "medicines", "drugs", "days", "weeks", "months", "years", "hours",
        "minutes", "times",
        "sessions", "treatments", "steps", "groups", "sites", "clinics", "advertisers", "adverts", "items",
        "ways", "reasons",
        "countries", "doses", "papers", "questions", "parts", "points", "rats", "mice", "animals", "pages",
        "rooms", "two-week",
    ])

    /// N of M, N in M, N out of M, N out of every M; 'N de cada M'.
    private static func ratio(at index: Int, _ words: [ProseWord]) -> NumberOfPeople? {
        guard let part = value(words[index]) else { return nil }
        var next = index + 1
        func word(_ offset: Int) -> String { next + offset < words.count ? words[next + offset].text : "" }
        let isIn = word(0) == "in"
        if word(0) == "out", word(1) == "of" {
            next += 2
        } else if ["of", "de"].contains(word(0)) || isIn {
            next += 1
        } else {
            return nil
        }
        let isOfThe = ["the", "these", "those"].contains(word(0))
        if isOfThe || ["every", "each", "about", "cada"].contains(word(0)) { next += 1 }
        guard next < words.count, let whole = value(words[next]), whole >= 2, part <= whole else {
            return nil
        }
        // 'One of the two forms' counts no people; 'forty of the hundred' does.
        if isOfThe, whole < 10 { return nil }
        if isIn, (1_900...2_100).contains(whole) { return nil }
        if word(1) == "hundred" || word(1) == "thousand" { next += 1 }
        let following = words[(next + 1)...].prefix(2).map(\.text)
        if following.contains(where: things.contains) { return nil }
        return NumberOfPeople(words: index..<next + 1, isPercent: false)
    }

    private static func percent(at index: Int, _ words: [ProseWord]) -> NumberOfPeople? {
        guard value(words[index]) != nil, index + 1 < words.count else { return nil }
        let next = words[index + 1].text
        if next == "%" || next == "percent" {
            return NumberOfPeople(words: index..<index + 2, isPercent: true)
        }
        let after = index + 2 < words.count ? words[index + 2].text : ""
        if next == "per" && after == "cent" || next == "por" && after == "ciento" {
            return NumberOfPeople(words: index..<index + 3, isPercent: true)
        }
        return nil
    }
}

/// Words by which a text about people is known.
enum PeopleWords {
    static let all: Set<String> = SpanishWords.people.union([
        "people", "adults", "patients", "participants", "women", "men", "children", "teenagers", "veterans",
        "volunteers",
        "inpatients", "outpatients", "persons", "users", "parents", "mothers", "adolescents", "person",
        "patient", "adult",
        "students", "those", "survivors", "respondents", "responders",
    ])
    /// What becomes of people.
    static let outcomes: Set<String> = [
        "responded", "respond", "responds", "remitted", "remission", "remissions", "improved", "improve",
        "better", "well",
        "relapsed", "relapse", "recovered", "felt", "feel", "had", "have", "reported", "got", "stopped",
        "died", "developed",
        "worse", "benefit", "benefited", "response", "dropped", "quit", "experienced", "showed", "met",
        "lost", "worked",
    ]
    static let comparison: Set<String> = [
        "compared", "versus", "vs", "v", "than", "against", "placebo", "dummy", "sham", "control", "controls",
        "comparison",
        "comparator", "without", "whereas", "other", "midazolam",
    ]
    static let time: Set<String> = [
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "minutes",
        "session", "sessions",
        "later", "end", "visit", "follow-up", "lifetime", "yearly",
    ]
}
