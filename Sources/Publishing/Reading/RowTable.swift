import Markup

/// Rows that pages are listed under: a table of `Content/Data/` with the columns `id` and `title`, and perhaps `group`.
struct RowTable: Sendable {
    struct Row: Sendable {
        /// What pages name it by.
        let id: Written<String>
        let title: String
        /// What stands over it and its neighbours; empty for nothing.
        let group: String
    }

    private(set) var rows: [Row] = []

    private static let columns = ["id", "title", "group"]

    static func read(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> RowTable {
        var table = RowTable()
        guard TextEncoding.check(source, &diagnostics) else { return table }
        let text = CSVText(source)
        diagnostics += text.diagnostics
        func report(_ message: String, help: String, at range: SourceRange) {
            diagnostics.append(Diagnostic("data.syntax", message, help: help, file: source.path, at: range))
        }
        let header = (text.records.first ?? []).map { String($0.text.trimmingSpaces) }
        guard let id = header.firstIndex(of: "id"), let title = header.firstIndex(of: "title"),
            Set(header).isSubset(of: columns), Set(header).count == header.count
        else {
            report(
                "the table does not begin with the names of its columns",
                help: "write 'id,title' or 'id,title,group' into the first line",
                at: text.records.first?[0].range ?? .startOfFile)
            return table
        }
        let group = header.firstIndex(of: "group")
        var lines: [String: Int] = [:]
        for record in text.records.dropFirst() {
            guard record.count == header.count else {
                report(
                    "this line has \(record.count) \(record.count == 1 ? "value" : "values"), not \(header.count)",
                    help: "put a value that has a comma in it between double quotes", at: record[0].range)
                continue
            }
            let values = record.map { String($0.text.trimmingSpaces) }
            if values[id].isEmpty || values[title].isEmpty {
                report(
                    "a row has no '\(values[id].isEmpty ? "id" : "title")'",
                    help: "write it, or take the row out",
                    at: record[id].range)
                continue
            }
            if let line = lines[values[id]] {
                report(
                    "the row '\(values[id])' stands twice", help: "take it out here, or on line \(line)",
                    at: record[id].range)
                continue
            }
            lines[values[id]] = record[id].range.start.line
            table.rows.append(
                Row(
                    id: Written(value: values[id], range: record[id].range), title: values[title],
                    group: group.map { values[$0] } ?? ""))
        }
        return table
    }

    /// Rows that stand together under one name, in the order of the file.
    var groups: [(name: String, rows: [Row])] {
        var groups: [(name: String, rows: [Row])] = []
        for row in rows {
            if groups.last?.name == row.group {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((row.group, [row]))
            }
        }
        return groups
    }
}
