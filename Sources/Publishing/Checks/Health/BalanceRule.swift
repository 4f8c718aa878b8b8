import Markup

extension HealthRule {
    /// what may help and what may harm stand together, with what is not known and what else there is.
    static let balance = HealthRule { page in
        let front = page.front
        guard front.kind == .treatment || front.kind == .decision else { return [] }
        let lists: [(key: FrontMatter.Key, items: [Written<String>], what: String)] = [
            (.benefits, front.benefits, "what may get better"), (.harms, front.harms, "what may go wrong"),
            (.unknowns, front.unknowns, "what nobody knows yet"),
            (.alternatives, front.alternatives, "what else there is, no change for now among it"),
            (.whoShouldNot, front.whoShouldNot, "who should not have it"),
        ]
        var diagnostics = lists.filter { $0.items.allSatisfy { $0.value.allSatisfy(\.isWhitespace) } }.map {
            list in
            page.report(
                "balance.missing", "a page of this kind needs '\(list.key.rawValue)'",
                help: "add '\(list.key.rawValue):' with \(list.what)", at: page.place(of: list.key))
        }
        if !front.alternatives.isEmpty, !front.alternatives.contains(where: { isNoChange($0.value) }) {
            diagnostics.append(
                page.report(
                    "balance.missing", "no alternative is to change nothing for now",
                    help: "add an item such as 'No change for now, with a plan for what to watch'",
                    at: page.place(of: .alternatives)))
        }
        let (benefits, harms) = (words(front.benefits), words(front.harms))
        if harms > 0, Double(benefits) > 1.5 * Double(harms) {
            diagnostics.append(
                page.report(
                    "balance.unequal", severity: .warning,
                    "the benefits have \(benefits) words, the harms \(harms)",
                    help: "say less of the benefits, or more of the harms: at most half as much again",
                    at: page.place(of: .benefits)))
        }
        return diagnostics
    }

    private static func words(_ items: [Written<String>]) -> Int {
        items.reduce(0) { sum, item in
            var text = ProseText()
            let document = Parser().parse(Array(item.value.utf8))
            for index in document.nodes(.text) { text.append(document.bytes(document.nodes[index].text)) }
            return sum + WordScanner.words(in: text.bytes).count { !$0.isMark }
        }
    }

    private static let denials: Set<String> = ["no", "not", "without", "nothing", "never", "don't"]
    /// What is not done, where nothing changes.
    private static let changes: Set<String> = [
        "change", "changes", "changing", "treatment", "treatments", "new", "treated", "start", "starting",
        "begin",
        "beginning",
    ]
    private static let waiting: Set<String> = [
        "wait", "waiting", "watch", "watchful", "stay", "staying", "stays", "carry", "carrying", "continue",
        "continuing",
        "keep", "keeping", "stick", "sticking", "leave", "leaving", "remain", "hold", "holding", "going",
        "go",
    ]
    private static let present: Set<String> = [
        "same", "now", "see", "seeing", "current", "present", "have", "are", "waiting", "is", "unchanged",
        "off", "already",
        "watch", "before",
    ]

    /// 'No change for now', 'not having treatment', 'watchful waiting', 'stay with what you have'.
    private static func isNoChange(_ text: String) -> Bool {
        let words = ProseWord.all(of: text).filter { !$0.isMark }.map(\.text)
        return words.indices.contains { index in
            let (word, next) = (words[index], words[(index + 1)...])
            if denials.contains(word) {
                // 'No single treatment helps all' is about others.
                let near = next.prefix(4)
                return near.contains(where: changes.contains) && !near.contains("single")
                    && !near.contains("one")
            }
            if word == "do" || word == "doing" || word == "changing" || word == "change" {
                return next.first == "nothing"
            }
            if word == "watchful" { return next.first == "waiting" }
            return waiting.contains(word) && next.prefix(6).contains(where: present.contains)
        }
    }
}
