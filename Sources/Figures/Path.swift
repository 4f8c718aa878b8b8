/// The outline of shapes, as SVG writes it.
struct Path {
    private(set) var text = ""

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        text += "M\(Self.pair(x1, y1))L\(Self.pair(x2, y2))"
    }

    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        let (wide, high) = (NumberFormat.coordinate(width), NumberFormat.coordinate(height))
        text += "M\(Self.pair(x, y))h\(wide)v\(high)h-\(wide)z"
    }

    mutating func square(around x: Double, _ y: Double, side: Double) {
        rectangle(x - side / 2, y - side / 2, side, side)
    }

    mutating func diamond(around x: Double, _ y: Double, radius: Double) {
        let r = NumberFormat.coordinate(radius)
        text += "M\(Self.pair(x, y - radius))l\(r) \(r)l-\(r) \(r)l-\(r)-\(r)z"
    }

    mutating func circle(around x: Double, _ y: Double, radius: Double) {
        let r = NumberFormat.coordinate(radius)
        let across = NumberFormat.coordinate(2 * radius)
        text += "M\(Self.pair(x - radius, y))a\(r) \(r) 0 1 0 \(across) 0a\(r) \(r) 0 1 0-\(across) 0z"
    }

    /// An arrow that points down, its tip at `tip`.
    mutating func arrow(x: Double, from top: Double, to tip: Double) {
        line(x, top, x, tip)
        text += "M\(Self.pair(x - 5, tip - 6))L\(Self.pair(x, tip))L\(Self.pair(x + 5, tip - 6))"
    }

    private static func pair(_ x: Double, _ y: Double) -> String {
        NumberFormat.coordinate(x) + " " + NumberFormat.coordinate(y)
    }
}
