import Testing

@testable import Figures

struct NumberFormatTests {
    @Test(
        arguments: [
            (0, "0"), (0.1, "0.1"), (45.5, "45.5"), (3 * 0.1, "0.3"), (1234567, "1,234,567"),
            (-0.25, "-0.25"),
            (-0.0000001, "0"), (0.000001, "0.000001"), (999.9999999, "1,000"), (1e9, "1,000,000,000"),
        ] as [(Double, String)])
    func writesNumbersAsPeopleDo(_ number: Double, _ text: String) {
        #expect(NumberFormat().text(number) == text)
    }

    @Test func writesThemAsTheLanguageDoes() {
        let spanish = NumberFormat(decimalSign: ",", groupSign: "\u{A0}")
        #expect(spanish.text(12345.5) == "12\u{A0}345,5")
        #expect(spanish.text(-1000) == "-1\u{A0}000")
    }

    @Test(
        arguments: [
            (0, "0"), (1.005, "1"), (10.126, "10.13"), (-0.001, "0"), (-7.5, "-7.5"), (1234.5, "1234.5"),
        ] as [(Double, String)])
    func coordinatesHaveTwoDecimalsAndNoZerosAtTheEnd(_ number: Double, _ text: String) {
        #expect(NumberFormat.coordinate(number) == text)
    }
}
