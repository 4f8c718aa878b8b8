public import ArgumentParser
import Foundation
import Markup
public import Publishing

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Writes a new site, or a new article, to begin with.",
        discussion: "Nothing is ever overwritten.",
        subcommands: [NewSiteCommand.self, NewArticleCommand.self])
}

struct NewSiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Writes a small complete site into a folder.")

    @OptionGroup var options: SiteOptions
    @Option(help: "How to print what was written: json, or text for all others.")
    var format: DiagnosticFormat = .text

    @Argument(help: ArgumentHelp("The folder; it is made if it does not exist.", valueName: "dir"))
    var folder: String

    @Option(help: "plain, or health: with crisis lines, wording rules and the other safety rules.")
    var profile: Configuration.Profile = .plain

    @Option(help: "What the site is called. Default: the folder's name.") var title: String?

    func run() async throws {
        let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent.replacing(
            "-", with: " ")
        let usual = name.isEmpty || name == "/" ? "My site" : name.prefix(1).uppercased() + name.dropFirst()
        let scaffold = SiteScaffold(profile: profile, title: title ?? usual, date: try options.today())
        let paths = try Scaffolding.run { try scaffold.write(to: folder) }
        Scaffolding.tell(paths.map { "\(folder)/\($0)" }, format, isQuiet: options.quiet)
        if options.quiet { return }
        Terminal.writeError("wrote \(paths.count) files; next: materia build --site \(folder)")
    }
}

struct NewArticleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article", abstract: "Writes a new article, a draft, with the keys that its kind needs.")

    @OptionGroup var options: SiteOptions
    @Option(help: "How to print what was written: json, or text for all others.")
    var format: DiagnosticFormat = .text

    @Argument(help: ArgumentHelp("Its place below Content/: safety/heart.", valueName: "section/slug"))
    var name: String

    @Option(help: "What stands at the top of the page. Default: its name.") var title: String?

    @Option(
        help: ArgumentHelp("\(ArticleScaffold.kinds.joined(separator: ", ")).", valueName: "kind"),
        completion: .list(ArticleScaffold.kinds))
    var kind: String?

    func validate() throws {
        guard let kind, !ArticleScaffold.kinds.contains(kind) else { return }
        let nearest = NearestName.of(kind, among: ArticleScaffold.kinds)
        throw ValidationError(
            "'\(kind)' is no kind of page; "
                + (nearest.map { "did you mean '\($0)'?" }
                    ?? "use one of: \(ArticleScaffold.kinds.joined(separator: ", "))"))
    }

    func run() async throws {
        let folder = try options.folder()
        let date = try options.today()
        let profile = try Pipeline(site: folder, date: date).settings().settings.profile
        let path = try Scaffolding.run {
            try ArticleScaffold(name: name, title: title, kind: kind).write(
                site: folder, date: date, profile: profile)
        }
        Scaffolding.tell([path], format, isQuiet: false)
    }
}

private enum Scaffolding {
    private struct Report: Encodable { let files: [String] }

    /// The files that were written, one to a line or as JSON.
    static func tell(_ files: [String], _ format: DiagnosticFormat, isQuiet: Bool) {
        if format == .json { return Terminal.write(JSONText.of(Report(files: files))) }
        if !isQuiet { Terminal.write(files.map { $0 + "\n" }.joined()) }
    }

    /// What cannot be written is the operator's trouble: exit status 2.
    static func run<Result>(_ write: () throws -> Result) throws -> Result {
        do {
            return try write()
        } catch let error as ScaffoldError {
            throw OperatorError(error.description)
        }
    }
}

extension Configuration.Profile: ExpressibleByArgument {}
