import Testing

@testable import Publishing

/// numbers of crisis lines, and who looks at pages about suicide.
struct CrisisRuleTests {
    @Test func typedNumbersAreFound() async throws {
        try await HealthSite.expect(
            "crisis.typed-number",
            in: [
                "Call 988.", "Text **988** now.", "The line is 988.", "Ring 116 123.", "Ring 116-123.",
                "Call 116123.",
                "Call 911.", "Dial 999 now.", "Phone 112.", "Reach Samaritans on [116 123](tel:116123).",
                "In danger, call\n911.",
                "| Line | Number |\n| --- | --- |\n| US | 988 |",
            ],
            notIn: [
                "In the trial 988 people took part.", "In 1999 it began.", "There were 911 participants.",
                "Room 112 is on the left.",
                "Call us at any time.", "On page 116 of 123.", "Call your emergency number.",
                "It took 999 days.", "The year 2988.",
                "Chapter 11.2 tells more.",
            ])
    }

    @Test func pagesAboutSuicideHaveTheirReviewer() async throws {
        func reviewed(_ role: String) -> String {
            "lastReviewed: 2026-10-01\nreviewedBy: [{name: A, credentials: MD, role: \(role)}]"
        }
        let site = try await HealthSite(pages: [
            (reviewed("clinical"), "Thoughts of suicide."), (reviewed("clinical"), "Suicidal thoughts."),
            (reviewed("patient"), "Self-harm."), (reviewed("suicide-safety"), "Suicide."), ("", "Suicide."),
            (reviewed("clinical"), "Words."), (reviewed("clinical") + "\ntitle: Suicide and you", "Words."),
            (reviewed("clinical"), "**Suic**ide."), (reviewed("clinical"), "Self harm."),
        ])
        #expect(
            site.told.map { $0.contains { $0.id == "suicide.reviewer" } }
                == [true, true, true, false, false, false, true, true, true])
    }
}
