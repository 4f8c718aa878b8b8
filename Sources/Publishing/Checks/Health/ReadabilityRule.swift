import Markup

extension HealthRule {
    /// R-9: patients' pages are in plain words.
    static let readability = HealthRule { page in
        guard page.isPatient, page.isEnglish else { return [] }
        let reader = ReadingLevel(page)
        return reader.longSentences + reader.longParagraphs + reader.longLists + reader.grade
    }
}

/// Reads a page as a reader has to: sentence by sentence.
struct ReadingLevel {
    /// Words of a sentence, sentences of a paragraph, items of a list: R-9.
    static let (mostWords, mostSentences, mostItems) = (25, 4, 7)

    /// `nil` where its formulas say nothing: they are of English words.
    static func level(of page: HealthPage) -> Readability? {
        page.isEnglish ? ReadingLevel(page).level : nil
    }

    private let page: HealthPage
    private let blocks: [ProseBlock]

    init(_ page: HealthPage) {
        self.page = page
        blocks = page.blocks.filter { block in
            switch block.kind {
            case .paragraph, .item: block.alert != .studyDetail
            case .heading, .cell, .code, .alternative, .field, .data: false
            }
        }
    }

    var longSentences: [Diagnostic] {
        blocks.flatMap { block in
            block.sentences.filter { $0.words.count > Self.mostWords && $0.wordCount > Self.mostWords }.map {
                sentence in
                page.report(
                    "readability.sentence", severity: .warning,
                    "the sentence has \(sentence.wordCount) words",
                    help: "make two of it: at most \(Self.mostWords) words can be held in mind",
                    at: block.place(of: sentence.range))
            }
        }
    }

    var longParagraphs: [Diagnostic] {
        blocks.filter { $0.list == nil && $0.sentences.count > Self.mostSentences }.map { block in
            page.report(
                "readability.paragraph", severity: .warning,
                "the paragraph has \(block.sentences.count) sentences",
                help: "begin a new one after \(Self.mostSentences) at the latest", at: block.wholePlace)
        }
    }

    var longLists: [Diagnostic] {
        var lists: [Int: (items: Set<Int>, first: ProseBlock)] = [:]
        for block in blocks {
            guard let (list, item) = block.list else { continue }
            lists[list, default: ([], block)].items.insert(item)
        }
        return lists.filter { $0.value.items.count > Self.mostItems }.sorted { $0.key < $1.key }.map {
            _, list in
            page.report(
                "readability.paragraph", severity: .warning, "the list has \(list.items.count) items",
                help: "make groups of at most \(Self.mostItems), each with a heading of its own",
                at: list.first.wholePlace)
        }
    }

    /// Of the words that count: no addresses, and no terms that the glossary explains.
    var level: Readability {
        var level = Readability()
        for block in blocks where !block.hasAddress {
            let terms = terms(in: block.bytes[...]).map(\.range)
            var next = 0
            for sentence in block.sentences {
                level.add(
                    sentence: sentence.words.compactMap { word in
                        if word.isMark { return nil }
                        while next < terms.count, terms[next].upperBound <= word.range.lowerBound {
                            next += 1
                        }
                        let isTerm = next < terms.count && terms[next].contains(word.range.lowerBound)
                        return isTerm ? nil : Syllables.count(word.text)
                    })
            }
        }
        return level
    }

    var grade: [Diagnostic] {
        let level = level
        guard let grade = level.fleschKincaid else { return [] }
        let limits = page.site.configuration.readability
        guard grade > limits.warn else { return [] }
        let smog = level.smog.map { ", \($0.oneDecimal) by SMOG" } ?? ""
        return [
            page.report(
                "readability.grade", severity: grade > limits.error ? .error : .warning,
                "the page reads at grade \(grade.oneDecimal) (Flesch-Kincaid\(smog)); it is to be \(limits.warn.plain) or lower",
                help: help, at: page.place(of: .title))
        ]
    }

    /// What to begin with: the longest sentences, the hardest words, the first passives.
    private var help: String {
        let all = blocks.flatMap { block in block.sentences.map { (block: block, sentence: $0) } }
        var parts: [String] = []
        let long = all.map { (item: $0, words: $0.sentence.wordCount) }.filter { $0.words > 18 }
            .sorted { $0.words > $1.words }.prefix(3)
            .map { "\(place($0.item.block, $0.item.sentence.range)) (\($0.words) words)" }
        if !long.isEmpty { parts.append("shorten the sentences at \(long.joined(separator: ", "))") }
        let hard = hardWords(all).map { "'\($0.word)' (\($0.place))" }
        if !hard.isEmpty { parts.append("find plainer words for \(hard.joined(separator: ", "))") }
        let passive = all.lazy.compactMap { item in
            Passive.first(in: item.sentence).flatMap { words in
                item.sentence.words[words].extent.map { (item.block, $0) }
            }
        }.prefix(3).map { block, range in "'\(block.text(range))' (\(place(block, range)))" }
        if !passive.isEmpty { parts.append("say who does it: \(passive.joined(separator: ", "))") }
        return parts.isEmpty ? "use shorter sentences and plainer words" : parts.joined(separator: "; ")
    }

    private func place(_ block: ProseBlock, _ range: Range<Int>) -> String {
        let start = block.place(of: range).start
        return "\(start.line):\(start.column)"
    }

    private func hardWords(
        _ all: [(block: ProseBlock, sentence: Sentence)]
    ) -> [(word: String, place: String)] {
        var seen: [String: (weight: Int, syllables: Int, block: ProseBlock, range: Range<Int>)] = [:]
        for (block, sentence) in all {
            for word in sentence.words where !word.isMark && word.range.count > 5 {
                if let known = seen[word.text] {
                    seen[word.text]?.weight = known.weight + known.syllables
                    continue
                }
                let syllables = Syllables.count(word.text)
                if syllables >= 4 { seen[word.text] = (syllables, syllables, block, word.range) }
            }
        }
        let hardest = seen.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
        return hardest.lazy.filter { !isTerm($0.key) }.prefix(Self.mostNamed).map { word, found in
            (word, place(found.block, found.range))
        }
    }

    /// Words that the glossary explains may be hard.
    private func isTerm(_ word: String) -> Bool { !terms(in: Array(word.utf8)[...]).isEmpty }

    private func terms(in text: ArraySlice<UInt8>) -> [TermMatcher.Match] {
        page.site.matcher(in: page.page.language)?.matches(in: text) ?? []
    }

    private static let mostNamed = 5
}

/// A form of 'be' and a participle: 'was given'.
private enum Passive {
    private static let participles: Set<String> = [
        "given", "taken", "made", "done", "seen", "shown", "known", "found", "told", "held", "kept", "put",
        "sent", "written",
        "chosen", "driven", "thought", "brought", "paid", "led", "felt", "left", "lost", "built", "sold",
    ]

    static func first(in sentence: Sentence) -> Range<Int>? {
        if !sentence.kinds.contains(.being) { return nil }
        let words = sentence.words
        for index in words.indices.dropLast() where words[index].kinds.contains(.being) {
            var next = index + 1
            if words[next].text == "not" || words[next].text.hasSuffix("ly") { next += 1 }
            guard next < words.count else { continue }
            let word = words[next].text
            if participles.contains(word) || word.hasSuffix("ed") && word.count > 4 {
                return index..<next + 1
            }
        }
        return nil
    }
}

extension Double {
    /// `7.4`.
    fileprivate var oneDecimal: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    fileprivate var plain: String { self == rounded() ? "\(Int(self))" : oneDecimal }
}
