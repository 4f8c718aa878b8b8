/// What a template may name: each name with the kind of thing it stands for.
///
/// The theme is checked against shapes before anything is written (`template.unknown-name`), and every value
/// that a template is given has one, so the two cannot disagree.
final class Shape: Sendable {
    let fields: [(name: String, kind: Kind)]
    private let positions: [String: Int]

    indirect enum Kind: Sendable {
        /// Words, escaped when printed. An empty or absent one is false in a section.
        case text
        /// Finished HTML: printed with three braces, and the only thing that may be.
        case html
        case flag
        case object(Shape)
        case list(Shape)
        /// A map that the site's writers name themselves (`params`).
        case open
    }

    init(_ fields: KeyValuePairs<String, Kind>) {
        self.fields = fields.map { (name: $0.key, kind: $0.value) }
        positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($0.element.key, $0.offset) })
    }

    /// Names that a file gives, all of one kind.
    convenience init(names: [String], kind: Kind) { self.init(own: names.map { (name: $0, kind: kind) }) }

    /// The shape with more fields after its own.
    func adding(_ more: KeyValuePairs<String, Kind>) -> Shape {
        Shape(own: fields + more.map { (name: $0.key, kind: $0.value) })
    }

    private init(own fields: [(name: String, kind: Kind)]) {
        self.fields = fields
        positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($0.element.name, $0.offset) })
    }

    func position(of name: String) -> Int? { positions[name] }

    func kind(of name: String) -> Kind? { position(of: name).map { fields[$0].kind } }
}
