import Markup

extension HealthPage {
    /// - Parameters:
    ///   - document: the body as parsed, its citations and data blocks still as written.
    ///   - source: the file.
    init(_ page: Page, of site: Site, document: Document, source: SourceFile) {
        self.site = site
        self.page = page
        file = page.path.full
        let body = source.bytes[min(page.head, source.bytes.count)...]
        let reader = ProseReader(
            document, source: body, linesAbove: page.linesAbove,
            showsHTML: site.configuration.rawHTML == .allow)
        var blocks = FrontMatterProse(page: page, source: source).blocks + reader.blocks
        var findings: [Finding] = []
        for index in document.nodes(.codeBlock) {
            let node = document.nodes[index]
            let (block, _) = DataBlock.read(
                name: document.string(node.title), yaml: document.bytes(node.text), path: page.path.full,
                linesAbove: page.linesAbove + Int(node.place.startLine))
            guard let block else { continue }
            if case .finding(let finding) = block { findings.append(finding) }
            blocks += block.prose
            guard case .include(.file(let written)) = block else { continue }
            let part = IncludedProse(written, on: page, of: site)
            blocks += part.blocks
            findings += part.findings
        }
        self.blocks = blocks
        self.findings = findings
        alerts = document.nodes(.alert).compactMap { index in
            Alert(rawValue: document.nodes[index].level).map {
                ($0, document.range(of: index).moved(down: page.linesAbove))
            }
        }
        calls = document.nodes(.link).compactMap { index in
            let address = document.bytes(document.nodes[index].text)
            guard let scheme = ["tel:", "sms:"].first(where: { address.starts(with: $0.utf8) }) else {
                return nil
            }
            return (
                String(decoding: address.dropFirst(scheme.utf8.count), as: UTF8.self),
                document.exactRange(of: index, in: body).moved(down: page.linesAbove)
            )
        }
    }
}

extension DataBlock {
    fileprivate var prose: [ProseBlock] {
        texts.map { ProseBlock(kind: .data, text: ProseText($0.value), source: ProseSource(whole: $0.range)) }
    }
}

/// The words of another file that stand in a page. What is wrong with them is told at the page's own block.
private struct IncludedProse {
    private(set) var blocks: [ProseBlock] = []
    private(set) var findings: [Finding] = []

    init(_ written: Written<String>, on page: Page, of site: Site) {
        guard let body = Include.file(written).body(for: page, in: site) else { return }
        let document = Parser(alerts: Alert.all).parse(body)
        let reader = ProseReader(
            document, source: body, linesAbove: 0, showsHTML: site.configuration.rawHTML == .allow)
        blocks = reader.blocks
        for index in document.nodes(.codeBlock) {
            let node = document.nodes[index]
            let (block, _) = DataBlock.read(
                name: document.string(node.title), yaml: document.bytes(node.text), path: page.path.full,
                linesAbove: 0)
            guard let block else { continue }
            if case .finding(let finding) = block { findings.append(finding) }
            blocks += block.prose
        }
        for index in blocks.indices { blocks[index].source = ProseSource(whole: written.range) }
    }
}

/// The words of the front matter that readers see.
private struct FrontMatterProse {
    let page: Page
    let source: SourceFile

    var blocks: [ProseBlock] {
        let front = page.frontMatter
        var blocks = [(FrontMatter.Key.title, front.title), (.description, front.description)].filter {
            !$0.1.isEmpty
        }.map { key, text in
            let range = front.places[key] ?? SourceRange(line: 1, column: 1, length: 3)
            return ProseBlock(kind: .field(key), text: ProseText(text), source: place(range))
        }
        let lists: [(FrontMatter.Key, [Written<String>])] = [
            (.mainMessage, front.mainMessage.map { [$0] } ?? []), (.action, front.action.map { [$0] } ?? []),
            (.benefits, front.benefits), (.harms, front.harms), (.unknowns, front.unknowns),
            (.alternatives, front.alternatives), (.whoShouldNot, front.whoShouldNot),
            (.askYourClinic, front.askYourClinic), (.changes, front.changes.map(\.note)),
            (.withdrawn, front.withdrawn?.reason.map { [$0] } ?? []),
        ]
        for (key, list) in lists { blocks += list.flatMap { markdown($0, .field(key)) } }
        return blocks
    }

    /// A line of Markdown: as one block for each of its paragraphs.
    private func markdown(_ written: Written<String>, _ kind: ProseBlock.Kind) -> [ProseBlock] {
        let bytes = Array(written.value.utf8)
        let reader = ProseReader(Parser(alerts: Alert.all).parse(bytes), source: bytes[...], linesAbove: 0)
        let source = place(written.range)
        return reader.blocks.map { block in
            var block = block
            block.kind = kind
            block.source = source
            return block
        }
    }

    /// The lines of a value, read from where it begins.
    private func place(_ range: SourceRange) -> ProseSource {
        let bytes = source.bytes
        var start = bytes.startIndex
        for _ in 1..<max(1, range.start.line) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
                return ProseSource(whole: range)
            }
            start = end + 1
        }
        var end = start
        for _ in range.start.line...max(range.start.line, range.end.line) {
            end = bytes[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
        }
        let from = min(end, start + max(0, range.start.column - 1))
        return ProseSource(whole: range, written: bytes[start..<end], line: range.start.line, from: from)
    }
}
