public import Markup

extension Pipeline {
    /// The settings alone, without a look at the words.
    ///
    /// - Throws: `DiskError` where they cannot be read.
    public func settings() throws(DiskError) -> (settings: Configuration, diagnostics: [Diagnostic]) {
        let source = SourceFile(
            path: Configuration.fileName, bytes: try Disk.read(folder + "/" + Configuration.fileName))
        let (configuration, diagnostics) = Configuration.read(source)
        return (configuration, diagnostics)
    }
}

extension Configuration {
    private var tree: JSON {
        let organisation = organisation.map { organisation in
            JSON.object([
                "name": .text(organisation.name), "email": .text(organisation.email),
                "url": .text(organisation.url),
            ])
        }
        return .object([
            "title": .text(title), "description": .text(description),
            "baseURL": baseURL.origin.isEmpty ? nil : .text(baseURL.description),
            "language": .text(language), "profile": .text(profile.rawValue),
            "sections": sections.map { .list($0.map { .text($0) }) }, "organisation": organisation,
            "checks": .map(checks.mapValues { .text($0.rawValue) }), "html": .text(rawHTML.rawValue),
            "readability": .object(["warn": .decimal(readability.warn), "error": .decimal(readability.error)]
            ),
            "search": .object(["exclude": .list(searchExclude.map { .text($0) })]),
            "translations": translations.isEmpty
                ? nil
                : .map(
                    translations.mapValues {
                        .object(["title": .text($0.title), "description": .text($0.description)])
                    }),
            "editor": .text(editor.pattern),
        ])
    }

    public var json: String { String(decoding: tree.bytes, as: UTF8.self) }

    /// As `materia.yaml` would have them, defaults and all.
    public var yaml: String { tree.yaml() }
}

extension JSON {
    /// The same as YAML, in block style. Texts stand in double quotes, as JSON writes them: YAML reads those
    /// alike.
    fileprivate func yaml(indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .object(let pairs):
            return pairs.compactMap { key, value in value.map { (key, $0) } }
                .map { key, value in "\(margin)\(key):\(value.yamlValue(indent: indent))" }.joined()
        case .map(let map):
            return map.sorted { $0.key < $1.key }.map { "\(margin)\($0):\($1.yamlValue(indent: indent))" }
                .joined()
        case .list(let list): return list.map { "\(margin)-\($0.yamlValue(indent: indent))" }.joined()
        case .text, .number, .decimal, .flag, .written: return margin + yamlValue(indent: indent)
        }
    }

    private func yamlValue(indent: Int) -> String {
        switch self {
        case .list(let list) where list.isEmpty: return " []\n"
        case .map(let map) where map.isEmpty: return " {}\n"
        case .object, .map, .list: return "\n" + yaml(indent: indent + 2)
        case .text, .number, .decimal, .flag, .written:
            return " " + String(decoding: bytes, as: UTF8.self)
        }
    }
}
