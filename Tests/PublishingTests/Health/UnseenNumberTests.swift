import Testing

/// in texts that the rules were not made from.
struct UnseenNumberTests {
    @Test func doses() async throws {
        try await HealthSite.expectOnly(
            "dose.outside-study-detail",
            in: [
                "It was half a milligram per kilogram.", "It was 0,5 to 1,0 mg/kg.",
                "They had fifty-six milligrams.",
                "It was a hundred and fifty micrograms.", "A half-milligram dose.", "A 28-mg spray.",
                "Between 50 and 100 mcg.", "It was 0.5 mg per kg.", "It was 2 ml/h.", "It was 5 ug.",
                "It was 10 IU.",
                "It was **50** *mg*.", "It was 50&nbsp;mg.", "It was 50 m&shy;g.", "- One\n- 84 mg",
                "| A |\n| --- |\n| 56 mg |", "## What 56 mg means", "![A spray of 28 mg](x.png)",
                "See.[^1]\n\n[^1]: It was 40 mg.", "It was [50](https://example.org) mg.",
                "They had a few milligrams.",
                "It was one and a half milligrams.", "The strength is 50mg/ml.", "It was 1 g a day.",
                "> [!NOTE]\n> It was 5 mg.",
                "It was ½ mg.", "Five milligrams\nper kilogram.", "100 units each hour.",
                "It was a quarter of a milligram.",
                "They had twenty five mg.",
            ],
            notIn: [
                "She weighs 70 kg.", "Her sugar was 110 mg/dl.", "It was 140 mmHg.",
                "They drank 14 units of alcohol a week.",
                "Two units of the clinic closed.", "The unit has a nurse.", "5G and 4G masts.",
                "A meal with 30 g of protein.",
                "They met 5 times.", "A gram is a unit of weight.", "It took 40 minutes.",
                "On page 12 of the book.",
                "The study had two groups.",
                "> [!STUDY-DETAIL]\n> They had 0.5 mg/kg over 40 minutes [@a2020].",
                "Mg is a metal.",
            ])
    }

    @Test func crisisNumbers() async throws {
        try await HealthSite.expectOnly(
            "crisis.typed-number",
            in: [
                "Ring 116‑123.", "Ring 116&nbsp;123.", "Ring **116** 123.", "Reach [Samaritans](tel:116123).",
                "Call 9-8-8.", "Call nine eight eight.", "Text HOME to 988.", "You may dial 911.",
                "In danger, phone 999.",
                "## Call 988", "- Call 112", "![Call 988](x.png)", "The 988 lifeline is open.",
                "See.[^1]\n\n[^1]: Call 988.",
                "Call (988).", "Ring +44 116 123.", "Text\n911.", "Reach them at 116123.",
            ],
            notIn: [
                "There were 988 older adults.", "A sample of 988.", "The chat is at 988lifeline.org.",
                "Room 911 is shut.",
                "In 1999 it began.", "It took 112 days.", "They asked 999 people by phone.",
                "Call your clinic.",
                "The number of calls was 4.", "Page 988 of the book.", "We texted 911 adults.",
                "It was 11.2 points.", "It cost $988.", "It is DOI 10.1000/988.", "It cost $988.",
                "DOI 10.1000/988.",
            ])
    }

    @Test func approvals() async throws {
        try await HealthSite.expectOnly(
            "approval.misused",
            in: [
                "Ketamine was **licensed** for depression.",
                "The FDA cleared ketamine for use in depression.",
                "Ketamine, approved for depression, is given in clinics.",
                "## Is ketamine approved for depression?\n\nYes.",
                "FDA-approved ketamine is given for mood.",
                "Ketamine has FDA approval for depression.",
                "Ketamine is approved for anesthesia and for depression.",
                "Ketalar is an approved treatment for depression.",
                "Is ketamine approved for depression? Yes.",
                "Ketamine has been approved by the FDA to treat depression.",
                "Ketamine gained approval for PTSD.",
                "Spravato is licensed for pain.", "Ketamine is not new, and it is approved for depression.",
                "- Ketamine: approved for depression", "## Ketamine is approved for depression",
                "Ketamine is an old drug.\n\nIt is approved for depression.",
                "An approved use of ketamine is depression.",
                "Ketamine is approved\nfor *depression*.",
            ],
            notIn: [
                "Ketamine is approved for anesthesia, and is given off-label for depression.",
                "The FDA has not approved ketamine for depression.",
                "Ketamine has no approval for depression.",
                "Nobody has approved ketamine for depression.", "Is ketamine approved for depression? No.",
                "No agency has licensed ketamine for depression.",
                "Ketamine was never licensed for depression.",
                "Ketamine is licensed as an anaesthetic.",
                "It is approved for anesthesia. Ketamine is also given off-label.",
                "The ethics board approved the ketamine study.", "Go to a licensed pharmacy.",
                "Spravato is approved for treatment-resistant depression.",
                "## Is ketamine approved for depression?\n\nNo. It is not.",
                "Ketamine is cleared by the liver.", "Ketamine is cleared from the body in a day.",
                "Your ketamine clinic is licensed.",
                "Ketamine lacks approval for depression.",
                "Ketamine is approved only for anesthesia.".replacing("only ", with: ""),
                "The approval of Spravato came in 2019.", "Ketamine is used without approval for depression.",
                "Esketamine, unlike ketamine, is approved for depression.",
            ])
    }

    @Test func results() async throws {
        try await HealthSite.expectOnly(
            "number.incomplete",
            in: [
                "One person in five got better.", "Half of the patients got better.",
                "Two-thirds of adults responded.",
                "45 people out of 100 got better.", "Seven out of every ten felt well.",
                "Out of every 100 people, 31 got well.",
                "69 per 100 people responded.",
                "About 45 % of people felt better.", "Forty-five percent responded.",
                "Nearly one-in-five people relapsed.",
                "- 45 of 100 got better", "| A |\n| --- |\n| 45 of 100 people felt better |",
                "A third of people got better [@a2020].",
                "Forty-five of a hundred people got better.",
                "In adults with depression, 45 of 100 felt better after four weeks [@a2020].",
                "Side effects are told elsewhere [@b2021]. After 4 weeks, 45 of 100 adults with depression felt better, compared with 30 of 100 on placebo.",
                "After 4 weeks, 45 of 100 felt better, compared with 30 of 100 on placebo [@a2020].",
                "In adults with depression, 45 of 100 felt better, compared with 30 of 100 on placebo [@a2020].",
            ],
            notIn: [
                "After 4 weeks, 45 of 100 adults with depression felt better, compared with 30 of 100 on placebo [@a2020].",
                "After four weeks, two in three adults with depression felt better; with placebo it was one in three [@a2020].",
                "In a trial of adults with depression, 45% responded after 4 weeks and 30% on placebo [@a2020].",
                "One of the two groups left.", "Turn to page 3 of 10.", "It is open 24/7.",
                "Half of the time you rest.",
                "Ask at one of three clinics.", "At 2 in the morning.", "What do 45 of 100 people mean?",
                "The room is 40% full.", "On day 2 of 5 you rest.",
                "A score of 10 out of 27 means moderate depression.", "She scored 20 out of 27.",
                "You must have five of nine signs.", "Two out of three meetings are online.",
                "A trial followed 200 adults with depression [@a2020]. After 4 weeks, 45 of 100 felt better with the drug and 30 of 100 with placebo.",
            ])
    }

    @Test func relative() async throws {
        try await HealthSite.expectOnly(
            "number.relative",
            in: [
                "It cut the risk by 30%.", "It cut the risk in half.", "It was half as likely.",
                "The chance was twice as high.",
                "It raised the odds by 40 percent.", "A three-fold rise.", "A 3-fold rise.", "The NNT was 5.",
                "OR 1.3.",
                "The hazard ratio was 0.7.", "Relapse was 1.5 times more likely.",
                "It was three times as common.",
                "Double the risk.", "A 20% drop in risk.", "The number needed to harm was 9.",
                "Relapses fell by half.",
                "30 per cent fewer relapses.", "The relative risk was low.", "It tripled the chance.",
                "It was several times more likely.",
            ],
            notIn: [
                "The two halves of the brain.", "Twice a day.", "Three times a week.",
                "It is a double-blind trial.",
                "A manifold of pipes.", "Now or 2 days later.", "Call two or 3 times.", "They came twice.",
                "Half a day.",
                "It is not twice as likely.", "He rose 2 times.", "Rest for half an hour.",
            ])
    }

    @Test func sources() async throws {
        try await HealthSite.expectOnly(
            "citation.missing",
            in: [
                "It can raise blood pressure.", "It may harm the bladder.", "You may feel detached.",
                "It can make you sleepy.",
                "Some people feel dizzy.", "It can damage the liver.", "It can lead to *misuse*.",
                "- It may cause vomiting",
                "Ketamine is approved for anesthesia.",
                "Spravato is licensed for treatment-resistant depression.",
                "Side effects such as nausea are common.", "Memory problems can occur.",
                "It can slow your breathing.",
                "In a trial of adults with depression, 45 of 100 felt better after 4 weeks and 30 of 100 on placebo.",
                "New suicidal thoughts may occur.", "You may feel sick.", "It slows breathing.",
                "Your heart may race.",
                "Side effects include:\n\n- Nausea", "## What are the risks?\n\n- Coma",
                "It can cause\n\n1. a headache",
            ],
            notIn: [
                "Side effects include [@a2020]:\n\n- Nausea", "Side effects include:\n\n- Nausea [@a2020]",
                "Tell the clinic about side effects:\n\n- nausea",
                "Bring a list of:\n\n- headaches that you had",
                "Ask about the risks:\n\n- headache", "If you are sick on the day, call us.",
                "It can raise blood pressure [@a2020].", "A nurse will check your blood pressure.",
                "Tell staff if you feel dizzy.",
                "Can it harm the bladder?", "Ask what harms may come.", "It does not cause nausea.",
                "If you feel sick, tell the nurse.",
                "Ask if the clinic is licensed.", "You can bring a friend.", "Your heart rate is checked.",
                "Call for help in an emergency.", "Bring water.",
            ], front: "kind: safety")
    }
}
