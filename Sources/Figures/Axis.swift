/// A horizontal axis from zero, with numbers below it and their unit.
struct Axis {
    let scale: Scale
    let left: Double
    private let marks: [(value: Double, text: String)]

    /// As many ticks as their numbers have room for.
    init(upTo largest: Double, isWhole: Bool, left: Double, length: Double, numbers: NumberFormat) {
        self.left = left
        for intervals in [5, 4, 3, 2, 1] {
            let scale = Scale(upTo: largest, intervals: intervals, length: length, isWhole: isWhole)
            let marks = scale.ticks.map { (value: $0, text: numbers.text($0)) }
            let boxes = marks.map { Self.box(of: $0.text, around: left + scale.position($0.value)) }
            let fits = zip(boxes, boxes.dropFirst()).allSatisfy { $0.upperBound + 8 <= $1.lowerBound }
            if fits || intervals == 1 {
                self.scale = scale
                self.marks = marks
                return
            }
        }
        preconditionFailure("the last of the intervals always returns")
    }

    func x(_ value: Double) -> Double { left + scale.position(value) }

    /// Draws from `top` down; the height that it takes.
    func draw(at top: Double, unit: String, in drawing: inout Drawing) -> Double {
        var path = Path()
        path.line(left, top, left + scale.length, top)
        for mark in marks {
            let x = x(mark.value)
            path.line(x, top, x, top + 5)
            let box = Self.box(of: mark.text, around: x)
            let isAtStart = box.lowerBound <= 0
            let isAtEnd = box.upperBound >= Drawing.width
            drawing.write(
                mark.text, x: isAtStart ? box.lowerBound : isAtEnd ? box.upperBound : x, top: top + 6,
                size: Drawing.smallSize, anchor: isAtStart ? .start : isAtEnd ? .end : .middle)
        }
        drawing.draw(.axis, path)
        let height = 6 + 1.3 * Drawing.smallSize
        return height + drawing.write(unit, x: 0, top: top + height, size: Drawing.smallSize)
    }

    /// Where a number stands: in the middle below its tick, and within the drawing.
    private static func box(of text: String, around x: Double) -> Range<Double> {
        let width = TextMeasure.width(of: text, size: Drawing.smallSize)
        let left = max(0, min(x - width / 2, Drawing.width - width))
        return left..<(left + width)
    }
}
