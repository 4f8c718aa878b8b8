import Markup

extension HealthRule {
    /// numbers of crisis lines live in one file, where somebody checks them.
    static let crisisNumbers = HealthRule { page in
        let crisis = page.site.data.crisis
        guard !page.calls.isEmpty || page.blocks.contains(where: { $0.has(.number) }),
            let shown = crisis[page.page.language]
        else { return [] }
        let numbers = CrisisNumbers(lines: crisis.all.compactMap { $0 }.flatMap(\.lines))
        let inProse = page.blocks.flatMap { block in
            numbers.places(in: block).map { (block.text($0), block.place(of: $0)) }
        }
        // '[Samaritans](tel:116123)' types it, too; its words are told where they hold the number.
        let inLinks = page.calls.filter { call in
            numbers.isLine(call.number) && !inProse.contains { $0.1.start.line == call.range.start.line }
        }.map { ($0.number, $0.range) }
        return (inProse + inLinks).map { number, range in
            page.report(
                "crisis.typed-number", "the number '\(number)' is typed by hand",
                help: "take it out: every page shows the lines of \(shown.path)", at: range)
        }
    }

    /// who writes of suicide has somebody look at it who is trained in it.
    static let suicideReviewer = HealthRule { page in
        let reviewers = page.front.review.reviewers
        if reviewers.isEmpty || reviewers.contains(where: { $0.role == .suicideSafety }) { return [] }
        for block in page.blocks where block.isBodyOrTitle {
            let words = block.words
            guard let index = words.indices.first(where: { isAboutSuicide($0, in: words) }) else { continue }
            return [
                page.report(
                    "suicide.reviewer",
                    "the page speaks of '\(block.text(words[index].range))', and no reviewer is trained in it",
                    help:
                        "have it reviewed, and name the reviewer under 'reviewedBy' with 'role: suicide-safety'",
                    at: block.place(of: words[index].range))
            ]
        }
        return []
    }

    private static func isAboutSuicide(_ index: Int, in words: [ProseWord]) -> Bool {
        let word = words[index].text
        if word.contains("suicid") { return true }
        // 'Self harm', and 'self-' at the end of a line.
        if word == "self" {
            return words[(index + 1)...].first { $0.text != "-" }?.text.hasPrefix("harm") ?? false
        }
        let bare = word.filter { $0 != "-" }
        return bare.contains("selfharm") || bare.hasPrefix(SpanishWords.selfHarm)
    }
}

extension ProseBlock {
    fileprivate var isBodyOrTitle: Bool {
        if case .field(let key) = kind { return key == .title || key == .description }
        return true
    }
}

/// The numbers of the site's crisis lines, and those for emergencies.
struct CrisisNumbers: Sendable {
    /// Digits, by themselves.
    private let lines: Set<String>
    /// Numbers that are nothing but numbers elsewhere: told beside a verb of calling.
    private static let emergency: Set<String> = [
        "911", "999", "112", "111", "000", "113", "110", "119", "102", "108",
    ]
    private static let calling: Set<String> = SpanishWords.calling.union([
        "call", "calls", "calling", "called", "dial", "dials", "dialing", "dialling", "dialed", "dialled",
        "text", "texts",
        "texting", "phone", "phones", "phoning", "ring", "rings", "ringing", "telephone", "telephoning",
        "emergency",
        "sms", "hotline", "helpline", "lifeline",
    ])
    /// What is counted: '988 people took part'.
    private static let counted: Set<String> = SpanishWords.counted.union([
        "people", "patients", "adults", "participants", "studies", "trials", "women", "men", "children",
        "veterans",
        "cases", "persons", "clinics", "days", "hours", "minutes", "weeks", "months", "years", "times",
        "sessions",
        "percent", "of", "%", "pages", "words", "volunteers", "records", "reports", "teenagers",
        "adolescents", "users",
        "samples", "families", "students", "respondents", "sites", "calls", "texts", "countries", "papers",
        "hospitals", "entries", "references", "letters", "items", "rooms", "beds", "members",
    ])
    /// What leads to a number that is none of a line.
    private static let counting: Set<String> = [
        "of", "n", "=", "page", "pages", "room", "chapter", "year", "than", "over", "total", "sample", "in",
        "since",
        "until", "from", "about", "around", "nearly", "almost", "enrolled", "included", "recruited",
        "studied", "asked",
        "between", "and", "section", "figure", "table", "version", "number", "only", "all", "these", "other",
        "under",
    ]

    init(lines: [CrisisData.Line]) {
        let all = Set(lines.flatMap { [$0.call, $0.text] }.flatMap(Self.numbers))
        self.lines = all.subtracting(Self.emergency)
    }

    /// '741741 (HOME)', '112 or 999'.
    private static func numbers(_ text: String) -> [String] {
        let bare = text.prefix { $0 != "(" || text.hasPrefix("(") }
        return String(bare).replacing(" or ", with: ",").split(separator: ",").map {
            $0.filter { ("0"..."9").contains($0) }
        }
        .filter { $0.count >= 3 }
    }

    /// Whether these digits are those of a line, with or without what leads abroad.
    func isLine(_ number: String) -> Bool {
        let digits = number.filter(\.isNumber)
        if lines.contains(digits) { return true }
        return digits.count >= 5
            && lines.contains { line in
                line.count >= 5
                    && (digits.hasSuffix(line) && digits.count - line.count <= 4 || line == "1" + digits)
            }
    }

    func places(in block: ProseBlock) -> [Range<Int>] {
        if !block.has(.number) { return [] }
        return block.sentences.flatMap { sentence -> [Range<Int>] in
            if sentence.kinds.isDisjoint(with: .number) { return [] }
            return places(in: sentence.words).compactMap { sentence.words[$0].extent }
        }
    }

    private func places(in words: [ProseWord]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var index = 0
        while index < words.count {
            if let (digits, end) = Self.number(at: index, in: words) {
                if isTold(words, index..<end, digits) {
                    places.append(index..<end)
                } else {
                    places += parts(of: index..<end, in: words)
                }
                index = end
            } else {
                index += 1
            }
        }
        return places
    }

    /// Two numbers side by side, '988 116 123', or '988 / 911'.
    private func parts(of range: Range<Int>, in words: [ProseWord]) -> [Range<Int>] {
        if range.count < 2 { return [] }
        return range.filter { isTold(words, $0..<$0 + 1, words[$0].text.filter(\.isNumber)) }.map {
            $0..<$0 + 1
        }
    }

    /// Groups of digits with spaces, hyphens, points or brackets between them are one number, '116 123'; so are digits
    /// in words, 'nine eight eight'.
    private static func number(at start: Int, in words: [ProseWord]) -> (digits: String, end: Int)? {
        guard isDigits(words[start]) else { return spelled(at: start, in: words) }
        var end = start + 1
        var next = end
        while next < words.count, next - end < 3 {
            if isDigits(words[next]) {
                end = next + 1
            } else if !"-.()/–".contains(words[next].text) {
                break
            }
            next += 1
        }
        return (words[start..<end].map(\.text).joined().filter(\.isNumber), end)
    }

    private static func isDigits(_ word: ProseWord) -> Bool { word.isNumber && !word.kinds.contains(.unit) }

    private static func spelled(at start: Int, in words: [ProseWord]) -> (digits: String, end: Int)? {
        guard words[start].kinds.contains(.spelled) else { return nil }
        var digits = ""
        var (end, next) = (start, start)
        while next < words.count {
            if words[next].text == "-" || words[next].text == "," {
                next += 1
                continue
            }
            let parts = words[next].text.split(separator: "-").map {
                $0 == "oh" ? 0 : SpelledNumber.digit(String($0))
            }
            guard parts.allSatisfy({ $0 != nil }) else { break }
            digits += parts.map { String($0 ?? 0) }.joined()
            next += 1
            end = next
        }
        return digits.count >= 3 ? (digits, end) : nil
    }

    private func isTold(_ words: [ProseWord], _ range: Range<Int>, _ digits: String) -> Bool {
        let after = words[range.upperBound...]
        let isCounted = after.prefix(3).contains { Self.counted.contains($0.text) }
        let near = words[max(0, range.lowerBound - 8)..<min(words.count, range.upperBound + 3)]
        let isCalled = near.contains { Self.calling.contains($0.text) }
        if Self.emergency.contains(digits) { return isCalled && !isCounted }
        guard isLine(digits) else { return false }
        // Short numbers may be of anything.
        if digits.count > 4 || isCalled { return digits.count > 4 || !isCounted }
        let before = range.lowerBound > 0 ? words[range.lowerBound - 1].text : ""
        if ["$", "£", "€", "/"].contains(before) { return false }
        return !isCounted && !Self.counting.contains(before)
    }
}
