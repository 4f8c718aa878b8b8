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

    /// Where a term stands, and how often: at most 255 times.
    private struct Count {
        var fields: UInt8 = 0
        var times: UInt8 = 0
    }

    private var words = WordTable(capacity: 4096)
    /// By term.
    private var counts: [Count] = []
    /// Terms with their accents, where those make a difference to a stemmer.
    private var accented: [Int: String] = [:]
    /// Of runs that pages before this one had: `Terms.accented` is slow.
    private var accents: [String: String] = [:]

    private static let mostAccents = 20_000

    init() {}

    /// For the next page.
    mutating func removeAll() {
        words.removeAll()
        counts.removeAll(keepingCapacity: true)
        accented.removeAll(keepingCapacity: true)
    }

    /// - Parameter times: how much each term counts.
    mutating func count(_ text: UnsafeBufferPointer<UInt8>, in field: Field, times: Int = 1) {
        TermBuffer.with { buffer in
            var scanner = RunScanner(text)
            var last: (number: Int, end: Int)?
            while let run = scanner.next() {
                guard let number = count(run, of: text, in: field, times, &buffer) else {
                    last = nil
                    continue
                }
                if let last, Self.isHyphen(text, last.end..<run.bytes.lowerBound) {
                    buffer.fill(words[last.number], words[number])
                    if buffer.count <= Terms.longest { _ = add(buffer.term, field, times) }
                }
                last = (number, run.bytes.upperBound)
            }
        }
    }

    /// - Returns: the number of the run's one term; `nil` where it has none, more, or pairs of characters.
    private mutating func count(
        _ run: RunScanner.Run, of text: UnsafeBufferPointer<UInt8>, in field: Field, _ times: Int,
        _ buffer: inout TermBuffer
    ) -> Int? {
        let bytes = UnsafeBufferPointer(rebasing: text[run.bytes])
        switch run.kind {
        case .plain:
            buffer.foldPlain(bytes)
            return add(buffer.term, field, times)
        case .ascii:
            buffer.foldASCII(bytes)
            return add(buffer.term, field, times)
        case .other: return countOther(bytes, in: field, times, &buffer)
        }
    }

    private mutating func countOther(
        _ bytes: UnsafeBufferPointer<UInt8>, in field: Field, _ times: Int, _ buffer: inout TermBuffer
    ) -> Int? {
        if buffer.foldLatin(bytes) {
            let number = add(buffer.term, field, times)
            if accented[number] == nil { note(String(decoding: bytes, as: UTF8.self), at: number) }
            return number
        }
        let source = String(decoding: bytes, as: UTF8.self)
        let terms = Terms.of(source)
        var only: Int?
        for one in terms {
            buffer.fill(one)
            let number = add(buffer.term, field, times)
            if terms.count == 1, !one.isPaired {
                only = number
                if accented[number] == nil { note(source, at: number) }
            }
        }
        return only
    }

    /// Keeps the accents of a run whose one term has none.
    private mutating func note(_ source: String, at number: Int) {
        let form = accents[source] ?? Terms.accented(source)
        if accents.count < Self.mostAccents { accents[source] = form }
        if !form.utf8.elementsEqual(words[number]) { accented[number] = form }
    }

    private mutating func add(_ term: UnsafeBufferPointer<UInt8>, _ field: Field, _ times: Int) -> Int {
        let number = words.number(of: term)
        if number == counts.count { counts.append(Count()) }
        var count = counts[number]
        count.fields |= field.rawValue
        count.times = UInt8(min(255, Int(count.times) + times))
        counts[number] = count
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
        let room = words.byteCount + counts.count * 3 + accented.values.reduce(0) { $0 + $1.utf8.count + 1 }
        return [UInt8](unsafeUninitializedCapacity: room) { bytes, end in
            func append(_ byte: UInt8) {
                bytes[end] = byte
                end += 1
            }
            words.withWords { number, word in
                let form = accented.isEmpty ? nil : accented[number]
                append(UInt8(word.count))
                append(counts[number].fields | (form == nil ? 0 : 0x80))
                append(counts[number].times)
                for byte in word { append(byte) }
                guard let form else { return }
                append(UInt8(min(255, form.utf8.count)))
                for byte in form.utf8.prefix(255) { append(byte) }
            }
        }
    }
}
