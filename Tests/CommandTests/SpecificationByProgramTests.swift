import TestSupport
import Testing

struct SpecificationByProgramTests {
    /// In eight parts, for the processors there are.
    @Test(
        "The program prints the examples as given",
        .enabled(if: Conformance.isPresent, Comment(rawValue: Conformance.absence)), arguments: 0..<8)
    func programPrintsTheExamplesAsGiven(_ part: Int) throws {
        for (number, example) in Conformance.all.enumerated() where number % 8 == part {
            let run = try Program.run("render", "--commonmark", "-", input: Array(example.markdown.utf8))
            #expect(run.text == example.html, "\(example): \(example.markdown)")
            #expect(run.status == 0 && run.errors.isEmpty, "\(example): \(run.errors)")
        }
    }

    @Test(
        arguments: [[], [0xFF, 0xFE, 0x00], Array("a\u{0}b".utf8), Array(repeating: 0x3E, count: 100_000)]
            as [[UInt8]])
    func anyBytesAreTaken(_ input: [UInt8]) throws {
        let run = try Program.run("render", "--commonmark", "-", input: input)
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.isEmpty == input.isEmpty)
    }
}
