import ArgumentParser
import Publishing

struct URLsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "urls", abstract: "Compares the site's addresses with Content/Data/urls.txt.",
        discussion:
            "Lines that begin with '+' are new, those with '-' are gone. Exit status 1: an address is gone.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Flag(help: "Write the addresses that the site has now into the file.") var write = false

    func run() async throws {
        let folder = try site.folder()
        let outcome = try await Pipeline(site: folder, date: try site.today()).survey()
        let others = outcome.diagnostics.filter { $0.severity == .error && $0.id != "url.lost" }
        if !others.isEmpty {
            DiagnosticPrinter(format: diagnostics.chosen, folder: folder).print(others)
            throw Exit.errors
        }
        let addresses = PublishedAddresses(of: outcome.site)
        if diagnostics.chosen == .text {
            Terminal.write(
                addresses.added.map { "+ \($0)\n" }.joined() + addresses.lost.map { "- \($0)\n" }.joined())
        } else {
            let lost = outcome.diagnostics.filter { $0.id == "url.lost" }
            DiagnosticPrinter(format: diagnostics.chosen, folder: folder).print(write ? [] : lost)
        }
        if write {
            try addresses.write()
            if !site.quiet {
                Terminal.writeError("wrote \(addresses.now.count) addresses into \(PublishedAddresses.path)")
            }
        } else if !addresses.lost.isEmpty {
            if !site.quiet {
                Terminal.writeError(
                    "help: add each to the 'aliases' of the page that takes its place, withdraw the page, or, where "
                        + "nobody can have kept it, run 'materia urls --write'")
            }
            throw Exit.errors
        }
    }
}
