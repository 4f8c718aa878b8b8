import Testing

@testable import Figures

struct SVGTests {
    @Test(arguments: [(100, 69, 52), (100, 0, 100), (1000, 4, 1), (1000, 1000, 0)])
    func asManySquaresAsPeople(_ of: Int, _ first: Int, _ second: Int) {
        let drawing = Samples.pair(of: of, first: first, second: second).drawing(Figure.Words())
        func squares(_ ink: Drawing.Ink) -> [Int] {
            drawing.shapes.filter { $0.ink == ink }.map { $0.path.count { $0 == "z" } }
        }
        // The last of each is the key's.
        #expect(squares(.mark).dropLast().reduce(0, +) == first + second)
        #expect(squares(.empty).dropLast().reduce(0, +) == 2 * of - first - second)
        #expect(squares(.mark).last == 1 && squares(.empty).last == 1)
    }

    /// Without colour, filled squares differ from the others in size and fill.
    @Test func squaresDifferWithoutColour() {
        let svg = Samples.pair().svg(idPrefix: "p").text
        #expect(svg.contains(#"<path class="chart-mark" d="M1.5 "#))
        #expect(svg.contains(#"<path class="chart-empty" fill="none" stroke="currentColor" d="#))
        #expect(svg.contains("h12v12h-12z") && svg.contains("h8.25v8.25h-8.25z"))
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
        #expect(Samples.pair(of: 1000).svg(idPrefix: "p").bytes.count < 60_000)
        #expect(Samples.pair().svg(idPrefix: "p").bytes.count < 7000)
    }
}

extension String {
    /// How often `part` stands in it.
    fileprivate func components(_ part: String) -> Int {
        indices.count { self[$0...].hasPrefix(part) }
    }
}
