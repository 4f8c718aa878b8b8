/// How wide words are, as far as one can say without a font.
enum TextMeasure {
    /// In parts of the font's size, for the widest of the fonts that browsers take for plain text: no line
    /// gets longer than this says by more than a hair.
    ///
    /// Source: the advance widths of DejaVu Sans 2.37, each class by its widest common letter.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size * (isBold ? 1.12 : 1)
    }

    private static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", ".", ",", ":", ";", "'", "|", "i", "j", "l", "I", "!": 0.34
        case "f", "r", "t", "(", ")", "[", "]", "/", "-": 0.42
        case "m", "w", "M", "W", "@", "%", "&", "—", "…": 1
        case "a"..."z", "0"..."9": 0.64
        case "A"..."Z": 0.79
        case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{FE00}"..."\u{FE0F}": 0
        case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{FAFF}", "\u{FF00}"...: 1.05
        case "\u{80}"...: 0.8
        default: 0.84
        }
    }

    /// The words on lines no wider than `width`. A word that is wider than a line is broken.
    static func lines(of text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if self.width(of: longer, size: size, isBold: isBold) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if !line.isEmpty, self.width(of: line + String(character), size: size, isBold: isBold) > width
                {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
