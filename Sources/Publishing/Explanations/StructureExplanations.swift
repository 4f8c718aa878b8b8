extension Explanation {
    static let structure: [Explanation] = [
        Explanation(
            "heading.skipped", "A heading is more than one level below the one before it.",
            why: "Screen readers tell the level: a gap sounds as if a part of the page were missing.",
            .body(
                "## Side effects\n\n#### The heart\n\nWords.", "## Side effects\n\n### The heart\n\nWords."),
            remedy: "Go down one level at a time. The title is level 1, so a text begins with '##'."),
        Explanation(
            "heading.empty", severity: .warning, "A heading has no words.",
            why: "It stands in the list of contents as a link that says nothing.",
            .body("##\n\nWords.", "## What helps?\n\nWords."), remedy: "Give it words, or take it out."),
        Explanation(
            "heading.duplicate-title", severity: .warning,
            "A heading repeats the title of the page, or another heading under the same parent.",
            why: "In the list of contents two entries look alike, and the reader has to try both.",
            .body(
                "## Costs\n\nWords.\n\n## Costs\n\nMore.",
                "## Costs to you\n\nWords.\n\n## Costs to others\n\nMore."),
            remedy: "Take out a heading that repeats the title. Say in the others what sets them apart."),
        Explanation(
            "heading.duplicate-id", "Two headings are pinned to the same name.",
            why: "A link to that name can lead to one of them alone.",
            .body(
                "## Costs {#money}\n\nWords.\n\n## Help {#money}\n\nMore.",
                "## Costs {#money}\n\nWords.\n\n## Help {#help}\n\nMore."),
            remedy: "Give each heading another name."),
        Explanation(
            "table.no-header", "A table, or one of its columns, has no words in the first row.",
            why:
                "Screen readers say the head of the column with each cell; without one a number is only a number.",
            .body(
                "| | |\n|---|---|\n| Nausea | 28 |", "| Effect | People of 100 |\n|---|---|\n| Nausea | 28 |"),
            remedy: "Say in the first row what stands below. Its first cell may be empty."),
        Explanation(
            "footnote.unknown", "The text refers to a footnote that nobody wrote.",
            why: "The reader sees a mark that leads nowhere.",
            .body(
                "It helps some people.[^trial]",
                "It helps some people.[^trial]\n\n[^trial]: In one small trial."),
            remedy: "Add '[^name]: text' on a line of its own, or take the mark out."),
        Explanation(
            "footnote.unused", severity: .warning, "Nothing refers to a footnote.",
            why: "The note does not appear on the page, so what it says is lost.",
            .body(
                "It helps some people.\n\n[^trial]: In one small trial.",
                "It helps some people.[^trial]\n\n[^trial]: In one small trial."),
            remedy: "Refer to it with '[^name]', or take it out."),
        Explanation(
            "html.raw", severity: .warning, "HTML in an article is left out of the page.",
            why:
                "What it would have shown is missing, and HTML by hand can break the page for a screen reader.",
            .body("Take <u>care</u>.", "Take **care**."),
            remedy: "Write it as Markdown. If it must be HTML, set 'html: allow' in materia.yaml."),
        Explanation(
            "nesting.depth", "Lists, quotes, marks or data are nested deeper than anybody can follow.",
            why: "It is nearly always a slip of the keyboard, and no reader could tell the levels apart.",
            .shown(">>>> … a hundred times … Words.", "> Words."), remedy: "Take some of the levels out."),
        Explanation(
            "block.include", "An included file includes a file itself.",
            why: "Whoever mends a page must be able to see what it is made of in one step.",
            .body(
                "```include\nfile: _outer.md\n```", "```include\nfile: _inner.md\n```",
                more: [
                    "Content/safety/_outer.md": "```include\nfile: _inner.md\n```\n",
                    "Content/safety/_inner.md": "The same words on many pages.\n",
                ]),
            remedy: "Include both files from the article."),
        Explanation(
            "index.unknown-row", "A page names a row that the table of an index does not have.",
            why: "The page is about something, and the list that leads readers to it does not show it.",
            Explanation.Example(
                place: .frontMatter, wrong: "params: {topics: [hart]}", right: "params: {topics: [heart]}",
                more: indexed),
            remedy: "Correct the name, or add the row to the table in Content/Data."),
        Explanation(
            "index.empty-row", severity: .warning, "No page names a row of the table that an index lists.",
            why: "The list promises something that the site does not have.",
            Explanation.Example(
                place: .file("Content/Data/topics.csv"),
                wrong: "id,title\nheart,The heart\nliver,The liver\n", right: "id,title\nheart,The heart\n",
                more: indexed),
            remedy: "Name the row in 'params' of a page that is about it, or take the row out."),
    ]

    /// A site with an index of its pages.
    private static let indexed = [
        "Content/Data/topics.csv": "id,title\nheart,The heart\n",
        "Content/safety/topics.md": "---\ntitle: Topics\ndescription: All of them\ndate: 2026-11-23\n"
            + "params: {topics: heart}\n---\n\n```include\nindex: topics\nrows: topics.csv\n```\n",
    ]

    static let words: [Explanation] = [
        Explanation(
            "text.encoding", "A file is no plain UTF-8 text. A byte-order mark alone is a warning.",
            why: "Letters with accents, quotes and dashes reach the reader as signs without meaning.",
            .shown("CafÃ©", "Café"),
            remedy: "Save the file as UTF-8, in most editors under 'Save with encoding'."),
        Explanation(
            "glossary.duplicate", "A term or alias stands in the glossary twice.",
            why: "Only one of the explanations can be shown, and readers may get the wrong one.",
            .file(
                "Content/Data/glossary.csv",
                "term,aliases,definition,category\nECT,,A treatment under anesthesia.,treatment\nECT,,Another.,other\n",
                "term,aliases,definition,category\nECT,electroconvulsive therapy,A treatment under anesthesia.,treatment\n"
            ), remedy: "Keep one line, and write the other words as its aliases, with '|' between them."),
    ]
}
