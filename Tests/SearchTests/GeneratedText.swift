import TestSupport

/// Made-up texts in many scripts, the same on every run.
struct GeneratedText {
    private var random: RandomNumbers
    /// The words that texts are made of; the first ones most often.
    private let vocabulary: [String]

    init(seed: UInt64, words: Int = 400) {
        random = RandomNumbers(seed: seed)
        var made: [String] = []
        for _ in 0..<words { made.append(Self.word(&random)) }
        vocabulary = made
    }

    private static let syllables =
        "ka tin o rel su mo lan dé pra zine bel er ing s qui ny vo".split(separator: " ").map(String.init)
    private static let letters = """
        é ü ñ ç ß æ œ ø đ ł ı İ ﬁ ǆ ŉ ς Σ ά ω λό ж Й їжак ё e\u{301} o\u{308} a\u{30A}\u{323} 한글 각\u{11A8} ᄒ\u{1161} \
        日本 漢 字典 カタ が か\u{3099} ไทย ก็ မြန် ខ្មែ ລາວ שָׁלוֹם كِتاب ا\u{653} हिन्दी क\u{93C} 𝒳 𐐷 𠮷 ① Ⅷ ½ ٣ ２ Ａ ｶﾞ ™ \
        ℠ 😀 👨\u{200D}👩 x\u{301} \u{301} \u{20DD} \u{903} \u{AD} \u{200B} \u{200D} \u{2060} \u{FEFF} 1 7 x2 ª ʰ ﷺ ㎏ ẞ ꟷ Ω
        """.split(separator: " ").map(String.init)
    private static let marks = ["'", "’", "‘", "ʼ", "＇", "'s", "’s", "'s'", "''", "-", "‐", "‑", "–"]
    private static let separators = [
        " ", " ", " ", " ", "-", ", ", "‑", " (", ") ", "\u{A0}", " \u{301}", "/", "'",
    ]
    private static let others = [" ", "\n", "\"", "_", "\u{85}"]

    private static func word(_ random: inout RandomNumbers) -> String {
        var word = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<7: word += pick(syllables, &random)
            case 7, 8: word += pick(letters, &random)
            default: word += pick(marks, &random)
            }
        }
        return Int.random(in: 0..<8, using: &random) == 0 ? word.uppercased() : word
    }

    private static func pick(_ list: [String], _ random: inout RandomNumbers) -> String {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    mutating func number(below end: Int) -> Int { Int.random(in: 0..<end, using: &random) }

    /// A word of the vocabulary.
    mutating func word() -> String {
        let share = Double.random(in: 0..<1, using: &random)
        return vocabulary[Int(share * share * share * Double(vocabulary.count))]
    }

    mutating func words(_ count: ClosedRange<Int>) -> String {
        var text = ""
        for _ in 0..<Int.random(in: count, using: &random) {
            if !text.isEmpty { text += Self.pick(Self.separators, &random) }
            text += word()
        }
        return text
    }

    /// Anything at all.
    mutating func characters(_ count: ClosedRange<Int>) -> String {
        var text = ""
        for _ in 0..<Int.random(in: count, using: &random) {
            let lists = [Self.syllables, Self.letters, Self.letters, Self.marks, Self.others]
            text += Self.pick(lists[number(below: lists.count)], &random)
        }
        return text
    }

    /// As somebody types it: a few words, some cut short or mistyped, some in quotes.
    mutating func query() -> String {
        var parts: [String] = []
        for _ in 0...number(below: 5) {
            switch number(below: 12) {
            case 0: parts.append(characters(1...3))
            case 1: parts.append("\"" + words(1...3) + "\"")
            case 2: parts.append("the")
            case 3: parts.append("“" + words(1...2) + "”")
            case 4, 5: parts.append(mistyped(word()))
            case 6: parts.append(String(word().unicodeScalars.prefix(3)))
            default: parts.append(words(1...2))
            }
        }
        return parts.joined(separator: number(below: 9) == 0 ? "-" : " ")
    }

    private mutating func mistyped(_ word: String) -> String {
        var letters = Array(word.unicodeScalars)
        for _ in 0...number(below: 2) where letters.count > 1 {
            let place = number(below: letters.count - 1)
            switch number(below: 4) {
            case 0: letters.remove(at: place)
            case 1: letters.insert("k", at: place)
            case 2: letters.swapAt(place, place + 1)
            default: letters[place] = "o"
            }
        }
        return String(String.UnicodeScalarView(letters))
    }
}
