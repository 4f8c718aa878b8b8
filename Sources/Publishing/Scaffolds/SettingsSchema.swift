extension Schema {
    static func schema(of key: Configuration.Key) -> JSON {
        switch key {
        case .title: text("What the site is called")
        case .description: text("What it is about, in a sentence")
        case .baseURL:
            text("Where it will stand: https://example.org/guide/", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://")
        case .language: text("Of the site: en, es, pt-BR", pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$")
        case .profile: choice("health: the safety rules are on", of: Configuration.Profile.self)
        case .sections: texts("Folders of Content/ in the order of navigation")
        case .organisation:
            map(
                [
                    "name": text("Of the publisher"), "email": text("For readers"),
                    "url": text("Its web address"),
                ],
                "Who publishes the site")
        case .checks:
            .object([
                "description": .text(
                    "How a diagnostic or a whole area is taken: 'materia explain' lists them"),
                "type": .text("object"),
                "propertyNames": .object(["enum": .list(DiagnosticID.namesAndAreas.map { .text($0) })]),
                "additionalProperties": choice("error, warning or off", of: Configuration.CheckLevel.self),
            ])
        case .html:
            choice(
                "Raw HTML in Markdown: omit it with a warning, or allow it", of: Configuration.RawHTML.self)
        case .readability:
            map(
                [
                    "warn": plain("number", "Grade above which to warn"),
                    "error": plain("number", "Grade above which to stop"),
                ],
                "US school grades of the text")
        case .search:
            map(["exclude": texts("Sections or addresses that search leaves out")], "The site's search")
        case .translations:
            .object([
                "description": .text("What the site is called in its other languages, by their codes"),
                "type": .text("object"),
                "additionalProperties": map(
                    [
                        "title": text("What the site is called"),
                        "description": text("What it is about, in a sentence"),
                    ], "In this language"),
            ])
        case .editor:
            text(
                "What 'Open in editor' leads to in the preview: \(EditorLink().pattern)",
                pattern: "^[A-Za-z][A-Za-z0-9+.-]*:.*\\{path\\}")
        }
    }
}
