/// Which bucket a beginning of words lies in, so that no bucket is much larger than another.
///
/// A beginning's hash is that of a slot, and each slot may lie in either of two buckets: a bit says in which.
///
/// Source: Y. Azar and others 1999, *Balanced Allocations*: the emptier of two places chosen by chance fills places far
/// more evenly than one.
struct BucketChoices: Sendable {
    private static let slots = 2_048
    private static let rounds = 20

    /// A bit a slot, from the least significant one of each byte.
    private(set) var bytes: [UInt8] = []

    init() {}

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter sizes: of the beginnings.
    init(balancing sizes: [String: Double], among buckets: Int) {
        bytes = [UInt8](repeating: 0, count: Self.slots / 8)
        var slots = [Double](repeating: 0, count: Self.slots)
        // In one order, so that sums are the same to the last bit.
        for (key, size) in sizes.sorted(by: { $0.key < $1.key }) { slots[slot(of: key)] += size }
        var loads = [Double](repeating: 0, count: buckets)
        let order = slots.indices.sorted { (slots[$1], $0) < (slots[$0], $1) }
        let places = slots.indices.map { slot in
            [false, true].map { Self.bucket(ofSlot: slot, isSecond: $0, among: buckets) }
        }
        for round in 0..<Self.rounds {
            for slot in order {
                if round > 0 { loads[places[slot][isSecond(slot) ? 1 : 0]] -= slots[slot] }
                let isSecond = loads[places[slot][1]] < loads[places[slot][0]]
                bytes[slot / 8] &= ~(1 << UInt8(slot % 8))
                if isSecond { bytes[slot / 8] |= 1 << UInt8(slot % 8) }
                loads[places[slot][isSecond ? 1 : 0]] += slots[slot]
            }
        }
    }

    func bucket(of key: String, among buckets: Int) -> Int {
        let slot = slot(of: key)
        return Self.bucket(ofSlot: slot, isSecond: isSecond(slot), among: buckets)
    }

    private func slot(of key: String) -> Int { Int(Self.hash(key)) % (bytes.count * 8) }

    private func isSecond(_ slot: Int) -> Bool { bytes[slot / 8] >> UInt8(slot % 8) & 1 == 1 }

    private static func bucket(ofSlot slot: Int, isSecond: Bool, among buckets: Int) -> Int {
        Int(hash("\(slot) \(isSecond ? 1 : 0)")) % buckets
    }

    /// FNV-1a, 32 bits, of the text's UTF-8.
    static func hash(_ text: String) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash
    }
}
