import Markup
import Yams

/// Words that a site does not use, and verbs too strong for what is known: of the safety rules.
struct WordingList: Sendable {
    static let path = "Content/Data/wording.yaml"

    struct Rule: Sendable {
        let pattern: WordPattern
        /// What to write instead.
        let use: String
    }

    private(set) var suicide: [Rule] = []
    private(set) var banned: [Rule] = []
    private(set) var avoid: [Rule] = []
    /// All patterns, list by list.
    private var search = PatternSearch([])
    /// For each certainty the words that say more than it allows.
    private(set) var tooStrong: [Finding.Certainty: [String]] = [:]

    static func read(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> WordingList {
        var list = WordingList()
        var yaml = YAMLReader(YAMLText(path: source.path, bytes: source.bytes[...]))
        defer { diagnostics += yaml.diagnostics }
        guard TextEncoding.check(source, &yaml.diagnostics), let root = yaml.text.compose(&yaml.diagnostics)
        else { return list }
        for (key, node) in yaml.entries(of: root, in: "", known: ["suicide", "banned", "avoid", "tooStrong"])
        where !yaml.isEmpty(node) {
            switch key {
            case "suicide": list.suicide = rules(key, node, &yaml)
            case "banned": list.banned = rules(key, node, &yaml)
            case "avoid": list.avoid = rules(key, node, &yaml)
            default: list.tooStrong = verbs(node, &yaml)
            }
        }
        list.search = PatternSearch(list.lists.flatMap { $0.rules.map(\.pattern) })
        return list
    }

    private static func rules(_ name: String, _ node: Yams.Node, _ yaml: inout YAMLReader) -> [Rule] {
        yaml.list(name, node).compactMap { rule(name, $0, &yaml) }
    }

    private static func rule(_ name: String, _ node: Yams.Node, _ yaml: inout YAMLReader) -> Rule? {
        var (pattern, use): (WordPattern?, String) = (nil, "")
        var isThere = false
        for (key, value) in yaml.entries(of: node, in: name, known: ["pattern", "use"]) {
            guard let text = yaml.string(key, value) else { continue }
            if key == "use" {
                use = text
                continue
            }
            isThere = true
            pattern = WordPattern(text)
            if pattern == nil {
                yaml.report(
                    "data.syntax", "the pattern '\(text.excerpt)' is no regular expression",
                    help: "look for brackets that do not close, and for a '*' or '+' after nothing", at: value
                )
            }
        }
        if !isThere, node.mapping != nil {
            yaml.report(
                "key.missing", "a rule of '\(name)' has no 'pattern'",
                help: "write '{pattern: …, use: what to write instead}'", at: node)
        }
        return pattern.map { Rule(pattern: $0, use: use) }
    }

    private static func verbs(_ node: Yams.Node, _ yaml: inout YAMLReader) -> [Finding.Certainty: [String]] {
        var verbs: [Finding.Certainty: [String]] = [:]
        let known = Finding.Certainty.allCases.map(\.rawValue)
        for (key, value) in yaml.entries(of: node, in: "tooStrong", known: known) {
            guard let certainty = Finding.Certainty(rawValue: key) else { continue }
            verbs[certainty] = yaml.texts(key, value).map(\.value)
        }
        return verbs
    }

    enum List: Int, Sendable { case suicide, banned, avoid }

    /// Words that a list has, in a text.
    struct Match {
        let list: List
        let use: String
        let range: Range<Int>
    }

    private var lists: [(list: List, rules: [Rule])] {
        [(.suicide, suicide), (.banned, banned), (.avoid, avoid)]
    }

    /// What the lists have of a text, list by list and rule by rule.
    ///
    /// - Parameter bytes: as `ProseText` makes them.
    func matches(in bytes: [UInt8]) -> [Match] {
        let found = search.matches(in: bytes)
        if found.isEmpty { return [] }
        let rules = lists.flatMap { list, rules in rules.map { (list, $0.use) } }
        return found.map { Match(list: rules[$0.pattern].0, use: rules[$0.pattern].1, range: $0.range) }
    }

    /// What a certainty does not allow: its own list, and those of all surer ones.
    func tooStrong(for certainty: Finding.Certainty) -> [String] {
        let order: [Finding.Certainty] = [.high, .moderate, .low, .veryLow, .none]
        let index = order.firstIndex(of: certainty) ?? 0
        return order[...index].flatMap { tooStrong[$0] ?? [] }
    }
}
