/// JSON Schemas of the settings and of front matter, made of the keys that the program reads: editors complete and
/// check by them while one types.
///
/// Source: https://json-schema.org/draft-07, the draft that YAML editors read.
public enum Schema {
    public static let settingsPath = "schemas/settings.json"
    public static let frontMatterPath = "schemas/front-matter.json"

    public static var settings: String {
        object(
            "Settings of a Materia site: materia.yaml",
            Configuration.Key.allCases.map { ($0.rawValue, schema(of: $0)) }, required: ["title"])
    }

    public static var frontMatter: String {
        object(
            "Front matter of an article", FrontMatter.Key.allCases.map { ($0.rawValue, schema(of: $0)) },
            required: ["title"])
    }

    private static func object(_ title: String, _ keys: [(String, JSON)], required: [String]) -> String {
        let schema = JSON.object([
            "$schema": .text("http://json-schema.org/draft-07/schema#"), "title": .text(title),
            "type": .text("object"), "required": .list(required.map { .text($0) }),
            "properties": .map(Dictionary(uniqueKeysWithValues: keys)), "additionalProperties": .flag(false),
        ])
        return String(decoding: schema.bytes, as: UTF8.self)
    }

    static func map(_ keys: [String: JSON], required: [String] = [], _ description: String? = nil) -> JSON {
        .object([
            "description": .text(description), "type": .text("object"),
            "required": required.isEmpty ? nil : .list(required.map { .text($0) }),
            "properties": .map(keys), "additionalProperties": .flag(false),
        ])
    }

    /// Text; what the program reads as text though YAML has it as a number or nothing.
    static func text(_ description: String? = nil, pattern: String? = nil) -> JSON {
        .object([
            "description": .text(description),
            "type": pattern == nil
                ? .list(["string", "number", "boolean", "null"].map { .text($0) }) : .text("string"),
            "pattern": .text(pattern),
        ])
    }

    static func texts(_ description: String, pattern: String? = nil) -> JSON {
        let item = text(pattern: pattern)
        return .object([
            "description": .text(description),
            "anyOf": .list([
                item, .object(["type": .text("array"), "items": item]), .object(["type": .text("null")]),
            ]),
        ])
    }

    static func choice<Choice: RawRepresentable & CaseIterable>(_ description: String, of type: Choice.Type)
        -> JSON
    where Choice.RawValue == String {
        .object([
            "description": .text(description), "enum": .list(Choice.allCases.map { .text($0.rawValue) }),
        ])
    }

    static func date(_ description: String) -> JSON {
        text(description, pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    }

    static func plain(_ type: String, _ description: String) -> JSON {
        .object(["description": .text(description), "type": .text(type)])
    }
}
