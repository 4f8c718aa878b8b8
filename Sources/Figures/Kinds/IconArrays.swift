/// How many of 100, or of 1,000, as squares: filled for those counted, smaller and hollow for the others, so
/// that it reads without colour. All groups on one scale, and filled in the same order.
struct IconArrays {
    let groups: [Figure.Group]
    /// 100 or 1,000.
    let of: Int
    let unit: String
    let words: Figure.Words
    /// A filled square before the count, where there is no key to say what it means.
    let isCaptionMarked: Bool

    private static let gap = 20.0

    /// Two of 100 stand side by side; 1,000 take the whole width, so that a square can still be seen.
    private var columns: Int { of > 100 ? 40 : 10 }
    private var perRow: Int { of > 100 ? 1 : 2 }
    private var width: Double { (Drawing.width - Self.gap * Double(perRow - 1)) / Double(perRow) }
    private var pitch: Double { width / Double(columns) }

    var drawing: Drawing {
        var drawing = Drawing()
        var filled = Path()
        var hollow = Path()
        var captionMarks = Path()
        var top = 0.0
        for start in stride(from: 0, to: groups.count, by: perRow) {
            let row = groups[start..<min(start + perRow, groups.count)]
            let labelHeight = row.map { Drawing.height(of: $0.label, width: width) }.max() ?? 0
            let arrayTop = top + labelHeight + 6
            let captionTop = arrayTop + pitch * Double(of / columns) + 6
            var bottom = captionTop
            for (index, group) in row.enumerated() {
                let left = Double(index) * (width + Self.gap)
                let own = Drawing.height(of: group.label, width: width)
                drawing.write(group.label, x: left, top: top + labelHeight - own, width: width)
                fill(group.count, left: left, top: arrayTop, &filled, &hollow)
                let caption = writeCaption(group, left: left, top: captionTop, &captionMarks, in: &drawing)
                bottom = max(bottom, captionTop + caption)
            }
            top = bottom + (start + perRow < groups.count ? Self.gap : 0)
        }
        drawing.draw(.empty, hollow)
        drawing.draw(.mark, filled)
        drawing.draw(.mark, captionMarks)
        drawing.height = top
        return drawing
    }

    private func fill(_ count: Int, left: Double, top: Double, _ filled: inout Path, _ hollow: inout Path) {
        for index in 0..<of {
            let x = left + (Double(index % columns) + 0.5) * pitch
            let y = top + (Double(index / columns) + 0.5) * pitch
            if index < count {
                filled.square(around: x, y, side: 0.8 * pitch)
            } else {
                hollow.square(around: x, y, side: 0.55 * pitch)
            }
        }
    }

    private func writeCaption(
        _ group: Figure.Group, left: Double, top: Double, _ marks: inout Path, in drawing: inout Drawing
    ) -> Double {
        let count = "\(words.numbers.text(group.count)) \(words.of) \(words.numbers.text(of)) \(unit)"
        guard isCaptionMarked else {
            return drawing.write(count, x: left, top: top, width: width, isBold: true)
        }
        marks.square(around: left + 6.5, top + 11.5, side: 13)
        return drawing.write(count, x: left + 20, top: top, width: width - 20, isBold: true)
    }
}
