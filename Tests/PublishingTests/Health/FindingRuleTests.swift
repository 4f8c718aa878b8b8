import Testing

@testable import Publishing

/// R-7 and R-8: a finding is whole.
struct FindingRuleTests {
    private static let whole = HealthSite.findingLines()

    private func isTold(_ lines: [String]) async throws -> Bool {
        let site = try await HealthSite(["```finding\n\(lines.joined(separator: "\n"))\n```"])
        return site.told[0].contains { $0.id == "finding.incomplete" }
    }

    private static func name(_ line: String) -> Substring { line.prefix { $0 != ":" } }

    @Test(arguments: whole)
    func aFindingWithoutOneOfItsPartsIsTold(_ line: String) async throws {
        #expect(try await isTold(Self.whole.filter { $0 != line }))
        #expect(try await isTold(Self.whole.map { $0 == line ? "\(Self.name(line)):" : $0 }))
        #expect(try await isTold(Self.whole.map { $0 == line ? "\(Self.name(line)): \"\"" : $0 }))
    }

    @Test(arguments: [
        whole, whole.reversed(), whole + ["harm: true"], whole.map { $0.replacing("60", with: "0") },
        whole.map { $0 == "of: 100" ? "of: 1000" : $0 }, whole.map { $0.replacing("moderate", with: "high") },
        whole.map { $0.replacing("moderate", with: "very-low") }, whole + ["# a note"],
        whole.map { $0.replacing("after 4 weeks", with: "\"after: 4 weeks\"") },
        // Where nobody has counted, there is nothing to count.
        ["outcome: Sleep", "people: adults", "treatment: the drug", "certainty: none", "gradeSource: b2021"],
        [
            "certainty: none", "gradeSource: b2021", "outcome: Sleep", "people: adults",
            "treatment: the drug", "harm: true",
        ],
    ])
    func aWholeFindingIsNotTold(_ lines: [String]) async throws {
        #expect(try await !isTold(lines))
    }
}
