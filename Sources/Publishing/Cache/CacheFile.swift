/// Writes numbers and texts one after another: eight bytes a number, the lowest first; texts with their
/// length before.
struct CacheWriter {
    private var written: [UInt8] = []

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { written.append(contentsOf: $0) }
    }

    mutating func append(_ bytes: [UInt8]) {
        append(bytes.count)
        written += bytes
    }

    mutating func append(_ stamp: FileStamp) {
        append(Int(stamp.size))
        append(Int(bitPattern: UInt(stamp.inode)))
        append(Int(stamp.seconds))
        append(Int(stamp.nanoseconds))
    }

    /// All of it, after a checksum.
    var checked: [UInt8] { SHA256.hash(written) + written }
}

/// Reads what a `CacheWriter` wrote.
struct CacheReader {
    private let read: [UInt8]
    private var offset: Int

    struct Broken: Error {}

    /// `nil` where the checksum is wrong: half-written, or not ours.
    init?(checked bytes: [UInt8]) {
        let size = 32
        guard bytes.count >= size, SHA256.hash(Array(bytes[size...])) == Array(bytes[..<size]) else {
            return nil
        }
        read = bytes
        offset = size
    }

    mutating func integer() throws(Broken) -> Int {
        guard offset + 8 <= read.count else { throw Broken() }
        defer { offset += 8 }
        return Int(
            truncatingIfNeeded: read.withUnsafeBytes {
                Int64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Int64.self))
            })
    }

    /// A number of things to come, each at least a byte long.
    mutating func count() throws(Broken) -> Int {
        let count = try integer()
        guard (0...read.count).contains(count) else { throw Broken() }
        return count
    }

    mutating func bytes() throws(Broken) -> [UInt8] {
        let count = try count()
        guard offset + count <= read.count else { throw Broken() }
        defer { offset += count }
        return Array(read[offset..<offset + count])
    }

    mutating func string() throws(Broken) -> String { String(decoding: try bytes(), as: UTF8.self) }

    mutating func stamp() throws(Broken) -> FileStamp {
        FileStamp(
            size: Int64(try integer()), inode: UInt64(UInt(bitPattern: try integer())),
            seconds: Int64(try integer()),
            nanoseconds: Int64(try integer()))
    }
}
