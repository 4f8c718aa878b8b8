/// The bytes are not those of an index.
struct IndexDamaged: Error {}

/// Reads the layout's simple things: numbers, texts, blocks.
///
/// Every count is held to the bytes that are left, so that a damaged file ends in an error, soon.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    var isAtEnd: Bool { place == bytes.endIndex }

    /// LEB128 below 2^31.
    mutating func number() throws(IndexDamaged) -> Int {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard place < bytes.endIndex else { throw IndexDamaged() }
            let byte = Int(bytes[place])
            place += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80 {
                if value < 1 << 31 { return value }
                break
            }
        }
        throw IndexDamaged()
    }

    /// A number of things that take at least a byte each.
    mutating func count() throws(IndexDamaged) -> Int {
        let count = try number()
        guard count <= bytes.endIndex - place else { throw IndexDamaged() }
        return count
    }

    mutating func block() throws(IndexDamaged) -> ArraySlice<UInt8> {
        let count = try count()
        defer { place += count }
        return bytes[place..<(place + count)]
    }

    /// UTF-8, seen to be valid.
    mutating func textBlock() throws(IndexDamaged) -> ArraySlice<UInt8> {
        let block = try block()
        guard String(validating: block, as: UTF8.self) != nil else { throw IndexDamaged() }
        return block
    }

    mutating func text() throws(IndexDamaged) -> String {
        guard let text = String(validating: try block(), as: UTF8.self) else { throw IndexDamaged() }
        return text
    }

    mutating func list<Item>(
        _ read: (inout ByteReader) throws(IndexDamaged) -> Item
    ) throws(IndexDamaged) -> [Item] {
        var items: [Item] = []
        for _ in 0..<(try count()) { items.append(try read(&self)) }
        return items
    }

    mutating func texts() throws(IndexDamaged) -> [String] {
        try list { (reader) throws(IndexDamaged) in try reader.text() }
    }

    /// As many numbers as a block holds.
    mutating func numbers() throws(IndexDamaged) -> [Int] {
        var reader = ByteReader(try block())
        var numbers: [Int] = []
        while !reader.isAtEnd { numbers.append(try reader.number()) }
        return numbers
    }

    /// The lines of a text, which must be so many.
    mutating func lines(_ count: Int) throws(IndexDamaged) -> [String] {
        let text = try textBlock()
        let lines = count == 0 && text.isEmpty ? [] : text.fields(separatedBy: "\n")
        guard lines.count == count else { throw IndexDamaged() }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension ArraySlice<UInt8> {
    /// The parts between separators, empty ones too.
    func fields(separatedBy separator: Unicode.Scalar) -> [ArraySlice<UInt8>] {
        split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
    }
}
