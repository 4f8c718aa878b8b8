import ArgumentParser
import Publishing

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Prints the settings in force.")

    @OptionGroup var site: SiteOptions

    @Option(help: "How to print them: text (YAML) or json.") var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func run() async throws {
        let folder = try site.folder()
        let outcome = try Pipeline(site: folder, date: try site.today()).settings()
        switch format {
        case .text: Terminal.write(outcome.settings.yaml)
        case .json: Terminal.write(outcome.settings.json)
        }
        let errors = outcome.diagnostics.filter { $0.severity == .error }
        DiagnosticPrinter(format: .text, folder: folder).print(errors)
        if !errors.isEmpty { throw Exit.errors }
    }
}
