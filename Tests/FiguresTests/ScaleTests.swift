import Testing

@testable import Figures

struct ScaleTests {
    @Test(arguments: [0, 0.003, 0.7, 1, 7, 9.99, 10, 45.5, 100, 223, 99_999, 1e9])
    func beginsAtZeroAndEndsAtARoundNumberNoLessThanTheLargest(_ largest: Double) {
        let scale = Scale(upTo: largest, intervals: 5, length: 200, isWhole: false)
        #expect(scale.ticks.first == 0)
        #expect(scale.position(0) == 0)
        #expect(scale.top >= largest && (largest == 0 || scale.top <= largest * 2.5))
        #expect((2...7).contains(scale.ticks.count), "\(scale.ticks)")
        #expect(abs(scale.position(scale.top) - 200) < 1e-9)
    }

    @Test func ticksOfWholeNumbersAreWhole() {
        #expect(Scale(upTo: 2, intervals: 5, length: 100, isWhole: true).ticks == [0, 1, 2])
    }

    @Test func lengthsAreInProportion() {
        let scale = Scale(upTo: 80, intervals: 4, length: 160, isWhole: true)
        #expect(scale.position(40) * 2 == scale.position(80))
    }
}
