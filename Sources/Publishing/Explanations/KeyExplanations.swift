extension Explanation {
    static let keys: [Explanation] = [
        Explanation(
            "yaml.syntax", "The lines between '---', a data file or materia.yaml cannot be read.",
            why: "Nothing that they say reaches the page: no title, no date, no 'draft: true'.",
            .frontMatter("mainMessage: \"Many effects pass", "mainMessage: \"Many effects pass\""),
            remedy:
                "Look for quotes that do not close, tabs, uneven indentation, and ': ' in a text without quotes."
        ),
        Explanation(
            "key.unknown", "A key, or the name of a check, is not known.",
            why: "A misspelt key is silence: the page lacks what the writer believes to have said.",
            .frontMatter("audiense: clinician", "audience: clinician"),
            remedy: "Write the name that the message suggests. Keys of your own go under 'params'."),
        Explanation(
            "key.missing", "Something that a page or a data file must say is not there.",
            why: "Without a title and a description people cannot tell in a list what a page is about.",
            .frontMatter(
                "changes: [{date: 2026-11-23}]", "changes: [{date: 2026-11-23, note: First published}]"),
            remedy: "Add the key that the message names."),
        Explanation(
            "key.type", "A key has a value of the wrong kind.",
            why: "A date that is none cannot be shown, and a page may be published too early or too late.",
            .frontMatter("updated: 23.11.2026", "updated: 2026-11-23"),
            remedy: "Write what the message asks for. Dates are YYYY-MM-DD."),
    ]

    static let files: [Explanation] = [
        Explanation(
            "data.syntax", "A file of Content/Data cannot be read as what it should be.",
            why: "Sources, explanations and crisis lines come from there: without it pages lose them.",
            .file(
                "Content/Data/glossary.csv", "word,meaning\nECT,A treatment.\n",
                "term,aliases,definition,category\nECT,,A treatment.,treatment\n"),
            remedy: "Compare the place with the lines round it; the message says what is expected."),
        Explanation(
            "file.changed", "A file changed while the site was built.",
            why: "A page of two halves, from before and after, must not be published.",
            .shown("An editor saves heart.md during 'materia build'.", "'materia build' once more."),
            remedy: "Build again."),
        Explanation(
            "file.outside",
            "A file cannot be part of the site: it lies outside, or is of a kind that no page can be.",
            why: "What lies outside can be another's private file, and would be published with the site.",
            .shown("Content/notes.md → /home/sam/notes.md", "Content/notes.md, a copy"),
            remedy: "Copy the file into the site's folder, mend the link, or rename it as the message says."),
    ]

    static let addresses: [Explanation] = [
        Explanation(
            "alias.collision", "An alias is an address that something stands at already.",
            why: "An old link can lead to one place only.",
            .frontMatter("aliases: [/safety/heart/]", "aliases: [/safety/old-heart/]"),
            remedy: "Take the alias out of one of the two pages."),
        Explanation(
            "slug.collision", "Two pages or files would stand at the same address, or a page at none.",
            why: "One of them would be lost without a word.",
            .frontMatter("slug: heart", "slug: heart-and-lungs"),
            remedy: "Give one of the two another 'slug'."),
        Explanation(
            "url.lost", "An address that readers may have kept leads nowhere any more.",
            why: "Bookmarks, printed leaflets and other sites' links break, for years.",
            .file("Content/Data/urls.txt", "/safety/kidneys/\n", "/safety/heart/\n"),
            remedy: "Add the address to the 'aliases' of the page that takes its place, or withdraw the page."
        ),
    ]

    static let templates: [Explanation] = [
        Explanation(
            "template.syntax", "A template cannot be read.",
            why: "Every page that is made with it would be broken.",
            .file(
                "Templates/404.mustache", "{{#page.title}}<h1>{{page.title}}</h1>\n",
                "{{#page.title}}<h1>{{page.title}}</h1>{{/page.title}}\n"),
            remedy: "Close every section that is opened, the last one first."),
        Explanation(
            "template.unknown-name", "A template names something that pages do not have.",
            why: "Mustache prints nothing for it, and nobody would notice what is missing.",
            .file("Templates/404.mustache", "<h1>{{page.titel}}</h1>\n", "<h1>{{page.title}}</h1>\n"),
            remedy: "Write the name that the message suggests; ARCHITECTURE.md lists all of them."),
        Explanation(
            "template.unescaped", "A template prints text with three braces, or finished HTML with two.",
            why: "Text without escaping can break the page or run code in it; HTML with it shows its tags.",
            .file("Templates/404.mustache", "<h1>{{{page.title}}}</h1>\n", "<h1>{{page.title}}</h1>\n"),
            remedy: "Two braces for text, three for HTML."),
    ]
}
