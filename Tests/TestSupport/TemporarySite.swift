/// A small site in a folder of its own.
public struct TemporarySite: Sendable {
    public let folder: TemporaryFolder

    /// The day on which tests take place.
    public static let date = "2026-11-23"

    /// - Parameter files: text by path from the site's folder.
    public init(
        _ files: [String: String] = [:], settings: String = "title: Test\n", named name: String = "site"
    ) throws {
        folder = try TemporaryFolder(named: name)
        try folder.write(settings, to: "materia.yaml")
        try folder.write("", to: "Content/.keep")
        for (path, text) in files { try folder.write(text, to: path) }
    }

    public var path: String { folder.path }

    public func write(_ text: String, to path: String) throws { try folder.write(text, to: path) }

    /// The site's pages and files as they stand in `_site`.
    public func built(_ output: String = "_site") throws -> Tree { try Tree(of: folder.path(output)) }

    /// A page with a title, and what else its front matter says.
    public static func page(_ title: String = "Page", _ more: String = "", body: String = "Words.\n")
        -> String
    {
        "---\ntitle: \(title)\n\(more.isEmpty ? "" : more + "\n")---\n\n\(body)"
    }

    /// A theme of few words: what stands in a built page is what a test is about.
    public static let plainTheme: [String: String] = {
        let page = "<title>{{page.title}}</title>\n{{{body}}}"
        var theme = ["home", "section", "article", "withdrawn"].map { ("Templates/\($0).mustache", page) }
        theme += ["tags", "tag", "updates", "a-z", "404", "crisis", "search"].map {
            ("Templates/\($0).mustache", "<title>{{page.title}}</title>\n")
        }
        theme.append(("Templates/alias.mustache", "<link rel=\"canonical\" href=\"{{url}}\">\n"))
        return Dictionary(uniqueKeysWithValues: theme)
    }()
}
