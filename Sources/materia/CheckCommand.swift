import ArgumentParser
import Markup
import Publishing

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tells everything that is wrong, and writes nothing.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Flag(help: "Warnings count as errors.") var strict = false

    @Argument(help: "Report on these files only.", completion: .file(extensions: ["md", "yaml", "mustache"]))
    var files: [String] = []

    func run() async throws {
        let folder = try site.folder()
        let pipeline = Pipeline(site: folder, date: try site.today())
        let progress = Progress("checking")
        let outcome = try await pipeline.check()
        progress.end()
        let chosen = try files.map { try pipeline.path(ofFile: $0) }
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
            Terminal.writeError(
                "\(pages) \(pages == 1 ? "page" : "pages"): \(result) (\(Summary.seconds(outcome.wallTime)))")
        }
        if errors > 0 || strict && warnings > 0 { throw Exit.errors }
    }
}
