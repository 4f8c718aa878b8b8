import Testing

@testable import Publishing

///
struct BalanceRuleTests {
    private static let whole =
        "kind: treatment\nbenefits: [\"It may ease it [@a2020].\"]\nharms: [\"It can hurt [@a2020].\"]\nunknowns: [Much]\n"
        + "alternatives: [No change for now]\nwhoShouldNot: [Some]"

    @Test func listsStandTogether() async throws {
        let missing = ["benefits", "harms", "unknowns", "alternatives", "whoShouldNot"].map { key in
            Self.whole.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")
        }
        let site = try await HealthSite(
            pages: (missing + [
                Self.whole, Self.whole.replacing("No change for now", with: "Another drug"),
                Self.whole.replacing("No change for now", with: "Waiting, and staying with what you have"),
                Self.whole.replacing("[Much]", with: "[]"),
                Self.whole.replacing("treatment", with: "decision"), "kind: article",
                Self.whole.replacing("No change for now", with: "Watchful waiting"),
                Self.whole.replacing("No change for now", with: "Not changing your treatment for now"),
            ]).map { ($0, "Words.") })
        #expect(
            site.told.map { $0.contains { $0.id == "balance.missing" } }
                == [true, true, true, true, true, false, true, false, true, false, false, false, false])
    }

    @Test func benefitsAreNotSaidLouder() async throws {
        let many = String(repeating: "better ", count: 30)
        let site = try await HealthSite(pages: [
            (Self.whole.replacing("It may ease it", with: many), "Words."), (Self.whole, "Words."),
            (Self.whole.replacing("It can hurt", with: many), "Words."),
        ])
        #expect(site.told.map { $0.contains { $0.id == "balance.unequal" } } == [true, false, false])
    }

    @Test func claimsHaveSources() async throws {
        try await HealthSite.expect(
            "citation.missing",
            in: [
                "In adults, 45 of 100 responded after a week, compared with 30 of 100.",
                "It can cause seizures.", "It may lead to dependence.",
                "It is approved for anesthesia.", "- It can bring nausea.",
                "Ketamine is not approved for depression.",
                "A third had it. It could cause bladder damage.", "Two in three relapsed.",
                "Side effects such as vomiting are common.",
                "Deaths have been reported.",
            ],
            notIn: [
                "It can cause seizures [@a2020].", "Ask about side effects.",
                "Tell staff if you feel nausea.", "Can it cause seizures?",
                "There was no damage.", "You sit in a chair.",
                "Signs may be these [@a2020]:\n\n- seizures may occur\n- nausea can occur",
                "The clinic is approved by nobody's aunt [@a2020].", "## Can it cause seizures?",
                "It did not cause seizures.",
            ], front: "kind: safety")
    }

    @Test func nothingSoundsSurerThanItIs() async throws {
        func finding(_ certainty: String, _ outcome: String = "They felt better") -> String {
            HealthSite.finding(["certainty": certainty, "outcome": outcome]) + "\n"
        }
        try await HealthSite.expect(
            "finding.verb",
            in: [
                finding("low", "It lowers it"), finding("low") + "It improves mood [@a2020].",
                finding("moderate") + "It works [@a2020].",
                finding("very-low") + "It may help [@a2020].", finding("none") + "It helps [@a2020].",
                finding("low") + "It improved mood [@a2020].",
                finding("low") + "It probably eases it [@a2020].",
                finding("very-low") + "It lowers it [@a2020].",
                finding("low") + "It *improves*\nmood [@a2020].", finding("none") + "It proves it [@a2020].",
            ],
            notIn: [
                finding("low"), finding("high") + "It lowers it [@a2020].",
                finding("low") + "It may improve mood [@a2020].",
                finding("low") + "It improves mood [@b2021].",
                finding("moderate") + "It probably eases it [@a2020].",
                finding("low") + "It does not improve mood [@a2020].", finding("low") + "It improves mood.",
                finding("moderate") + "It lowers it [@a2020].",
                finding("low") + "Nobody knows whether it improves mood [@a2020].",
                finding("very-low") + "Nothing lowers it [@a2020].",
            ])
    }

    @Test func reviewsAreCountedByTheDate() async throws {
        func reviewed(_ day: String, _ more: String = "") -> String {
            "lastReviewed: \(day)\nreviewedBy: [{name: A, credentials: MD, role: clinical}]\n\(more)"
        }
        // Today is 23 November 2026; 24 months are the rule for an article.
        let site = try await HealthSite(pages: [
            (reviewed("2026-11-01"), ""), (reviewed("2024-12-10"), ""), (reviewed("2024-11-22"), ""),
            (reviewed("2024-08-01"), ""),
            ("lastReviewed: 2026-01-01", ""),
            ("reviewedBy: [{name: A, credentials: MD, role: clinical}]", ""),
            (reviewed("2025-12-01", "kind: safety"), ""),
            (reviewed("2026-11-01", "").replacing("MD", with: "\"\""), ""),
        ])
        let ids = site.told.map { $0.filter { $0.id.hasPrefix("review.") }.map { "\($0.id) \($0.severity)" } }
        #expect(
            ids == [
                [], ["review.due warning"], ["review.overdue warning"], ["review.overdue error"],
                ["review.missing error"],
                ["review.missing error"], ["review.due warning"], ["review.unnamed error"],
            ])
    }
}
