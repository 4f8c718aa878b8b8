import ArgumentParser
import Foundation
import Publishing

/// What every verb takes.
struct SiteOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The site's folder.", valueName: "dir"))
    var site = "."

    @Option(
        help: ArgumentHelp(
            "Today, for publishing and review rules. Default: SOURCE_DATE_EPOCH, then the clock.",
            valueName: "YYYY-MM-DD"))
    var date: String?

    @Flag(help: "Print diagnostics and results, and nothing else.")
    var quiet = false

    func validate() throws {
        if let date, CalendarDate(date) == nil {
            throw ValidationError("'\(date)' is no date: write it as YYYY-MM-DD")
        }
    }

    /// The site's folder, seen to be one.
    func folder() throws -> String {
        let settings = site + "/" + Configuration.fileName
        guard FileManager.default.fileExists(atPath: site) else {
            throw OperatorError("there is no folder '\(site)'")
        }
        guard FileManager.default.fileExists(atPath: settings) else {
            throw OperatorError(
                "'\(site)' is no site: it has no \(Configuration.fileName); name the site's folder with --site"
            )
        }
        return site
    }

    func today() throws -> CalendarDate {
        if let date, let day = CalendarDate(date) { return day }
        if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
            guard let seconds = Int(epoch), seconds >= 0 else {
                throw OperatorError("SOURCE_DATE_EPOCH is '\(epoch)': it takes seconds since 1970")
            }
            return CalendarDate(secondsSince1970: seconds)
        }
        return CalendarDate(secondsSince1970: Int(Date().timeIntervalSince1970))
    }
}

/// How diagnostics are printed.
struct DiagnosticOptions: ParsableArguments {
    @Option(
        help: "How to print diagnostics: text, json, github or sarif. Default: text, on GitHub's CI github.")
    var format: DiagnosticFormat?

    var chosen: DiagnosticFormat {
        format ?? (ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true" ? .github : .text)
    }
}

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
}
