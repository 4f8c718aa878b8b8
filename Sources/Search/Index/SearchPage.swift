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
    ///   - memory: to count in; what it holds makes no difference.
    public init(
        title: String, keywords: [String], topics: [String] = [], text: PageText, limit: Int,
        memory: inout SearchMemory
    ) {
        memory.counter.removeAll()
        Self.count(title, in: .title, times: 0, &memory.counter)
        for keyword in keywords { Self.count(keyword, in: .heading, times: 2, &memory.counter) }
        for topic in topics { Self.count(topic, in: .body, times: 1, &memory.counter) }
        text.bytes.withUnsafeBufferPointer { bytes in
            for line in PageText.lines(of: bytes) {
                memory.counter.count(line.text(in: bytes), in: line.isHeading ? .heading : .body)
            }
        }
        terms = memory.counter.encoded
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

extension SearchContents {
    /// A term of a page.
    struct Term {
        let letters: UnsafeBufferPointer<UInt8>
        /// Of `TermCounter.Field`.
        let fields: UInt8
        let times: UInt8
        /// With its accents, where they make a difference to a stemmer.
        let accented: UnsafeBufferPointer<UInt8>?
    }

    /// How many terms it has.
    var termCount: Int {
        var count = 0
        forEachTerm { _ in count += 1 }
        return count
    }

    /// Each term, in the order in which the page has them; it is valid for the call alone.
    @inline(__always)
    func forEachTerm(_ body: (Term) -> Void) {
        terms.withUnsafeBufferPointer { bytes in
            var place = 0
            func take(_ count: Int) -> UnsafeBufferPointer<UInt8> {
                defer { place += count }
                return UnsafeBufferPointer(rebasing: bytes[place..<place + count])
            }
            while place < bytes.count {
                let (count, fields, times) = (Int(bytes[place]), bytes[place + 1], bytes[place + 2])
                place += 3
                let letters = take(count)
                var accented: UnsafeBufferPointer<UInt8>?
                if fields & 0x80 != 0 {
                    place += 1
                    accented = take(Int(bytes[place - 1]))
                }
                body(Term(letters: letters, fields: fields & 0x7F, times: times, accented: accented))
            }
        }
    }
}

/// What a worker counts words in, kept from page to page.
public struct SearchMemory: Sendable {
    var counter = TermCounter()

    public init() {}
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
