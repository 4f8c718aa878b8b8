import ArgumentParser
import Foundation
import Markup
import Publishing

struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Prints one file's body as an HTML fragment.",
        discussion: "'-' reads standard input. Works outside a site too: then links stay as they are written."
    )

    @OptionGroup var site: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Argument(help: "A Markdown file, or '-'.") var file: String

    @Flag(name: .customLong("commonmark"), help: "CommonMark 0.30 and nothing else; raw HTML is let through.")
    var commonMark = false

    func run() async throws {
        if commonMark {
            let html = HTMLRenderer(rawHTML: .allow, style: .commonMark).render(
                Parser(dialect: .commonMark).parse(try input()))
            Terminal.write(html.bytes, to: STDOUT_FILENO)
            return
        }
        let fragment: Fragment
        if let place = sitePath() {
            fragment = try await Pipeline(site: place.folder, date: try site.today()).render(place.file)
        } else {
            fragment = Fragment(of: try input(), path: file == "-" ? "standard input" : file)
        }
        Terminal.write(fragment.html.bytes, to: STDOUT_FILENO)
        // On standard output stands the fragment.
        DiagnosticPrinter(format: .text, folder: fragment.folder).print(fragment.diagnostics)
        if fragment.diagnostics.contains(where: { $0.severity == .error }) { throw Exit.errors }
    }

    private func input() throws -> [UInt8] {
        if file == "-" { return Terminal.readInput() }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw OperatorError("there is no file '\(file)' that can be read")
        }
        return [UInt8](data)
    }

    /// The site that the file is an article of, found from the file upwards, and its path there.
    private func sitePath() -> (folder: String, file: String)? {
        guard file != "-" else { return nil }
        let full = URL(fileURLWithPath: file).standardizedFileURL.path
        guard let content = full.range(of: "/" + ContentPath.root, options: .backwards) else { return nil }
        let folder = String(full[..<content.lowerBound])
        guard FileManager.default.fileExists(atPath: folder + "/" + Configuration.fileName) else {
            return nil
        }
        return (folder, String(full[full.index(after: content.lowerBound)...]))
    }
}
