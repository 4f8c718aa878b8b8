import Foundation
import Search

/// Prints what a search found, for people.
struct SearchPrinter {
    let usesColour: Bool

    /// - Parameter isBrief: nothing but results, and what must not be missed.
    func describe(_ answer: SearchAnswer, isBrief: Bool) -> String {
        let notice = answer.notice.map { lines(of: $0) + [""] } ?? []
        let said = isBrief ? [] : explained(answer)
        let results = answer.results.enumerated().flatMap { index, page in lines(of: page, index + 1) + [""] }
        return (notice + said + (said.isEmpty ? [] : [""]) + results).map { $0 + "\n" }.joined()
    }

    func count(_ answer: SearchAnswer, _ query: String) -> String {
        switch answer.total {
        case 0: "nothing was found for '\(plain(query))'"
        case 1: "1 page"
        default: "\(answer.total) pages"
        }
    }

    private func explained(_ answer: SearchAnswer) -> [String] {
        let meant = answer.suggestion.map { suggestion in
            let text = paint(plain(suggestion.text), .bold)
            return suggestion.isShown ? "showing results for '\(text)'" : "did you mean '\(text)'?"
        }
        return (meant.map { [$0] } ?? [])
            + answer.also.map { "'\(plain($0.from))' is also looked for as '\(plain($0.to))'" }
    }

    private func lines(of page: SearchAnswer.Page, _ number: Int) -> [String] {
        let margin = String(repeating: " ", count: "\(number). ".count)
        let section = page.section.isEmpty ? "" : " (\(plain(page.section)))"
        let address = page.url + (page.anchor.isEmpty ? "" : "#" + page.anchor)
        let excerpt = page.excerpt.map { $0.isHit ? paint(plain($0.text), .yellow) : plain($0.text) }.joined()
        let head = "\(number). " + paint(plain(page.title), .bold) + section
        return [head, margin + paint(plain(address), .cyan)] + (excerpt.isEmpty ? [] : [margin + excerpt])
    }

    /// The message's paragraphs, with the lines where they belong.
    private func lines(of notice: SearchAnswer.Notice) -> [String] {
        let paragraphs = notice.message.split(separator: "\n").flatMap { paragraph in
            // The lines may stand among words: 'Help {lines}'.
            let words = paragraph.split(separator: "{lines}", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            return words.enumerated().flatMap { place, words in
                (place > 0 ? notice.lines.map(line) : []) + (words.isEmpty ? [] : [plain(words)])
            }
        }
        return paragraphs.map { paint($0, .bold) } + [plain(notice.url)]
    }

    private func line(_ line: SearchSettings.Crisis.Line) -> String {
        let ways = [("call", line.call), ("text", line.text), ("chat", line.chat)].filter { !$0.1.isEmpty }
            .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        let details = [line.hours, line.note].filter { !$0.isEmpty }.map { " (\($0))" }.joined()
        return plain("  \(line.name): \(ways)\(details)")
    }

    private func plain(_ text: String) -> String { DiagnosticPrinter.shown(Array(text.utf8)[...]) }

    private func paint(_ text: String, _ colour: DiagnosticPrinter.Colour) -> String {
        usesColour ? colour.paint(text) : text
    }
}
