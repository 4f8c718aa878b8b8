/// Numbers in letters.
enum SpelledNumber {
    private static let units: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    private static let tens: [String: Double] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]
    private static let large: [String: Double] = ["hundred": 100, "thousand": 1_000, "million": 1_000_000]
    private static let parts: [String: Double] = [
        "half": 0.5, "quarter": 0.25, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarters": 0.25, "fifth": 0.2,
        "fifths": 0.2,
    ]

    static let words = Set(units.keys).union(tens.keys).union(large.keys).union(parts.keys)

    static func digit(_ word: String) -> Int? { units[word].flatMap { $0 < 10 ? Int($0) : nil } }

    static func isPart(_ word: String) -> Bool {
        parts[word] != nil || word.split(separator: "-").last.map { parts[String($0)] != nil } == true
    }

    /// Of one word: 'two', 'forty-five'.
    static func value(_ word: String) -> Double? {
        if let value = units[word] ?? tens[word] ?? large[word] { return value }
        let pair = word.split(separator: "-")
        guard pair.count == 2, let ten = tens[String(pair[0])], let unit = units[String(pair[1])] else {
            return nil
        }
        return ten + unit
    }

    /// Of several words, 'a hundred and fifty'; with the number of the words.
    static func value(at start: Int, in words: [ProseWord]) -> (value: Double, count: Int)? {
        var index = start
        let isArticle = words[index].text == "a" || words[index].text == "an"
        if isArticle { index += 1 }
        var (total, group): (Double, Double) = (0, isArticle ? 1 : 0)
        let first = index
        while index < words.count {
            let word = words[index].text
            if let scale = large[word] {
                (total, group) = (total + max(1, group) * scale, 0)
            } else if let value = value(word) {
                if isArticle, index == first { return nil }
                // 'one two' are two numbers.
                if group > 0, !(group.truncatingRemainder(dividingBy: 10) == 0 && value < 10 && group >= 20) {
                    break
                }
                group += value
            } else if word == "and", total > 0, index + 1 < words.count, value(words[index + 1].text) != nil {
                // 'a hundred and fifty'
            } else {
                break
            }
            index += 1
        }
        return index == first ? nil : (total + group, index - start)
    }
}
