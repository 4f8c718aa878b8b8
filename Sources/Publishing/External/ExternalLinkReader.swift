import Markup
import Yams

/// Finds the web addresses in the files of a site, each with its place.
struct ExternalLinkReader: Sendable {
    let site: Site

    /// Those of a page's front matter and body; none where the file is gone or no text, which other checks tell.
    func links(of page: Page) throws(DiskError) -> [ExternalLink] {
        let bytes: [UInt8]
        do {
            bytes = try Disk.read(site.folder + "/" + page.path.full)
        } catch  where error.code == 2 /* ENOENT */ {
            return []
        }
        guard page.head <= bytes.count, String(validating: bytes, as: UTF8.self) != nil else { return [] }
        let path = page.path.full
        var links: [ExternalLink] = []
        if let front = FrontMatterText(bytes) {
            links = Self.links(in: YAMLText(path: path, bytes: bytes[front.yaml], linesAbove: 1))
        }
        return links + inMarkdown(bytes[page.head...], of: page, path: path, linesAbove: page.linesAbove)
    }

    /// Those of `Content/Data/` and of the settings.
    func linksOfData(_ settings: SourceFile) -> [ExternalLink] {
        ([settings] + site.data.sources).flatMap { source -> [ExternalLink] in
            guard String(validating: source.bytes, as: UTF8.self) != nil else { return [] }
            switch source.path {
            case Bibliography.path: return Self.inBibliography(source)
            case Glossary.path: return inGlossary(source)
            // Patterns are no addresses, and the settings' own address is where this site will stand.
            case WordingList.path, SiteData.addressesPath: return []
            default:
                return Self.links(in: YAMLText(path: source.path, bytes: source.bytes[...]), but: ["baseURL"])
            }
        }
    }

    private func inMarkdown(
        _ body: ArraySlice<UInt8>, of page: Page, path: String, linesAbove: Int
    ) -> [ExternalLink] {
        let document = Parser(alerts: site.isHealth ? Alert.all : Alert.plain).parse(body)
        return document.nodes.indices.flatMap { index -> [ExternalLink] in
            let node = document.nodes[index]
            let range = document.exactRange(of: index, in: body).moved(down: linesAbove)
            switch node.kind {
            case .link, .image:
                let written = document.string(node.text)
                let bare = Self.bareRange(of: index, in: document, body)?.moved(down: linesAbove)
                return ExternalLink(written, file: path, at: bare ?? range).map { [$0] } ?? []
            case .htmlBlock, .htmlInline:
                let html = Array(document.bytes(node.text))
                let places = RawHTMLPlaces(range, html, body, linesAbove: linesAbove)
                return MarkupScanner.tags(in: html).flatMap(\.attributes).compactMap { attribute in
                    guard ["href", "src", "cite"].contains(attribute.name) else { return nil }
                    return ExternalLink(attribute.value, file: path, at: places.range(attribute.range))
                }
            case .codeBlock:
                let above = linesAbove + Int(node.place.startLine)
                return inBlock(
                    document.string(node.title),
                    YAMLText(path: path, bytes: document.bytes(node.text), linesAbove: above),
                    of: page)
            default: return []
            }
        }
    }

    /// Those of a block of data, and of a file that it includes, which is no page itself.
    private func inBlock(_ name: String, _ yaml: YAMLText, of page: Page) -> [ExternalLink] {
        guard DataBlock.Name(rawValue: name) != nil else { return [] }
        let (block, _) = DataBlock.read(
            name: name, yaml: yaml.bytes, path: yaml.path, linesAbove: yaml.linesAbove)
        guard case .include(let include)? = block else { return Self.links(in: yaml) }
        guard yaml.path == page.path.full, let (path, bytes) = include.text(for: page, in: site),
            site.byPath[path] == nil, String(validating: bytes, as: UTF8.self) != nil
        else { return [] }
        let front = FrontMatterText(bytes)
        return inMarkdown(bytes[(front?.end ?? 0)...], of: page, path: path, linesAbove: front?.lines ?? 0)
    }

    /// An address without brackets, which stands for itself: where it was found, or on that line.
    private static func bareRange(
        of index: NodeIndex, in document: Document, _ source: ArraySlice<UInt8>
    ) -> SourceRange? {
        let words = document.plainText(of: index)
        guard !words.isEmpty,
            document.bytes(document.nodes[index].text).suffix(words.count).elementsEqual(words)
        else { return nil }
        let start = document.place(of: index).inline.start
        let line = Document.line(start.line, of: source)
        let begin = line.startIndex + max(0, start.column - 1)
        for from in [begin, line.startIndex] where from <= line.endIndex {
            if let found = line[from...].firstRange(of: words) {
                return SourceRange(
                    line: start.line, column: found.lowerBound - line.startIndex + 1, length: words.count)
            }
        }
        return nil
    }

    /// Those that a text of data names: as a whole, or in Markdown.
    private static func parts(of text: String) -> [(address: String, bytes: Range<Int>)] {
        guard text.contains("//") else { return [] }
        let bytes = Array(text.utf8)
        if Identifier.isWebAddress(text) { return [(text, 0..<bytes.count)] }
        let document = Parser().parse(bytes)
        let lines = LineTable(bytes)
        return document.nodes.indices.compactMap { index in
            guard [.link, .image].contains(document.nodes[index].kind) else { return nil }
            let range =
                bareRange(of: index, in: document, bytes[...])
                ?? document.exactRange(of: index, in: bytes[...])
            return (document.string(document.nodes[index].text), lines.offsets(of: range, upTo: bytes.count))
        }
    }

    /// - Parameter excluded: keys whose values are left out.
    private static func links(in text: YAMLText, but excluded: Set<String> = []) -> [ExternalLink] {
        // What is wrong with the text has been told.
        var ignored: [Diagnostic] = []
        guard let root = text.compose(&ignored) else { return [] }
        var links: [ExternalLink] = []
        var left = OpenValue.most
        func visit(_ node: Yams.Node) {
            left -= 1
            guard left >= 0 else { return }
            switch node {
            case .scalar(let scalar):
                links += parts(of: scalar.string).compactMap {
                    ExternalLink($0.address, file: text.path, at: text.range(of: $0.bytes, in: node))
                }
            case .sequence(let items): items.forEach(visit)
            case .mapping(let map):
                for (key, value) in map where !excluded.contains(key.scalar?.string ?? "") { visit(value) }
            case .alias: break
            }
        }
        visit(root)
        return links
    }

    private static func inBibliography(_ source: SourceFile) -> [ExternalLink] {
        // What is wrong with the file has been told.
        guard let list = (try? JSONParser.parse(source.bytes))?.list else { return [] }
        let lines = LineTable(source.bytes)
        return list.flatMap { entry -> [ExternalLink] in
            [("URL", ""), ("DOI", "https://doi.org/")].compactMap { key, prefix in
                guard let node = entry[key], let text = node.text, !text.isEmpty else { return nil }
                guard prefix.isEmpty || Identifier.isDOI(text) else { return nil }
                let address = prefix.isEmpty ? text : prefix + text.percentEncoded
                return ExternalLink(address, file: source.path, at: lines.range(node.bytes))
            }
        }
    }

    private func inGlossary(_ source: SourceFile) -> [ExternalLink] {
        CSVText(source).records.joined().flatMap { field in
            Self.parts(of: field.text).compactMap {
                ExternalLink($0.address, file: source.path, at: field.range(ofBytes: $0.bytes))
            }
        }
    }
}
