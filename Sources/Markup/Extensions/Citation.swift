/// What a citation names: `@id1; @id2, p. 4`.
public struct Citation: Sendable, Hashable {
    public let id: String
    /// `p. 4`; empty where the writer names no place.
    public let locator: String
    /// Of the id, with its '@', counted in bytes from the first after the bracket.
    public let offset: Int

    /// The items of a citation, or `nil` where the text is none.
    static func items(in text: Slice<UnsafeBufferPointer<UInt8>>) -> [Citation]? {
        items(in: Array(text))
    }

    public static func items(in text: [UInt8]) -> [Citation]? {
        var items: [Citation] = []
        var start = 0
        while start <= text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: ";")) ?? text.count
            var begin = start
            while begin < end, ASCII.isSpace(text[begin]) { begin += 1 }
            guard begin < end, text[begin] == UInt8(ascii: "@") else { return nil }
            let id = text[(begin + 1)..<end].prefix { isInID($0) }
            let rest = text[id.endIndex..<end].drop(while: ASCII.isSpace)
            guard !id.isEmpty, rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
            items.append(
                Citation(
                    id: String(decoding: id, as: UTF8.self),
                    locator: String(decoding: rest.dropFirst().drop(while: ASCII.isSpace), as: UTF8.self),
                    offset: begin))
            start = end + 1
        }
        return items.isEmpty ? nil : items
    }

    private static func isInID(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_:.#$%&+?<>~/".utf8.contains(byte)
            || byte >= 0x80
    }
}
