import Testing

@testable import Figures

struct SVGTests {
    @Test(arguments: [(100, 69, 52), (100, 0, 100), (1000, 4, 1), (1000, 1000, 0)])
    func asManySquaresAsPeople(_ of: Int, _ first: Int, _ second: Int) {
        let drawing = Samples.pair(of: of, first: first, second: second).drawing(Figure.Words())
        /// A run has as many dashes as it has squares, or sides of them.
        func dashes(_ ink: Drawing.Ink, along direction: Character) -> Int {
            let shape = drawing.shapes.first { $0.ink == ink && $0.dashes != nil }
            guard let shape, let dashes = shape.dashes else { return 0 }
            let lengths = shape.path.split { "mM".contains($0) }.compactMap { run in
                run.firstIndex(of: direction).flatMap { Double(run[run.index(after: $0)...]) }
            }
            return lengths.map { Int((($0 + dashes.gap) / (dashes.length + dashes.gap)).rounded()) }.reduce(
                0, +)
        }
        let hollow = 2 * of - first - second
        #expect(dashes(.row, along: "h") == first + second)
        #expect(dashes(.empty, along: "h") == 2 * hollow && dashes(.empty, along: "v") == 2 * hollow)
        // The key's.
        for ink in [Drawing.Ink.mark, .empty] {
            #expect(drawing.shapes.last { $0.ink == ink }?.path.count { $0 == "z" } == 1)
        }
    }

    /// Without colour, filled squares differ from the others in size and fill.
    @Test func squaresDifferWithoutColour() {
        let svg = Samples.pair().svg(idPrefix: "p").text
        let line = #"fill="none" stroke="currentColor""#
        #expect(
            svg.contains(
                #"<path class="chart-row" \#(line) stroke-width="12" stroke-dasharray="12 3" d="M1.5 "#))
        #expect(svg.contains(#"<path class="chart-empty" \#(line) stroke-dasharray="9.25 5.75" d=""#))
    }

    @Test func isOnePictureWithOneDescription() {
        let svg = Samples.pair().svg(idPrefix: "p7").text
        #expect(svg.hasPrefix(#"<svg class="chart chart-pair" viewBox="0 0 320 "#))
        #expect(svg.contains(#"role="img" aria-labelledby="p7-title" aria-describedby="p7-description""#))
        #expect(svg.contains(#"<title id="p7-title">Came on time</title>"#))
        #expect(svg.contains(#"<desc id="p7-description">69 and 52</desc>"#))
    }

    @Test(arguments: Figure.Kind.allCases)
    func hasNoStyleNoScriptAndNoAddress(_ kind: Figure.Kind) {
        let svg = Samples.figure(kind, seed: 1).svg(idPrefix: "p").text
        for forbidden in ["style", "<script", "http", "url(", "href", "#"] {
            #expect(!svg.contains(forbidden))
        }
        #expect(svg.contains(#"fill="currentColor""#))
    }

    @Test func textIsEscaped() {
        let hostile = "</text></svg><script>\"&'\u{0}\u{1B}\n"
        let figure = Figure(
            title: hostile, description: hostile, unit: hostile,
            series: .bars([.init(label: hostile, value: 1)]))
        let svg = figure.svg(idPrefix: "\"><x y=\"").text
        #expect(svg.components("</svg>") == 1 && svg.components("<script") == 0 && svg.components("<x") == 0)
        #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(svg.contains("&lt;/text&gt;&lt;/svg&gt;&lt;script&gt;&quot;&amp;'"))
    }

    @Test(arguments: Figure.Kind.allCases)
    func sameInputSameBytes(_ kind: Figure.Kind) {
        let figure = Samples.figure(kind, seed: 3)
        #expect(figure.svg(idPrefix: "p") == figure.svg(idPrefix: "p"))
    }

    @Test func isSmall() {
        #expect(Samples.pair(of: 1000).svg(idPrefix: "p").bytes.count < 10_000)
        #expect(Samples.pair().svg(idPrefix: "p").bytes.count < 3000)
    }
}

extension String {
    /// How often `part` stands in it.
    fileprivate func components(_ part: String) -> Int {
        indices.count { self[$0...].hasPrefix(part) }
    }
}
