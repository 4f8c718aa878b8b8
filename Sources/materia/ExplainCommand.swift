import ArgumentParser
import Markup
import Publishing

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tells what a diagnostic means, why it matters, and what to do.",
        discussion: "Without an id it lists all diagnostics, one to a line.")

    @Argument(
        help: ArgumentHelp("The name at the end of a message, such as link.vague.", valueName: "id"),
        completion: .list(Explanation.all.map(\.id)))
    var id: String?

    @Option(help: "How to print: json, or text for all others.") var format: DiagnosticFormat = .text

    @Flag(help: "Print the reference of all diagnostics, as docs/diagnostics.md has it.") var markdown = false

    // Every verb takes these; here they change nothing.
    @OptionGroup var site: SiteOptions

    func run() async throws {
        if markdown { return Terminal.write(Explanation.reference) }
        guard let id else {
            let width = Explanation.all.map(\.id.count).max() ?? 0
            return Terminal.write(
                format == .json
                    ? JSONText.of(Explanation.all.map(Entry.init))
                    : Explanation.all.map { explanation in
                        let padding = String(repeating: " ", count: width - explanation.id.count)
                        return "\(explanation.id)\(padding)  \(explanation.meaning)\n"
                    }.joined())
        }
        guard let explanation = Explanation[id] else {
            let nearest = NearestName.of(id, among: Explanation.all.map(\.id))
            let help = nearest.map { "did you mean '\($0)'?" } ?? "'materia explain' lists them all"
            throw OperatorError("there is no diagnostic '\(id)'; \(help)")
        }
        Terminal.write(format == .json ? JSONText.of(Entry(explanation)) : text(explanation))
    }

    private func text(_ explanation: Explanation) -> String {
        let example = explanation.example
        var text = "\(explanation.id) (\(explanation.severity.words))\n\n"
        text += "What  \(wrapped(explanation.meaning))\n"
        text += "Why   \(wrapped(explanation.reason))\n\n"
        text += "Wrong, \(example.place.words):\n\n\(indented(example.wrong))\n\n"
        text += "Right:\n\n\(indented(example.right))\n\n"
        return text + "Do    \(wrapped(explanation.remedy))\n"
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
            .joined(separator: "\n")
    }

    /// At 80 columns, under its first word.
    private func wrapped(_ text: String) -> String {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + 1 + word.count > 74 {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines.joined(separator: "\n      ")
    }

    private struct Entry: Encodable {
        let id, severity, meaning, reason, wrong, right, place, remedy: String

        init(_ explanation: Explanation) {
            (id, severity) = (explanation.id, explanation.severity.words)
            (meaning, reason, remedy) = (explanation.meaning, explanation.reason, explanation.remedy)
            (wrong, right) = (explanation.example.wrong, explanation.example.right)
            place = explanation.example.place.words
        }
    }
}
