import Markup

/// Links whose words do not say where they lead: whoever listens to a page hears its links one after another.
struct LinkWordsCheck {
    /// As diagnostics name the file.
    let path: String
    /// Lines of the file above the text.
    let linesAbove: Int
    let source: ArraySlice<UInt8>

    private static let vague: Set<String> = [
        "click", "click here", "click on this link", "click this link", "continue", "continue reading",
        "details", "find out more", "follow this link", "full text", "go", "go here", "here", "info",
        "information", "learn more", "link", "more", "more details", "more here", "more info",
        "more information", "on this page", "page", "press here", "read", "read here", "read more",
        "read more here", "read on", "read this", "see", "see here", "see more", "see this", "site", "source",
        "tap here", "that", "the link", "the page", "there", "this", "this article", "this link", "this one",
        "this page", "this site", "this study", "this website", "view", "view more", "visit", "web page",
        "webpage", "website",
    ]

    private static let vagueBytes = Set(vague.map { Array($0.utf8) })

    /// Longer words are no vague ones, and need not be looked up: in bytes.
    private static let longest = vague.reduce(0) { max($0, $1.utf8.count) } + 12

    /// Whether words of ASCII are none of the vague ones. A cheap look, for a site asks it of each of its links: false
    /// says nothing.
    private static func isClear(_ words: [UInt8]) -> Bool {
        if words.count > longest { return true }
        var key: [UInt8] = []
        key.reserveCapacity(words.count)
        var isApart = false
        for byte in words {
            if byte >= 0x80 { return false }
            guard (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 else {
                isApart = !key.isEmpty
                continue
            }
            if isApart { key.append(UInt8(ascii: " ")) }
            isApart = false
            key.append(byte | 0x20)
        }
        return !key.isEmpty && !vagueBytes.contains(key)
    }

    func check(_ document: Document) -> [Diagnostic] {
        document.nodes.indices.compactMap { index in
            guard document.nodes[index].kind == .link else { return nil }
            // Those of an image are its alternative text.
            let words = document.plainText(of: index)
            if Self.isClear(words) { return nil }
            let text = String(decoding: words, as: UTF8.self)
            let key = Self.key(text)
            if key.isEmpty {
                return hasWords(text)
                    ? nil
                    : diagnostic(
                        "the link has no words", help: "name what it leads to between the brackets", index,
                        document)
            }
            guard Self.vague.contains(key) else { return nil }
            return diagnostic(
                "'\(text.trimmingSpaces)' does not say where the link leads",
                help: "let the words of the link name what it leads to", index, document)
        }
    }

    /// Small letters without what stands round them: 'Read more…' is 'read more'.
    private static func key(_ text: String) -> String {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }

    /// A symbol says something too: '→' does not, '½' does.
    private func hasWords(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.numericType != nil || $0.properties.isEmojiPresentation }
    }

    private func diagnostic(
        _ message: String, help: String, _ index: NodeIndex, _ document: Document
    ) -> Diagnostic {
        let range = document.exactRange(of: index, in: source).moved(down: linesAbove)
        return Diagnostic("link.vague", severity: .warning, message, help: help, file: path, at: range)
    }
}
