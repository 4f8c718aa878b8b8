import Testing

@testable import Publishing

/// words that are not said.
struct WordingRuleTests {
    @Test func bannedWordsAreFound() async throws {
        try await HealthSite.expect(
            "wording.banned",
            in: [
                "It is a miracle.", "There are miracles.", "It is **risk**-free.", "It is risk free.",
                "It is a\nmiracle.",
                "The mentally\nill deserve better.", "Some call them *addicts*.", "It cures depression.",
                "A [miracle](https://example.org) drug.", "It is risk\u{2011}free.",
                "It has no side\u{A0}effects.",
                "She failed two medications.", "Such people are “junkies”.", "Non-addictive and mild.",
                "It is not approved, but it is a miracle.",
                "| Drug | What |\n| --- | --- |\n| X | guaranteed |",
                "> It is harmless.", "- One\n- A *mir*acle",
            ],
            notIn: [
                "It is not a cure.", "It is no miracle.", "Nothing is guaranteed.", "Secure your home.",
                "An obscured view.",
                "There is no cure for this.", "It is never risk-free.", "It cannot cure anything.",
                "People with a substance use disorder.", "Without a guarantee or a cure.",
                "The trial did not meet its aim.",
                "It isn't a miracle.", "It won't cure you.", "Procured goods.",
            ])
    }

    @Test func wordsAboutSuicideAreFound() async throws {
        try await HealthSite.expect(
            "suicide.wording",
            in: [
                "He committed suicide.", "He committed *suicide*.", "People who commit\nsuicide.",
                "A failed attempt.",
                "Committing suicide.", "A “successful suicide”.", "An unsuccessful attempt.",
                "She Committed Suicide.",
                "He [committed](https://example.org) suicide.", "A completed suicide.",
                "Nobody doubts that he committed suicide.",
            ],
            notIn: [
                "He died by suicide.", "She attempted suicide.", "Thoughts of suicide.",
                "She survived an attempt.",
                "They commit to a plan. Suicide is another matter.", "A successful plan.",
                "An attempt to change.",
                "She is committed to suicide prevention.", "A completed course.", "He took his own life.",
            ])
    }

    @Test func theMoreParticularRuleTellsOnce() async throws {
        let site = try await HealthSite(["He committed suicide after a failed attempt."])
        #expect(site.told[0].filter { $0.id == "suicide.wording" }.count == 2)
        #expect(!site.told[0].contains { $0.id == "wording.banned" })
    }

    @Test func aGuideToStyleMayQuote() async throws {
        try await HealthSite.expect(
            "suicide.wording", in: ["He committed suicide."],
            notIn: [
                "Do not say \"committed suicide\". Say \"died by suicide\".",
                "We never write “committed suicide”.",
                "Avoid 'committed suicide'.",
            ], front: "kind: about")
        try await HealthSite.expect(
            "wording.banned", in: ["It is a miracle."],
            notIn: ["Do not write \"miracle\".", "Words such as \"miracle\" are claims that we avoid."],
            front: "kind: about")
    }

    @Test func wordsToAvoidAreWarnings() async throws {
        try await HealthSite.expect(
            "wording.avoid",
            in: [
                "It is a breakthrough.", "Breakthroughs happen.", "A game changer.", "A gamechanger.",
                "She suffers from pain.",
                "It is safe.", "It works.", "It is well tolerated.", "It is effective [@a2020].",
                "People struggled.",
                "A life changing drug.",
            ],
            notIn: [
                "It may be effective [@a2020].", "It is probably safe for adults [@a2020].",
                "It is not safe.",
                "The networks of the brain.", "Safety comes first.", "She lives with pain.", "It is unsafe.",
                "It is no breakthrough.", "Nobody knows if it may work [@a2020].", "Ask your clinic.",
            ])
    }

    @Test func pointsAtTheWords() async throws {
        let site = try await HealthSite([
            "One [link](https://example.org/miracle) and a *mira*cle [@a2020] cure.",
            "- Item\n- A **miracle** here",
        ])
        let first = site.told[0].filter { $0.id == "wording.banned" }
        #expect(first.map(\.range.start.column) == [48, 66])
        #expect(site.told[1].filter { $0.id == "wording.banned" }.map(\.range.start.line) == [8])
        #expect(site.told[1].filter { $0.id == "wording.banned" }.map(\.range.start.column) == [7])
    }
}
