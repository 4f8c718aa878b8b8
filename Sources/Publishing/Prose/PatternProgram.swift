/// A regular expression as steps over bytes, for patterns that are held against every page.
///
/// It knows letters in any case, `.`, `[…]`, `\b`, `\s`, `\w`, `\d`, groups, alternatives, and repeats; a space and a
/// hyphen stand for each other. A place is never tried twice, so that no pattern takes long.
struct PatternProgram: Sendable {
    enum Step: Sendable {
        /// A small letter, or a sign.
        case byte(UInt8)
        /// A space or a hyphen.
        case gap
        /// Any character.
        case any
        /// ASCII's characters by number; others are in it where `hasOthers`.
        case set(low: UInt64, high: UInt64, hasOthers: Bool)
        case boundary(isWanted: Bool)
        /// Goes on here first, then there.
        case split(Int, Int)
        case jump(Int)
    }

    private let steps: [Step]
    private let hasLoops: Bool
    /// The first two bytes of all that it matches; `nil` where they are not known.
    let beginnings: Set<UInt16>?

    /// `nil` where the pattern has more than programs know.
    ///
    /// - Parameter ending: a pattern of what may follow.
    init?(_ pattern: String, ending: String) {
        var (parser, endingParser) = (PatternParser(pattern), PatternParser(ending))
        guard let body = parser.tree(), let end = endingParser.tree() else { return nil }
        let plain = PatternTree.sequence([body.withoutLastBoundary.loosened, end])
        let tree = body.inflected.map { PatternTree.choice([plain, $0]) } ?? plain
        var steps: [Step] = []
        var hasLoops = false
        tree.add(to: &steps, &hasLoops)
        self.steps = steps
        self.hasLoops = hasLoops
        let starts = tree.starts(after: [[]], length: 2)
        beginnings = starts.flatMap { starts in
            starts.allSatisfy { $0.count == 2 } ? Set(starts.map { Self.beginning($0[0], $0[1]) }) : nil
        }
    }

    @inline(__always)
    static func beginning(_ first: UInt8, _ second: UInt8) -> UInt16 {
        let second = second == UInt8(ascii: "-") ? UInt8(ascii: " ") : second
        return UInt16(ByteKind.small(first)) << 8 | UInt16(ByteKind.small(second))
    }

    /// Letters and digits; beyond ASCII, all that is no sign of typographers.
    @inline(__always)
    static func isWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 {
            return (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
        }
        var start = index
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return text[start] != 0xE2 && text[start] != 0xC2
    }

    /// Where a match that begins here ends: at the end of a word.
    func match(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var open: [(step: Int, place: Int)] = [(0, start)]
        var tried: Set<Int> = []
        while let (first, from) = open.popLast() {
            var (step, place) = (first, from)
            path: while true {
                if step == steps.count {
                    if isEnd(text, place) { return place }
                    break path
                }
                if hasLoops, !tried.insert(place * (steps.count + 1) + step).inserted { break path }
                switch steps[step] {
                case .jump(let next): step = next
                case .split(let next, let other):
                    open.append((other, place))
                    step = next
                case .boundary(let isWanted):
                    guard isBoundary(text, place) == isWanted else { break path }
                    step += 1
                default:
                    guard place < text.count else { break path }
                    if let width = width(of: steps[step], text, place) {
                        (step, place) = (step + 1, place + width)
                    } else if place > start, isHyphenWithin(text, place), case .byte = steps[step] {
                        place += 1
                    } else {
                        break path
                    }
                }
            }
        }
        return nil
    }

    /// In bytes, of the character there, if the step takes it.
    private func width(of step: Step, _ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        let byte = text[place]
        let width = byte < 0x80 ? 1 : min(UTF8Scalar.width(byte), text.count - place)
        switch step {
        case .byte(let wanted): return ByteKind.small(byte) == wanted ? 1 : nil
        case .gap: return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") ? 1 : nil
        case .any: return width
        case .set(let low, let high, let hasOthers):
            if byte >= 0x80 { return hasOthers ? width : nil }
            return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1 ? 1 : nil
        case .boundary, .split, .jump: return nil
        }
    }

    /// 'Life-saving' is a way to write 'lifesaving'.
    private func isHyphenWithin(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        text[place] == UInt8(ascii: "-") && place + 1 < text.count
            && Self.isWord(text, place - 1) && Self.isWord(text, place + 1)
    }

    private func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        place == text.count || !Self.isWord(text, place)
    }

    private func isBoundary(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        let before = place > 0 && Self.isWord(text, place - 1)
        return before != (place < text.count && Self.isWord(text, place))
    }
}
