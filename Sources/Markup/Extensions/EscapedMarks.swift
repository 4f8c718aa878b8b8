/// Keeps backslashes before marks that are ours alone (`\~`, `\[`, `\@`, `\:`, `\.`) from being lost.
///
/// libcmark takes `\~` and `~` for the same text. So before it reads, a backslash and its mark are exchanged
/// for a control character of two bytes, which moves nothing; afterwards the mark is put back, as text that
/// marks nothing.
struct EscapedMarks {
    private let isNeeded: Bool

    /// U+0081, U+008D, U+008F, U+0090 and U+009D stand for nothing in any standard. In UTF-8 each begins with
    /// 0xC2.
    private static let standIns: [(mark: UInt8, second: UInt8)] = [
        (UInt8(ascii: "~"), 0x81), (UInt8(ascii: "["), 0x8D), (UInt8(ascii: "@"), 0x8F),
        (UInt8(ascii: ":"), 0x90),
        (UInt8(ascii: "."), 0x9D),
    ]

    init(in text: UnsafeBufferPointer<UInt8>) {
        let hasMark = ByteSearch.places(of: UInt8(ascii: "\\"), in: text).contains { index in
            index + 1 < text.count && Self.standIns.contains { $0.mark == text[index + 1] }
        }
        // A text with such control characters of its own keeps them, and its backslashes count for less.
        isNeeded = hasMark && !Self.standIns.contains { ByteSearch.contains(0xC2, $0.second, in: text) }
    }

    var isNone: Bool { !isNeeded }

    func hidden(in text: [UInt8]) -> [UInt8] {
        guard isNeeded else { return text }
        var text = text
        var index = 0
        while index + 1 < text.count {
            guard text[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            if let standIn = Self.standIns.first(where: { $0.mark == text[index + 1] }) {
                text[index] = 0xC2
                text[index + 1] = standIn.second
            }
            index += 2
        }
        return text
    }

    /// The text with the marks back; after their backslash again where `isCode`.
    func restored(_ text: ArraySlice<UInt8>, isCode: Bool) -> [UInt8] {
        var restored: [UInt8] = []
        restored.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == 0xC2, index + 1 < text.endIndex,
                let standIn = Self.standIns.first(where: { $0.second == text[index + 1] })
            {
                if isCode { restored.append(UInt8(ascii: "\\")) }
                restored.append(standIn.mark)
                index += 2
            } else {
                restored.append(text[index])
                index += 1
            }
        }
        return restored
    }
}
