/// Counts the terms of one page.
///
/// Ten thousand pages of a thousand words go through here, so a term is bytes in one buffer, found by its hash.
struct TermCounter: Sendable {
    /// Where the terms of a text stand.
    enum Field: UInt8 {
        case body = 0
        case title = 1
        case heading = 2
    }

    private struct Entry {
        var fields: UInt8 = 0
        /// At most 255.
        var times: UInt8 = 0
        /// Where its accents make a difference to a stemmer.
        var accented: String?
    }

    private var words = WordTable(capacity: 4096)
    private var entries: [Entry] = []
    private var term = TermBuffer()
    /// Of runs that pages before this one had: `Terms.accented` is slow.
    private var accents: [String: String] = [:]

    private static let mostAccents = 20_000

    init() {}

    /// For the next page.
    mutating func removeAll() {
        words.removeAll()
        entries.removeAll(keepingCapacity: true)
    }

    /// - Parameter times: how much each term counts.
    mutating func count(_ text: UnsafeBufferPointer<UInt8>, in field: Field, times: Int = 1) {
        var scanner = RunScanner(text)
        var last: (entry: Int, end: Int)?
        while let run = scanner.next() {
            guard let entry = count(run, of: text, in: field, times) else {
                last = nil
                continue
            }
            if let last, Self.isHyphen(text, last.end..<run.bytes.lowerBound) {
                term.fill(words[last.entry], words[entry])
                if term.count <= Terms.longest { _ = add(field, times) }
            }
            last = (entry, run.bytes.upperBound)
        }
    }

    /// - Returns: the entry of the run's one term; `nil` where it has none, more, or pairs of characters.
    private mutating func count(
        _ run: RunScanner.Run, of text: UnsafeBufferPointer<UInt8>, in field: Field, _ times: Int
    ) -> Int? {
        let bytes = UnsafeBufferPointer(rebasing: text[run.bytes])
        switch run.kind {
        case .plain:
            term.foldPlain(bytes)
            return add(field, times)
        case .ascii:
            term.foldASCII(bytes)
            return add(field, times)
        case .other: return countOther(bytes, in: field, times)
        }
    }

    private mutating func countOther(
        _ bytes: UnsafeBufferPointer<UInt8>, in field: Field, _ times: Int
    ) -> Int? {
        if term.foldLatin(bytes) {
            let entry = add(field, times)
            if entries[entry].accented == nil { note(String(decoding: bytes, as: UTF8.self), at: entry) }
            return entry
        }
        let source = String(decoding: bytes, as: UTF8.self)
        let terms = Terms.of(source)
        var only: Int?
        for one in terms {
            term.fill(one)
            let entry = add(field, times)
            if terms.count == 1, !one.isPaired {
                only = entry
                if entries[entry].accented == nil { note(source, at: entry) }
            }
        }
        return only
    }

    /// Keeps the accents of a run whose one term has none.
    private mutating func note(_ source: String, at entry: Int) {
        let accented = accents[source] ?? Terms.accented(source)
        if accents.count < Self.mostAccents { accents[source] = accented }
        if !accented.utf8.elementsEqual(words[entry]) { entries[entry].accented = accented }
    }

    /// Counts the term in the buffer.
    private mutating func add(_ field: Field, _ times: Int) -> Int {
        let number = term.withBytes { words.number(of: $0) }
        if number == entries.count { entries.append(Entry()) }
        entries[number].fields |= field.rawValue
        entries[number].times = UInt8(min(255, Int(entries[number].times) + times))
        return number
    }

    private static func isHyphen(_ text: UnsafeBufferPointer<UInt8>, _ between: Range<Int>) -> Bool {
        let start = between.lowerBound
        if between.count == 1 { return text[start] == UInt8(ascii: "-") }
        return between.count == 3 && text[start] == 0xE2 && text[start + 1] == 0x80
            && (text[start + 2] == 0x90 || text[start + 2] == 0x91)
    }

    /// The terms so far: for each its length in bytes, where it stands, how often (at most 255), and itself;
    /// where bit 7 of the second byte is set, also the length of its accented form, and that.
    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.byteCount + entries.count * 3)
        words.withWords { number, word in
            let entry = entries[number]
            bytes.append(UInt8(word.count))
            bytes.append(entry.fields | (entry.accented == nil ? 0 : 0x80))
            bytes.append(entry.times)
            bytes.append(contentsOf: word)
            if let accented = entry.accented {
                bytes.append(UInt8(min(255, accented.utf8.count)))
                bytes.append(contentsOf: accented.utf8.prefix(255))
            }
        }
        return bytes
    }
}
