import Foundation

/// A pattern of the site's data, held against whole words.
///
/// It is a regular expression on what a reader sees. A hyphen in it stands for a hyphen or a space, a space for a space
/// or a hyphen, and a plain ending (`-s`, `-ed`, `-ing`, …) may follow: a rule about 'miracle' is one about 'miracles'.
struct WordPattern: Sendable {
    private let expression: NSRegularExpression

    /// `nil` where the pattern is no regular expression.
    init?(_ pattern: String) {
        let body = Self.loosened(pattern)
        let ending = "(?:'s|s|es|d|ed|ing|ly)?"
        let whole = "(?<![\\p{L}\\p{N}])(?:\(body))\(ending)(?![\\p{L}\\p{N}])"
        guard let expression = try? NSRegularExpression(pattern: whole, options: [.caseInsensitive]) else {
            return nil
        }
        self.expression = expression
    }

    func matches(in text: String) -> [Range<String.Index>] {
        expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range, in: text)
        }.filter { !$0.isEmpty }
    }

    /// Hyphens and spaces outside of brackets stand for each other.
    private static func loosened(_ pattern: String) -> String {
        var result = ""
        var isInBrackets = false
        var isEscaped = false
        for character in pattern {
            if isEscaped {
                result.append(character)
                isEscaped = false
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "[": isInBrackets = true
            case "]": isInBrackets = false
            case "-" where !isInBrackets, " " where !isInBrackets:
                result += "[- ]"
                continue
            default: break
            }
            result.append(character)
        }
        return result
    }
}
