import Foundation
import Markup

/// Workflow commands that GitHub shows beside the lines of a change.
///
/// Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
enum GitHubReport {
    /// Annotations of a kind that GitHub shows of one step.
    private static let mostOfAKind = 10

    /// In bytes; GitHub refuses a summary over 1 MiB.
    private static let longestSummary = 1_000_000

    /// The annotations that GitHub will show, and all others.
    static func divided(_ diagnostics: [Diagnostic]) -> (shown: [Diagnostic], rest: [Diagnostic]) {
        var counts: [Diagnostic.Severity: Int] = [:]
        var (shown, rest): ([Diagnostic], [Diagnostic]) = ([], [])
        for diagnostic in diagnostics {
            counts[diagnostic.severity, default: 0] += 1
            let isShown = counts[diagnostic.severity, default: 0] <= mostOfAKind
            if isShown { shown.append(diagnostic) } else { rest.append(diagnostic) }
        }
        return (shown, rest)
    }

    /// What the log of the step holds: the annotations, then the others as plain lines.
    static func log(_ diagnostics: [Diagnostic], site: String) -> String {
        let (shown, rest) = divided(diagnostics)
        return shown.map { line(for: $0, site: site) + "\n" }.joined()
            + rest.map { diagnostic in
                let (file, start) = (path(diagnostic.file, site: site), diagnostic.range.start)
                let words = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id)]"
                return data("\(file):\(start.line):\(start.column): \(words); \(diagnostic.help)") + "\n"
            }.joined()
    }

    /// The annotations that are not shown, as Markdown for `GITHUB_STEP_SUMMARY`; empty where all are shown.
    static func summary(_ diagnostics: [Diagnostic], site: String) -> String {
        let (shown, rest) = divided(diagnostics)
        if rest.isEmpty { return "" }
        var text =
            "### materia: \(rest.count) more\n\nGitHub shows \(shown.count) of \(diagnostics.count) beside "
        text += "the lines; here are the others.\n\n| | place | what | do |\n| --- | --- | --- | --- |\n"
        for (index, diagnostic) in rest.enumerated() {
            let start = diagnostic.range.start
            let place = "\(path(diagnostic.file, site: site)):\(start.line):\(start.column)"
            let row = [
                diagnostic.severity.rawValue, place, "\(diagnostic.message) (\(diagnostic.id))",
                diagnostic.help,
            ]
            let line = "| " + row.map(cell).joined(separator: " | ") + " |\n"
            if text.utf8.count + line.utf8.count > longestSummary {
                return text + "\nand \(rest.count - index) more: 'materia check' tells them all.\n"
            }
            text += line
        }
        return text + "\n"
    }

    /// Text in a cell of a table, with nothing in it that GitHub would take for Markdown or HTML.
    private static func cell(_ text: String) -> String {
        String(
            text.flatMap { character -> [Character] in
                if character.isNewline { return [" "] }
                return "\\`*_{}[]<>()#|~&@".contains(character) ? ["\\", character] : [character]
            })
    }

    /// - Parameter site: the site's folder as seen from the repository's, where the workflow runs.
    static func line(for diagnostic: Diagnostic, site: String) -> String {
        let start = diagnostic.range.start
        let file = path(diagnostic.file, site: site)
        let place = "file=\(property(file)),line=\(start.line),col=\(start.column)"
        return "::\(diagnostic.severity.rawValue) \(place),title=\(property(diagnostic.id))::"
            + data("\(diagnostic.message); \(diagnostic.help)")
    }

    /// From the repository's folder, which is the one the workflow runs in; from the site's where that lies elsewhere.
    static func path(_ file: String, site: String) -> String {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardized.path
        let folder = URL(fileURLWithPath: site).absoluteURL.standardized.path
        return folder.hasPrefix(here + "/") ? folder.dropFirst(here.count + 1) + "/" + file : file
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
