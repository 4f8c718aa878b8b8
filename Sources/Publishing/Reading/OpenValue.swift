import Markup
import Yams

/// What a writer puts under `params` for the site's own templates.
enum OpenValue: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case list([OpenValue])
    case map([String: OpenValue])

    /// Values in one `params`, aliases followed: enough for any page, and a bound on what aliases of aliases
    /// can do.
    static let most = 10_000
}

extension YAMLReader {
    mutating func open(_ key: String, _ node: Yams.Node) -> OpenValue? {
        var left = OpenValue.most
        let value = open(node, left: &left)
        if left < 0 {
            wrongType(key, node, "at most \(OpenValue.most) values")
            return nil
        }
        return value
    }

    private mutating func open(_ node: Yams.Node, left: inout Int) -> OpenValue {
        left -= 1
        guard left >= 0 else { return .text("") }
        switch node {
        case .scalar(let scalar):
            if scalar.style == .plain, scalar.string == "true" { return .flag(true) }
            if scalar.style == .plain, scalar.string == "false" { return .flag(false) }
            return .text(isEmpty(node) ? "" : string("params", node) ?? "")
        case .sequence(let sequence):
            var values: [OpenValue] = []
            for item in sequence where left >= 0 { values.append(open(item, left: &left)) }
            return .list(values)
        case .mapping(let mapping):
            var values: [String: OpenValue] = [:]
            for (key, value) in mapping where left >= 0 {
                values[key.scalar?.string ?? ""] = open(value, left: &left)
            }
            return .map(values)
        case .alias: return .text("")
        }
    }
}
