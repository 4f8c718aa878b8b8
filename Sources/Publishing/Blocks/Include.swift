/// What stands in for the block: another file's text, or a list of the site's pages.
enum Include: Sendable, Hashable {
    /// Relative to the page's file, or from `Content/` where it begins with '/'.
    case file(Written<String>)
    case index(Index)

    /// The rows of a table, each with the pages that name it in their front matter.
    struct Index: Sendable, Hashable {
        /// The key of `params` under which pages name rows.
        var key: Written<String>
        /// A table of `Content/Data/`, by the name of its file.
        var rows: Written<String>
    }
}

enum IncludeReader {
    static func read(_ block: inout BlockReader) -> Include? {
        guard let fields = block.fields(known: ["file", "index", "rows"]) else { return nil }
        guard fields["index"] != nil || fields["rows"] != nil else {
            let file = fields.text("file", &block)
            fields.reportMissing(
                ["file"], as: "key.missing", help: "write 'file: ' and the path of a Markdown file", &block)
            return file.map(Include.file)
        }
        let (key, rows) = (fields.text("index", &block), fields.text("rows", &block))
        fields.reportMissing(
            ["index", "rows"], as: "key.missing",
            help:
                "write 'index: ' and a key of 'params', and 'rows: ' and a table of \(ContentTree.dataFolder)",
            &block)
        if let file = fields["file"] {
            block.yaml.report(
                "key.unknown", "an index of pages takes no 'file'", help: "take 'file' out", at: file)
        }
        guard let key, let rows else { return nil }
        return .index(Include.Index(key: key, rows: rows))
    }
}
