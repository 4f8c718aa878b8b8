import Markup
import Search
import Yams

/// Words that mean the same to a reader who searches: `Content/Data/synonyms.yaml`.
enum SynonymList {
    static let path = "Content/Data/synonyms.yaml"

    static func read(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> [SearchSettings.Synonym] {
        var yaml = YAMLReader(YAMLText(path: source.path, bytes: source.bytes[...]))
        defer { diagnostics += yaml.diagnostics }
        guard TextEncoding.check(source, &yaml.diagnostics), let root = yaml.text.compose(&yaml.diagnostics)
        else { return [] }
        return yaml.list("synonyms", root).compactMap { entry($0, &yaml) }
    }

    private static func entry(_ node: Yams.Node, _ yaml: inout YAMLReader) -> SearchSettings.Synonym? {
        if node.mapping == nil {
            let words = yaml.texts("synonyms", node).map(\.value)
            if words.count < 2, !yaml.isEmpty(node) {
                yaml.report(
                    "key.type", "a group of synonyms has a single word",
                    help: "name at least two words that mean the same, or leave the group out", at: node)
            }
            return words.count < 2 ? nil : .init(equal: words)
        }
        var (from, also): ([String], [String]) = ([], [])
        for (key, value) in yaml.entries(of: node, in: "synonyms", known: ["from", "also"]) {
            let words = yaml.texts("synonyms." + key, value).map(\.value)
            if key == "from" { from = words } else { also = words }
        }
        for (key, words) in [("from", from), ("also", also)] where words.isEmpty {
            yaml.report(
                "key.missing", "a synonym has no '\(key)'",
                help: "write '{from: [what readers type], also: [what finds the page]}'", at: node)
        }
        return from.isEmpty || also.isEmpty ? nil : .init(from: from, also: also)
    }
}
