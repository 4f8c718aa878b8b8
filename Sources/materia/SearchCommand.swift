import ArgumentParser
import Foundation
import Publishing
import Search

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Asks the built site's index, ranked as in the browser.",
        discussion: "Words in double quotes must stand in a row. Nothing found is no error.")

    @OptionGroup var site: SiteOptions

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
    var words: [String]

    @Option(help: ArgumentHelp("How many results to show at most.", valueName: "n"))
    var limit = 10

    @Option(
        help: ArgumentHelp(
            "Where the site was built to. Default: _site in the site's folder.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("Ask for pages in this language. Default: the site's own.", valueName: "code"))
    var language: String?

    @Option(help: "How to print results: json is the object that search.js gives; all others are text.")
    var format: DiagnosticFormat = .text

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number from 1") }
        if let language, !language.utf8.allSatisfy({ Self.isLanguageByte($0) }) || language.isEmpty {
            throw ValidationError("'\(language)' is no language: write it as in 'es' or 'pt-BR'")
        }
    }

    func run() async throws {
        let query = words.joined(separator: " ")
        let answer = try reader().query(query, limit: limit)
        switch format {
        case .json: Terminal.write(JSONText.of(answer))
        case .text, .github, .sarif:
            let printer = SearchPrinter(usesColour: Terminal.usesColour(on: STDOUT_FILENO))
            Terminal.write(printer.describe(answer, isBrief: site.quiet))
            if !site.quiet { Terminal.writeError(printer.count(answer, query)) }
        }
    }

    /// A translation's index stands in its folder, that of the site's own language in none.
    private func reader() throws -> SearchReader {
        let place = try output ?? site.folder() + "/" + Pipeline.defaultOutput
        let folder = place + "/" + (language.map { $0 + "/" } ?? "") + "search"
        if SearchReader.isIndex(in: folder) {
            return try SearchReader(folder: folder)
        }
        if let language, SearchReader.isIndex(in: place + "/search") {
            let reader = try SearchReader(folder: place + "/search")
            if reader.language == language { return reader }
        }
        throw OperatorError(
            "there is no search index in '\(folder)'; run 'materia build' first, or name the built site with --output"
        )
    }

    private static func isLanguageByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "-")
    }
}
