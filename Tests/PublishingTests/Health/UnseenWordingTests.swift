import Testing

/// in texts that the rules were not made from.
struct UnseenWordingTests {
    @Test func banned() async throws {
        try await HealthSite.expectOnly(
            "wording.banned",
            in: [
                "Some people call it a mir\u{AD}acle.", "It is a mira&shy;cle.",
                "It is nothing short of a miracle.",
                "It is not only a help but a miracle.", "There is no doubt that this is a cure.",
                "No matter how low you feel it cures you.", "It has never failed to cure people.",
                "A **risk**‑free hour.", "It is *risk*-*free*.", "It is [risk](https://example.org)-free.",
                "It is risk&nbsp;free.", "![A miracle in a room](x.png)", "![A room](x.png \"A miracle\")",
                "See [this page](https://example.org \"It is harmless\").", "## A miracle in a room",
                "She left.[^1]\n\n[^1]: It is a miracle.", "1. First\n2. It is guaranteed",
                "> [!NOTE]\n> It is magic.", "They help drug abusers.", "Depressives feel low.",
                "She failed several medications.", "He failed 2 trials.", "It had no side\neffects.",
                "It is not dear and it is a miracle.", "It's “magic”.", "The results are magical.",
                "THE MENTALLY ILL need care.",
                "He is a druggie's friend.", "<p>It is a <b>mir</b>acle.</p>",
                "It is not yet sold, but it cures.",
                "`miracle`", "A drug that cured her.",
            ],
            notIn: [
                "It is not yet a cure.", "A cure does not exist.", "There is no known cure for this illness.",
                "Nobody can promise a cure.", "It is far from a miracle.", "It is anything but harmless.",
                "Do not expect a miracle.", "It is a myth that it is harmless.",
                "The claim that it is a miracle is false.",
                "Is it a cure? No.", "## Is it a cure?\n\nNo. It can ease how you feel.",
                "It is never free of risk.",
                "An accurate count.", "The trials failed to meet their aim.",
                "They hope for relief rather than a cure.", "It doesn’t cure you.", "It is hardly a miracle.",
                "The procurement of goods.", "Curly hair.", "The medicines did not help, so the trial ended.",
                "No drug is free of side effects.", "No medicine has no side effects.",
            ])
    }

    @Test func suicide() async throws {
        try await HealthSite.expectOnly(
            "suicide.wording",
            in: [
                "He commit&shy;ted suicide.", "She committed\u{A0}suicide.", "Those who _commit_ suicide.",
                "It was a **failed** attempt.", "An [unsuccessful](https://example.org) attempt.",
                "A completed suicide.", "Two failed attempts.",
                "- One\n- He committed suicide", "| A |\n| --- |\n| A successful suicide |",
                "![A man who committed suicide](x.png)", "He COMMITTED SUICIDE.",
                "He commits suicide in the film.",
            ],
            notIn: [
                "She lived through an attempt.", "He died by suicide.", "It is not a “failed attempt”.",
                "A failed plan.", "A successful treatment plan.", "They are committed to the work.",
                "She took her own life.", "He attempted suicide.",
                "There is no such thing as a successful suicide.",
                "The committee met.",
            ])
    }

    @Test func avoided() async throws {
        try await HealthSite.expectOnly(
            "wording.avoid",
            in: [
                "A game‑changer.", "It is a life changing hour.", "A break&shy;through.",
                "They are *struggling*.",
                "She is a victim of pain.", "He suffers\nfrom pain.",
                "It works well.", "It is well-tolerated.", "A revolutionary drug.", "It is safe for you.",
            ],
            notIn: [
                "It is not safe for all.", "It is unsafe.", "It may be safe [@a2020].",
                "Nobody knows if it works.",
                "No breakthrough is near.", "Networks of cells.", "Ineffective pills.", "For your safety.",
                "Safer rooms.",
                "Workshops for staff.",
            ])
    }

    @Test func guidesToStyle() async throws {
        try await HealthSite.expectOnly(
            "wording.banned",
            in: [
                "Readers call it a “miracle”.", "It is a miracle.",
                "We avoid blame. You will find a miracle here, though it is late.",
            ],
            notIn: [
                "We avoid *miracle* in our pages.",
                "Write “person with a substance use disorder” instead of “addict”.",
                "We leave these words out. They do not help:\n\n- “miracle”\n- “magic”",
                "| Do not write | Write |\n| --- | --- |\n| “addict” | “person with a substance use disorder” |",
                "Rather than `guaranteed` we give the count.",
            ], front: "kind: about")
        try await HealthSite.expectOnly(
            "suicide.wording", in: ["We say that he committed suicide."],
            notIn: [
                "Say “died by suicide”, never “committed suicide”.",
                "“Committed suicide” hurts people, so we avoid it.",
                "Do not use the phrase *committed suicide*.", "- Avoid: “failed attempt”",
            ], front: "kind: about")
    }
}
