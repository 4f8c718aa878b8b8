import Figures
import Markup
import Yams

/// YAML → figure.
struct FigureReader {
    private let fields: BlockReader.Fields
    private var texts: [Written<String>] = []

    static let keys = ["kind", "title", "description", "unit", "of", "source", "series"]

    static func read(_ block: inout BlockReader) -> FigureBlock? {
        guard let fields = block.fields(known: keys) else { return nil }
        var reader = FigureReader(fields: fields)
        return reader.read(&block)
    }

    private init(fields: BlockReader.Fields) { self.fields = fields }

    private mutating func read(_ block: inout BlockReader) -> FigureBlock? {
        let kind: Figure.Kind? = fields["kind"].flatMap { block.yaml.choice("kind", $0) }
        let title = text("title", &block)
        let description = text("description", &block)
        let unit = text("unit", &block)
        let source = self.source(&block)
        let of = kind == .icons ? BlockReader.denominator(fields, &block) : nil
        if kind != .icons, kind != nil, let node = fields["of"] {
            block.yaml.report(
                "key.unknown", "only a figure of kind 'icons' has an 'of'", help: "take it out", at: node)
        }
        let series: Figure.Series? = if let kind { self.series(kind, of: of, &block) } else { nil }

        fields.reportMissing(
            Self.keys.filter { isRequired($0, of: kind) }, as: "key.missing",
            help:
                "a figure has a kind, a title, a description for those who do not see it, a unit, a source and a series",
            &block)
        guard let title, let description, let source, let series, unit != nil || kind == .steps else {
            return nil
        }
        return FigureBlock(
            figure: Figure(
                title: title.value, description: description.value, unit: unit?.value ?? "", series: series),
            source: source, texts: texts)
    }

    private func isRequired(_ key: String, of kind: Figure.Kind?) -> Bool {
        switch key {
        case "of": kind == .icons
        case "unit": kind != .steps
        default: true
        }
    }

    private mutating func text(_ key: String, _ block: inout BlockReader) -> Written<String>? {
        let text = fields.text(key, &block)
        if let text { texts.append(text) }
        return text
    }

    private mutating func source(_ block: inout BlockReader) -> FigureBlock.Source? {
        guard let text = fields.text("source", &block) else { return nil }
        if BlockReader.Fields.isReference(text.value) { return .reference(text) }
        texts.append(text)
        return .text(text)
    }

    /// `nil` where there is none, or where part of it is wrong.
    private mutating func series(_ kind: Figure.Kind, of: Int?, _ block: inout BlockReader) -> Figure.Series?
    {
        guard let node = fields["series"], !block.isEmpty(node) else { return nil }
        let nodes = block.yaml.list("series", node)
        if nodes.isEmpty {
            if case .sequence = node {
                block.yaml.report(
                    "key.missing", "'series' is empty", help: "write its entries below it", at: node)
            }
            return nil
        }
        switch kind {
        case .bars: return all(nodes) { $0.bar($1, &block) }.map { .bars($0) }
        case .icons:
            let groups = all(nodes) { $0.group($1, upTo: of ?? 1000, &block) }
            guard let groups, let of else { return nil }
            return .icons(groups, of: of)
        case .timeline: return all(nodes) { $0.event($1, &block) }.map { .timeline($0) }
        case .steps: return all(nodes) { $0.step($1, &block) }.map { .steps($0) }
        }
    }

    /// All entries, each looked at even where one is wrong; `nil` where one is.
    private mutating func all<Entry>(
        _ nodes: [Yams.Node], _ read: (inout FigureReader, Yams.Node) -> Entry?
    ) -> [Entry]? {
        let entries = nodes.map { read(&self, $0) }
        return entries.contains { $0 == nil } ? nil : entries.compactMap { $0 }
    }

    private mutating func bar(_ node: Yams.Node, _ block: inout BlockReader) -> Figure.Bar? {
        guard
            let entry = entry(node, known: ["label", "value", "note"], required: ["label", "value"], &block)
        else { return nil }
        let label = text("label", of: entry, &block)
        let value = entry.number("value", upTo: NumberFormat.largest, &block)
        let note = text("note", of: entry, &block)
        guard let label, let value else { return nil }
        return Figure.Bar(label: label, value: value, note: note ?? "")
    }

    private mutating func group(_ node: Yams.Node, upTo of: Int, _ block: inout BlockReader) -> Figure.Group?
    {
        guard let entry = entry(node, known: ["label", "value"], required: ["label", "value"], &block) else {
            return nil
        }
        let label = text("label", of: entry, &block)
        guard let count = entry.integer("value", in: 0...of, &block), let label else { return nil }
        return Figure.Group(label: label, count: count)
    }

    private mutating func event(_ node: Yams.Node, _ block: inout BlockReader) -> Figure.Event? {
        guard let entry = entry(node, known: ["label", "at", "until"], required: ["label", "at"], &block)
        else {
            return nil
        }
        let label = text("label", of: entry, &block)
        let start = entry.number("at", upTo: NumberFormat.largest, &block)
        let end = entry.number("until", upTo: NumberFormat.largest, &block)
        if let start, let end, end <= start, let node = entry["until"] {
            block.yaml.wrongType("until", node, "a number larger than 'at'", help: "write the later time")
            return nil
        }
        guard let label, let start, end != nil || !entry.has("until", block) else { return nil }
        return Figure.Event(label: label, start: start, end: end)
    }

    private mutating func step(_ node: Yams.Node, _ block: inout BlockReader) -> Figure.Step? {
        guard let entry = entry(node, known: ["label", "text"], required: ["label", "text"], &block) else {
            return nil
        }
        let label = text("label", of: entry, &block)
        guard let text = text("text", of: entry, &block), let label else { return nil }
        return Figure.Step(label: label, text: text)
    }

    private func entry(
        _ node: Yams.Node, known: [String], required: [String], _ block: inout BlockReader
    ) -> BlockReader.Fields? {
        guard let entry = block.fields(of: node, in: "series", known: known) else { return nil }
        entry.reportMissing(
            required, as: "key.missing",
            help: "write '\(required[0])' and '\(required[1])' for each entry of the series", &block)
        return entry
    }

    private mutating func text(
        _ key: String, of entry: BlockReader.Fields, _ block: inout BlockReader
    ) -> String? {
        guard let text = entry.text(key, &block) else { return nil }
        texts.append(text)
        return text.value
    }
}
