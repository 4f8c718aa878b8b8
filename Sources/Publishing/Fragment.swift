public import Markup

/// One file's body as HTML, and what is wrong with it: what `materia render` prints.
public struct Fragment: Sendable {
    public let html: HTML
    public let diagnostics: [Diagnostic]
    /// What the diagnostics' paths start from.
    public let folder: String

    fileprivate init(html: HTML, diagnostics: [Diagnostic], folder: String) {
        self.html = html
        self.diagnostics = diagnostics
        self.folder = folder
    }

    /// Text that belongs to no site: links stay as they are, but for those that are not safe.
    public init(of bytes: [UInt8], path: String) {
        var diagnostics: [Diagnostic] = []
        let source = SourceFile(path: path, bytes: bytes)
        guard TextEncoding.check(source, &diagnostics) else {
            self.init(html: HTML(), diagnostics: diagnostics, folder: ".")
            return
        }
        let head = FrontMatterText(bytes).flatMap { Self.isMap(bytes[$0.yaml]) ? $0 : nil }
        let start = head?.end ?? (bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0)
        let body = bytes[start...]
        var document = Parser().parse(body)
        let check = StructureCheck(path: path, linesAbove: head?.lines ?? 0, rawHTML: .omit, source: body)
        diagnostics += check.check(document, startsAtTitle: false)
        diagnostics += LinkWordsCheck(path: path, linesAbove: head?.lines ?? 0, source: body).check(document)
        diagnostics += UnsafeLinks(path: path, linesAbove: head?.lines ?? 0, source: body).drop(
            from: &document)
        let isTooDeep = document.deepest.depth > Parser.deepestNesting
        let html = isTooDeep ? HTML() : HTMLRenderer().render(document)
        self.init(html: html, diagnostics: diagnostics.sorted(), folder: ".")
    }

    /// A text that begins with a line across is not front matter.
    private static func isMap(_ yaml: ArraySlice<UInt8>) -> Bool {
        var diagnostics: [Diagnostic] = []
        return YAMLText(path: "", bytes: yaml).compose(&diagnostics)?.mapping != nil
    }
}

extension Pipeline {
    /// The body of an article, with its links as the site has them.
    ///
    /// - Throws: `DiskError` where the site or the file cannot be read.
    public func render(_ path: String) async throws(DiskError) -> Fragment {
        var all = options
        (all.drafts, all.future, all.expired) = (true, true, true)
        let loaded = try await Pipeline(site: folder, date: date, options: all, baseURL: baseURL).loaded()
        guard let index = loaded.site.byPath[path] else {
            return Fragment(of: try Disk.read(folder + "/" + path), path: path)
        }
        var state = PageBuilder.State()
        let (html, built) = try PageBuilder(views: loaded.views, rendersHTML: true).fragment(
            loaded.site.pages[index], &state)
        let own = loaded.diagnostics.filter { $0.file == path } + built.diagnostics
        return Fragment(
            html: html, diagnostics: own.compactMap(loaded.site.configuration.apply).sorted(), folder: folder)
    }
}
