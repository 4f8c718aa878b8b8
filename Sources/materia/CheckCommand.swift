import ArgumentParser
import LinkCheck
import Markup
import Publishing

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tells everything that is wrong, and writes nothing.",
        discussion: """
            With --external it asks the servers of other sites whether what is linked to is still there, and keeps what they \
            said in .materia/links.json: a link that is dead for 14 days is an error.
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Flag(help: "Warnings count as errors.") var strict = false

    @Flag(help: "Ask the servers that links lead to, too. Nothing is sent without this.") var external = false

    @Argument(help: "Report on these files only.", completion: .file(extensions: ["md", "yaml", "mustache"]))
    var files: [String] = []

    func run() async throws {
        let started = ContinuousClock.now
        let folder = try site.folder()
        let pipeline = Pipeline(site: folder, date: try site.today())
        let chosen = Set(try files.map { try pipeline.path(ofFile: $0) })
        let progress = Progress("checking", isQuiet: site.quiet)
        var outcome = try await pipeline.check()
        progress.end()
        if external {
            outcome = outcome.adding(try await askServers(pipeline, outcome.site, about: chosen))
        }
        let told =
            chosen.isEmpty ? outcome.diagnostics : outcome.diagnostics.filter { chosen.contains($0.file) }
        DiagnosticPrinter(format: diagnostics.chosen, folder: folder).print(told)
        let (errors, warnings) = (
            told.count { $0.severity == .error }, told.count { $0.severity == .warning }
        )
        if !site.quiet {
            let pages = chosen.isEmpty ? outcome.pageCount : chosen.count
            let result =
                errors + warnings == 0 ? "nothing wrong" : Summary.counts(errors: errors, warnings: warnings)
            let time = Summary.seconds(started.duration(to: .now))
            Terminal.writeError("\(pages) \(pages == 1 ? "page" : "pages"): \(result) (\(time))")
        }
        if errors > 0 || strict && warnings > 0 { throw Exit.errors }
    }

    private func askServers(
        _ pipeline: Pipeline, _ site: Site, about chosen: Set<String>
    ) async throws -> [Diagnostic] {
        let links = try await pipeline.externalLinks(in: site)
        let wanted = Set(links.filter { chosen.isEmpty || chosen.contains($0.file) }.map(\.address))
        let progress = Progress("asking after \(wanted.count) addresses", isQuiet: self.site.quiet)
        let answers = await LinkChecker(name: "materia/\(Materia.version) (link check)").check(wanted)
        progress.end()
        if !self.site.quiet, answers.count < wanted.count {
            Terminal.writeError(
                "\(wanted.count - answers.count) of \(wanted.count) addresses were not asked: time was up")
        }
        return try pipeline.tell(links, answers)
    }
}
