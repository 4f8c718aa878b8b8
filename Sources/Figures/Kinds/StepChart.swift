/// Steps in their order: numbered boxes, with an arrow from each to the next.
struct StepChart {
    let steps: [Figure.Step]

    private static let padding = 10.0
    private static let arrow = 22.0
    private static let textLeft = 48.0

    var drawing: Drawing {
        var drawing = Drawing()
        var boxes = Path()
        var arrows = Path()
        var top = 1.0
        for (index, step) in steps.enumerated() {
            let start = top
            let width = Drawing.width - Self.textLeft - Self.padding
            top += Self.padding
            drawing.write(String(index + 1), x: 24, top: top + 1, anchor: .middle, isBold: true)
            boxes.circle(around: 24, top + 12, radius: 14)
            top += drawing.write(step.label, x: Self.textLeft, top: top, width: width, isBold: true)
            top += drawing.write(step.text, x: Self.textLeft, top: top, width: width)
            top = max(top, start + Self.padding + 27) + Self.padding
            boxes.rectangle(1, start, Drawing.width - 2, top - start)
            if index < steps.count - 1 {
                arrows.arrow(x: 24, from: top, to: top + Self.arrow - 2)
                top += Self.arrow
            }
        }
        drawing.draw(.box, boxes)
        drawing.draw(.axis, arrows)
        drawing.height = top + 1
        return drawing
    }
}
