/// Moments and stretches on one axis of time, each in a row of its own, so that no label meets another.
struct Timeline {
    let events: [Figure.Event]
    let unit: String
    let numbers: NumberFormat

    private static let rowHeight = 18.0
    private static let gap = 12.0
    private static let markRadius = 7.0

    var drawing: Drawing {
        var drawing = Drawing()
        let times = events.flatMap { [$0.start, $0.end ?? $0.start] }
        let axis = Axis(
            upTo: times.max() ?? 0, isWhole: times.allSatisfy { $0 == $0.rounded() }, left: Self.markRadius,
            length: Drawing.width - 2 * Self.markRadius, numbers: numbers)
        var marks = Path()
        var guides = Path()
        var top = 0.0
        for event in events {
            top += drawing.write(time(event), top: top, isBold: true)
            top += drawing.write(event.label, top: top)
            let middle = top + Self.rowHeight / 2 + 1
            guides.line(axis.left, middle, axis.left + axis.scale.length, middle)
            if let end = event.end {
                let width = max(2, axis.x(end) - axis.x(event.start))
                marks.rectangle(axis.x(event.start), middle - 5, width, 10)
            } else {
                marks.diamond(around: axis.x(event.start), middle, radius: Self.markRadius)
            }
            top += Self.rowHeight + Self.gap
        }
        drawing.draw(.guide, guides)
        drawing.draw(.mark, marks)
        drawing.height = top + axis.draw(at: top, unit: unit, in: &drawing)
        return drawing
    }

    private func time(_ event: Figure.Event) -> String {
        numbers.text(event.start) + (event.end.map { "–" + numbers.text($0) } ?? "") + " " + unit
    }
}
