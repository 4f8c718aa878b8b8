/// A text while terms are looked for in it.
struct TermText {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// - Parameter bytes: UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    struct Scalar {
        let value: UInt32
        let width: Int

        /// A letter, a digit, or a mark on one.
        var isWord: Bool {
            switch value {
            case ..<0x80: return ByteKind.of(UInt8(value)) == .word
            case 0xAA, 0xB5, 0xBA: return true
            case ..<0xC0, 0xD7, 0xF7, 0x2000..<0x2070: return false
            case ..<0x250: return true
            default: break
            }
            guard let properties = Unicode.Scalar(value)?.properties else { return false }
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
                return true
            default: return properties.isAlphabetic
            }
        }

        var isDash: Bool { value == 0x2D || (0x2010...0x2013).contains(value) }
        /// Joins two words into one, as an en dash does not.
        var isHyphen: Bool { value == 0x2D || value == 0x2010 || value == 0x2011 }
        /// Spaces of any width, without line breaks.
        var isSpace: Bool {
            value == 0x20 || value == 0x09 || value == 0xA0 || (0x2000...0x200A).contains(value)
                || value == 0x202F
        }
        var isDigit: Bool { value &- 0x30 < 10 }
    }

    func scalar(at index: Int) -> Scalar {
        let lead = bytes[index]
        let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard width > 1, index + width <= bytes.count else { return Scalar(value: UInt32(lead), width: 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for place in index + 1..<index + width { value = value << 6 | UInt32(bytes[place] & 0x3F) }
        return Scalar(value: value, width: width)
    }

    private func scalar(before index: Int) -> Scalar? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }

    private func isWord(at index: Int) -> Bool { index < bytes.count && scalar(at: index).isWord }

    func isWord(before index: Int) -> Bool { scalar(before: index)?.isWord ?? false }

    /// What stands before is part of the same word: 'non-', or '1,' before a number.
    func isJoined(before start: Int) -> Bool {
        guard let sign = scalar(before: start) else { return false }
        if sign.isWord { return true }
        if scalar(at: start).isDigit, "$#+£€¥".unicodeScalars.contains(where: { $0.value == sign.value }) {
            return true
        }
        guard let other = scalar(before: start - sign.width), other.isWord else { return false }
        return Self.joins(sign, other, scalar(at: start))
    }

    private func isJoined(after end: Int) -> Bool {
        guard end < bytes.count, let last = scalar(before: end) else { return false }
        let sign = scalar(at: end)
        if sign.isWord { return true }
        if last.isDigit, sign.value == 0x25 { return true }
        guard isWord(at: end + sign.width) else { return false }
        return Self.joins(sign, last, scalar(at: end + sign.width))
    }

    /// Hyphens; the points and signs of addresses; what groups digits.
    private static func joins(_ sign: Scalar, _ before: Scalar, _ after: Scalar) -> Bool {
        if sign.isHyphen || sign.value == 0x2E || sign.value == 0x40 { return true }
        let isBetweenDigits = before.isDigit && after.isDigit
        return isBetweenDigits && (sign.value == 0x2C || sign.value == 0x3A || sign.value == 0x2F)
    }
}

extension TermText {
    /// Where a term ends that begins at `start`; `nil` where another word stands there.
    func end(of form: TermForm, _ units: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        var place = 0
        while place < units.count {
            let unit = units[place]
            guard index < bytes.count else { return nil }
            if unit == TermPattern.gap {
                guard let next = endOfGap(index) else { return nil }
                (index, place) = (next, place + 1)
            } else if unit < 0x80 {
                guard let width = width(of: unit, at: index, isExact: form.isExact) else { return nil }
                (index, place) = (index + width, place + 1)
            } else {
                let next = scalar(at: index)
                guard let length = form.length(of: next, units[place...]) else { return nil }
                (index, place) = (index + next.width, place + length)
            }
        }
        if !isJoined(after: index) { return index }
        guard form.allowsPlural, index < bytes.count else { return nil }
        let isPlural = bytes[index] == UInt8(ascii: "s") || !form.isExact && bytes[index] == UInt8(ascii: "S")
        return isPlural && !isJoined(after: index + 1) ? index + 1 : nil
    }

    /// The bytes that a character of ASCII takes: a hyphen or an apostrophe may be one of print.
    private func width(of unit: UInt8, at index: Int, isExact: Bool) -> Int? {
        let byte = bytes[index]
        if byte == unit || !isExact && ByteKind.small(byte) == unit { return 1 }
        if byte < 0x80 { return nil }
        let found = scalar(at: index)
        if unit == TermPattern.hyphen, found.isDash { return found.width }
        if unit == UInt8(ascii: "'"), found.value == 0x2019 { return found.width }
        return nil
    }

    /// Behind a hyphen, or behind spaces that have one line break among them at most.
    private func endOfGap(_ start: Int) -> Int? {
        let first = scalar(at: start)
        if first.isDash { return start + first.width }
        var index = start
        var breaks = 0
        while index < bytes.count {
            let next = scalar(at: index)
            if next.value == 0x0A { breaks += 1 }
            guard next.isSpace || next.value == 0x0A || next.value == 0x0D else { break }
            index += next.width
        }
        return index > start && breaks < 2 ? index : nil
    }
}

extension TermForm {
    /// How many units a letter beyond ASCII takes; `nil` where another stands there.
    fileprivate func length(of scalar: TermText.Scalar, _ units: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let letter = Unicode.Scalar(scalar.value) else { return nil }
        let small = isExact ? String(letter) : letter.properties.lowercaseMapping
        return units.starts(with: small.utf8) ? small.utf8.count : nil
    }
}
