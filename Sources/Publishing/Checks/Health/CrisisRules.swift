import Markup

extension HealthRule {
    /// numbers of crisis lines live in one file, where somebody checks them.
    static let crisisNumbers = HealthRule { page in
        let crisis = page.site.data.crisis
        guard let shown = crisis[page.page.language] else { return [] }
        let numbers = CrisisNumbers(lines: crisis.all.compactMap { $0 }.flatMap(\.lines))
        return page.blocks.flatMap { block in
            numbers.places(in: block).map { range in
                page.report(
                    "crisis.typed-number", "the number '\(block.text[range])' is typed by hand",
                    help: "take it out: every page shows the lines of \(shown.path)",
                    at: block.place(of: range))
            }
        }
    }

    /// who writes of suicide has somebody look at it who is trained in it.
    static let suicideReviewer = HealthRule { page in
        let reviewers = page.front.review.reviewers
        if reviewers.isEmpty || reviewers.contains(where: { $0.role == .suicideSafety }) { return [] }
        for block in page.blocks {
            let words = ProseWord.all(of: block.text)
            let index = words.indices.first { index in
                isAboutSuicide(words[index].text)
                    || words[index].text == "self" && index + 1 < words.count
                        && isAboutSuicide("self" + words[index + 1].text)
            }
            guard let word = index.map({ words[$0] }) else { continue }
            return [
                page.report(
                    "suicide.reviewer",
                    "the page speaks of '\(block.text[word.range])', and no reviewer is trained in it",
                    help:
                        "have it reviewed, and name the reviewer under 'reviewedBy' with 'role: suicide-safety'",
                    at: block.place(of: word.range))
            ]
        }
        return []
    }

    private static func isAboutSuicide(_ word: String) -> Bool {
        let bare = word.filter { $0 != "-" }
        return bare.hasPrefix("suicid") || bare.hasPrefix("selfharm") || bare == "parasuicide"
            || bare.hasPrefix(SpanishWords.selfHarm)
    }
}

/// The numbers of the site's crisis lines, and those for emergencies.
struct CrisisNumbers {
    /// Digits, by themselves.
    private let lines: Set<String>
    /// Numbers that are nothing but numbers elsewhere: told beside a verb of calling.
    private static let emergency: Set<String> = ["911", "999", "112", "111", "000"]
    private static let calling: Set<String> = SpanishWords.calling.union([
        "call", "calls", "calling", "called", "dial", "dials", "dialing", "dialling", "text", "texts",
        "texting", "phone",
        "phones", "phoning", "ring", "ringing", "number", "telephone",
    ])
    /// What is counted: '988 people took part'.
    private static let counted: Set<String> = SpanishWords.counted.union([
        "people", "patients", "adults", "participants", "studies", "trials", "women", "men", "children",
        "veterans", "cases",
        "persons", "clinics", "days", "hours", "minutes", "weeks", "months", "years", "times", "sessions",
        "percent", "of",
    ])

    init(lines: [CrisisData.Line]) {
        self.lines = Set(lines.flatMap { [$0.call, $0.text] }.map(Self.digits).filter { $0.count >= 3 })
    }

    private static func digits(_ text: String) -> String {
        String(text.prefix { $0 != "(" }.filter { $0.isNumber })
    }

    func places(in block: ProseBlock) -> [Range<String.Index>] {
        let words = ProseWord.all(of: block.text)
        var places: [Range<String.Index>] = []
        var index = 0
        while index < words.count {
            guard words[index].isNumber else {
                index += 1
                continue
            }
            let end = Self.endOfNumber(at: index, in: words)
            if isTold(words, index..<end), let range = block.range(of: words[index..<end]) {
                places.append(range)
            }
            index = end
        }
        return places
    }

    /// Groups of digits with spaces, hyphens, points or brackets between them are one number: '116 123'.
    private static func endOfNumber(at start: Int, in words: [ProseWord]) -> Int {
        var end = start + 1
        var next = end
        while next < words.count, next - end < 2 {
            if words[next].isNumber, words[next].text.allSatisfy(\.isNumber) {
                end = next + 1
            } else if !"-.()/–".contains(words[next].text) {
                break
            }
            next += 1
        }
        return end
    }

    private func isTold(_ words: [ProseWord], _ range: Range<Int>) -> Bool {
        let digits = words[range].map(\.text).joined().filter(\.isNumber)
        let isCounted = range.upperBound < words.count && Self.counted.contains(words[range.upperBound].text)
        let near = words[max(0, range.lowerBound - 4)..<min(words.count, range.upperBound + 2)]
        let isCalled = near.contains { Self.calling.contains($0.text) }
        if lines.contains(digits) || lines.contains(String(digits.drop { $0 == "1" || $0 == "0" })) {
            return !isCounted || isCalled
        }
        if !lines.isEmpty, range.count > 1 {
            // Two numbers side by side: '988 116 123'.
            for word in words[range] where lines.contains(word.text) && word.text.count == 3 && isCalled {
                return true
            }
        }
        return Self.emergency.contains(digits) && isCalled && !isCounted
    }
}
