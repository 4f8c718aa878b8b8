import Testing

@testable import Publishing

/// approvals.
struct ApprovalRuleTests {
    @Test func misusesAreFound() async throws {
        try await HealthSite.expect(
            "approval.misused",
            in: [
                "Ketamine is approved for depression.", "Ketamine is FDA-approved.",
                "FDA-approved ketamine helps.",
                "Ketamine is **approved** for *depression*.", "Ketamine is licensed for depression.",
                "The FDA has approved ketamine for depression.",
                "Ketamine is approved for anesthesia and depression.",
                "Ketamine is approved for depression, and is used in anesthesia.",
                "Spravato is approved for anxiety.",
                "Esketamine is approved for bipolar depression.",
                "Ketamine is an old drug. It is approved for depression.",
                "Ketalar is cleared for PTSD.", "Ketamine was approved to treat depression.",
                "Is ketamine approved for depression? Yes.",
                "Not a drug of the past, ketamine is approved for depression.",
                "Ketamine is approved, not experimental.",
            ],
            notIn: [
                "Ketamine is approved for anesthesia.", "Ketamine is not approved for depression.",
                "Ketamine has never been approved for depression.",
                "Is ketamine approved for depression? No.",
                "Ketamine is approved as an anaesthetic.",
                "Spravato is approved for some adults with depression.",
                "Esketamine is approved for treatment-resistant depression in adults.",
                "Ketamine isn't approved for depression.",
                "Ketamine for depression is off-label, and not approved.", "Is ketamine approved?",
                "Ketamine is approved for anesthesia, and some clinics use it off-label for depression.",
                "Esketamine, made of one form of ketamine, is approved for some adults with depression.",
                "Ask a licensed clinician about ketamine.", "Esketamine is approved in the US.",
                "Unlike ketamine, esketamine is approved for depression in adults.",
                "Ketamine is not FDA-approved for depression.",
                "One said that ketamine is approved for depression. That is false.",
                "Many adverts say ketamine is approved for depression. It is not.",
                "While esketamine is approved, ketamine for depression is off-label.",
                "Esketamine is approved, but ketamine is not.",
            ])
    }

    @Test func treatmentsHaveAnEntry() async throws {
        let lists = "benefits: [a]\nharms: [a]\nunknowns: [a]\nalternatives: [No change]\nwhoShouldNot: [a]"
        let site = try await HealthSite(pages: [
            ("title: Zolpidem for sleep\nkind: treatment\n" + lists, "Words."),
            ("title: What is Ambien?\nkind: treatment\n" + lists, "Words."),
            ("title: Ketamine\nkind: treatment\n" + lists, "Words."),
            ("title: Zolpidem for sleep", "Words."),
            ("title: Ketamine and zolpidem\nkind: treatment\n" + lists, "Words."),
        ])
        #expect(
            site.told.map { $0.contains { $0.id == "approval.missing" } } == [
                true, true, false, false, false,
            ])
    }
}
