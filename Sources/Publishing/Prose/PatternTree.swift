/// A regular expression as it is put together.
indirect enum PatternTree {
    case step(PatternProgram.Step)
    case sequence([PatternTree])
    case choice([PatternTree])
    case times(PatternTree, least: Int, most: Int?, isGreedy: Bool)

    func add(to steps: inout [PatternProgram.Step], _ hasLoops: inout Bool) {
        switch self {
        case .step(let step): steps.append(step)
        case .sequence(let parts): for part in parts { part.add(to: &steps, &hasLoops) }
        case .choice(let parts): addChoice(parts, to: &steps, &hasLoops)
        case .times(let part, let least, let most, let isGreedy):
            for _ in 0..<least { part.add(to: &steps, &hasLoops) }
            guard let most else {
                hasLoops = true
                let split = steps.count
                steps.append(.jump(0))
                part.add(to: &steps, &hasLoops)
                steps.append(.jump(split))
                let (inside, after) = (split + 1, steps.count)
                steps[split] = isGreedy ? .split(inside, after) : .split(after, inside)
                return
            }
            var splits: [Int] = []
            for _ in least..<max(least, most) {
                splits.append(steps.count)
                steps.append(.jump(0))
                part.add(to: &steps, &hasLoops)
            }
            for split in splits {
                steps[split] = isGreedy ? .split(split + 1, steps.count) : .split(steps.count, split + 1)
            }
        }
    }

    private func addChoice(
        _ parts: [PatternTree], to steps: inout [PatternProgram.Step], _ hasLoops: inout Bool
    ) {
        var jumps: [Int] = []
        for (number, part) in parts.enumerated() {
            let isLast = number == parts.count - 1
            let split = steps.count
            if !isLast { steps.append(.jump(0)) }
            part.add(to: &steps, &hasLoops)
            if isLast { continue }
            jumps.append(steps.count)
            steps.append(.jump(0))
            steps[split] = .split(split + 1, steps.count)
        }
        for jump in jumps { steps[jump] = .jump(steps.count) }
    }

    /// What it may begin with, up to so many bytes; `nil` where that is not known.
    func starts(after starts: Set<[UInt8]>, length: Int) -> Set<[UInt8]>? {
        // More need no index.
        if starts.count > 2_000 { return nil }
        let (whole, open) = (starts.filter { $0.count >= length }, starts.filter { $0.count < length })
        if open.isEmpty { return whole }
        switch self {
        case .step(let step): return Self.starts(after: open, step).map(whole.union)
        case .sequence(let parts):
            return parts.reduce(starts) { before, part in
                before.flatMap { part.starts(after: $0, length: length) }
            }
        case .choice(let parts):
            return parts.reduce(whole) { all, part in
                guard let all, let more = part.starts(after: open, length: length) else { return nil }
                return all.union(more)
            }
        case .times(let part, let least, let most, _):
            var all = least == 0 ? starts : []
            var now = starts
            for count in 1...max(1, min(most ?? length + least, length + least)) where count <= most ?? count
            {
                guard let next = part.starts(after: now, length: length) else { return nil }
                now = next
                if count >= least { all.formUnion(now) }
            }
            return all
        }
    }

    private static func starts(
        after open: Set<[UInt8]>, _ step: PatternProgram.Step
    ) -> Set<[UInt8]>? {
        switch step {
        case .byte(let byte): return Set(open.map { $0 + [byte] })
        case .gap: return Set(open.map { $0 + [UInt8(ascii: " ")] })
        case .boundary, .split, .jump: return open
        case .any: return nil
        case .set(let low, let high, let hasOthers):
            if hasOthers { return nil }
            let members = (UInt8(0)..<128).filter {
                ($0 < 64 ? low >> UInt64($0) : high >> UInt64($0 - 64)) & 1 == 1
            }
            return Set(open.flatMap { start in members.map { start + [ByteKind.small($0)] } })
        }
    }
}

/// Reads a regular expression.
struct PatternParser {
    private let bytes: [UInt8]
    private var index = 0

    init(_ pattern: String) { bytes = Array(pattern.utf8) }

    /// `nil` where there is more than is known here.
    mutating func tree() -> PatternTree? {
        guard bytes.allSatisfy({ $0 < 0x80 }), let tree = choice(), index == bytes.count else { return nil }
        return tree
    }

    private mutating func choice() -> PatternTree? {
        var parts: [PatternTree] = []
        repeat {
            var sequence: [PatternTree] = []
            while index < bytes.count, !isNext("|"), !isNext(")") {
                guard let part = atom(), let repeated = repeated(part) else { return nil }
                sequence.append(repeated)
            }
            parts.append(.sequence(sequence))
        } while take("|")
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private func isNext(_ character: Unicode.Scalar) -> Bool {
        index < bytes.count && bytes[index] == UInt8(ascii: character)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard isNext(character) else { return false }
        index += 1
        return true
    }

    private mutating func atom() -> PatternTree? {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "("):
            if take("?"), !take(":") { return nil }
            guard let inner = choice(), take(")") else { return nil }
            return inner
        case UInt8(ascii: "["): return set()
        case UInt8(ascii: "\\"): return escape()
        case UInt8(ascii: "."): return .step(.any)
        case UInt8(ascii: " "), UInt8(ascii: "-"): return .step(.gap)
        case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "?"):
            return nil
        default: return .step(.byte(ByteKind.small(byte)))
        }
    }

    private mutating func escape() -> PatternTree? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "b"): return .step(.boundary(isWanted: true))
        case UInt8(ascii: "B"): return .step(.boundary(isWanted: false))
        case UInt8(ascii: "s"): return .step(.gap)
        case UInt8(ascii: "-"): return .step(.gap)
        case UInt8(ascii: "d"), UInt8(ascii: "w"):
            return Self.members(byte).map { Self.set($0, hasOthers: byte == UInt8(ascii: "w")) }
        default: return ByteKind.of(byte) == .word ? nil : .step(.byte(byte))
        }
    }

    private static func members(_ letter: UInt8) -> Set<UInt8>? {
        let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
        switch letter {
        case UInt8(ascii: "d"): return digits
        case UInt8(ascii: "s"): return [UInt8(ascii: " ")]
        case UInt8(ascii: "w"):
            return digits.union(UInt8(ascii: "a")...UInt8(ascii: "z"))
                .union(UInt8(ascii: "A")...UInt8(ascii: "Z")).union([UInt8(ascii: "_")])
        default: return nil
        }
    }

    private static func set(_ members: Set<UInt8>, hasOthers: Bool = false) -> PatternTree {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for member in members {
            if member < 64 { low |= 1 << UInt64(member) } else { high |= 1 << UInt64(member - 64) }
        }
        return .step(.set(low: low, high: high, hasOthers: hasOthers))
    }

    private mutating func set() -> PatternTree? {
        let isNegated = take("^")
        var members: Set<UInt8> = []
        var isFirst = true
        while index < bytes.count, isFirst || !isNext("]") {
            isFirst = false
            var byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "[") { return nil }
            if byte == UInt8(ascii: "\\") {
                guard index < bytes.count else { return nil }
                byte = bytes[index]
                index += 1
                if ByteKind.of(byte) == .word {
                    guard let known = Self.members(byte) else { return nil }
                    members.formUnion(known)
                    continue
                }
            }
            var last = byte
            if isNext("-"), index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "]") {
                last = bytes[index + 1]
                index += 2
                if last < byte || last == UInt8(ascii: "\\") { return nil }
            }
            for member in byte...last { members.formUnion(Self.bothCases(member)) }
        }
        guard take("]") else { return nil }
        return Self.set(isNegated ? Set(0..<128).subtracting(members) : members, hasOthers: isNegated)
    }

    private static func bothCases(_ byte: UInt8) -> Set<UInt8> {
        let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
        return isLetter ? [byte | 0x20, byte & ~0x20] : [byte]
    }

    private mutating func repeated(_ part: PatternTree) -> PatternTree? {
        let bounds: (least: Int, most: Int?)
        if take("?") {
            bounds = (0, 1)
        } else if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if isNext("{") {
            guard let read = bracedBounds() else { return nil }
            bounds = read
        } else {
            return part
        }
        let isGreedy = !take("?")
        // 'a++' and 'a{2}{3}' are rare enough to be left to others.
        if isNext("+") || isNext("*") || isNext("{") { return nil }
        return .times(part, least: bounds.least, most: bounds.most, isGreedy: isGreedy)
    }

    private mutating func bracedBounds() -> (least: Int, most: Int?)? {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let text = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        index = end + 1
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard let least = parts[0], least <= 100 else { return nil }
        if parts.count == 1 { return (least, least) }
        if text.hasSuffix(",") { return (least, nil) }
        guard parts.count == 2, let most = parts[1], most >= least, most <= 100 else { return nil }
        return (least, most)
    }
}
