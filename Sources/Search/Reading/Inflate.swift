import CZlib

/// The other way of `Deflate`.
enum Inflate {
    /// zlib's own limit: so many bytes come of one.
    private static let growth = 1_040

    /// - Parameter most: what comes out has at most so many bytes; no file of an index is larger.
    static func bytes(_ compressed: [UInt8], atMost most: Int = 1 << 28) throws(IndexDamaged) -> [UInt8] {
        let limit = min(most, compressed.count * growth)
        var room = min(limit, max(1 << 12, compressed.count * 4))
        while true {
            var status = Z_OK
            let bytes = [UInt8](unsafeUninitializedCapacity: room) { output, count in
                var (written, used) = (uLong(room), uLong(compressed.count))
                status = uncompress2(output.baseAddress, &written, compressed, &used)
                if status == Z_OK, used != uLong(compressed.count) { status = Z_DATA_ERROR }
                count = status == Z_OK ? Int(written) : 0
            }
            if status == Z_OK { return bytes }
            guard status == Z_BUF_ERROR, room < limit else { throw IndexDamaged() }
            room = min(limit, room * 4)
        }
    }
}
