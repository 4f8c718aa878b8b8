import ArgumentParser

@main
struct Materia: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "materia",
        abstract: "Turns a folder of Markdown into a site that patients can trust.",
        discussion: """
            Exit status: 0 done, warnings may have been printed; 1 errors in the content, settings or templates, nothing \
            was written; 2 could not run.
            """,
        version: version,
        subcommands: [
            BuildCommand.self, CheckCommand.self, NewCommand.self, ListCommand.self, RenderCommand.self,
            SearchCommand.self, ServeCommand.self, URLsCommand.self, ExplainCommand.self, ConfigCommand.self,
        ])

    static let version = "0.1.0"

    static func main() async {
        Memory.keep()
        do {
            try checkHelp(CommandLine.arguments.dropFirst())
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ExitCode {
            exit(withError: error)
        } catch {
            fail(error)
        }
    }

    /// `help` of what is no verb shows the help of the whole, and would end as if all were well.
    private static func checkHelp(_ arguments: ArraySlice<String>) throws {
        guard arguments.first == "help" else { return }
        var verbs = configuration.subcommands
        for name in arguments.dropFirst() where !name.hasPrefix("-") {
            guard let verb = verbs.first(where: { $0.configuration.commandName == name }) else {
                throw ValidationError("There is no verb '\(name)'.")
            }
            verbs = verb.configuration.subcommands
        }
    }

    /// Usage and disk trouble alike end with 2; what was asked for, like `--help`, with 0.
    private static func fail(_ error: any Error) -> Never {
        let message = fullMessage(for: error)
        if exitCode(for: error).isSuccess {
            Terminal.write(message.hasSuffix("\n") ? message : message + "\n")
            exit(withError: nil)
        }
        Terminal.writeError(
            message.hasPrefix("Error:") ? "error:" + message.dropFirst("Error:".count) : message)
        exit(withError: Exit.couldNotRun)
    }
}

/// The meanings of exit statuses: contract section 1.
enum Exit {
    static let errors = ExitCode(1)
    static let couldNotRun = ExitCode(2)
}
