import Markup

/// An article to begin with: what `materia new article` writes.
public struct ArticleScaffold: Sendable {
    /// `safety/heart`: folders of `Content/`, and the name of the file.
    public let name: String
    public let title: String?
    public let kind: String?

    public init(name: String, title: String?, kind: String?) {
        (self.name, self.title, self.kind) = (name, title, kind)
    }

    /// The words that `kind` may be.
    public static let kinds = FrontMatter.Kind.allCases.map(\.rawValue)

    /// - Returns: the path of the file, from the site's folder.
    /// - Throws: `ScaffoldError` where it exists or the name is none, `DiskError` where the disk will not have it.
    public func write(site: String, date: CalendarDate, profile: Configuration.Profile) throws -> String {
        let path = try path()
        let folder = Disk.absolute(site)
        try refuseOutside(path, of: folder)
        let bundle = folder + "/" + path.dropLast(3) + "/index.md"
        if Disk.kind(of: bundle) != nil { throw ScaffoldError.exists(String(path.dropLast(3) + "/index.md")) }
        let kind = kind.flatMap(FrontMatter.Kind.init) ?? .article
        try ScaffoldFiles(folder: folder, files: [(path, text(kind, date, profile))]).write()
        return path
    }

    private func path() throws -> String {
        let bare = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        let parts = bare.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for part in parts
        where part.isEmpty || Slug.make(part) != part || part.hasPrefix("_") || part == "data" {
            let made = parts.map { Slug.make($0) }.filter {
                !$0.isEmpty && !$0.hasPrefix("_") && $0 != "data"
            }
            throw ScaffoldError.noName(name, suggestion: made.joined(separator: "/"))
        }
        return ContentPath.root + parts.joined(separator: "/") + ".md"
    }

    /// A folder that is a link may lead anywhere.
    private func refuseOutside(_ path: String, of folder: String) throws {
        var parent = folder + "/" + path
        repeat {
            parent = String(parent[..<(parent.lastIndex(of: "/") ?? parent.startIndex)])
        } while Disk.kind(of: parent) == nil && parent.utf8.count > folder.utf8.count
        guard let root = Disk.realPath(folder), let real = Disk.realPath(parent) else { return }
        if real != root, !real.hasPrefix(root + "/") { throw ScaffoldError.outside(path) }
    }

    private func text(_ kind: FrontMatter.Kind, _ date: CalendarDate, _ profile: Configuration.Profile)
        -> String
    {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let words = last.replacing("-", with: " ")
        let title = title ?? words.prefix(1).uppercased() + words.dropFirst()
        var lines = [
            "---",
            "# What stands at the top of the page and in lists. A question that readers ask is a good title.",
            "title: \(title.yamlQuoted)",
            "# One sentence that says what the page is about: shown in lists and by search engines.",
            "description: \"What this page is about\"",
            "# The day on which the page is first published.", "date: \(date)",
            "# Take this line out to publish the page.", "draft: true",
            "# One of: \(Self.kinds.joined(separator: ", ")).", "kind: \(kind.rawValue)",
        ]
        if kind != .about { lines += Self.message }
        switch kind {
        case .treatment, .decision: lines += Self.balance + Self.questions
        case .safety: lines += Self.action + Self.questions
        case .article, .concept, .about: break
        }
        if profile == .health, kind != .about { lines += Self.review(kind, date) }
        return lines.joined(separator: "\n") + "\n---\n\nSay first what the reader came for.\n"
    }

    private static let message = [
        "# The one sentence that a reader should remember.", "mainMessage: \"The main message of this page\"",
    ]

    private static let action = [
        "# What a reader can do next.", "action: \"What to do first\"",
    ]

    private static let balance = [
        "# The five lists below stand in boxes on the page. None may be empty. Give benefits and harms alike room.",
        "# What may get better, for whom, and after how long. Cite the source: [@id].",
        "benefits:", "  - \"…\"", "# What may go wrong, with its source.", "harms:",
        "  - \"…\"",
        "# What nobody knows yet.", "unknowns:", "  - \"…\"",
        "# What else there is. One of them is no change for now.", "alternatives:",
        "  - \"No change for now, with a plan for what to watch\"", "# Who should not have it.",
        "whoShouldNot:",
        "  - \"…\"",
    ]

    private static let questions = [
        "# Questions that a reader can take to the clinic.", "askYourClinic:",
        "  - \"What should I ask first?\"",
    ]

    private static func review(_ kind: FrontMatter.Kind, _ date: CalendarDate) -> [String] {
        var page = FrontMatter()
        page.kind = kind
        return [
            "# Fill these in once somebody has reviewed the page; until then it says that no clinician has.",
            "# Role: clinical, suicide-safety (for pages that speak of suicide) or patient.",
            "# lastReviewed: \(date)",
            "# reviewEvery: \(page.monthsBetweenReviews) months",
            "# reviewedBy:", "#   - {name: …, credentials: …, role: clinical}",
        ]
    }
}
