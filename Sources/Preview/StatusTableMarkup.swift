import Publishing

/// The status page's table. Its headings are links that sort it, so it works by keyboard, and without JavaScript.
struct StatusTableMarkup {
    let table: StatusTable

    var html: String {
        let heads = StatusChoice.Column.allCases.map(head).joined()
        let rows = table.shown.map(row).joined(separator: "\n")
        let count = table.pages.count == 1 ? "1 page" : "\(table.pages.count) pages"
        return """
            <div class="status-table" role="region" aria-label="Pages" tabindex="0">
            <table>
            <caption>\(count)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table>
            </div>
            \(pager)
            """
    }

    private func head(_ column: StatusChoice.Column) -> String {
        let isSorted = table.choice.column == column
        let query = table.choice.with { choice in
            choice.page = 1
            // Of numbers the great ones are looked for first.
            choice.isDescending = isSorted ? !choice.isDescending : column.isNumber
            choice.column = column
        }.query
        let order = isSorted ? " aria-sort=\"\(table.choice.isDescending ? "descending" : "ascending")\"" : ""
        let arrow =
            isSorted ? " <span aria-hidden=\"true\">\(table.choice.isDescending ? "▼" : "▲")</span>" : ""
        return
            "<th scope=\"col\"\(order)><a href=\"/_status/\(query.escaped)\">\(column.name)\(arrow)</a></th>"
    }

    private func row(_ page: PageStatus) -> String {
        let cells = StatusChoice.Column.allCases.dropFirst().map { column in
            "<td\(column.isNumber ? " class=\"number\"" : "")>\(cell(page, column))</td>"
        }
        let edit =
            "<a href=\"\(page.edit.escaped)\">Open in editor<span class=\"visually-hidden\">: \(page.title.escaped)</span></a>"
        return
            "<tr><th scope=\"row\"><a href=\"\(page.link.escaped)\">\(page.title.escaped)</a><br>\(edit)</th>\(cells.joined())</tr>"
    }

    /// What is not known is a dash.
    private func cell(_ page: PageStatus, _ column: StatusChoice.Column) -> String {
        let reading = page.reading
        let text: String? =
            switch column {
            case .title: page.title
            case .status: page.status
            case .reviewer: page.reviewers.isEmpty ? nil : page.reviewers.joined(separator: ", ")
            case .reviewed: page.lastReviewed?.description
            case .due: page.reviewDue.map { "\($0)" + ($0 <= table.today ? " (past)" : "") }
            case .grade: reading?.grade.map(Self.tenths)
            case .smog: reading?.smog.map(Self.tenths)
            case .words: reading.map { "\($0.words)" }
            case .references: reading.map { "\($0.references)" }
            case .findings: reading.map { "\($0.findings)" }
            case .incoming: reading.map { "\($0.incoming)" }
            case .problems: problems(page)
            }
        return text?.escaped ?? "–"
    }

    private static func tenths(_ number: Double) -> String { String((number * 10).rounded() / 10) }

    private func problems(_ page: PageStatus) -> String {
        let parts = [(page.errors, "error"), (page.warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    private var pager: String {
        if table.pageCount == 1 { return "" }
        let number = min(table.choice.page, table.pageCount)
        func link(_ page: Int, _ words: String) -> String {
            "<a href=\"/_status/\(table.choice.with { $0.page = page }.query.escaped)\">\(words)</a>"
        }
        let parts = [
            number > 1 ? link(number - 1, "Previous \(StatusTable.rows)") : nil,
            "Part \(number) of \(table.pageCount)",
            number < table.pageCount ? link(number + 1, "Next \(StatusTable.rows)") : nil,
        ]
        return
            "<nav aria-label=\"Parts of the table\"><p>\(parts.compactMap { $0 }.joined(separator: " · "))</p></nav>"
    }
}
