extension Explanation {
    static let links: [Explanation] = [
        Explanation(
            "link.missing-page",
            "A link leads to a page that does not exist, or that readers cannot see yet.",
            why: "Whoever follows the link finds nothing where help was promised.",
            .body("See [the heart](hart.md).", "See [the heart](heart.md)."),
            remedy: "Correct the path of the source file, or add the page. A draft counts as missing."),
        Explanation(
            "link.missing-anchor", "A link names a heading that the page does not have.",
            why: "The reader lands at the top of a long page and has to search for the answer.",
            .body("See [what helps](heart.md#what-help).", "See [what helps](heart.md#what-helps)."),
            remedy:
                "Name a heading that exists. To keep a name when its words change, pin it: '## Words {#name}'."
        ),
        Explanation(
            "link.missing-file", "A link leads to a file that does not exist.",
            why: "A leaflet that should be printed or downloaded is not there.",
            .body("Print [the leaflet](leaflets.pdf).", "Print [the leaflet](leaflet.pdf)."),
            remedy: "Correct the path, or put the file beside the article."),
        Explanation(
            "link.case", "A link is spelt with other capitals than the file.",
            why: "It works on the writer's computer, and not on the server that readers use.",
            .body("See [the heart](Heart.md).", "See [the heart](heart.md)."),
            remedy: "Write the name as the file has it. Small letters throughout save the trouble."),
        Explanation(
            "link.external", severity: .grows("warning; error when dead for 14 days"),
            "A link to another site is dead or has moved. Only 'materia check --external' asks.",
            why: "A source that cannot be opened cannot be checked by the reader.",
            .shown(
                "See [the label](http://example.org/old-label).",
                "See [the label](https://example.org/label)."),
            remedy: "Write the new address that the message names, or find the page in a web archive."),
        Explanation(
            "link.unsafe", severity: .warning,
            "A link runs code, carries its own page, or opens the reader's disk.",
            why: "Such links can harm the reader, so the page keeps their words and drops the link.",
            .body("[Open](javascript:go()) the form.", "[Open the form](https://example.org/form)."),
            remedy: "Link to a page or a web address."),
        Explanation(
            "link.vague", severity: .warning, "The words of a link do not say where it leads.",
            why:
                "People who listen to a page often go from link to link: a list of 'here, here, here' helps nobody.",
            .body(
                "To learn about the heart click [here](heart.md).",
                "Read [what it does to the heart](heart.md)."),
            remedy: "Let the words name what stands behind the link."),
        Explanation(
            "link.withdrawn", severity: .warning, "A link leads to a page that was withdrawn.",
            why: "The reader meets a notice instead of an answer.",
            .body("See [the old trial](withdrawn.md).", "See [the heart](heart.md)."),
            remedy: "Link to the page that took its place, or take the link out."),
        Explanation(
            "image.missing", "An image file does not exist.",
            why: "Readers see a broken picture, and whatever it showed is lost.",
            .body("![How it works](drawings.svg)", "![How it works](drawing.svg)"),
            remedy: "Correct the path, or put the image beside the article."),
        Explanation(
            "image.no-alternative", "An image has no words for those who do not see it.",
            why: "Blind readers, and all readers on a slow line, learn nothing from it.",
            .body("![](drawing.svg)", "![A nerve cell before and after](drawing.svg)"),
            remedy: "Say between the brackets what the image shows, not that it is an image."),
    ]
}
