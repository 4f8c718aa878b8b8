import Markup
import Yams

/// What `materia.yaml` says: contract section 2.
public struct Configuration: Sendable {
    public internal(set) var title = ""
    public internal(set) var description = ""
    /// Where the site will stand; ends in '/'. Without one, links begin at the host's root.
    public internal(set) var baseURL: BaseURL = BaseURL()
    public internal(set) var language = "en"
    public internal(set) var profile = Profile.plain
    /// Folders of `Content/` in the order of navigation; `nil` for weight, then title.
    public internal(set) var sections: [String]?
    public internal(set) var organisation: Organisation?
    /// By id or area.
    public internal(set) var checks: [String: CheckLevel] = [:]
    public internal(set) var rawHTML = RawHTML.omit
    public internal(set) var readability = Readability()
    public internal(set) var searchExclude: [String] = []
    /// What the site is called elsewhere, by language.
    public internal(set) var translations: [String: Translation] = [:]
    /// What 'Open in editor' leads to in the preview.
    public internal(set) var editor = EditorLink()

    /// Whether the health rules of contract section 6 are on.
    public enum Profile: String, Sendable, CaseIterable { case plain, health }

    public enum CheckLevel: String, Sendable, CaseIterable { case error, warning, off }

    public enum RawHTML: String, Sendable, CaseIterable { case omit, allow }

    /// The site's name in another of its languages; empty where it keeps the one it has.
    public struct Translation: Sendable {
        public var title = ""
        public var description = ""
    }

    public struct Organisation: Sendable {
        public var name = ""
        public var email = ""
        public var url = ""
    }

    /// US school grades; R-9 of the safety rules.
    public struct Readability: Sendable {
        public var warn = 7.0
        public var error = 8.0
    }

    public static let fileName = "materia.yaml"

    enum Key: String, CaseIterable {
        case title, description, baseURL, language, profile, sections, organisation, checks, html,
            readability, search, translations, editor
    }
}

extension Configuration {
    /// Settings as far as they can be understood, and what is wrong with them.
    static func read(_ source: SourceFile) -> (Configuration, [Diagnostic]) {
        var configuration = Configuration()
        var yaml = YAMLReader(YAMLText(path: source.path, bytes: source.bytes[...]))
        guard TextEncoding.check(source, &yaml.diagnostics) else { return (configuration, yaml.diagnostics) }
        let root = yaml.text.compose(&yaml.diagnostics)
        if let root {
            let entries = yaml.entries(of: root, in: "", known: Key.allCases.map(\.rawValue))
            for (name, node) in entries {
                guard let key = Key(rawValue: name) else { continue }
                configuration.read(key, node, &yaml)
            }
        }
        if configuration.title.isEmpty, root != nil || yaml.diagnostics.isEmpty {
            yaml.diagnostics.append(
                Diagnostic(
                    "key.missing", "the site has no 'title'", help: "add 'title: …' to \(fileName)",
                    file: source.path,
                    at: .startOfFile))
        }
        return (configuration, yaml.diagnostics)
    }

    private mutating func read(_ key: Key, _ node: Yams.Node, _ yaml: inout YAMLReader) {
        let name = key.rawValue
        if yaml.isEmpty(node) { return }
        switch key {
        case .title: title = yaml.string(name, node) ?? ""
        case .description: description = yaml.string(name, node) ?? ""
        case .baseURL:
            guard let text = yaml.string(name, node) else { return }
            if let url = BaseURL(text) {
                baseURL = url
            } else {
                yaml.wrongType(
                    name, node, "an address that begins with https:// or http://",
                    help: "write it whole, as in https://example.org/guide/")
            }
        case .language:
            guard let text = yaml.string(name, node) else { return }
            if Language.isCode(text) {
                language = text
            } else {
                yaml.wrongType(name, node, "a language code", help: "write, for example, 'en' or 'es'")
            }
        case .profile: profile = yaml.choice(name, node) ?? .plain
        case .sections: sections = yaml.texts(name, node).map(\.value)
        case .organisation: organisation = Self.organisation(node, &yaml)
        case .checks: readChecks(node, &yaml)
        case .editor: readEditor(node, &yaml)
        case .html: rawHTML = yaml.choice(name, node) ?? .omit
        case .readability:
            for (key, value) in yaml.entries(of: node, in: name, known: ["warn", "error"]) {
                guard let grade = yaml.number("\(name).\(key)", value) else { continue }
                if key == "warn" { readability.warn = grade } else { readability.error = grade }
            }
        case .search:
            for (_, value) in yaml.entries(of: node, in: name, known: ["exclude"]) {
                searchExclude = yaml.texts("search.exclude", value).map(\.value)
            }
        case .translations: readTranslations(node, &yaml)
        }
    }

    private mutating func readTranslations(_ node: Yams.Node, _ yaml: inout YAMLReader) {
        for (language, value, keyNode) in yaml.entries(of: node, in: "translations") ?? [] {
            guard Language.isCode(language) else {
                yaml.wrongType(
                    "translations", keyNode, "language codes", help: "write, for example, 'es: {title: …}'")
                continue
            }
            var translation = Translation()
            let name = "translations.\(language)"
            for (key, text) in yaml.entries(of: value, in: name, known: ["title", "description"]) {
                let written = yaml.string("\(name).\(key)", text) ?? ""
                if key == "title" { translation.title = written } else { translation.description = written }
            }
            translations[language] = translation
        }
    }

    /// What the site is called in a language, or in the one that it is a form of.
    func title(in language: String) -> String { translated(language, \.title) ?? title }

    /// What the site is about, in a language.
    func description(in language: String) -> String { translated(language, \.description) ?? description }

    private func translated(_ language: String, _ text: KeyPath<Translation, String>) -> String? {
        if language == self.language { return nil }
        let written = translations[language] ?? translations[Language.main(of: language)]
        return written.flatMap { $0[keyPath: text].isEmpty ? nil : $0[keyPath: text] }
    }

    private mutating func readEditor(_ node: Yams.Node, _ yaml: inout YAMLReader) {
        guard let text = yaml.string("editor", node) else { return }
        if let link = EditorLink(pattern: text) {
            editor = link
        } else {
            yaml.wrongType(
                "editor", node, "an address with '{path}' in it",
                help: "write, for example, '\(EditorLink().pattern)'")
        }
    }

    private static func organisation(_ node: Yams.Node, _ yaml: inout YAMLReader) -> Organisation {
        var organisation = Organisation()
        for (key, value) in yaml.entries(of: node, in: "organisation", known: ["name", "email", "url"]) {
            let text = yaml.string("organisation.\(key)", value) ?? ""
            switch key {
            case "name": organisation.name = text
            case "email": organisation.email = text
            default: organisation.url = text
            }
        }
        return organisation
    }

    private mutating func readChecks(_ node: Yams.Node, _ yaml: inout YAMLReader) {
        guard let entries = yaml.entries(of: node, in: "checks") else { return }
        for (id, value, keyNode) in entries {
            guard DiagnosticID.isKnown(id) else {
                let nearest = NearestName.of(id, among: DiagnosticID.namesAndAreas)
                yaml.report(
                    "key.unknown", "there is no check '\(id)'",
                    help: nearest.map { "write '\($0)'" } ?? "see 'materia explain' for their names",
                    at: keyNode)
                continue
            }
            if let level: CheckLevel = yaml.choice(id, value) { checks[id] = level }
        }
    }

    /// What becomes of a diagnostic under the site's settings; `nil` where it is switched off. The id's own
    /// setting comes before its area's.
    func apply(to diagnostic: Diagnostic) -> Diagnostic? {
        guard !checks.isEmpty, let level = checks[diagnostic.id] ?? checks[String(diagnostic.area)] else {
            return diagnostic
        }
        var diagnostic = diagnostic
        switch level {
        case .off: return nil
        case .warning: diagnostic.severity = .warning
        case .error: diagnostic.severity = .error
        }
        return diagnostic
    }
}
