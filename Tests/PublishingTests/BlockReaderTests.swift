import Markup
import TestSupport
import Testing

@testable import Publishing

/// What is wrong in a data block is told at its line and column in the file.
struct BlockReaderTests {
    /// Checks that the marks of a block, and nothing else, are told of, all with one id.
    private func expect(
        _ id: String, toMark marked: String, as name: String = "finding",
        location: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText(marked)
        let (_, diagnostics) = BlockSamples.read(text.text, as: name)
        #expect(
            diagnostics.map(\.range) == text.ranges.map { $0.moved(down: 10) }, "\(diagnostics)",
            sourceLocation: location)
        for diagnostic in diagnostics {
            #expect(
                diagnostic.id == id && diagnostic.file == "Content/a.md", "\(diagnostic)",
                sourceLocation: location)
            #expect(!diagnostic.message.hasSuffix(".") && !diagnostic.help.isEmpty, sourceLocation: location)
        }
    }

    @Test func soundBlocksHaveNoProblems() {
        #expect(BlockSamples.read(BlockSamples.finding).1 == [])
        for figure in BlockSamples.figures { #expect(BlockSamples.read(figure, as: "figure").1 == []) }
        #expect(BlockSamples.read("file: _dose.md", as: "include").1 == [])
        #expect(BlockSamples.read("a: b", as: "swift") == (nil, []))
    }

    @Test(
        arguments: [
            ["with": "⟦sixty⟧"], ["with": "⟦69.5⟧"], ["with": "⟦101⟧"], ["without": "⟦-1⟧"], ["of": "⟦50⟧"],
            ["of": "⟦\"100\"⟧"], ["n": "⟦0⟧"], ["certainty": "⟦certain⟧"], ["harm": "⟦maybe⟧"],
            ["outcome": "⟦[⟧Came, Went]"], ["ref": "⟦\"@roe2019\"⟧"], ["ref": "⟦roe2019, poe2020⟧"],
            ["gradeSource": "⟦a clinician⟧"], ["people": "\"é 日本\"", "time": "⟦{⟧}"],
        ] as [KeyValuePairs<String, String?>])
    func wrongValuesOfFindings(_ changes: KeyValuePairs<String, String?>) {
        expect("key.type", toMark: BlockSamples.finding(changes))
    }

    @Test func keysThatAreUnknown() throws {
        expect("key.unknown", toMark: BlockSamples.finding + "⟦outcom⟧: x\n")
        let found = BlockSamples.read("file: a.md\nflie: b.md\n", as: "include").1
        #expect(found.map(\.help) == ["write 'file'"])
        expect("key.unknown", toMark: "file: a.md\n⟦depth⟧: 2\n", as: "include")
        expect(
            "key.unknown", toMark: BlockSamples.bars + "  - {label: x, ⟦valeu⟧: 3, value: 4}\n", as: "figure")
    }

    @Test(arguments: FindingReader.keys.filter { $0 != "harm" })
    func everyKeyOfAFindingIsRequired(_ key: String) {
        expect("finding.incomplete", toMark: BlockSamples.finding([key: "⟦\"\"⟧"]))
        let found = BlockSamples.read(BlockSamples.finding([key: nil])).1
        #expect(found.map(\.message) == ["the finding has no '\(key)'"])
        #expect(found.map(\.id) == ["finding.incomplete"])
        #expect(found.map(\.range) == [SourceRange(line: 10, column: 1, length: 10)])
    }

    @Test func whatIsAbsentIsToldTogether() {
        let found = BlockSamples.read(BlockSamples.finding(["n": nil, "time": nil, "ref": nil])).1
        #expect(found.map(\.message) == ["the finding has no 'time', 'n' and 'ref'"])
        #expect(BlockSamples.read("").1.map(\.id) == ["finding.incomplete"])
        #expect(BlockSamples.read("# nothing\n", as: "figure").1.map(\.id) == ["key.missing"])
        #expect(BlockSamples.read("", as: "include").1.map(\.message) == ["the include has no 'file'"])
    }

    /// Nobody may be made to invent numbers where there is no good study; but half of them is not enough.
    @Test func whereThereAreNoStudiesThereAreNoNumbers() throws {
        let nothing: KeyValuePairs<String, String?> = [
            "certainty": "none", "of": nil, "with": nil, "without": nil, "comparator": nil, "time": nil,
            "n": nil,
            "ref": nil,
        ]
        let (block, diagnostics) = BlockSamples.read(BlockSamples.finding(nothing))
        #expect(diagnostics == [])
        guard case .finding(let finding) = try #require(block) else { return }
        #expect(finding.result == nil)
        let half = BlockSamples.read(BlockSamples.finding(["certainty": "none", "without": nil])).1
        #expect(half.map(\.message) == ["the finding has no 'without'"])
    }

    @Test func whatIsNoMapAndWhatIsNoYAML() {
        expect("key.type", toMark: "⟦just words⟧\n")
        expect("key.type", toMark: "⟦-⟧ a\n")
        let broken = BlockSamples.read("outcome: a: b\n").1
        #expect(broken.map(\.id) == ["yaml.syntax"])
        #expect(broken.map(\.range.start.line) == [11])
        #expect(BlockSamples.read("n: 1\nn: 2\n").1.map(\.id) == ["yaml.syntax"])
    }

    @Test(arguments: [
        "kind: ⟦pie⟧\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries: [{label: a, value: 1}]\n",
        "kind: bars\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries: ⟦many⟧\n",
        "kind: bars\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - ⟦12⟧\n  - {label: é, value: ⟦-1⟧}\n",
        "kind: bars\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - {label: é, value: ⟦.inf⟧}\n",
        "kind: bars\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - {label: é, value: ⟦1e300⟧}\n",
        "kind: icons\nof: 100\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - {label: a, value: ⟦101⟧}\n",
        "kind: icons\nof: ⟦20⟧\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - {label: a, value: 3}\n",
        "kind: timeline\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - {label: a, at: 9, until: ⟦3⟧}\n",
        "kind: timeline\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - {label: a, at: ⟦noon⟧}\n",
    ])
    func wrongValuesOfFigures(_ marked: String) {
        expect("key.type", toMark: marked, as: "figure")
    }

    @Test(arguments: [
        "kind: bars\ntitle: ⟦\"\"⟧\ndescription: d\nunit: u\nsource: s\nseries: [{label: a, value: 1}]\n",
        "kind: bars\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries: ⟦[⟧]\n",
        "kind: steps\ntitle: t\ndescription: d\nsource: s\nseries:\n  - {label: a, text: b}\n  - ⟦{⟧label: a}\n",
        "kind: bars\ntitle: t\ndescription: d\nunit: u\nsource: s\nseries:\n  - ⟦{⟧label: a}\n  - ⟦{⟧value: 2}\n",
    ])
    func whatFiguresLack(_ marked: String) {
        expect("key.missing", toMark: marked, as: "figure")
    }

    @Test func figuresSayTheirUnitAndTheirSource() {
        for (kind, keys) in [
            ("bars", ["unit"]), ("icons", ["of", "unit"]), ("timeline", ["unit"]), ("steps", []),
        ] as [(String, [String])] {
            let found = BlockSamples.read("kind: \(kind)\n", as: "figure").1
            let list = (["title", "description"] + keys.reversed() + ["source"]).map { "'\($0)'" }
            #expect(
                found.map(\.message) == ["the figure has no \(list.joined(separator: ", ")) and 'series'"])
            #expect(found.map(\.range) == [SourceRange(line: 10, column: 1, length: 9)])
        }
    }
}
