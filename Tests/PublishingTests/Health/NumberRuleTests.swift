import Testing

@testable import Publishing

/// doses and results.
struct NumberRuleTests {
    @Test func dosesAreFound() async throws {
        try await HealthSite.expect(
            "dose.outside-study-detail",
            in: [
                "They had 0.5 mg/kg.", "They had 0,5 mg/kg.", "It was 56–84 mg.",
                "It was 56 to 84 milligrams.",
                "Take 50 micrograms.", "Take 50mcg.", "Half a milligram per kilogram.",
                "Fifty milligrams a day.",
                "It was 0.5 milligrams per kilogram of weight.", "Use 2 ml.", "10 units.", "5 µg an hour.",
                "1 g.",
                "| A | B |\n| --- | --- |\n| 25 mg | x |", "It was **0.5** mg.", "A 100-mg tablet.",
                "It was 1,000 mg.",
                "0.5\u{A0}mg/kg over 40 minutes.", "![A vial of 50 mg](x.png)", "One milligram.",
            ],
            notIn: [
                "A person of 70 kg.", "Blood sugar of 120 mg/dL.", "It was 120 mmHg.", "After 40 minutes.",
                "In 2019.",
                "Two units of the hospital were closed.", "A group of 20 people.", "5G networks.",
                "She ran 10 km.",
                "In 4 of 10 people.", "An intensive care unit.", "Grams are a unit of weight.",
                "Version 1.2 of the page.",
            ])
    }

    @Test func whatResearchersUsedMayStandOnce() async throws {
        let once = "> [!STUDY-DETAIL]\n> They had 0.5 mg/kg [@a2020].\n"
        let site = try await HealthSite(pages: [
            ("", once), ("", once + "\nWords.\n\n" + once), ("tags: [home-use]", once),
            ("audience: clinician", "0.5 mg/kg [@a2020]."),
            ("audience: clinician", "They had 0.5 mg/kg."), ("", "> [!NOTE]\n> 0.5 mg/kg"),
        ])
        let told = site.told.map { $0.contains { $0.id == "dose.outside-study-detail" } }
        #expect(told == [false, true, true, false, true, true])
    }

    @Test func resultsSayWhoWhenAndAgainstWhat() async throws {
        try await HealthSite.expect(
            "number.incomplete",
            in: [
                "45 of 100 got better.", "45% felt better.", "Two in three people got better.",
                "45 out of 100 people responded [@a2020].",
                "After four weeks, 45 of 100 responded, compared with 30 of 100 on placebo [@a2020].",
                "In adults with depression, 45 of 100 responded, compared with 30 of 100 on placebo [@a2020].",
                "After four weeks, 45 of 100 adults with depression responded [@a2020].",
                "After four weeks, 45 of 100 adults with depression responded, compared with 30 of 100 on placebo.",
                "About 45 percent of people got better.", "Seven out of ten improved.",
                "45 per cent responded.",
                "One in five people relapsed.",
            ],
            notIn: [
                "After four weeks, 45 of 100 adults with depression responded, compared with 30 of 100 on placebo [@a2020].",
                "In a 2019 trial, adults with depression had either. After 4 weeks, 69 of 100 felt better with it, and 52 of 100 without [@a2020].",
                "One of the two forms.", "Two of three trials found nothing.", "It was in 2 of 5 studies.",
                "Page 4 of 10 pages in 2019.",
                "How many get better: 45 of 100?", "The blood holds 45% water.", "One in the morning.",
                "In a 2020 survey of adults with no comparison group, 27 of 100 had it [@a2020].",
                "Come at 2 in the afternoon.",
            ])
    }

    @Test func relativeNumbersNeedBothNumbers() async throws {
        try await HealthSite.expect(
            "number.relative",
            in: [
                "It doubles the chance.", "It halved the risk.", "People were 30% more likely to get better.",
                "Three times as likely.",
                "3 times more people.", "Twice as many people.", "The odds ratio was 2.",
                "A risk ratio of 1.5.", "The NNT is 5.",
                "The number needed to treat is 5.", "A twofold rise.", "It was twice as likely.",
                "A 40% reduction.",
            ],
            notIn: [
                "Twice a week.", "Three times a day.", "They came 4 times.",
                "It doubles the chance: 20 of 100 with, 10 of 100 without.",
                "Half of the day.", "A second dose.", "Double doors.", "In two steps.", "30% of the rooms.",
                "Half an hour.",
            ])
    }
}
