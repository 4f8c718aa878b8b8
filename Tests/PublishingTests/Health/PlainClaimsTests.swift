import Testing

/// in plain and in roundabout words.
struct PlainClaimsTests {
    @Test func approvals() async throws {
        try await HealthSite.expectOnly(
            "approval.misused",
            in: [
                "Not many know that ketamine is approved for depression.",
                "Is ketamine licensed for depression? It is.",
                "Ketamine, which the FDA approved for depression, is given by drip.",
                "Ketamine, approved for decades, helps with depression.",
                "Ketamine, off patent for decades, is approved.",
                "Ketamine is approved, in adults, for depression.",
                "The FDA approved ketamine, as an antidepressant.",
                "Ketamine's approval for depression is old.",
                "Did the FDA clear ketamine for depression? It did. Ketamine is cleared for depression.",
                "Ketamine (licensed for depression) is given.",
            ],
            notIn: [
                "The FDA has approved ketamine, as an anesthetic, since 1970.",
                "Approved for anesthesia, ketamine is used off-label for depression.",
                "Approval of ketamine for depression has not been sought.",
                "Her manager approved leave after her ketamine session.",
                "A doctor licensed in your state gives ketamine.",
                "The one nose spray, not ketamine, is approved: Spravato is approved for depression.",
                "Spravato, not ketamine, is approved for depression.",
                "Did the FDA approve ketamine for depression? It did not.",
                "Be wary of those who say that ketamine is approved for depression.",
                "The patent office approved a ketamine patent.",
            ])
    }

    @Test func doses() async throws {
        try await HealthSite.expectOnly(
            "dose.outside-study-detail",
            in: [
                "They had 0.5\u{2009}mg/kg.", "Doses ran from 28mg to 84mg.", "It was 0.1 mg kg-1.",
                "It was 5 m**g**.",
                "Three 28-milligram sprays.", "They used 2 mg⁄kg.",
                "It was twenty-eight to eighty-four milligrams.",
                "A 300 mg troche.", "It was 1/2 mg.", "She had 10 units of it.",
            ],
            notIn: [
                "Salt: 5 g a day at most.", "He drinks 20 units a week.", "A unit has 10 units of staff.",
                "She eats 30 g of nuts.", "Wine: 2 units a glass.", "They ate 200 g of rice.",
                "ICU units 3 and 4 are full.",
                "Two units of blood were given.", "The G20 met.", "Version 2 of 3.",
            ])
    }

    @Test func numbersOfPeople() async throws {
        try await HealthSite.expectOnly(
            "number.incomplete",
            in: [
                "Of 100 people, 45 felt better.", "Out of 100 adults, 31 got well.",
                "Of the 100 people, 45 felt well.",
                "Three-quarters of those treated felt better.", "Half of those who stayed felt better.",
                "It helped 7 of 10.", "2 of 3 felt sick.", "Remission: 45% of adults.",
                "Between 30 and 40% of patients respond.",
                "69 per cent of them got better.", "The response rate was 69%.", "8 of 10 had less pain.",
                "45% had less pain.",
            ],
            notIn: [
                "A score of 7 out of 10 for pain is high.", "Rate your mood from 1 out of 10.",
                "Pain was 8 out of 10.",
                "1 of 2 doors is locked.", "Pick one of two chairs.", "Turn the page to 3 of 4.",
                "Of the 337 people who began, 250 came back.", "In a trial of 200 adults, 4 weeks went by.",
                "Turn to 5 of 10.", "The scale goes to 60; a drop of 50% is called a response.",
                "Half of those pages are old.",
            ])
    }

    @Test func relativeNumbers() async throws {
        try await HealthSite.expectOnly(
            "number.relative",
            in: [
                "It lowered the risk by more than half.", "Risk fell by about 30%.",
                "Relapse dropped by two thirds.",
                "It was two and a half times as likely.", "It was two-and-a-half times as likely.",
                "The risk was double.",
                "It had twice the effect.", "Odds rose by as much as 40 percent.",
                "It cut the rate by nearly a quarter.",
                "Three times the benefit.",
            ],
            notIn: [
                "He came by at half past two.", "The bus is due by a quarter to three.", "A double room.",
                "It was a double bed.",
                "Read it twice.", "He walked by two thirds of the shops.", "A third person came.",
                "Five times two is ten.",
                "It was late by half an hour.", "The effect is small.",
            ])
    }

    @Test func harmsAndApprovalsWithoutASource() async throws {
        try await HealthSite.expectOnly(
            "citation.missing",
            in: [
                "Some people died.", "People have died after it.", "A person was found dead.",
                "Overdoses have happened.",
                "One woman had a stroke.", "Blood pressure goes up for an hour.", "Some become dependent.",
                "Bladder pain has been seen.", "Its FDA approval came in 1970.", "It killed two people.",
                "He fainted, and had seizures.",
                "Heart rate rises during the session.",
            ],
            notIn: [
                "Some people died [@a2020].", "Nobody died.", "The nurse is licensed.",
                "A dead battery stops the pump.",
                "Tell us if you had a stroke.", "Have you ever had seizures?",
                "A high spell is called mania.",
                "Your insurer gives its approval.", "No deaths were seen.",
                "If you have fainted before, say so.",
            ], front: "kind: safety")
    }

    /// The graver of two rules about the same words.
    @Test func aMisusedApprovalIsToldOnce() async throws {
        let body = "Ketamine is approved for depression."
        let site = try await HealthSite([body], front: "kind: safety")
        #expect(site.told[0].map(\.id) == ["approval.misused"])
    }

    private static let lists =
        "benefits: [\"a [@a2020]\"]\nharms: [\"a [@a2020]\"]\nunknowns: [a]\nalternatives: [No change]\nwhoShouldNot: [a]\nkind: treatment"

    @Test(arguments: [
        ("title: Zolpidem for sleep", ""), ("title: What is Ambien?", ""), ("title: On zolpidem", ""),
        ("title: Sleep\ndescription: What zolpidem does", ""), ("title: AMBIEN", ""),
        ("title: Zolpidem's place", ""),
        ("mainMessage: Zolpidem may help you sleep.", ""),
        ("mainMessage: \"*Ambien* may help you sleep.\"", ""),
        ("title: Zolpidem, step by step", "Ketamine is another medicine."),
        ("title: Ambien and sleep", "Words."),
    ])
    func treatmentsWithoutAnEntry(_ front: String, _ body: String) async throws {
        let site = try await HealthSite(pages: [("\(front)\n\(Self.lists)", body)])
        #expect(site.told[0].contains { $0.id == "approval.missing" })
    }

    @Test(arguments: [
        ("title: Ketamine\n" + lists, ""), ("title: Ketalar and you\n" + lists, ""),
        ("title: Spravato\n" + lists, ""),
        ("title: Esketamine or zolpidem?\n" + lists, ""), ("title: Zolpidem", ""),
        ("title: Ambien\nkind: safety", ""),
        ("title: Sleep\n" + lists, "Zolpidem is a medicine."), ("title: Sport as a treatment\n" + lists, ""),
        ("title: Zolpidemic\n" + lists, ""), ("mainMessage: Ketamine is no zolpidem.\n" + lists, ""),
    ])
    func treatmentsWithAnEntryOrWithoutAProduct(_ front: String, _ body: String) async throws {
        let site = try await HealthSite(pages: [(front, body)])
        #expect(!site.told[0].contains { $0.id == "approval.missing" })
    }
}
