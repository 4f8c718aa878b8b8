import Markup
import Yams

/// Where to turn in a crisis: R-1 of the safety rules.
struct CrisisData: Sendable {
    /// Markdown; `{lines}` stands where the lines go.
    var message = ""
    var messageRange = SourceRange.startOfFile
    var lines: [Line] = []
    /// The file that says so.
    let path: String

    /// In the site's own language.
    static let path = "Content/Data/crisis.yaml"

    struct Line: Sendable {
        var country = ""
        var name = ""
        var call = ""
        var text = ""
        var chat = ""
        var email = ""
        var hours = ""
        var note = ""
        var verifiedOn: CalendarDate?
        var sourceURL = ""
        /// Where the day of the last check stands.
        var verifiedRange = SourceRange.startOfFile
    }

    private static let lineKeys = [
        "country", "name", "call", "text", "chat", "email", "hours", "note", "verifiedOn", "sourceURL",
    ]

    static func read(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> CrisisData? {
        var yaml = YAMLReader(YAMLText(path: source.path, bytes: source.bytes[...]))
        defer { diagnostics += yaml.diagnostics }
        guard TextEncoding.check(source, &yaml.diagnostics) else { return nil }
        guard let root = yaml.text.compose(&yaml.diagnostics) else {
            if yaml.diagnostics.isEmpty {
                yaml.diagnostics.append(
                    Diagnostic(
                        "crisis.missing", "the crisis data has no 'message' and no 'lines'",
                        help: "write both; every page of a health site shows them", file: source.path,
                        at: .startOfFile))
            }
            return nil
        }
        var data = CrisisData(path: source.path)
        for (key, node) in yaml.entries(of: root, in: "", known: ["message", "lines"]) {
            if key == "message" {
                data.message = yaml.string(key, node) ?? ""
                data.messageRange = yaml.text.range(of: node)
            } else {
                data.lines = yaml.list(key, node).map { line($0, &yaml) }
            }
        }
        if data.message.isEmpty || data.lines.isEmpty {
            yaml.report(
                "crisis.missing", "the crisis data has no \(data.message.isEmpty ? "'message'" : "'lines'")",
                help: "write both; every page of a health site shows them", at: root)
        }
        return data
    }

    private static func line(_ node: Yams.Node, _ yaml: inout YAMLReader) -> Line {
        var line = Line()
        for (key, value) in yaml.entries(of: node, in: "lines", known: lineKeys) {
            if key == "verifiedOn" {
                line.verifiedOn = yaml.date(key, value)
                line.verifiedRange = yaml.text.range(of: value)
                continue
            }
            let text = yaml.string(key, value) ?? ""
            if ["chat", "sourceURL"].contains(key), !text.isEmpty, !Identifier.isWebAddress(text) {
                yaml.wrongType(key, value, "a web address", help: "write it whole, from 'https://' on")
            }
            switch key {
            case "country": line.country = text
            case "name": line.name = text
            case "call": line.call = text
            case "text": line.text = text
            case "chat": line.chat = text
            case "email": line.email = text
            case "hours": line.hours = text
            case "note": line.note = text
            default: line.sourceURL = text
            }
        }
        for (key, value) in [("name", line.name), ("sourceURL", line.sourceURL)] where value.isEmpty {
            yaml.report(
                "key.missing", "a crisis line has no '\(key)'", help: "add '\(key): …'", at: node)
        }
        if node.mapping != nil, [line.call, line.text, line.chat, line.email].allSatisfy(\.isEmpty) {
            yaml.report(
                "key.missing", "a crisis line has no way to reach it",
                help: "add 'call: …', 'text: …', 'chat: …' or 'email: …'", at: node)
        }
        if node.mapping != nil, line.verifiedOn == nil {
            yaml.report(
                "key.missing", "a crisis line has no 'verifiedOn'",
                help: "add the day on which somebody last tried it: 'verifiedOn: YYYY-MM-DD'", at: node)
        }
        return line
    }
}
