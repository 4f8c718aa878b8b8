import ArgumentParser
import Publishing

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Prints the settings in force.")

    @OptionGroup var site: SiteOptions

    @Option(help: "How to print them: text (YAML) or json; github and sarif print what is wrong with them.")
    var format: DiagnosticFormat = .text

    func run() async throws {
        let folder = try site.folder()
        let outcome = try Pipeline(site: folder, date: try site.today()).settings()
        switch format {
        case .text: Terminal.write(outcome.settings.yaml)
        case .json: Terminal.write(outcome.settings.json)
        case .github, .sarif: break
        }
        let errors = outcome.diagnostics.filter { $0.severity == .error }
        // On standard output stand the settings, where they are asked for.
        let isAlone = format == .github || format == .sarif
        DiagnosticPrinter(format: isAlone ? format : .text, folder: folder).print(errors)
        if !errors.isEmpty { throw Exit.errors }
    }
}
