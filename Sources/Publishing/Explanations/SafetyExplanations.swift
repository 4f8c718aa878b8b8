extension Explanation {
    static let safety: [Explanation] = [
        Explanation(
            "crisis.missing",
            "A health site has no crisis lines, or no message to go with them; none in a language of its pages is a warning.",
            why:
                "Every page shows where to turn in danger; a person in a crisis must not have to search for it.",
            .file(
                "Content/Data/crisis.yaml", "message: \"\"\nlines: []\n",
                "message: \"**Need help now?** {lines}\"\nlines:\n  - {country: US, name: 988 Lifeline, call: \"988\", "
                    + "verifiedOn: 2026-11-01, sourceURL: \"https://988lifeline.org\"}\n"),
            remedy:
                "Write both into Content/Data/crisis.yaml, and for Spanish pages into crisis.es.yaml, with lines that somebody has tried."
        ),
        Explanation(
            "crisis.stale", severity: .grows("warning from 60 days, error from 90"),
            "Nobody has checked a crisis line for 60 days or more.",
            why: "Numbers and hours change, and a dead line in a crisis can cost a life.",
            .file(
                "Content/Data/crisis.yaml",
                "message: Help\nlines:\n  - {country: US, name: 988 Lifeline, call: \"988\", verifiedOn: 2026-08-01, "
                    + "sourceURL: \"https://988lifeline.org\"}\n",
                "message: Help\nlines:\n  - {country: US, name: 988 Lifeline, call: \"988\", verifiedOn: 2026-11-20, "
                    + "sourceURL: \"https://988lifeline.org\"}\n"),
            remedy:
                "Look the line up at its source, correct what changed, and write today after 'verifiedOn:'."),
        Explanation(
            "crisis.typed-number", "The number of a crisis line is typed into an article.",
            why: "When the number changes, this copy would be forgotten.",
            .body(
                "If you are in danger, call 988.", "If you are in danger, call one of the lines on this page."
            ),
            remedy: "Take it out: each page shows the lines of Content/Data/crisis.yaml."),
        Explanation(
            "suicide.wording", "Suicide is spoken of in words that hurt, blame or dramatize.",
            why: "The way suicide is told of can add to deaths; careful words have been shown to protect.",
            .body("He committed suicide.", "He died by suicide."),
            remedy: "Write what the message suggests, and say where help is. Never tell of methods."),
        Explanation(
            "suicide.reviewer", "A page speaks of suicide, and nobody trained in it is among its reviewers.",
            why: "Wrong words here can do harm that a writer does not see.",
            .file(
                "Content/safety/page.md", pageOnSuicide(reviewedAs: "clinical"),
                pageOnSuicide(reviewedAs: "suicide-safety")),
            remedy: "Have it reviewed by such a person, and name them with 'role: suicide-safety'."),
        Explanation(
            "approval.misused", "A product is called approved for a use that it is not approved for.",
            why:
                "Patients take approval as proof that somebody weighed benefits and harms for this very use.",
            .body("Ketamine is approved for depression.", "Ketamine is not approved for depression."),
            remedy:
                "Say what it is approved for, or 'off-label'. Content/Data/approvals.yaml has what is known."),
        Explanation(
            "approval.missing", "A treatment page names a product of which no approval is recorded.",
            why: "The page cannot show the box that says what the product is approved for, and where.",
            .file(
                "Content/safety/new.md",
                "---\ntitle: Arketamine\ndescription: A new drug\nkind: treatment\ndate: 2026-11-23\nmainMessage: Words on it.\n---\n\nWords.\n",
                "---\ntitle: Ketamine\ndescription: A new drug\nkind: treatment\ndate: 2026-11-23\nmainMessage: Words on it.\n---\n\nWords.\n"
            ),
            remedy:
                "Add an entry to Content/Data/approvals.yaml, also where the product is approved for nothing."
        ),
        Explanation(
            "dose.outside-study-detail", "A dose, rate or strength stands on a page for patients.",
            why: "Somebody may take it as advice, at home and alone.",
            .body("People got 0.5 mg/kg.", "> [!STUDY-DETAIL]\n> People got 0.5 mg/kg [@smith2024]."),
            remedy: "Take it out. What researchers used may stand once on a page, in '> [!STUDY-DETAIL]'."),
        Explanation(
            "balance.missing",
            "A treatment or decision page lacks benefits, harms, unknowns, alternatives or "
                + "who should not have it.",
            why: "Nobody can decide well who hears one side.",
            .frontMatter(
                "kind: decision\nbenefits: [It may help]\nharms: [It may harm]\nunknowns: [How long it lasts]\n"
                    + "alternatives: [No change for now]",
                "kind: decision\nbenefits: [It may help]\nharms: [It may harm]\nunknowns: [How long it lasts]\n"
                    + "alternatives: [No change for now]\nwhoShouldNot: [People with psychosis]"),
            remedy: "Fill all five lists. One of the alternatives is no change for now."),
        Explanation(
            "balance.unequal", severity: .warning, "Much more is said of the benefits than of the harms.",
            why: "The longer list sounds like the weightier one.",
            .frontMatter(
                "kind: decision\nbenefits:\n  - It may ease low mood within a day or two for some people who had tried much else\n"
                    + "harms:\n  - You may feel sick",
                "kind: decision\nbenefits:\n  - It may ease low mood within a day\nharms:\n  - You may feel sick or dizzy for hours"
            ),
            remedy: "Say less of the benefits or more of the harms: at most half as many words again."),
        Explanation(
            "privacy.third-party", "A browser would fetch something from another host.",
            why: "That host learns who reads about which illness.",
            .body("![A chart](https://cdn.example.net/chart.png)", "![A chart](drawing.svg)"),
            remedy: "Keep a copy in the site, or make it a link, which readers follow because they want to."),
    ]

    private static func pageOnSuicide(reviewedAs role: String) -> String {
        """
        ---
        title: Getting help
        description: Whom to talk to
        lastReviewed: 2026-11-01
        reviewedBy: [{name: Ana Ruiz, credentials: MD, role: \(role)}]
        ---

        Thoughts of suicide can pass.

        """
    }
}
