/// A word as the index knows it.
///
/// Bytes and not a `String`, which takes canonically equivalent texts for one: `search.js` does not.
struct Form: Hashable, Sendable {
    /// UTF-8.
    let bytes: [UInt8]

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    init(_ scalars: some Sequence<Unicode.Scalar>) {
        bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

    /// In code points.
    var length: Int { bytes.count { $0 & 0xC0 != 0x80 } }

    var isPaired: Bool { text.isPaired }

    var hasDigit: Bool { text.hasDigit }

    /// The order of bytes is that of code points.
    func isBefore(_ other: Form) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }

    func starts(with prefix: Form) -> Bool { bytes.starts(with: prefix.bytes) }

    func ends(with suffix: Form) -> Bool {
        bytes.count >= suffix.bytes.count && bytes.suffix(suffix.bytes.count).elementsEqual(suffix.bytes)
    }

    /// What is left after its first bytes, which end with a whole character.
    func dropping(_ prefix: Form) -> Form { Form(bytes: bytes.dropFirst(prefix.bytes.count)) }

    static func + (first: Form, second: Form) -> Form { Form(bytes: first.bytes + second.bytes) }
}

extension Terms {
    /// All terms of a text, in order.
    static func forms(of text: String) -> [Form] { all(of: text).map { Form($0) } }
}
