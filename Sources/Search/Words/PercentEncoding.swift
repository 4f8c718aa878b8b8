extension String {
    /// What may not stand in the path of an address as it is, as percent signs and digits: RFC 3986, section 2.
    package var percentEncoded: String {
        if utf8.allSatisfy({ Self.isPlainInPath[Int($0)] }) { return self }
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in utf8 {
            if Self.isPlainInPath[Int(byte)] {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// By byte.
    private static let isPlainInPath: [Bool] = (UInt8.min...UInt8.max).map { byte in
        byte > 0x20 && byte < 0x7F && !"\"%#?<>\\^`{|}".utf8.contains(byte)
    }
}
