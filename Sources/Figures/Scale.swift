/// From values to a length. It always begins at zero: a cut axis makes small differences look large.
struct Scale {
    /// The end of the axis: a multiple of `step`, and no less than the largest value.
    let top: Double
    let step: Double
    /// In units of the drawing.
    let length: Double

    /// - Parameter intervals: At most so many between the ticks.
    init(upTo largest: Double, intervals: Int, length: Double, isWhole: Bool) {
        let largest = largest > 0 ? largest : 1
        step = max(isWhole ? 1 : 0, Self.roundStep(atLeast: largest / Double(intervals)))
        top = (largest / step - 1e-9).rounded(.up) * step
        self.length = length
    }

    func position(_ value: Double) -> Double { value / top * length }

    var ticks: [Double] { (0...Int((top / step).rounded())).map { Double($0) * step } }

    /// 1, 2 or 5 times a power of ten.
    private static func roundStep(atLeast least: Double) -> Double {
        var power = 1.0
        while power > least { power /= 10 }
        while power * 10 <= least { power *= 10 }
        return [1, 2, 5].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
    }
}
