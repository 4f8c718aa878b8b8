import ArgumentParser
import Publishing

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "build", abstract: "Writes the site.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Option(help: ArgumentHelp("Where to. Default: _site in the site's folder.", valueName: "dir"))
    var output: String?

    @Option(name: .customLong("base-url"), help: ArgumentHelp("Where the site will stand.", valueName: "url"))
    var baseURL: String?

    @Flag(help: "Build drafts too.") var drafts = false
    @Flag(help: "Build pages whose publishDate is to come.") var future = false
    @Flag(help: "Build pages whose expiryDate has passed.") var expired = false
    @Flag(help: "Warnings stop the build as errors do.") var strict = false

    @Option(
        help: ArgumentHelp("Work on so many files at once. Default: one for each processor.", valueName: "n"))
    var jobs: Int?

    @Flag(
        name: .customLong("no-cache"), help: "Use nothing of the last build, and keep nothing for the next.")
    var noCache = false

    @Flag(help: "Print where the time went.") var timings = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
        if let baseURL, BaseURL(baseURL) == nil {
            throw ValidationError(
                "'\(baseURL)' is no address: write it whole, as in https://example.org/guide/")
        }
    }

    func run() async throws {
        var options = BuildOptions()
        (options.drafts, options.future, options.expired) = (drafts, future, expired)
        (options.strict, options.jobs, options.usesCache) = (strict, jobs, !noCache)
        let folder = try site.folder()
        let pipeline = Pipeline(
            site: folder, date: try site.today(), options: options, baseURL: baseURL.flatMap { BaseURL($0) })
        let progress = Progress("building", isQuiet: site.quiet)
        let outcome = try await pipeline.build(to: output)
        progress.end()
        DiagnosticPrinter(format: diagnostics.chosen, folder: folder).print(outcome.diagnostics)
        let isPublished = outcome.isPublishable(strict: strict)
        if timings { printTimings(outcome) }
        if !site.quiet {
            let counts = Summary.counts(errors: outcome.errors, warnings: outcome.warnings)
            let words =
                isPublished
                ? "built \(outcome.files) files\(counts.isEmpty ? "" : ", with \(counts)")"
                : "\(counts): nothing was written"
            Terminal.writeError("\(words) (\(Summary.seconds(outcome.wallTime)))")
        }
        if !isPublished { throw Exit.errors }
    }

    private func printTimings(_ outcome: Outcome) {
        func row(_ name: String, _ milliseconds: Double) -> String {
            let number = String(Int((milliseconds * 10).rounded()))
            let padded = String(repeating: "0", count: max(0, 2 - number.count)) + number
            let text = "\(padded.dropLast()).\(padded.suffix(1)) ms"
            return String(repeating: " ", count: max(1, 12 - text.count)) + text + "  " + name
        }
        var lines = outcome.phasesInMilliseconds.map { row($0.name, $0.milliseconds) }
        lines.append(row("in all, by the clock", outcome.wallTime.milliseconds))
        lines.append("of the phase 'pages', summed over the workers:")
        lines += outcome.pagesInMilliseconds.map { row($0.name, $0.milliseconds) }
        Terminal.writeError(lines.joined(separator: "\n"))
    }
}

/// One line of counts and time.
enum Summary {
    static func counts(errors: Int, warnings: Int) -> String {
        [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
    }

    static func seconds(_ time: Duration) -> String {
        let hundredths = Int((time.milliseconds / 10).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    }
}
