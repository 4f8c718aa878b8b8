import Markup

/// Which pages name which rows of a table in their front matter, and what is wrong with that.
struct RowIndex {
    let site: Site
    /// The page that shows the list: pages in its language stand in it.
    let page: Page
    let index: Include.Index
    let table: RowTable
    /// Pages by the row that they name, in the order of their paths.
    private let pages: [String: [Page]]

    init(_ index: Include.Index, _ table: RowTable, on page: Page, of site: Site) {
        (self.index, self.table, self.page, self.site) = (index, table, page, site)
        var pages: [String: [Page]] = [:]
        for other in site.pages where other.language == page.language && site.isListed(other) {
            for row in Set(other.rows(under: index.key.value)) { pages[row, default: []].append(other) }
        }
        self.pages = pages
    }

    var diagnostics: [Diagnostic] {
        let known = Set(table.rows.map(\.id.value))
        let file = ContentTree.dataFolder + "/" + index.rows.value
        let unknown = site.pages.filter { $0.language == page.language }.flatMap { other in
            other.rows(under: index.key.value).filter { !known.contains($0) }.map { row in
                let nearest = NearestName.of(row, among: table.rows.map(\.id.value))
                return Diagnostic(
                    "index.unknown-row",
                    "'params.\(index.key.value)' names '\(row)', which is no row of \(file)",
                    help: nearest.map { "write '\($0)'" } ?? "take it out, or add the row to \(file)",
                    file: other.path.full,
                    at: other.frontMatter.places[.params] ?? SourceRange(line: 1, column: 1, length: 3))
            }
        }
        let empty = table.rows.filter { pages[$0.id.value] == nil }.map { row in
            Diagnostic(
                "index.empty-row", severity: .warning, "no page names the row '\(row.id.value)'",
                help: "add '\(row.id.value)' to 'params.\(index.key.value)' of a page that is about it",
                file: file, at: row.id.range)
        }
        return unknown + empty
    }

    /// A table for each group of rows.
    func html(_ strings: Strings) -> HTML {
        var html = HTML()
        for group in table.groups {
            html.append("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"")
            html.append(escaping: group.name.isEmpty ? strings["tableRegion"] : group.name)
            html.append("\">\n<table class=\"page-index\">\n")
            if !group.name.isEmpty {
                html.append("<caption>")
                html.append(escaping: group.name)
                html.append("</caption>\n")
            }
            html.append("<thead>\n<tr>\n<th scope=\"col\">")
            html.append(escaping: strings["indexTopic"])
            html.append("</th>\n<th scope=\"col\">")
            html.append(escaping: strings["indexPages"])
            html.append("</th>\n</tr>\n</thead>\n<tbody>\n")
            for row in group.rows { append(row, strings, to: &html) }
            html.append("</tbody>\n</table>\n</div>\n")
        }
        return html
    }

    private func append(_ row: RowTable.Row, _ strings: Strings, to html: inout HTML) {
        html.append("<tr>\n<th scope=\"row\">")
        html.append(escaping: row.title)
        html.append(" <small>")
        html.append(escaping: row.id.value)
        html.append("</small></th>\n<td>")
        let pages = pages[row.id.value] ?? []
        if pages.isEmpty { html.append(escaping: strings["indexNoPages"]) }
        html.append(pages.isEmpty ? "" : "<ul>\n")
        for page in pages {
            html.append("<li><a href=\"")
            html.append(escaping: page.link)
            html.append("\">")
            html.append(escaping: page.title)
            html.append("</a></li>\n")
        }
        html.append(pages.isEmpty ? "</td>\n</tr>\n" : "</ul>\n</td>\n</tr>\n")
    }
}

extension Page {
    /// The rows that it names under a key of `params`: a list, or a single one.
    fileprivate func rows(under key: String) -> [String] {
        guard case .map(let params) = frontMatter.params, let value = params[key] else { return [] }
        switch value {
        case .text(let text): return text.isEmpty ? [] : [text]
        case .list(let list):
            return list.compactMap { item in
                if case .text(let text) = item { text } else { nil }
            }
        case .flag, .map: return []
        }
    }
}
