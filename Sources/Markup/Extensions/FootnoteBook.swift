/// The footnotes of a text: numbered in the order in which they are referred to.
struct FootnoteBook {
    private var definitions: [FootnoteDefinition] = []
    private var byKey: [String: Int] = [:]
    /// All footnotes' texts, each in a block quote of its own.
    private(set) var part = Part(reading: [], as: .empty, hasTables: false, mini: nil)
    private var quotes: [NodeIndex] = []
    /// Footnotes by number, less one.
    private(set) var order: [Int] = []
    private var numbers: [Int: Int] = [:]
    private var counts: [Int: Int] = [:]

    init() {}

    init(_ definitions: [FootnoteDefinition], source: [UInt8], hasTables: Bool) {
        if definitions.isEmpty { return }
        self.definitions = definitions
        for (index, definition) in definitions.enumerated() {
            let key = FootnoteDefinition.key(definition.label)
            if byKey[key] == nil { byKey[key] = index }
        }
        var mini = MiniDocument()
        for definition in definitions {
            for line in definition.lines {
                mini.append(line: "> ".utf8 + line.text, from: line.number, movedBy: line.column - 3)
            }
            mini.append(line: [], from: 0, movedBy: 0)
        }
        if mini.bytes.contains(UInt8(ascii: "[")) { mini.append(definitionsOf: source) }
        part = Part(reading: mini.bytes, as: DialectParser.read(mini.bytes), hasTables: hasTables, mini: mini)
        quotes = Array(part.document.children(of: 0).prefix(definitions.count))
    }

    var hasReferences: Bool { !order.isEmpty }

    func label(_ footnote: Int) -> [UInt8] { definitions[footnote].label }

    func quote(of footnote: Int) -> NodeIndex? { footnote < quotes.count ? quotes[footnote] : nil }

    func references(to footnote: Int) -> Int { counts[footnote, default: 0] }

    /// The footnote, its number, and which reference to it this is.
    mutating func refer(to label: [UInt8]) -> (footnote: Int, number: Int, occurrence: Int)? {
        guard let footnote = byKey[FootnoteDefinition.key(label)] else { return nil }
        let number = numbers[footnote] ?? order.count + 1
        if numbers[footnote] == nil {
            numbers[footnote] = number
            order.append(footnote)
        }
        counts[footnote, default: 0] += 1
        return (footnote, number, counts[footnote, default: 1])
    }

    var unusedProblems: [Document.Problem] {
        definitions.enumerated().filter { counts[$0.offset] == nil }.map { _, definition in
            Document.Problem(
                id: "footnote.unused", severity: .warning,
                message:
                    "nothing refers to the footnote '\(String(decoding: definition.label, as: UTF8.self))'",
                help:
                    "refer to it with '[^\(String(decoding: definition.label, as: UTF8.self))]', or take it out",
                range: definition.range)
        }
    }
}
