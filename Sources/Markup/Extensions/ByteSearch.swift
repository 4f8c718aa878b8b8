#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Looks for bytes with the C library's search, which takes many at once.
enum ByteSearch {
    static func contains(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return false }
        return memchr(base, Int32(byte), text.count) != nil
    }

    /// Where a byte stands, one place after the other.
    static func places(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> some Sequence<Int> {
        sequence(state: 0) { (start: inout Int) -> Int? in
            guard let base = text.baseAddress, start < text.count,
                let found = memchr(base + start, Int32(byte), text.count - start)
            else { return nil }
            let index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            start = index + 1
            return index
        }
    }

    /// Whether two bytes stand side by side.
    static func contains(_ first: UInt8, _ second: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        places(of: first, in: text).contains { $0 + 1 < text.count && text[$0 + 1] == second }
    }
}
