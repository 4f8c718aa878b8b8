import Markup

extension HealthPage {
    /// - Parameters:
    ///   - document: the body as parsed, its citations and data blocks still as written.
    ///   - source: the text of the body.
    init(_ page: Page, of site: Site, document: Document, source: ArraySlice<UInt8>) {
        self.site = site
        self.page = page
        let reader = ProseReader(document, source: source, linesAbove: page.linesAbove)
        var blocks = Self.frontMatter(of: page) + reader.blocks
        var findings: [Finding] = []
        for index in document.nodes(.codeBlock) {
            let node = document.nodes[index]
            let (block, _) = DataBlock.read(
                name: document.string(node.title), yaml: document.bytes(node.text), path: page.path.full,
                linesAbove: page.linesAbove + Int(node.place.startLine))
            guard let block else { continue }
            if case .finding(let finding) = block { findings.append(finding) }
            blocks += block.texts.map { Self.block($0, .data) }
        }
        self.blocks = blocks
        self.findings = findings
        alerts = document.nodes(.alert).compactMap { index in
            Alert(rawValue: document.nodes[index].level).map {
                ($0, document.range(of: index).moved(down: page.linesAbove))
            }
        }
    }

    private static func frontMatter(of page: Page) -> [ProseBlock] {
        let front = page.frontMatter
        var blocks = [(FrontMatter.Key.title, front.title), (.description, front.description)].filter {
            !$0.1.isEmpty
        }.map { key, text in
            let range = front.places[key] ?? SourceRange(line: 1, column: 1, length: 3)
            return block(Written(value: text, range: range), .field(key))
        }
        let lists: [(FrontMatter.Key, [Written<String>])] = [
            (.mainMessage, front.mainMessage.map { [$0] } ?? []), (.action, front.action.map { [$0] } ?? []),
            (.benefits, front.benefits), (.harms, front.harms), (.unknowns, front.unknowns),
            (.alternatives, front.alternatives), (.whoShouldNot, front.whoShouldNot),
            (.askYourClinic, front.askYourClinic), (.changes, front.changes.map(\.note)),
        ]
        for (key, list) in lists { blocks += list.flatMap { markdown($0, .field(key)) } }
        return blocks
    }

    private static func block(_ written: Written<String>, _ kind: ProseBlock.Kind) -> ProseBlock {
        var text = ProseText()
        text.append(written.value)
        return ProseBlock(kind: kind, text: text.text, source: ProseSource(whole: written.range))
    }

    /// A line of Markdown in the front matter: as one block for each of its paragraphs.
    private static func markdown(_ written: Written<String>, _ kind: ProseBlock.Kind) -> [ProseBlock] {
        let bytes = Array(written.value.utf8)
        let reader = ProseReader(Parser(alerts: Alert.all).parse(bytes), source: bytes[...], linesAbove: 0)
        return reader.blocks.map { block in
            var block = block
            block.kind = kind
            block.source = ProseSource(whole: written.range)
            return block
        }
    }
}
