/// Numbers as a language writes them.
public struct NumberFormat: Sendable, Hashable {
    /// Between the whole and its parts.
    public var decimalSign: String
    /// Between thousands.
    public var groupSign: String

    public init(decimalSign: String = ".", groupSign: String = ",") {
        self.decimalSign = decimalSign
        self.groupSign = groupSign
    }

    /// The largest number that is written exactly to the last of `decimals`.
    public static let largest = 1e9

    /// More than a picture can show.
    private static let decimals = 6

    public func text(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupSign }
            text.append(digit)
        }
        return text
    }

    /// Rounded to six decimals, without zeros at the end.
    public func text(_ number: Double) -> String {
        let (whole, part) = Self.split(number, decimals: Self.decimals)
        return (number < 0 && (whole != 0 || !part.isEmpty) ? "-" : "") + text(whole)
            + (part.isEmpty ? "" : decimalSign + part)
    }

    /// The number before the decimal sign, and the digits after it.
    private static func split(_ number: Double, decimals: Int) -> (whole: Int, part: String) {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((min(number.magnitude, largest) * Double(scale)).rounded())
        var part = String(scaled % scale)
        part = String(repeating: "0", count: decimals - part.utf8.count) + part
        while part.hasSuffix("0") { part.removeLast() }
        return (scaled / scale, part)
    }

    /// A coordinate, to a hundredth: finer than any paper.
    static func coordinate(_ number: Double) -> String {
        let (whole, part) = split(number, decimals: 2)
        let isZero = whole == 0 && part.isEmpty
        return (number < 0 && !isZero ? "-" : "") + String(whole) + (part.isEmpty ? "" : "." + part)
    }
}
