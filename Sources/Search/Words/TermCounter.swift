/// Counts the terms of one page.
///
/// Ten thousand pages of a thousand words go through here, so a term is bytes in one buffer, found by its hash.
struct TermCounter {
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

    private var words = WordTable()
    private var entries: [Entry] = []
    private var scratch: [UInt8] = []

    /// - Parameter times: how much each term counts.
    mutating func count(_ text: UnsafeBufferPointer<UInt8>, in field: Field, times: Int = 1) {
        var scanner = RunScanner(text)
        var last: (entry: Int, end: Int)?
        while let run = scanner.next() {
            guard let entry = count(run, of: text, in: field, times) else {
                last = nil
                continue
            }
            if let last, Self.isHyphen(text[last.end..<run.bytes.lowerBound]) {
                scratch.removeAll(keepingCapacity: true)
                scratch.append(contentsOf: words[last.entry])
                scratch.append(contentsOf: words[entry])
                if scratch.count <= Terms.longest { _ = add(field, times) }
            }
            last = (entry, run.bytes.upperBound)
        }
    }

    /// - Returns: the entry of the run's one term; `nil` where it has none, more, or pairs of characters.
    private mutating func count(
        _ run: RunScanner.Run, of text: UnsafeBufferPointer<UInt8>, in field: Field, _ times: Int
    ) -> Int? {
        if run.isASCII {
            fold(UnsafeBufferPointer(rebasing: text[run.bytes]))
            return add(field, times)
        }
        let source = String(decoding: UnsafeBufferPointer(rebasing: text[run.bytes]), as: UTF8.self)
        let terms = Terms.of(source)
        var only: Int?
        for term in terms {
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: term.utf8)
            let entry = add(field, times)
            if terms.count == 1, !term.isPaired {
                only = entry
                let accented = Terms.accented(source)
                if accented != term, entries[entry].accented == nil { entries[entry].accented = accented }
            }
        }
        return only
    }

    /// As `Terms.of` folds a run of ASCII, into `scratch`.
    private mutating func fold(_ run: UnsafeBufferPointer<UInt8>) {
        let apostrophe = UInt8(ascii: "'")
        scratch.removeAll(keepingCapacity: true)
        var (start, end) = (0, run.count)
        while run[start] == apostrophe { start += 1 }
        while run[end - 1] == apostrophe { end -= 1 }
        if end - start > 2, run[end - 1] | 0x20 == UInt8(ascii: "s"), run[end - 2] == apostrophe { end -= 2 }
        for index in start..<end where run[index] != apostrophe {
            let byte = run[index]
            let isCapital = byte &- UInt8(ascii: "A") < 26
            scratch.append(isCapital ? byte | 0x20 : byte)
        }
        if scratch.count > Terms.longest { scratch.removeLast(scratch.count - Terms.longest) }
    }

    /// Counts the term in `scratch`.
    private mutating func add(_ field: Field, _ times: Int) -> Int {
        let number = scratch.withUnsafeBufferPointer { words.number(of: $0) }
        if number == entries.count { entries.append(Entry()) }
        entries[number].fields |= field.rawValue
        entries[number].times = UInt8(min(255, Int(entries[number].times) + times))
        return number
    }

    private static func isHyphen(_ between: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if between.count == 1 { return between.first == UInt8(ascii: "-") }
        let start = between.startIndex
        return between.count == 3 && between[start] == 0xE2 && between[start + 1] == 0x80
            && (between[start + 2] == 0x90 || between[start + 2] == 0x91)
    }

    /// The terms so far: for each its length in bytes, where it stands, how often (at most 255), and itself;
    /// where bit 7 of the second byte is set, also the length of its accented form, and that.
    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.byteCount + entries.count * 3)
        for (number, entry) in entries.enumerated() {
            let word = words[number]
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
