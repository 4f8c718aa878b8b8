import Markup

/// Values under the names of a shape: what a template is given.
final class ViewObject: Sendable {
    let shape: Shape
    let values: [ViewValue]
    /// The same for many pages: a template may take its words for fixed.
    let isShared: Bool

    /// Names that are left out are absent. A name or kind that the shape lacks is a mistake of ours.
    init(_ shape: Shape, isShared: Bool = false, _ values: KeyValuePairs<String, ViewValue>) {
        var all = [ViewValue](repeating: .absent, count: shape.fields.count)
        shape.fill(&all, with: values, from: 0)
        self.shape = shape
        self.values = all
        self.isShared = isShared
    }

    /// Values by name, for shapes whose names a file gives.
    init(_ shape: Shape, isShared: Bool, values named: [String: ViewValue]) {
        self.shape = shape
        self.values = shape.fields.map { named[$0.name] ?? .absent }
        self.isShared = isShared
    }

    /// The values of another object with more after them.
    init(_ base: ViewObject, adding values: KeyValuePairs<String, ViewValue>, shape: Shape) {
        var all = base.values
        all += [ViewValue](repeating: .absent, count: shape.fields.count - all.count)
        shape.fill(&all, with: values, from: base.values.count)
        self.shape = shape
        self.values = all
        self.isShared = false
    }

    /// The same but for one value.
    func with(_ value: ViewValue, for name: String) -> ViewObject {
        ViewObject(
            shape, isShared: isShared,
            values: shape.fields.enumerated().map { $1.name == name ? value : values[$0] })
    }

    private init(_ shape: Shape, isShared: Bool, values: [ViewValue]) {
        (self.shape, self.isShared, self.values) = (shape, isShared, values)
    }

    subscript(name: String) -> ViewValue? { shape.position(of: name).map { values[$0] } }
}

extension Shape {
    /// Puts values in their places. They mostly come in the order of the fields, from `next` on, which saves
    /// the search.
    fileprivate func fill(
        _ all: inout [ViewValue], with values: KeyValuePairs<String, ViewValue>, from next: Int
    ) {
        var next = next
        for (name, value) in values {
            if next >= fields.count || fields[next].name != name {
                guard let position = position(of: name) else {
                    preconditionFailure("no '\(name)' in the shape")
                }
                next = position
            }
            assert(value.isOf(fields[next].kind), "'\(name)' is of another kind")
            all[next] = value
            next += 1
        }
    }
}

enum ViewValue: Sendable {
    case absent
    case text(String)
    case html(HTML)
    case flag(Bool)
    case object(ViewObject)
    case list([ViewObject])
    case open(OpenValue)

    static func text(_ text: String?) -> ViewValue { text.map { .text($0) } ?? .absent }
    static func object(_ object: ViewObject?) -> ViewValue { object.map { .object($0) } ?? .absent }

    fileprivate func isOf(_ kind: Shape.Kind) -> Bool {
        switch (self, kind) {
        case (.absent, _), (.text, .text), (.html, .html), (.flag, .flag), (.open, .open): true
        case (.object(let object), .object(let shape)): object.shape === shape
        case (.list(let list), .list(let shape)): list.allSatisfy { $0.shape === shape }
        default: false
        }
    }
}
