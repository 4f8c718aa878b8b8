import Foundation

/// A pattern of the site's data, held against whole words.
///
/// It is a regular expression on what a reader sees. A hyphen in it stands for a hyphen or a space, a space for a space
/// or a hyphen, and a plain ending (`-s`, `-ed`, `-ing`, …) may follow: a rule about 'miracle' is one about 'miracles'.
struct WordPattern: Sendable {
    /// What the pattern is held against a text with.
    enum Form: Sendable {
        case program(PatternProgram)
        /// Patterns with more than programs know: look-around, anchors, letters beyond ASCII.
        case expression(NSRegularExpression)
    }

    let form: Form

    /// `nil` where the pattern is no regular expression.
    init?(_ pattern: String) {
        let body = Self.loosened(pattern)
        let ending = "(?:'s|s|es|e|d|ed|ing|ly|al|ally)?"
        let whole = "(?<![\\p{L}\\p{N}])(?:\(body))\(ending)(?![\\p{L}\\p{N}])"
        guard let expression = try? NSRegularExpression(pattern: whole, options: [.caseInsensitive]) else {
            return nil
        }
        form = PatternProgram(pattern, ending: ending).map(Form.program) ?? .expression(expression)
    }

    /// Where it matches, in bytes of the text; told only of patterns that are no programs.
    static func matches(of expression: NSRegularExpression, in text: String) -> [Range<Int>] {
        expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
            guard let range = Range(match.range, in: text), !range.isEmpty else { return nil }
            return text.utf8.distance(
                from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(
                    from: text.startIndex, to: range.upperBound)
        }
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

/// The patterns of several lists, held against a text in one go.
struct PatternSearch: Sendable {
    struct Match {
        /// Of the patterns.
        let pattern: Int
        let range: Range<Int>
    }

    private let patterns: [WordPattern]
    /// By the first two letters of what a pattern may begin with: which patterns to try there.
    private var byStart: [UInt16: [Int]] = [:]
    private var starts = [Bool](repeating: false, count: 1 << 16)
    /// Patterns of which the beginning is not known.
    private var always: [Int] = []

    init(_ patterns: [WordPattern]) {
        self.patterns = patterns
        for (number, pattern) in patterns.enumerated() {
            guard case .program(let program) = pattern.form else { continue }
            guard let beginnings = program.beginnings else {
                always.append(number)
                continue
            }
            for beginning in beginnings {
                byStart[beginning, default: []].append(number)
                starts[Int(beginning)] = true
            }
        }
    }

    /// Every match of every pattern, pattern by pattern.
    ///
    /// - Parameter bytes: as `ProseText` makes them.
    func matches(in bytes: [UInt8]) -> [Match] {
        var found: [Match] = []
        bytes.withUnsafeBufferPointer { text in
            var wasWord = false
            for index in text.indices {
                let isWord = PatternProgram.isWord(text, index)
                defer { wasWord = isWord }
                if wasWord { continue }
                look(at: index, text, &found)
            }
        }
        found += patterns.enumerated().flatMap { number, pattern -> [Match] in
            guard case .expression(let expression) = pattern.form else { return [] }
            return WordPattern.matches(of: expression, in: String(decoding: bytes, as: UTF8.self)).map {
                Match(pattern: number, range: $0)
            }
        }
        return found.sorted { ($0.pattern, $0.range.lowerBound) < ($1.pattern, $1.range.lowerBound) }
    }

    @inline(__always)
    private func look(at index: Int, _ text: UnsafeBufferPointer<UInt8>, _ found: inout [Match]) {
        for pattern in always { look(pattern, at: index, text, &found) }
        guard index + 1 < text.count else { return }
        let start = PatternProgram.beginning(text[index], text[index + 1])
        guard starts[Int(start)], let patterns = byStart[start] else { return }
        for pattern in patterns { look(pattern, at: index, text, &found) }
    }

    private func look(
        _ pattern: Int, at index: Int, _ text: UnsafeBufferPointer<UInt8>, _ found: inout [Match]
    ) {
        guard case .program(let program) = patterns[pattern].form, let end = program.match(text, at: index),
            end > index
        else { return }
        found.append(Match(pattern: pattern, range: index..<end))
    }
}
