extension Document {
    /// How many words it has: what stands between white space and the edges of blocks.
    public var wordCount: Int {
        text.withUnsafeBufferPointer { text in
            var counter = WordCounter()
            for node in nodes {
                switch node.kind {
                case .text, .code: counter.add(UnsafeBufferPointer(rebasing: text[node.text.range]))
                case .codeBlock:
                    counter.isInWord = false
                    counter.add(UnsafeBufferPointer(rebasing: text[node.text.range]))
                    counter.isInWord = false
                case .emphasis, .strong, .strikethrough, .link, .plain, .citation, .footnoteReference,
                    .htmlInline, .embeddedInline:
                    break
                default: counter.isInWord = false
                }
            }
            return counter.count
        }
    }
}

/// Counts the beginnings of words, eight bytes at once: each page of a site is counted.
private struct WordCounter {
    var count = 0
    var isInWord = false

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        let highest: UInt64 = 0x8080_8080_8080_8080
        var index = 0
        while index + 8 <= bytes.count, let base = bytes.baseAddress {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            // The highest bit of each byte over 0x20: no sum of two such bytes carries into the next.
            let letters = ((word & ~highest) &+ 0x5F5F_5F5F_5F5F_5F5F | word) & highest
            let before = letters << 8 | (isInWord ? 0x80 : 0)
            count += (letters & ~before).nonzeroBitCount
            isInWord = letters >> 63 != 0
            index += 8
        }
        while index < bytes.count {
            if bytes[index] > 0x20, !isInWord { count += 1 }
            isInWord = bytes[index] > 0x20
            index += 1
        }
    }
}
