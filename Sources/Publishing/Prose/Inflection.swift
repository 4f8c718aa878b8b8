extension PatternTree {
    /// The pattern with the last letter of its last word as endings change it: 'cure' in 'curing', 'remedy' in
    /// 'remedies'. `nil` where no alternative of it ends so.
    var inflected: PatternTree? {
        switch self {
        case .step(let step):
            guard case .byte(let byte) = step else { return nil }
            switch byte {
            case UInt8(ascii: "e"): return Self.letters("ing")
            case UInt8(ascii: "y"):
                return .sequence([Self.letters("ie"), .choice([Self.letters("s"), Self.letters("d")])])
            default: return nil
            }
        case .sequence(var parts):
            while let last = parts.last, last.isBoundary || last.isOptionalLetter { parts.removeLast() }
            guard let last = parts.popLast()?.inflected else { return nil }
            return .sequence(parts + [last])
        case .choice(let parts):
            let all = parts.compactMap(\.inflected)
            return all.isEmpty ? nil : .choice(all)
        case .times: return nil
        }
    }

    private static func letters(_ text: String) -> PatternTree {
        .sequence(text.utf8.map { .step(.byte($0)) })
    }

    private var isBoundary: Bool {
        if case .step(.boundary) = self { true } else { false }
    }

    /// `s?`, `[sd]?`
    private var isOptionalLetter: Bool {
        guard case .times(let part, 0, 1, _) = self else { return false }
        switch part {
        case .step(.set), .step(.byte): return true
        case .step, .sequence, .choice, .times: return false
        }
    }
}
