import Markup

/// The questions that a page asks in its headings, each with what stands first under it.
struct Questions: Sendable {
    private(set) var all: [(question: String, answer: String)] = []

    /// - Parameter body: finished HTML.
    init(body: HTML, headings: [Heading]) {
        guard headings.contains(where: { Self.isQuestion($0.words) }) else { return }
        var words = SearchText()
        words.add(body)
        var question: String?
        var passages: [Substring] = []
        for line in words.text.string.split(separator: "\n") {
            if line.hasPrefix("#") {
                add(question, passages)
                let heading = line.dropFirst().prefix { $0 != "\t" }
                question = Self.isQuestion(heading) ? String(heading) : nil
                passages = []
            } else if question != nil {
                passages.append(line)
            }
        }
        add(question, passages)
    }

    /// Of any script: also the Arabic and the Chinese mark.
    private static func isQuestion(_ heading: some StringProtocol) -> Bool {
        heading.last.map { "?؟？".contains($0) } ?? false
    }

    /// The first passage is the answer. One that ends in a colon says nothing by itself, and half a list of warning
    /// signs is worse than none: it has all that stands under the heading.
    private mutating func add(_ question: String?, _ passages: [Substring]) {
        guard let question, let first = passages.first else { return }
        let answer = first.hasSuffix(":") ? passages[...] : passages.prefix(1)
        all.append((question, answer.joined(separator: " ")))
    }
}
