extension SiteScaffold {
    /// `Content/Data/` of a health site.
    var data: [(path: String, text: String)] {
        [
            (CrisisData.path, crisis), (WordingList.path, Self.wording),
            (ApprovalList.path, Self.approvals),
            (Glossary.path, "term,aliases,definition,category\n"), (Bibliography.path, "[]\n"),
            (SynonymList.path, Self.synonyms),
        ]
    }

    /// R-1 of the safety rules: the lines of which it names a source.
    private var crisis: String {
        """
        # Where to turn in a crisis. Every page shows this; no article types a number of its own.
        # Before the site goes out: try each line, correct what changed, and write the day after 'verifiedOn:'.
        # After 60 days 'materia check' warns, after 90 days nothing is built. Add the lines of your readers' countries.
        # Keys of a line: country, name, call, text, chat, email, hours, note, verifiedOn, sourceURL.
        message: |
          **Need help now?** If you or someone else is in danger, call your emergency number.

          **Thinking about suicide?** You deserve support. It is free and private, day and night.

          {lines}

          **Somewhere else?** Find a line in your country at findahelpline.com.

          These thoughts can pass. Many people who felt this way got help and feel better.

          **Do not take more of any medicine to treat a crisis.**
        lines:
          - country: US
            name: "988 Suicide & Crisis Lifeline"
            call: "988"
            text: "988"
            chat: "https://988lifeline.org"
            hours: "24/7"
            note: "Press 1 for veterans, 2 for Spanish"
            verifiedOn: \(date)
            sourceURL: "https://988lifeline.org"
          - country: GB
            name: "Samaritans"
            call: "116 123"
            email: "jo@samaritans.org"
            hours: "24/7"
            verifiedOn: \(date)
            sourceURL: "https://www.samaritans.org"

        """
    }

    private static let approvals = """
        # Which product is approved for which use, where. Pages that name a product show it; texts that say more are told.
        # One line for each, also for what is not approved; status: approved, not-approved or withdrawn.
        # - {product: …, names: [brand, other names], country: US, use: …, status: approved, since: 2019, ref: id-of-a-reference}
        []

        """

    private static let synonyms = """
        # Words that find the same pages. Groups are equal both ways; 'also' leads one way.
        - [medicine, medication, drug]
        - [anesthesia, anaesthesia]
        - {from: [doctor], also: [clinician]}

        """
}
