/// How pages are ordered: the constants and the formula that `search.js` has too.
enum Ranking {
    /// A page's length against the average, from its byte.
    static func relativeLength(_ byte: UInt8) -> Double {
        let steps = Int(byte) - 16
        let octave = steps >= 0 ? steps / 4 : (steps - 3) / 4
        let whole = octave >= 0 ? Double(1 << octave) : 1 / Double(1 << -octave)
        return quarters[steps - octave * 4] * whole
    }

    /// The powers of two to 0, 1/4, 1/2 and 3/4.
    private static let quarters = [1, 1.189207115002721, 1.4142135623730951, 1.681792830507429]
}
