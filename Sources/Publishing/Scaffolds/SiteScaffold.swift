/// A small complete site: what `materia new site` writes.
public struct SiteScaffold: Sendable {
    public let profile: Configuration.Profile
    public let title: String
    public let date: CalendarDate

    public init(profile: Configuration.Profile, title: String, date: CalendarDate) {
        (self.profile, self.title, self.date) = (profile, title, date)
    }

    /// - Returns: the paths of the files.
    /// - Throws: `ScaffoldError` where one of them exists, `DiskError` where the disk will not have them.
    public func write(to folder: String) throws -> [String] {
        try ScaffoldFiles(folder: Disk.absolute(folder), files: files).write()
        return files.map(\.path)
    }

    private var files: [(path: String, text: String)] {
        let words = [
            (Configuration.fileName, settings), ("Content/index.md", home),
            ("Content/guide/index.md", section), ("Content/guide/first-page.md", article),
            ("Content/guide/second-page.md", secondArticle),
        ]
        return words + (profile == .health ? data : []) + [
            (".gitignore", "_site/\n.materia/\n"),
            (Schema.settingsPath, Schema.settings), (Schema.frontMatterPath, Schema.frontMatter),
        ]
    }

    private var settings: String {
        """
        # yaml-language-server: $schema=\(Schema.settingsPath)
        # What this site is. 'materia config' prints all settings in force, 'materia check' tells what is wrong.
        title: \(title.yamlQuoted)
        description: "Say in one sentence what the site is about, and for whom"
        # Where the site will stand. It may have a path; all links work under it.
        # baseURL: https://example.org/
        language: en
        # health: the safety rules are on (crisis lines on every page, wording, numbers, reviews). plain: they are off.
        profile: \(profile.rawValue)
        # The order of navigation, by folder of Content/.
        sections: [guide]
        # organisation: {name: …, email: …, url: …}
        # A check by its id or area, to error, warning or off: 'materia explain' lists them.
        # checks: {link.vague: off}

        """
    }

    private var home: String {
        """
        ---
        title: \(title.yamlQuoted)
        description: "The home page: say what readers find here"
        date: \(date)
        ---

        This page is `Content/index.md`. Change its words, and run `materia build`.

        Begin with [your first page](guide/first-page.md).

        """
    }

    private var section: String {
        """
        ---
        title: Guide
        description: "A section: its pages are the files in this folder"
        date: \(date)
        ---

        The pages of a section are listed below its text.

        """
    }

    private var article: String {
        """
        ---
        title: Your first page
        description: "An article: one question, and its answer"
        date: \(date)
        weight: 1
        mainMessage: "One sentence that a reader should remember."
        ---

        Say first what the reader came for. Keep sentences short.

        ## How do you link to a page?

        Name its file, as in [the second page](second-page.md#how-do-you-write-a-table). A link that leads nowhere is told
        before the site is built.

        ## How do you add a page?

        Run `materia new article guide/another-page`. It begins as a draft: take `draft: true` out to publish it.

        """
    }

    private var secondArticle: String {
        """
        ---
        title: Your second page
        description: "An article with a table and a note"
        date: \(date)
        weight: 2
        ---

        Go back to [your first page](first-page.md).

        ## How do you write a table?

        | You write | You get |
        | --- | --- |
        | `**words**` | **words** |
        | `*words*` | *words* |

        ## How do you write a note?

        > [!NOTE]
        > A note stands apart from the text.

        """
    }
}

extension String {
    /// Between double quotes, as YAML and JSON read them.
    var yamlQuoted: String { String(decoding: JSON.text(self).bytes.dropLast(), as: UTF8.self) }
}
