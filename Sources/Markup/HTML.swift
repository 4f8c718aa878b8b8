/// Finished HTML. A type of its own, so that text cannot be taken for it: text gets in through
/// `append(escaping:)`.
public struct HTML: Sendable, Hashable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Markup that this program wrote.
    public init(_ markup: StaticString) { append(markup) }

    /// Text, escaped.
    public init(escaping text: String) { append(escaping: text) }

    public var isEmpty: Bool { bytes.isEmpty }

    public mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    public mutating func append(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    /// Markup from a writer whom the site trusts with it (`html: allow`).
    public mutating func append(trusting markup: some Collection<UInt8>) { bytes.append(contentsOf: markup) }

    mutating func append(trusting markup: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: markup) }

    public mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    public mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    public mutating func append(escaping text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Escapes what means something in HTML text and in attributes in double quotes: `&`, `<`, `>`, `"`.
    mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var start = 0
        var index = 0
        while true {
            while index + 8 <= text.count, !Self.holdsEscaped(UnsafeRawPointer(base + index)) { index += 8 }
            while index < text.count, !Self.isEscaped(base[index]) { index += 1 }
            bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: index - start))
            if index == text.count { return }
            switch base[index] {
            case UInt8(ascii: "\""): append("&quot;")
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            default: append("&gt;")
            }
            index += 1
            start = index
        }
    }

    /// Whether eight bytes hold a character to escape: `"` and `&` differ in one bit, `<` and `>` in another.
    ///
    /// Source: S. E. Anderson, *Bit Twiddling Hacks*, "Determine if a word has a byte equal to n".
    @inline(__always)
    private static func holdsEscaped(_ bytes: UnsafeRawPointer) -> Bool {
        let word = bytes.loadUnaligned(as: UInt64.self)
        let quotes = word & 0xFBFB_FBFB_FBFB_FBFB ^ 0x2222_2222_2222_2222
        let angles = word & 0xFDFD_FDFD_FDFD_FDFD ^ 0x3C3C_3C3C_3C3C_3C3C
        let ones: UInt64 = 0x0101_0101_0101_0101
        return ((quotes &- ones) & ~quotes | (angles &- ones) & ~angles) & 0x8080_8080_8080_8080 != 0
    }

    @inline(__always)
    private static func isEscaped(_ byte: UInt8) -> Bool { byte & 0xFB == 0x22 || byte & 0xFD == 0x3C }

    /// Percent-encodes what may not stand in an address, as libcmark does, and escapes it for an attribute.
    ///
    /// Source: `houdini_escape_href` of cmark 0.30.
    public mutating func append(address: ArraySlice<UInt8>) {
        address.withUnsafeBufferPointer { append(address: $0) }
    }

    mutating func append(address text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where !Self.isPlainInAddress[Int(text[index])] {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            switch text[index] {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            default: append(percentEncoding: text[index])
            }
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Begins a line of its own, as libcmark's renderer does before each block.
    mutating func startLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func append(percentEncoding byte: UInt8) {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
    }

    private static let isPlainInAddress: [Bool] = {
        let others = Set("!#$%()*+,-./:;=?@_~".utf8)
        return (UInt8.min...UInt8.max).map { byte in
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            return isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || others.contains(byte)
        }
    }()
}
