import Markup
import TestSupport
import Testing

@testable import Publishing

/// YAML that is meant to break its reader.
struct YAMLTests {
    private func problems(_ yaml: String) -> [Diagnostic] {
        FrontMatterReader.read(
            YAMLText(path: "x.md", bytes: Array(yaml.utf8)[...], linesAbove: 1), profile: .plain
        ).1
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), "{" + String(repeating: "a: {", count: 5000),
        String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
        String(repeating: "[", count: 61) + String(repeating: "]", count: 61),
        (0..<1500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    ])
    func deepNestingIsTold(_ value: String) {
        #expect(problems("title: a\nparams:\n" + value).map(\.id) == ["nesting.depth"])
    }

    @Test(arguments: [60, 300, 1100])
    func nestingThatIsLetThroughIsRead(_ depth: Int) {
        let yaml = (1...depth).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect(
            problems("title: a\nparams:\n" + yaml).allSatisfy {
                ["nesting.depth", "yaml.syntax"].contains($0.id)
            })
    }

    @Test func bracketsInWordsAreNoNesting() {
        #expect(
            problems("title: a\ndescription: \"" + String(repeating: "[1] (see [2]) ", count: 200) + "\"")
                .isEmpty)
    }

    private func bomb(_ use: String) -> String {
        let anchors = zip("bcdefghij", "abcdefghi").map { name, previous in
            "  \(name): &\(name) [\(Array(repeating: "*\(previous)", count: 9).joined(separator: ","))]\n"
        }
        return "title: a\nparams:\n  a: &a [x,x,x,x,x,x,x,x,x]\n" + anchors.joined() + use
    }

    /// 9¹⁰ values, in 500 bytes.
    @Test(arguments: [
        "", "tags: *j\n", "withdrawn: *j\n", "changes: *j\n", "reviewedBy: *j\n", "title2: *j\n",
        // Yams hashes keys, and would hash a key of aliases value by value: for ever.
        "? *j\n: 1\n",
    ])
    func aliasesOfAliasesEndInADiagnostic(_ use: String) {
        #expect(problems(bomb(use)).map(\.id) == ["yaml.syntax"])
    }

    @Test func ampersandsAndStarsInWordsAreNoAliases() {
        let words = String(repeating: "this & that, *so* and *so* ", count: 50)
        #expect(problems("title: a\ndescription: \"\(words)\"\n").isEmpty)
    }

    @Test func aFewAliasesAreFine() {
        let params = "params: {x: &p {y: 1}, z: *p, \"R&D *\": \"a & b\"}\n"
        #expect(problems("title: a\ntags: &t [b, c]\nauthors: *t\n" + params).isEmpty)
    }

    @Test(arguments: [
        "params: &a {x: *a}", "params: {x: *nobody}", "? [a]\n: b", "params: !!binary x\n? {q: r}\n: 1",
    ])
    func oddNodesEndInADiagnostic(_ yaml: String) {
        #expect(!problems("title: a\n" + yaml).isEmpty)
    }

    @Test(arguments: ["just words", "- a\n- b", "[a]", "1"])
    func aRootThatIsNoMapIsTold(_ yaml: String) {
        let found = problems(yaml)
        #expect(found.contains { $0.id == "key.type" })
        #expect(
            !found.contains {
                $0.message.hasPrefix("''") || $0.help.hasSuffix("':'") || $0.help.hasSuffix(" ':'")
            })
    }

    @Test func placesAreCountedInBytes() throws {
        let marked = MarkedText("title: 日本\nauthors: [\"é\", ⟦[⟧]]\n")
        let range = try #require(problems(marked.text).first?.range)
        #expect(range == marked.ranges[0].moved(down: 1))
    }

    /// libyaml takes U+2028 for a line break; nobody else does.
    @Test func lineSeparatorsInWordsDoNotMoveThePlace() {
        withKnownIssue("the line is counted one too many") {
            let found = problems("title: \"a\u{2028} b\"\nweight: x\n")
            #expect(found.map(\.range.start) == [Position(line: 3, column: 9)])
        }
    }
}
