extension Explanation {
    private static let long =
        "When you come to the clinic for the first time you will be asked about your heart, your blood pressure, "
        + "your liver, and all of the other medicines that you take at home every day."

    static let reading: [Explanation] = [
        Explanation(
            "readability.grade",
            severity: .grows("warning above 'readability.warn', error above 'readability.error'"),
            "The text needs more years of school than most readers have.",
            why:
                "About half of all adults read at the level of grade 8 or below, and less well when they are ill.",
            .shown(
                "Pharmacological interventions necessitate multidisciplinary coordination.",
                "When you take medicine, your care team works together."),
            remedy: "Shorten sentences, use everyday words, and explain hard words in the glossary."),
        Explanation(
            "readability.sentence", severity: .warning, "A sentence has more than 25 words.",
            why: "Readers who are tired or worried lose the beginning before they reach the end.",
            .body(
                long,
                "At your first visit, we will ask about your heart and your blood pressure. Bring a list of "
                    + "the medicines that you take."),
            remedy: "Make two sentences of it, one thought in each."),
        Explanation(
            "readability.paragraph", severity: .warning,
            "A paragraph has more than four sentences, or a list more than seven items.",
            why: "A wall of words is skipped, above all on a small screen.",
            .body(
                "One. Two is here. Three is here. Four is here. Five is here. Six is here.",
                "One. Two is here. Three is here.\n\nFour is here. Five is here. Six is here."),
            remedy: "Begin a new paragraph where a new thought begins; group a long list under headings."),
        Explanation(
            "wording.banned", "A word blames people, labels them, or promises what nobody can.",
            why: "People who feel judged stop reading, and a promised cure keeps them from what helps.",
            .body("Addicts often relapse.", "People with a substance use disorder often relapse."),
            remedy: "Write what the message suggests. Content/Data/wording.yaml has the site's list."),
        Explanation(
            "wording.avoid", severity: .warning,
            "A word praises, dramatizes, or claims more than was measured.",
            why: "It sounds like advertising, and readers cannot tell what is known.",
            .body("It is a breakthrough.", "In one trial, more people felt better."),
            remedy: "Say what was measured, in whom, and how sure one can be."),
    ]

    static let reviews: [Explanation] = [
        Explanation(
            "review.missing",
            "A page has a day of review without reviewers, or reviewers without a day, or no date at all.",
            why: "Readers use the date and the name to judge whether they can rely on a page.",
            .frontMatter(
                "lastReviewed: 2026-11-01",
                "lastReviewed: 2026-11-01\nreviewedBy: [{name: Ana Ruiz, credentials: MD, role: clinical}]"),
            remedy: "Write both, or neither: then the page says that no clinician has reviewed it."),
        Explanation(
            "review.due", severity: .warning, "A page is to be reviewed within 30 days.",
            why: "A review takes time, and the page should not go out of date meanwhile.",
            .frontMatter(
                "kind: safety\nlastReviewed: 2025-12-01\nreviewedBy: [{name: Ana Ruiz, credentials: MD, role: clinical}]",
                "kind: safety\nlastReviewed: 2026-11-01\nreviewedBy: [{name: Ana Ruiz, credentials: MD, role: clinical}]"
            ),
            remedy: "Have it reviewed, then write the day after 'lastReviewed:'."),
        Explanation(
            "review.overdue", severity: .grows("warning; error from 90 days"),
            "The day of a page's next review has passed. From 90 days on it leaves navigation, lists, feed and search.",
            why: "Labels and evidence change; the page may now be wrong.",
            .frontMatter(
                "kind: safety\nlastReviewed: 2025-10-01\nreviewedBy: [{name: Ana Ruiz, credentials: MD, role: clinical}]",
                "kind: safety\nlastReviewed: 2026-11-01\nreviewedBy: [{name: Ana Ruiz, credentials: MD, role: clinical}]"
            ),
            remedy: "Have it reviewed, or withdraw it."),
        Explanation(
            "review.unnamed", "A reviewer has no name or no credentials.",
            why: "'Reviewed by a doctor' can be said of anything.",
            .frontMatter(
                "lastReviewed: 2026-11-01\nreviewedBy: [{name: Ana Ruiz, role: clinical}]",
                "lastReviewed: 2026-11-01\nreviewedBy: [{name: Ana Ruiz, credentials: MD, role: clinical}]"),
            remedy: "Write both, or take the reviewer out."),
    ]
}
