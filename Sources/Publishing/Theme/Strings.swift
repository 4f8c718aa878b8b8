import Markup
import Yams

/// The words of the interface in one language: `Templates/strings/<language>.yaml`.
struct Strings: Sendable {
    private(set) var words: [String: String] = [:] {
        didSet { format = DateFormat(self["dateFormat"], months: self["monthNames"]) }
    }

    /// The name of what the language calls itself, for a link to a translation.
    private static let languageName = "languageName"

    private var format = DateFormat("", months: "")

    /// The language of these words, on pages of a language that the theme has none in.
    var foreign: String?

    subscript(name: String) -> String { words[name] ?? name }

    /// Words for a template, marked with their language where it is not the page's.
    func marked(_ words: String) -> String { ForeignWords.marked(words, in: foreign) }

    /// Words as HTML, to stand between tags.
    func html(_ name: String) -> HTML {
        var html = HTML()
        if let foreign {
            return ForeignWords.html(ForeignWords.marked(self[name], in: foreign), isInText: true)
        }
        html.append(escaping: self[name])
        return html
    }

    /// What one file says; a name that the built-in English lacks is told.
    ///
    /// - Parameter known: what is taken for words that the file lacks; but no other language is called 'English'.
    static func read(
        _ source: SourceFile, known: Strings?, isTranslation: Bool = false, _ diagnostics: inout [Diagnostic]
    ) -> Strings {
        var yaml = YAMLReader(YAMLText(path: source.path, bytes: source.bytes[...]))
        defer { diagnostics += yaml.diagnostics }
        var strings = known ?? Strings()
        if isTranslation { strings.words[languageName] = nil }
        guard TextEncoding.check(source, &yaml.diagnostics), let root = yaml.text.compose(&yaml.diagnostics)
        else {
            return strings
        }
        let entries =
            if let known {
                yaml.entries(of: root, in: "", known: known.words.keys.sorted())
            } else {
                (yaml.entries(of: root, in: "") ?? []).map { ($0.key, $0.value) }
            }
        for (name, node) in entries {
            if let text = yaml.string(name, node) { strings.words[name] = text }
        }
        return strings
    }

    /// A date as people write it in the language.
    func words(for date: CalendarDate) -> String { format.words(for: date) }

    var alertTitles: [Alert: String] {
        let names: [(Alert, String)] = [
            (.note, "alertNote"), (.tip, "alertTip"), (.important, "alertImportant"),
            (.warning, "alertWarning"),
            (.caution, "alertCaution"), (.emergency, "alertEmergency"), (.urgent, "alertUrgent"),
            (.harms, "alertHarms"), (.studyDetail, "alertStudyDetail"),
        ]
        return Dictionary(uniqueKeysWithValues: names.map { ($0.0, self[$0.1]) })
    }

    func view(of shape: Shape) -> ViewObject {
        ViewObject(shape, isShared: true, values: words.mapValues { .text(marked($0)) })
    }
}

extension String {
    /// With a value in the place of the first mark: each page has some, and `replacing` takes 10 µs.
    func filled(_ mark: StaticString, with value: String) -> String {
        let bytes = Array(utf8)
        let length = mark.utf8CodeUnitCount
        guard bytes.count >= length else { return self }
        for start in 0...(bytes.count - length)
        where mark.withUTF8Buffer({ bytes[start..<start + length].elementsEqual($0) }) {
            return String(decoding: bytes[..<start], as: UTF8.self) + value
                + String(decoding: bytes[(start + length)...], as: UTF8.self)
        }
        return self
    }
}
