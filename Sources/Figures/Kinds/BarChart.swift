/// Values as bars from zero, one below the other: the label above its bar, where it has the whole width.
struct BarChart {
    let bars: [Figure.Bar]
    let unit: String
    let numbers: NumberFormat

    private static let barHeight = 22.0
    private static let gap = 14.0
    /// The most that a number and its unit may take beside the bars.
    private static let widestValue = 130.0

    var drawing: Drawing {
        var drawing = Drawing()
        let values = valueTexts
        let beside = values.map { TextMeasure.width(of: $0, size: Drawing.textSize, isBold: true) }.max() ?? 0
        let axis = Axis(
            upTo: bars.map(\.value).max() ?? 0, isWhole: bars.allSatisfy { $0.value == $0.value.rounded() },
            left: 1,
            length: Drawing.width - beside - 8, numbers: numbers)
        var filled = Path()
        var zero = Path()
        var top = 0.0
        for (bar, value) in zip(bars, values) {
            top += drawing.write(bar.label, top: top)
            let end = axis.x(bar.value)
            if end > axis.left { filled.rectangle(axis.left, top + 2, end - axis.left, Self.barHeight - 4) }
            zero.line(axis.left, top, axis.left, top + Self.barHeight)
            drawing.write(value, x: end + 6, top: top, isBold: true)
            top += Self.barHeight
            top += drawing.write(bar.note, top: top + 2, size: Drawing.smallSize)
            top += Self.gap
        }
        drawing.draw(.mark, filled)
        drawing.draw(.axis, zero)
        drawing.height = top + axis.draw(at: top, unit: unit, in: &drawing)
        return drawing
    }

    /// With the unit where there is room for it; it stands at the axis too.
    private var valueTexts: [String] {
        let plain = bars.map { numbers.text($0.value) }
        let full = plain.map { unit == "%" ? $0 + unit : $0 + " " + unit }
        let fits = full.allSatisfy {
            TextMeasure.width(of: $0, size: Drawing.textSize, isBold: true) <= Self.widestValue
        }
        return fits ? full : plain
    }
}
