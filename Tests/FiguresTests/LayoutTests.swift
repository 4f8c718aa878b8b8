import TestSupport
import Testing

@testable import Figures

/// Labels stay apart and within the picture, whatever their length.
struct LayoutTests {
    @Test(arguments: Figure.Kind.allCases)
    func labelsNeverOverlap(_ kind: Figure.Kind) {
        for seed in 0..<60 {
            let drawing = Samples.figure(kind, seed: UInt64(seed)).drawing(Figure.Words())
            expectApart(drawing, "\(kind) \(seed)")
        }
    }

    @Test(arguments: [100, 1000])
    func labelsOfPairsNeverOverlap(_ of: Int) {
        for label in Samples.words + [Samples.words.joined(separator: " ")] {
            expectApart(Samples.pair(of: of, label: label).drawing(Figure.Words()), label)
        }
    }

    private func expectApart(_ drawing: Drawing, _ name: String) {
        let tolerance = 0.001
        for (index, label) in drawing.labels.enumerated() {
            #expect(
                label.left >= -tolerance && label.left + label.width <= Drawing.width + tolerance,
                "\(name): \(label.lines) at \(label.left), \(label.width) wide")
            #expect(
                label.top >= 0 && label.top + label.height <= drawing.height + tolerance,
                "\(name): \(label.lines)")
            for other in drawing.labels[(index + 1)...] {
                let isBeside =
                    label.left + label.width <= other.left + tolerance
                    || other.left + other.width <= label.left + tolerance
                let isAbove =
                    label.top + label.height <= other.top + tolerance
                    || other.top + other.height <= label.top + tolerance
                #expect(isBeside || isAbove, "\(name): \(label.lines) and \(other.lines)")
            }
        }
    }

    @Test func longWordsAreBrokenAndNothingIsLost() {
        for text in Samples.words {
            let lines = TextMeasure.lines(of: text, width: 60, size: 17)
            #expect(lines.joined() == text)
            for line in lines where line.count > 1 {
                #expect(TextMeasure.width(of: line, size: 17) <= 60, "\(line)")
            }
        }
        #expect(TextMeasure.lines(of: "  ", width: 60, size: 17).isEmpty)
    }

    /// Where one bar is twice the other, it is drawn twice as long: both begin at zero.
    @Test func barsBeginAtZero() throws {
        let bars: [Figure.Bar] = [
            .init(label: "a", value: 40), .init(label: "b", value: 80), .init(label: "c", value: 0),
        ]
        let drawing = Figure(title: "t", description: "d", unit: "%", series: .bars(bars)).drawing(
            Figure.Words())
        let path = try #require(drawing.shapes.first { $0.ink == .mark }?.path)
        let widths = path.split(separator: "h").dropFirst().compactMap {
            Double($0.prefix { $0 != "v" && $0 != "-" })
        }
        #expect(widths.count == 2, "a bar of zero has no length")
        #expect(abs(widths[0] * 2 - widths[1]) < 0.02, "\(widths)")
    }
}
