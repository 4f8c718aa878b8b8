/// A page as the index takes it in.
public struct SearchPage: Sendable {
    /// From the site's root: `safety/heart/`.
    public let path: String
    public let title: String
    public let section: SearchSection
    public let contents: SearchContents

    public init(path: String, title: String, section: SearchSection, contents: SearchContents) {
        (self.path, self.title, self.section, self.contents) = (path, title, section, contents)
    }
}

/// What a page says, counted and cut to size, so that ten thousand pages fit in memory and in a build's cache.
public struct SearchContents: Sendable {
    /// Terms, as `TermCounter.encoded` tells them.
    public let terms: [UInt8]
    /// What excerpts are cut from.
    public let text: [UInt8]
    public let isTextWhole: Bool

    /// As an earlier build kept it.
    public init(terms: [UInt8], text: [UInt8], isTextWhole: Bool) {
        (self.terms, self.text, self.isTextWhole) = (terms, text, isTextWhole)
    }

    /// - Parameters:
    ///   - keywords: words to be found by that the page does not show.
    ///   - topics: what the page is one of many about: less than a word of its own.
    ///   - text: all that the page says.
    ///   - limit: the bytes of text to keep.
    public init(title: String, keywords: [String], topics: [String] = [], text: PageText, limit: Int) {
        var counter = TermCounter()
        Self.count(title, in: .title, times: 0, &counter)
        for keyword in keywords { Self.count(keyword, in: .heading, times: 2, &counter) }
        for topic in topics { Self.count(topic, in: .body, times: 1, &counter) }
        text.bytes.withUnsafeBufferPointer { bytes in
            for line in PageText.lines(of: bytes) {
                counter.count(line.text(in: bytes), in: line.isHeading ? .heading : .body)
            }
        }
        terms = counter.encoded
        self.text = text.cut(to: limit)
        isTextWhole = self.text.count == text.bytes.count
    }

    private static func count(
        _ text: String, in field: TermCounter.Field, times: Int, _ counter: inout TermCounter
    ) {
        var text = text
        text.withUTF8 { counter.count($0, in: field, times: times) }
    }
}

/// The part of a site that a result stands in.
public struct SearchSection: Sendable, Hashable {
    /// What addresses of its pages begin with: `safety/`; empty at the root.
    public let path: String
    public let title: String

    public init(path: String, title: String) {
        self.path = path
        self.title = title
    }
}
