import Markup
import Yams

/// A value and the place where it was written.
struct Written<Value: Sendable>: Sendable {
    var value: Value
    var range: SourceRange
}

extension Written: Equatable where Value: Equatable {}
extension Written: Hashable where Value: Hashable {}

/// Takes typed values out of YAML, and tells what is not of its type.
struct YAMLReader {
    let text: YAMLText
    var diagnostics: [Diagnostic] = []

    init(_ text: YAMLText) { self.text = text }

    /// Keys that a message lists: more are read by nobody.
    private static let mostNamed = 40

    typealias Entry = (key: String, value: Yams.Node)

    mutating func report(
        _ id: String, severity: Diagnostic.Severity = .error, _ message: String, help: String,
        at node: Yams.Node
    ) {
        diagnostics.append(
            Diagnostic(id, severity: severity, message, help: help, file: text.path, at: text.range(of: node))
        )
    }

    /// The entries of a map whose keys are known; tells the unknown ones with the nearest that is known.
    mutating func entries(of node: Yams.Node, in name: String, known: [String]) -> [Entry] {
        guard let all = entries(of: node, in: name) else { return [] }
        return all.filter { entry in
            if known.contains(entry.key) { return true }
            let nearest = NearestName.of(entry.key, among: known)
            report(
                "key.unknown", "there is no key '\(entry.key.excerpt)'\(name.isEmpty ? "" : " in '\(name)'")",
                help: nearest.map { "write '\($0)'" }
                    ?? (known.count > Self.mostNamed
                        ? "take it out" : "use one of: \(known.joined(separator: ", "))"),
                at: entry.keyNode)
            return false
        }.map { ($0.key, $0.value) }
    }

    /// The entries of a map with whatever keys; `nil`, told, where the node is none.
    mutating func entries(
        of node: Yams.Node, in name: String
    ) -> [(key: String, value: Yams.Node, keyNode: Yams.Node)]? {
        guard case .mapping(let mapping) = node else {
            wrongType(name, node, "a map of 'key: value'")
            return nil
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string else {
                wrongType("key", key, "a word")
                return nil
            }
            return (name, value, key)
        }
    }

    mutating func wrongType(_ key: String, _ node: Yams.Node, _ expected: String, help: String? = nil) {
        let found = node.scalar.map { ", not '\($0.string.excerpt)'" } ?? ""
        let name = key.isEmpty ? "the text" : "'\(key)'"
        report(
            "key.type", "\(name) takes \(expected)\(found)",
            help: help ?? (key.isEmpty ? "write \(expected)" : "write \(expected) after '\(key):'"),
            at: node)
    }

    mutating func missing(_ key: String, _ node: Yams.Node, help: String) {
        report("key.missing", "'\(key)' is empty", help: help, at: node)
    }

    /// Nothing after the colon, or a null.
    func isEmpty(_ node: Yams.Node) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.string.isEmpty
            || scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
    }

    mutating func string(_ key: String, _ node: Yams.Node) -> String? {
        guard case .scalar(let scalar) = node else {
            wrongType(key, node, "text")
            return nil
        }
        if isEmpty(node) { return nil }
        guard isPrintable(scalar.string) else {
            report(
                "yaml.syntax", "'\(key)' holds a control character",
                help: "take the escape, such as '\\x01', out", at: node)
            return nil
        }
        return scalar.string
    }

    /// Without the control characters that no page can show, and that a feed may not hold: XML 1.0, section
    /// 2.2.
    func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            switch $0.value {
            case 0x09, 0x0A, 0x0D: true
            case ..<0x20, 0x7F, 0xFFFE, 0xFFFF: false
            default: true
            }
        }
    }

    mutating func written(_ key: String, _ node: Yams.Node) -> Written<String>? {
        string(key, node).map { Written(value: $0, range: text.range(of: node)) }
    }

    mutating func flag(_ key: String, _ node: Yams.Node) -> Bool? {
        if isEmpty(node) { return nil }
        if case .scalar(let scalar) = node, scalar.style == .plain {
            if ["true", "True", "TRUE"].contains(scalar.string) { return true }
            if ["false", "False", "FALSE"].contains(scalar.string) { return false }
        }
        wrongType(key, node, "true or false")
        return nil
    }

    mutating func integer(_ key: String, _ node: Yams.Node) -> Int? {
        if isEmpty(node) { return nil }
        if case .scalar(let scalar) = node, scalar.style == .plain, let number = Int(scalar.string) {
            return number
        }
        wrongType(key, node, "a whole number")
        return nil
    }

    mutating func number(_ key: String, _ node: Yams.Node) -> Double? {
        if case .scalar(let scalar) = node, scalar.style == .plain, let number = Double(scalar.string),
            number.isFinite
        {
            return number
        }
        wrongType(key, node, "a number")
        return nil
    }

    mutating func date(_ key: String, _ node: Yams.Node) -> CalendarDate? {
        if isEmpty(node) { return nil }
        if case .scalar(let scalar) = node, let date = CalendarDate(scalar.string) { return date }
        wrongType(
            key, node, "a date that the calendar has, as YYYY-MM-DD", help: "write a date such as 2026-11-23")
        return nil
    }

    /// A list of texts, or a single text for a list of one.
    mutating func texts(_ key: String, _ node: Yams.Node) -> [Written<String>] {
        if isEmpty(node) { return [] }
        switch node {
        case .scalar: return written(key, node).map { [$0] } ?? []
        case .sequence(let sequence): return sequence.compactMap { written(key, $0) }
        case .mapping, .alias:
            wrongType(key, node, "a list of texts")
            return []
        }
    }

    mutating func list(_ key: String, _ node: Yams.Node) -> [Yams.Node] {
        if isEmpty(node) { return [] }
        if case .sequence(let sequence) = node { return Array(sequence) }
        wrongType(key, node, "a list")
        return []
    }

    /// One of a few words.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ node: Yams.Node, of type: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        guard let word = string(key, node) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        wrongType(
            key, node, "one of: \(words.joined(separator: ", "))",
            help: NearestName.of(word, among: words).map { "write '\($0)'" })
        return nil
    }
}
