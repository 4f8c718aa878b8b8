import Figures

extension Strings {
    /// The words of a name, with `{thing}` replaced by what it stands for. What is put in is not looked at
    /// again.
    func words(_ name: String, _ things: KeyValuePairs<String, String>) -> String {
        var words = ""
        var rest = self[name][...]
        while let open = rest.firstIndex(of: "{") {
            words += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let thing = rest[rest.index(after: open)..<close]
            if let value = things.first(where: { $0.key == thing })?.value {
                words += value
            } else {
                words += rest[...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return words + rest
    }

    var numberFormat: NumberFormat {
        NumberFormat(decimalSign: self["decimalSign"], groupSign: self["thousandsSign"])
    }

    var figureWords: Figure.Words { Figure.Words(of: self["countOf"], numbers: numberFormat) }
}

extension String {
    /// As at the beginning of a sentence.
    var asSentenceStart: String { prefix(1).uppercased() + dropFirst() }

    /// With a full stop, where it does not end in a mark of its own.
    var asSentence: String { last.map { ".!?…。".contains($0) } ?? true ? self : self + "." }
}
