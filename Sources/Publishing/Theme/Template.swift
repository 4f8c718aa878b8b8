import Markup

/// A Mustache file: `partials/header` of `Templates/partials/header.mustache`.
struct Template {
    let path: String
    let text: String
    let tags: [TemplateTag]
    let diagnostics: [Diagnostic]
    private let ends: [Int]

    init(_ source: SourceFile) {
        let scanner = TemplateScanner(source)
        path = source.path
        text = String(decoding: source.bytes, as: UTF8.self)
        tags = scanner.tags
        diagnostics = scanner.diagnostics
        var ends = Array(scanner.tags.indices)
        var open: [Int] = []
        for (index, tag) in scanner.tags.enumerated() {
            switch tag.kind {
            case .section, .inverted, .parent, .block: open.append(index)
            case .end: if let start = open.popLast() { ends[start] = index }
            case .variable, .unescaped, .partial: break
            }
        }
        self.ends = ends
    }

    /// The closing tag of a section; the tag itself where it has none.
    func end(of tag: Int) -> Int { ends[tag] }

    /// The blocks that stand in the first level of a range of tags.
    func blocks(in range: Range<Int>) -> [(name: String, tags: Range<Int>)] {
        var blocks: [(name: String, tags: Range<Int>)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let end = ends[index]
            if tags[index].kind == .block { blocks.append((tags[index].name, min(index + 1, end)..<end)) }
            index = end + 1
        }
        return blocks
    }
}
