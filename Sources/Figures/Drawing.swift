/// What a figure consists of, before it is SVG: shapes, and words whose boxes are known.
///
/// It is 320 units wide: a small phone's pixels. In a box on such a phone 17 units are 13 pixels; the style
/// sheet lets a drawing grow no further than where they are as large as the words of the page.
struct Drawing {
    static let width = 320.0
    static let textSize = 17.0
    static let smallSize = 15.0

    /// Grows with what is drawn.
    var height = 0.0
    private(set) var shapes: [Shape] = []
    private(set) var labels: [Label] = []

    struct Shape {
        let ink: Ink
        /// As in the attribute `d` of `path`.
        let path: String
        var dashes: Dashes?
    }

    /// What a line is cut into. Each run of a path begins with a dash.
    struct Dashes {
        let length: Double
        let gap: Double
        /// How thick the line is: a row of squares where it is as thick as a dash is long.
        var width = 1.0
    }

    enum Ink: String {
        /// What is counted or measured: filled.
        case mark
        /// What is not: an outline, and smaller.
        case empty
        case axis
        /// A line that only guides the eye.
        case guide
        /// Many marks in rows, as the dashes of a thick line.
        case row
        case box
    }

    enum Anchor: String { case start, middle, end }

    struct Label {
        let lines: [String]
        let x: Double
        let top: Double
        let size: Double
        let anchor: Anchor
        let isBold: Bool

        var lineHeight: Double { 1.3 * size }
        var height: Double { lineHeight * Double(lines.count) }

        var width: Double {
            lines.map { TextMeasure.width(of: $0, size: size, isBold: isBold) }.max() ?? 0
        }

        var left: Double {
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        }

        func baseline(_ line: Int) -> Double { top + Double(line) * lineHeight + size }
    }

    mutating func draw(_ ink: Ink, _ path: Path, dashes: Dashes? = nil) {
        if path.text.isEmpty { return }
        shapes.append(Shape(ink: ink, path: path.text, dashes: dashes))
    }

    /// Words on lines no wider than `width`, from `top` down; the height that they take.
    @discardableResult
    mutating func write(
        _ text: String, x: Double = 0, top: Double, width: Double = Drawing.width,
        size: Double = Drawing.textSize,
        anchor: Anchor = .start, isBold: Bool = false
    ) -> Double {
        let lines = TextMeasure.lines(of: text, width: width, size: size, isBold: isBold)
        if lines.isEmpty { return 0 }
        let label = Label(lines: lines, x: x, top: top, size: size, anchor: anchor, isBold: isBold)
        labels.append(label)
        return label.height
    }

    /// How high `write` would be.
    static func height(of text: String, width: Double, size: Double = Drawing.textSize, isBold: Bool = false)
        -> Double
    {
        Double(TextMeasure.lines(of: text, width: width, size: size, isBold: isBold).count) * 1.3 * size
    }

    func svg(kind: String, title: String, description: String, idPrefix: String) -> SVG {
        var svg = SVG()
        let height = NumberFormat.coordinate(self.height.rounded(.up))
        svg.element(
            "svg",
            [
                "class": .text("chart chart-\(kind)"), "viewBox": .text("0 0 \(Int(Self.width)) \(height)"),
                "role": "img", "aria-labelledby": .text(idPrefix + "-title"),
                "aria-describedby": .text(idPrefix + "-description"), "direction": "ltr",
                "fill": "currentColor", "font-size": .number(Self.textSize),
            ]
        ) { svg in
            svg.element("title", ["id": .text(idPrefix + "-title")]) { $0.text(title) }
            svg.element("desc", ["id": .text(idPrefix + "-description")]) { $0.text(description) }
            for shape in shapes {
                svg.lineBreak()
                svg.element("path", shape.attributes)
            }
            for label in labels {
                svg.lineBreak()
                label.write(into: &svg)
            }
            svg.lineBreak()
        }
        return svg
    }
}

extension Drawing.Shape {
    /// The attributes say in black on white what the style sheet says in colour, for where it is missing.
    fileprivate var attributes: SVG.Attributes {
        var all: SVG.Attributes = ["class": .text("chart-\(ink.rawValue)")]
        if ink != .mark {
            all.append("fill", "none")
            all.append("stroke", "currentColor")
        }
        if let dashes = ink == .guide ? Drawing.Dashes(length: 2, gap: 3) : dashes {
            if dashes.width != 1 { all.append("stroke-width", .number(dashes.width)) }
            let lengths = [dashes.length, dashes.gap].map(NumberFormat.coordinate)
            all.append("stroke-dasharray", .text(lengths.joined(separator: " ")))
        }
        all.append("d", .text(path))
        return all
    }
}

extension Drawing.Label {
    /// What is as in the whole drawing is not said again at each word.
    fileprivate func write(into svg: inout SVG) {
        var attributes: SVG.Attributes = [:]
        if size != Drawing.textSize { attributes.append("font-size", .number(size)) }
        if isBold { attributes.append("font-weight", "bold") }
        if anchor != .start { attributes.append("text-anchor", .text(anchor.rawValue)) }
        if lines.count == 1 {
            attributes.append("x", .number(x))
            attributes.append("y", .number(baseline(0)))
            return svg.element("text", attributes) { $0.text(lines[0]) }
        }
        svg.element("text", attributes) { svg in
            for (index, line) in lines.enumerated() {
                svg.element("tspan", ["x": .number(x), "y": .number(baseline(index))]) { $0.text(line) }
            }
        }
    }
}
