import Foundation

/// What a text is searched by: its words, folded so that letter case, accents and typographers' marks make no
/// difference.
///
/// `Public/search.js` does the same; `Tests/Fixtures/search/words.json` holds both to it.
enum Terms {
    /// Code points of a term; what is longer is cut.
    static let longest = 40

    /// The terms of a run of word characters, as it stands in the text.
    static func of(_ run: String) -> [String] {
        if run.utf8.allSatisfy({ $0 < 0x80 }) { return ofPart(run.lowercased()) }
        let folded = fold(run)
        return folded.unicodeScalars.split {
            !CharacterClass.isWord($0) && !CharacterClass.isApostrophe($0)
        }.flatMap { ofPart(String($0)) }
    }

    /// Small letters without accents, in the composed form.
    static func fold(_ text: String) -> String {
        let small = text.decomposedStringWithCompatibilityMapping.lowercased()
        var kept = String.UnicodeScalarView()
        for scalar in small.unicodeScalars where !CharacterClass.isDroppedMark(scalar) { kept.append(scalar) }
        let composed = String(kept).precomposedStringWithCanonicalMapping
        var folded = ""
        for scalar in composed.unicodeScalars {
            if CharacterClass.isApostrophe(scalar) {
                folded += "'"
            } else if let spelled = spelledOut[scalar] {
                folded += spelled
            } else {
                folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }

    /// The run in small letters with its accents: what a stemmer wants to see.
    static func accented(_ run: String) -> String {
        let kept = run.unicodeScalars.filter { !CharacterClass.isJoiner($0) }
        return String(String.UnicodeScalarView(kept)).lowercased().precomposedStringWithCanonicalMapping
    }

    /// Letters that no accent can be taken from.
    private static let spelledOut: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l",
        "þ": "th",
        "ς": "σ",
    ]

    private static func ofPart(_ part: String) -> [String] {
        let apostrophe: Unicode.Scalar = "'"
        var scalars = Array(part.unicodeScalars)[...]
        while scalars.first == apostrophe { scalars.removeFirst() }
        while scalars.last == apostrophe { scalars.removeLast() }
        if scalars.count > 2, scalars.last == "s", scalars[scalars.endIndex - 2] == apostrophe {
            scalars.removeLast(2)
        }
        let letters = scalars.filter { $0 != apostrophe }
        var terms: [String] = []
        var start = 0
        while start < letters.count {
            let isPaired = CharacterClass.isPaired(letters[start])
            var end = start + 1
            while end < letters.count, CharacterClass.isPaired(letters[end]) == isPaired { end += 1 }
            if isPaired {
                terms += pairs(letters[start..<end])
            } else {
                terms.append(text(letters[start..<end]))
            }
            start = end
        }
        return terms
    }

    private static func pairs(_ letters: ArraySlice<Unicode.Scalar>) -> [String] {
        if letters.count == 1 { return [text(letters)] }
        return letters.indices.dropLast().map { text(letters[$0...($0 + 1)]) }
    }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(letters.prefix(longest)))
    }
}

extension StringProtocol {
    /// Pairs of characters have no stem, no typing errors, and no words joined to them.
    var isPaired: Bool { unicodeScalars.first.map(CharacterClass.isPaired) ?? false }

    var hasDigit: Bool {
        unicodeScalars.contains {
            switch $0.properties.generalCategory {
            case .decimalNumber, .letterNumber, .otherNumber: true
            default: false
            }
        }
    }
}
