import Testing

@testable import Publishing

/// what may help and what may harm stand together, and as long.
struct BalanceListTests {
    private static let lists = [
        "benefits": "[\"It may ease low mood [@a2020].\"]",
        "harms": "[\"It can raise blood pressure [@a2020].\"]",
        "unknowns": "[How long it lasts]", "alternatives": "[No change for now, Talking therapy]",
        "whoShouldNot": "[\"People with high blood pressure [@a2020]\"]",
    ]

    private func told(_ changes: [String: String?], kind: String) async throws -> [String] {
        let lists = Self.lists.merging(changes.compactMapValues { $0 }) { $1 }
            .filter { changes[$0.key] == nil || changes[$0.key] != .some(nil) }
        let front = lists.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: "\n")
        let site = try await HealthSite(pages: [("title: Ketamine\nkind: \(kind)\n\(front)", "Words.")])
        return site.told[0].map(\.id).filter { $0.hasPrefix("balance.") }
    }

    @Test(
        arguments: ["benefits", "harms", "unknowns", "alternatives", "whoShouldNot"],
        [nil, "[]", "", "[\"\"]", "[\" \"]"])
    func aListThatSaysNothingIsTold(_ key: String, _ value: String?) async throws {
        #expect(try await told([key: value], kind: "treatment").contains("balance.missing"))
        #expect(try await told([key: value], kind: "decision").contains("balance.missing"))
        #expect(try await told([key: value], kind: "article") == [])
    }

    @Test(arguments: [
        "[Another drug]", "[Talking therapy, ECT]", "[A change of drug]", "[No single treatment helps all]",
        "[Another dose now]", "[A new treatment]", "[\"Light therapy [@a2020]\"]", "[\"Not ECT, but TMS\"]",
        "[Nothing beats sport]", "[Doing sport]", "[Start therapy without a drug]",
    ])
    func oneAlternativeIsToChangeNothing(_ alternatives: String) async throws {
        #expect(try await told(["alternatives": alternatives], kind: "treatment") == ["balance.missing"])
    }

    @Test(arguments: [
        "[No change for now]", "[Another drug, No change of treatment for now]", "[Watchful waiting]",
        "[Staying on what you take now]", "[\"**No** change for now, with a plan\"]",
        "[Keep your current treatment]",
        "[Not starting a new treatment]", "[Do nothing new for now]", "[Waiting to see how it goes]",
        "[Changing nothing for now]",
        "[Carry on as you are]", "[Leave things as they are for now]", "[Stick with the same drug]",
        "[Going without treatment for now]", "[Having no treatment]",
    ])
    func noChangeIsSaidInManyWays(_ alternatives: String) async throws {
        #expect(try await told(["alternatives": alternatives], kind: "decision") == [])
    }

    private static func words(_ count: Int) -> String {
        Array(repeating: "word", count: count).joined(separator: " ")
    }

    /// More than half as much again.
    @Test(arguments: [
        (16, 10), (31, 20), (4, 2), (2, 1), (100, 20), (46, 30), (8, 5), (11, 7), (151, 100), (13, 8),
    ])
    func longBenefitsAreTold(_ benefits: Int, _ harms: Int) async throws {
        let lists = [
            "benefits": "[\"\(Self.words(benefits)) [@a2020]\"]",
            "harms": "[\"\(Self.words(harms)) [@a2020]\"]",
        ]
        #expect(try await told(lists, kind: "treatment") == ["balance.unequal"])
        let parts = [
            "benefits": "[\"\(Self.words(benefits - 1))\", \"*\(Self.words(1))*\"]",
            "harms": "[\"\(Self.words(harms))\"]",
        ]
        #expect(try await told(parts, kind: "decision") == ["balance.unequal"])
    }

    @Test(arguments: [
        (15, 10), (10, 10), (1, 1), (3, 2), (10, 20), (30, 20), (45, 30), (7, 5), (150, 100), (1, 60),
        (12, 8),
    ])
    func benefitsAsLongAsHarmsAreNotTold(_ benefits: Int, _ harms: Int) async throws {
        let lists = [
            "benefits": "[\"\(Self.words(benefits)) [@a2020]\"]",
            "harms": "[\"[\(Self.words(harms))](index.md) [@a2020]\"]",
        ]
        #expect(try await told(lists, kind: "treatment") == [])
        #expect(try await told(["benefits": "[\"\(Self.words(90))\"]"], kind: "article") == [])
    }
}
