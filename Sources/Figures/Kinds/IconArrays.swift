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
    private var filledSide: Double { 0.8 * pitch }
    private var hollowSide: Double { 0.55 * pitch }
    /// An outline is one unit thick, and goes round the corners.
    private var outline: Double { hollowSide + 1 }

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
        drawing.draw(.empty, hollow, dashes: Drawing.Dashes(length: outline, gap: pitch - outline))
        drawing.draw(
            .row, filled,
            dashes: Drawing.Dashes(length: filledSide, gap: pitch - filledSide, width: filledSide))
        drawing.draw(.mark, captionMarks)
        drawing.height = top
        return drawing
    }

    /// A row of filled squares is one thick line in dashes. What is hollow has four sides: the upper and the lower ones
    /// of a row are two thin lines in dashes, the left and the right ones of a column two more. A square each would make
    /// a page of five pictures twice as large.
    private func fill(_ count: Int, left: Double, top: Double, _ filled: inout Path, _ hollow: inout Path) {
        let rows = of / columns
        for row in 0..<rows {
            let y = top + (Double(row) + 0.5) * pitch
            let full = min(max(count - row * columns, 0), columns)
            if full > 0 {
                filled.run(left + (pitch - filledSide) / 2, y, right: Double(full - 1) * pitch + filledSide)
            }
            if full == columns { continue }
            let x = left + (Double(full) + 0.5) * pitch - outline / 2
            let length = Double(columns - full - 1) * pitch + outline
            hollow.run(x, y - hollowSide / 2, right: length)
            hollow.run(x, y + hollowSide / 2, right: length)
        }
        for column in 0..<columns {
            let full = (count + columns - 1 - column) / columns
            if full == rows { continue }
            let x = left + (Double(column) + 0.5) * pitch
            let y = top + (Double(full) + 0.5) * pitch - outline / 2
            let length = Double(rows - full - 1) * pitch + outline
            hollow.run(x - hollowSide / 2, y, down: length)
            hollow.run(x + hollowSide / 2, y, down: length)
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
