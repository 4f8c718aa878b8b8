import Testing

@testable import Figures

struct PathTests {
    /// Where each rectangle of a path begins, its distances added up.
    private func places(_ text: String) -> [[Double]] {
        var place = [0.0, 0.0]
        var all: [[Double]] = []
        for part in text.split(separator: "z") {
            let written = part.dropFirst().prefix { $0 != "h" }.replacing("-", with: " -")
            let numbers: [Double] = written.split(separator: " ").compactMap { Double($0) }
            for (index, number) in numbers.enumerated() {
                place[index] = part.first == "M" ? number : place[index] + number
            }
            all.append(place)
        }
        return all
    }

    @Test func aRowOfSquaresIsTheSameStepAgainAndAgain() {
        var path = Path()
        for column in 0..<3 { path.rectangle(1.5 + 15 * Double(column), 29.6, 12, 12) }
        #expect(path.text == "M1.5 29.6h12v12h-12zm15 0h12v12h-12zm15 0h12v12h-12z")
    }

    @Test func aHundredStepsDoNotDrift() {
        var path = Path()
        let wanted: [[Double]] = (0..<100).map { step in
            let distance = Double(step)
            return [distance / 3, 100 - distance * 2 / 7]
        }
        for place in wanted { path.rectangle(place[0], place[1], 1, 1) }
        for (found, wanted) in zip(places(path.text), wanted) {
            #expect(abs(found[0] - wanted[0]) < 0.006 && abs(found[1] - wanted[1]) < 0.006)
        }
    }

    @Test func aRunSaysHowFarItIsFromTheEndOfTheOneBefore() {
        var path = Path()
        for row in 0..<2 { path.run(1.5, 10 + 15 * Double(row), right: 147) }
        path.run(3, 50, down: 9.25)
        path.line(0, 0, 5, 5)
        path.run(1, 2, down: 3)
        #expect(path.text == "M1.5 10h147m-147 15h147m-145.5 25v9.25M0 0L5 5M1 2v3")
    }

    @Test func afterAnotherShapeARectangleSaysWhereItIs() {
        var path = Path()
        path.rectangle(1, 1, 2, 2)
        path.line(0, 0, 5, 5)
        path.rectangle(3, 3, 2, 2)
        #expect(path.text == "M1 1h2v2h-2zM0 0L5 5M3 3h2v2h-2z")
    }
}
