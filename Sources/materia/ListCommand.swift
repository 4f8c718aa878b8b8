public import ArgumentParser
public import Publishing

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists pages, with their dates and who answers for them.")

    @OptionGroup var site: SiteOptions

    @Argument(
        help:
            "Which: all, drafts, future, expired, due (within 30 days, or past), overdue (past) or withdrawn."
    )
    var which: PageList.Choice = .all

    @Option(help: "How to print them: text, csv or json; github and sarif print what is wrong with them.")
    var format: Format = .text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json, github, sarif }

    func run() async throws {
        let folder = try site.folder()
        let outcome = try await Pipeline(site: folder, date: try site.today()).survey()
        let errors = outcome.diagnostics.filter { $0.severity == .error }
        let pages = PageList(which, of: outcome.site).entries
        switch format {
        case .text: Terminal.write(text(pages))
        case .csv: Terminal.write(csv(pages))
        case .json: Terminal.write(JSONText.of(pages))
        case .github, .sarif: break
        }
        // On standard output stands the list, where it is asked for.
        let isAlone = format == .github || format == .sarif
        let form = isAlone ? DiagnosticFormat(rawValue: format.rawValue) ?? .text : .text
        DiagnosticPrinter(format: form, folder: folder).print(errors)
        if !errors.isEmpty { throw Exit.errors }
    }

    private func text(_ pages: [PageList.Entry]) -> String {
        let width = pages.map(\.file.count).max() ?? 0
        return pages.map { page in
            let details = [
                page.status, page.date.map { "dated \($0)" }, page.reviewDue.map { "review due \($0)" },
                page.authors.isEmpty ? nil : "by " + page.authors.joined(separator: ", "),
                page.reviewers.isEmpty ? nil : "reviewed by " + page.reviewers.joined(separator: ", "),
            ].compactMap { $0 }
            let padding = String(repeating: " ", count: width - page.file.count)
            return "\(page.file)\(padding)  \(page.title)  (\(details.joined(separator: "; ")))\n"
        }.joined()
    }

    /// RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.
    private func csv(_ pages: [PageList.Entry]) -> String {
        func cell(_ text: String) -> String {
            let guarded = text.first.map { "=+-@\t".contains($0) } == true ? "'" + text : text
            let isPlain = !guarded.contains { ",\"\r\n".contains($0) }
            return isPlain ? guarded : "\"" + guarded.replacing("\"", with: "\"\"") + "\""
        }
        let head = [
            "file", "address", "title", "kind", "status", "date", "updated", "lastReviewed", "reviewDue",
            "authors", "reviewers", "publishDate", "expiryDate",
        ]
        let rows = pages.map { page in
            [
                page.file, page.address, page.title, page.kind, page.status, page.date ?? "",
                page.updated ?? "",
                page.lastReviewed ?? "", page.reviewDue ?? "", page.authors.joined(separator: "; "),
                page.reviewers.joined(separator: "; "), page.publishDate ?? "", page.expiryDate ?? "",
            ]
        }
        return ([head] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension PageList.Choice: ExpressibleByArgument {}
