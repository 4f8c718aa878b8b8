import Markup

/// Goes through a text for what rests on the site's data: citations, findings and figures, in the order in
/// which a reader meets them; then the words that the glossary explains.
struct SourcePass {
    let site: Site
    let page: Page
    /// Lines of the file above the text.
    let linesAbove: Int
    let isRendered: Bool
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var book: CitationBook
    private(set) var terms: [Int] = []
    /// Files whose text stands in this one.
    private(set) var included: Set<String> = []
    private let strings: Strings
    private var blocks = 0
    /// Other files' texts.
    private var parts = 0

    init(site: Site, page: Page, linesAbove: Int, isRendered: Bool) {
        self.site = site
        self.page = page
        self.linesAbove = linesAbove
        self.isRendered = isRendered
        strings = site.strings(page.language)
        book = CitationBook(site.data.bibliography, strings: strings)
    }

    mutating func run(on document: inout Document) {
        resolve(&document)
        if isRendered, !glossary.terms.isEmpty, let matcher = site.matcher(in: page.language) {
            explainTerms(in: &document, matcher)
        }
    }

    private mutating func resolve(_ document: inout Document) {
        for index in document.nodes.indices {
            switch document.nodes[index].kind {
            case .citation: resolveCitation(index, in: &document)
            case .codeBlock: if !document.nodes[index].title.isEmpty { resolveBlock(index, in: &document) }
            default: break
            }
        }
    }

    /// A text that stands elsewhere: a line of the front matter, another file.
    ///
    /// - Parameter place: where in the page's file a stretch of the text is.
    mutating func resolve(_ document: inout Document, at place: (SourceRange) -> SourceRange) {
        let told = diagnostics.count
        resolve(&document)
        // What is told of the entry itself stands in another file.
        for index in told..<diagnostics.count where diagnostics[index].file == page.path.full {
            diagnostics[index].range = place(diagnostics[index].range.moved(down: -linesAbove))
        }
    }

    private mutating func resolveCitation(_ index: NodeIndex, in document: inout Document) {
        let text = Array(document.bytes(document.nodes[index].text))
        guard let items = Citation.items(in: text) else { return }
        let range = document.range(of: index).moved(down: linesAbove)
        for item in items {
            let column = range.start.column + 1 + item.offset
            let place =
                range.start.line == range.end.line
                ? SourceRange(line: range.start.line, column: column, length: item.id.utf8.count + 1) : range
            check(item.id, at: place)
        }
        guard let html = book.cite(items.map { ($0.id, $0.locator) }) else { return }
        document.dropSpace(before: index)
        document.embed(html, at: index)
    }

    /// Tells of a reference that is not there, not verified, or no longer stands.
    private mutating func check(_ id: String, at range: SourceRange) {
        let bibliography = site.data.bibliography
        guard let reference = bibliography[id] else {
            let nearest = NearestName.of(id, among: bibliography.ids)
            return report(
                "citation.unknown", "there is no reference '\(id)'",
                help: nearest.map { "write '@\($0)'" } ?? "add it to \(Bibliography.path)", at: range)
        }
        if reference.isRetracted {
            report(
                "reference.retracted", "the reference '\(id)' was retracted",
                help: "take out what rests on it, or cite another source", at: range)
            // Told once, however many pages cite it: the same diagnostic twice is one.
            diagnostics.append(
                Diagnostic(
                    "reference.retracted", "the reference '\(id)' was retracted, and pages cite it",
                    help: "take out what rests on it, then the entry", file: Bibliography.path,
                    at: reference.range))
        }
        if reference.isUnverified {
            report(
                "reference.unverified", severity: .warning,
                "nobody has looked up all of the reference '\(id)' yet",
                help: "read the source, then correct its 'note' in \(Bibliography.path)", at: range)
        }
    }

    private mutating func report(
        _ id: String, severity: Diagnostic.Severity = .error, _ message: String, help: String,
        at range: SourceRange
    ) {
        diagnostics.append(
            Diagnostic(id, severity: severity, message, help: help, file: page.path.full, at: range))
    }

    private mutating func resolveBlock(_ index: NodeIndex, in document: inout Document) {
        let node = document.nodes[index]
        let name = document.string(node.title)
        guard DataBlock.Name(rawValue: name) != nil else { return }
        let line = Int(node.place.startLine)
        let (block, problems) = DataBlock.read(
            name: name, yaml: document.bytes(node.text), path: page.path.full, linesAbove: linesAbove + line)
        diagnostics += problems
        guard let block else { return }
        if case .include(let include) = block { return self.include(include, at: index, in: &document) }
        for citation in block.citations { check(citation.value, at: citation.range) }
        guard isRendered else { return }
        blocks += 1
        var book = self.book
        let html = block.html(idPrefix: "block-\(blocks)", strings: strings) { id in
            book.cite([(id, "")]) ?? HTML()
        }
        self.book = book
        document.embed(html, at: index)
    }

    private mutating func include(_ include: Include, at index: NodeIndex, in document: inout Document) {
        switch include {
        case .file(let written): self.include(file: written, at: index, in: &document)
        case .index(let pages): list(pages, at: index, in: &document)
        }
    }

    /// The rows of a table with the pages that name them, in the block's place.
    private mutating func list(
        _ pages: Include.Index, at index: NodeIndex, in document: inout Document
    ) {
        guard let source = site.data.tables[pages.rows.value] else {
            let nearest = NearestName.of(pages.rows.value, among: site.data.tables.keys.sorted())
            return report(
                "link.missing-file", "there is no table '\(pages.rows.value)' in \(ContentTree.dataFolder)",
                help: nearest.map { "write '\($0)'" } ?? "add it, with the columns 'id,title'",
                at: pages.rows.range)
        }
        let list = RowIndex(pages, RowTable.read(source, &diagnostics), on: page, of: site)
        diagnostics += list.diagnostics
        if isRendered { document.embed(list.html(strings), at: index) }
    }

    /// Another file's text in the block's place. It has its own links and citations, and includes nothing
    /// itself.
    private mutating func include(
        file written: Written<String>, at index: NodeIndex, in document: inout Document
    ) {
        if let path = Include.file(written).path(for: page) {
            included.insert(path)
            if site.isBuilt(page), let other = site.byPath[path], !site.isBuilt(site.pages[other]) {
                return report(
                    "link.missing-page", "'\(written.value)' is not published, and this page would show it",
                    help: "publish that page, or take the block out", at: written.range)
            }
        }
        guard let body = Include.file(written).body(for: page, in: site) else {
            return report(
                "link.missing-file", "there is no file at '\(written.value)'",
                help: "name a Markdown file below \(ContentPath.root)", at: written.range)
        }
        var inner = Parser(alerts: site.isHealth ? Alert.all : Alert.plain).parse(body)
        if inner.nodes(.codeBlock).contains(where: { inner.string(inner.nodes[$0].title) == "include" }) {
            return report(
                "block.include", "'\(written.value)' includes a file itself",
                help: "include that file here, too",
                at: written.range)
        }
        var links = LinkPass(LinkResolver(site: site), page: page, linesAbove: 0, source: [])
        var sizes: [String: ImageSize?] = [:]
        links.run(on: &inner, sizes: &sizes)
        let words = LinkWordsCheck(path: page.path.full, linesAbove: 0, source: []).check(inner)
        diagnostics += (links.diagnostics + words).map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.range = written.range
            return diagnostic
        }
        resolve(&inner) { _ in written.range }
        guard isRendered else { return }
        parts += 1
        var renderer = HTMLRenderer(in: page.language, of: site)
        renderer.idPrefix = "part-\(parts)-"
        document.embed(renderer.render(inner), at: index)
    }

    /// Turns the first mention of each of the glossary's terms into a link to its definition: never in
    /// headings, links, code, alternative texts, or what `{.no-term}` stands behind.
    private mutating func explainTerms(in document: inout Document, _ matcher: TermMatcher) {
        let mark = TermMark(glossary: site.link(to: site.made("glossary", in: page.language)))
        var used: Set<Int> = []
        var replacements: [Document.Replacement] = []
        var index = 1
        while index < document.nodes.count {
            let node = document.nodes[index]
            switch node.kind {
            case .heading, .link, .image: index = Int(node.end)
            case .plain where !node.title.isEmpty: index = Int(node.end)
            case .text:
                for match in matcher.matches(in: document.bytes(node.text))
                where used.insert(match.term).inserted {
                    let bytes = document.bytes(node.text)
                    let text = bytes[
                        bytes.startIndex + match.range.lowerBound..<bytes.startIndex + match.range.upperBound]
                    let html = mark.html(glossary.terms[match.term], text: text)
                    replacements.append(Document.Replacement(node: index, range: match.range, html: html))
                    terms.append(match.term)
                }
                index += 1
            default: index += 1
            }
        }
        document = document.replacing(replacements)
    }

    /// In the page's language; without terms where nobody has written one.
    private var glossary: Glossary { site.data.glossary.written(in: page.language) ?? Glossary() }

    var termDefinitions: HTML {
        let glossary = glossary
        return TermDefinitions(strings: strings).html(terms.map { glossary.terms[$0] })
    }

    var references: HTML { book.list(strings: strings) }
}

extension Include {
    /// The file that a page includes, by its path from the site's folder; `nil` unless it is one of `Content/`.
    func text(for page: Page, in site: Site) -> (path: String, bytes: [UInt8])? {
        guard let path = path(for: page), let real = Disk.realPath(site.folder + "/" + path),
            real.hasPrefix((Disk.realPath(site.folder) ?? site.folder) + "/"),
            let bytes = try? Disk.read(real)
        else { return nil }
        return (path, bytes)
    }

    /// The same, without front matter.
    func body(for page: Page, in site: Site) -> ArraySlice<UInt8>? {
        text(for: page, in: site).map { $0.bytes[(FrontMatterText($0.bytes)?.end ?? 0)...] }
    }

    /// Where it stands, or would; `nil` outside of `Content/`.
    func path(for page: Page) -> String? {
        guard case .file(let file) = self else { return nil }
        let folder = file.value.hasPrefix("/") ? "" : String(decoding: page.folder, as: UTF8.self)
        let base = ContentPath.root
        let path = String(Disk.absolute("/" + (folder.isEmpty ? base : folder) + file.value).dropFirst())
        return path.hasPrefix(base) ? path : nil
    }
}
