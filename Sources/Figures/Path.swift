/// The outline of shapes, as SVG writes it.
struct Path {
    private(set) var text = ""
    /// Where the last rectangle began, as written: 'z' leads back there. `nil` after any other shape.
    private var start: (x: Double, y: Double)?
    /// Where the last run ended, as written. `nil` after any other shape.
    private var end: (x: Double, y: Double)?

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        text += "M\(Self.pair(x1, y1))L\(Self.pair(x2, y2))"
        (start, end) = (nil, nil)
    }

    /// A line to the right, which dashes make a row of squares. As with rectangles, a step leads from one to the next.
    mutating func run(_ x: Double, _ y: Double, right length: Double) {
        move(x, y)
        let length = Self.rounded(length)
        text += "h\(NumberFormat.coordinate(length))"
        end = (Self.rounded(x) + length, Self.rounded(y))
    }

    /// A line down.
    mutating func run(_ x: Double, _ y: Double, down length: Double) {
        move(x, y)
        let length = Self.rounded(length)
        text += "v\(NumberFormat.coordinate(length))"
        end = (Self.rounded(x), Self.rounded(y) + length)
    }

    private mutating func move(_ x: Double, _ y: Double) {
        if let end {
            text += "m\(Self.pair(Self.rounded(x) - end.x, Self.rounded(y) - end.y))"
        } else {
            text += "M\(Self.pair(x, y))"
        }
        start = nil
    }

    /// From the second of a row on by its distance from the one before: many are then the same few letters again and
    /// again, which takes a tenth of the room when the page is packed for its way.
    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        let (wide, high) = (NumberFormat.coordinate(width), NumberFormat.coordinate(height))
        let place = (x: Self.rounded(x), y: Self.rounded(y))
        if let start {
            text += "m\(Self.pair(place.x - start.x, place.y - start.y))"
        } else {
            text += "M\(Self.pair(x, y))"
        }
        text += "h\(wide)v\(high)h-\(wide)z"
        (start, end) = (place, nil)
    }

    mutating func square(around x: Double, _ y: Double, side: Double) {
        rectangle(x - side / 2, y - side / 2, side, side)
    }

    mutating func diamond(around x: Double, _ y: Double, radius: Double) {
        let r = NumberFormat.coordinate(radius)
        text += "M\(Self.pair(x, y - radius))l\(r) \(r)l-\(r) \(r)l-\(r)-\(r)z"
        (start, end) = (nil, nil)
    }

    mutating func circle(around x: Double, _ y: Double, radius: Double) {
        let r = NumberFormat.coordinate(radius)
        let across = NumberFormat.coordinate(2 * radius)
        text += "M\(Self.pair(x - radius, y))a\(r) \(r) 0 1 0 \(across) 0a\(r) \(r) 0 1 0-\(across) 0z"
        (start, end) = (nil, nil)
    }

    /// An arrow that points down, its tip at `tip`.
    mutating func arrow(x: Double, from top: Double, to tip: Double) {
        line(x, top, x, tip)
        text += "M\(Self.pair(x - 5, tip - 6))L\(Self.pair(x, tip))L\(Self.pair(x + 5, tip - 6))"
    }

    /// To the hundredths that are written, so that distances do not drift.
    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private static func pair(_ x: Double, _ y: Double) -> String {
        NumberFormat.coordinate(x) + " " + NumberFormat.coordinate(y)
    }
}
