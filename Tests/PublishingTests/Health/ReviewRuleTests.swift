import Testing

@testable import Publishing

/// who looked at a page, and when. Today is 23 November 2026.
struct ReviewRuleTests {
    private static let clinician = "reviewedBy: [{name: A. Lee, credentials: MD, role: clinical}]"

    private func told(_ front: String, _ body: String = "Words.") async throws -> [String] {
        let site = try await HealthSite(pages: [(front, body)])
        return site.told[0].filter { $0.id.hasPrefix("review.") }.map { "\($0.id) \($0.severity)" }
    }

    private static func reviewed(_ day: String, _ more: String = "kind: article") -> String {
        "lastReviewed: \(day)\n\(clinician)\n\(more)"
    }

    /// The last 30 days of a year, of two years, or of what the page asks for.
    @Test(arguments: [
        reviewed("2024-11-23"), reviewed("2024-12-23"), reviewed("2024-12-01", "kind: concept"),
        reviewed("2024-11-24", "kind: about"), reviewed("2025-11-23", "kind: treatment"),
        reviewed("2025-12-23", "kind: safety"), reviewed("2025-12-10", "kind: decision"),
        reviewed("2026-06-01", "reviewEvery: 6 months"), reviewed("2023-12-01", "reviewEvery: 36 months"),
        reviewed("2026-10-23", "reviewEvery: 1 month"),
    ])
    func whatIsSoonDueIsAWarning(_ front: String) async throws {
        #expect(try await told(front) == ["review.due warning"])
    }

    @Test(arguments: [
        (reviewed("2024-11-22"), "warning"), (reviewed("2024-08-26"), "warning"),
        (reviewed("2024-08-25"), "error"), (reviewed("2024-08-01"), "error"),
        (reviewed("2025-11-22", "kind: treatment"), "warning"),
        (reviewed("2025-08-01", "kind: safety"), "error"),
        (reviewed("2025-09-15", "kind: decision"), "warning"),
        (reviewed("2010-01-01", "kind: about"), "error"),
        (reviewed("2026-05-22", "reviewEvery: 6 months"), "warning"),
        (reviewed("2023-11-01", "reviewEvery: 36 months"), "warning"),
        (reviewed("2026-07-01", "reviewEvery: 1 month"), "error"),
    ])
    func whatIsPastDueIsAWarningAndThenAnError(_ front: String, _ severity: String) async throws {
        #expect(try await told(front) == ["review.overdue \(severity)"])
    }

    @Test(arguments: [
        "lastReviewed: 2026-10-01", "lastReviewed: 2026-10-01\nkind: safety",
        "lastReviewed: 2026-10-01\nreviewedBy: []",
        "lastReviewed: 2026-10-01\ndraft: true", "lastReviewed: 2026-10-01\nkind: about\nupdated: 2026-10-01",
        clinician, clinician + "\nkind: treatment", clinician + "\nupdated: 2026-02-01",
        clinician + "\ndraft: true",
        "reviewedBy: [{name: A, credentials: MD, role: suicide-safety}]",
        "lastReviewed: 2026-10-01\nreviewEvery: 6 months",
    ])
    func aReviewHasADayAndAName(_ front: String) async throws {
        #expect(try await told(front) == ["review.missing error"])
    }

    @Test(arguments: [
        "{name: \"\", credentials: MD, role: clinical}", "{name: A, credentials: \"\", role: clinical}",
        "{credentials: MD, role: clinical}", "{name: A, role: clinical}", "{name: A}",
        "{name: A, credentials: }",
        "{name: , credentials: MD}", "{name: A, role: patient}", "{role: suicide-safety, name: A}",
        "{name: A, credentials: MD, role: clinical}, {name: B, role: clinical}",
        "{name: \"  \", credentials: MD}",
    ])
    func aReviewerHasANameAndCredentials(_ reviewers: String) async throws {
        let ids = try await told("lastReviewed: 2026-10-01\nreviewedBy: [\(reviewers)]")
        #expect(ids.first == "review.unnamed error" && Set(ids).count == 1, "\(ids)")
    }

    @Test(arguments: [
        "", "kind: treatment", "date: 2026-01-01", "updated: 2026-01-01", "draft: true",
        reviewed("2026-11-23"),
        reviewed("2024-12-24"), reviewed("2025-12-24", "kind: safety"),
        reviewed("2024-12-24", "kind: concept"),
        reviewed("2026-07-01", "reviewEvery: 6 months"), reviewed("2024-01-01", "reviewEvery: 36 months"),
        "lastReviewed: 2026-10-01\nreviewedBy:\n  - {name: A, credentials: MD, role: clinical}\n  - {name: B, credentials: none yet, role: patient}",
        reviewed("2010-01-01", "withdrawn: {date: 2026-01-01, reason: Old}"),
        reviewed("2010-01-01", "expiryDate: 2026-01-01"),
    ])
    func whatIsReviewedInTimeOrNotYetIsNotTold(_ front: String) async throws {
        #expect(try await told(front) == [])
    }

    private func isAboutSuicide(_ reviewers: String, _ front: String, _ body: String) async throws -> Bool {
        let review = reviewers.isEmpty ? "" : "lastReviewed: 2026-10-01\nreviewedBy: [\(reviewers)]\n"
        return try await HealthSite(pages: [(review + front, body)]).told[0].contains {
            $0.id == "suicide.reviewer"
        }
    }

    private static let clinical = "{name: A, credentials: MD, role: clinical}"

    @Test(arguments: [
        ("", "Thoughts of suicide can pass."), ("", "Some feel SUICIDAL."),
        ("", "Suicidality is in the label."),
        ("", "They self-harm."), ("", "They self‑harmed."), ("", "Self harm is common."),
        ("", "Self-harming can stop."),
        ("", "An anti-suicidal effect."), ("", "*Sui*cide."), ("", "Sui&shy;cide."), ("", "## About suicide"),
        ("", "- One\n- Thoughts of suicide"), ("", "| A |\n| --- |\n| suicide |"),
        ("", "See.[^1]\n\n[^1]: On suicide."),
        ("", "A [suicide](https://example.org) line."), ("", "Self-\nharm hurts."),
        ("title: Suicide and you", "Words."),
        ("title: Feeling low\ndescription: When you think of suicide", "Words."),
        ("", "> “Suicide,” she said."),
        ("", "Talk of suicides\nin the news."),
    ])
    func pagesAboutSuicideHaveAReviewerForIt(_ front: String, _ body: String) async throws {
        #expect(try await isAboutSuicide(Self.clinical, front, body))
        #expect(try await isAboutSuicide("{name: A, credentials: none, role: patient}", front, body))
    }

    @Test(arguments: [
        (clinical, "Words."), (clinical, "Self-help can be of use."), (clinical, "The harm was small."),
        (clinical, "See yourself. Harm is rare."), (clinical, "Herself, harm and all."),
        (clinical, "A suit and cider."),
        (clinical, "Insecticide and homicide are other words."), ("", "Thoughts of suicide."),
        ("", "Self-harm."),
        (clinical + ", {name: B, credentials: PhD, role: suicide-safety}", "Thoughts of suicide."),
        ("{name: B, credentials: PhD, role: suicide-safety}", "Suicidal thoughts and self-harm."),
    ])
    func otherPagesNeedNone(_ reviewers: String, _ body: String) async throws {
        #expect(try await !isAboutSuicide(reviewers, "kind: article", body))
    }
}
