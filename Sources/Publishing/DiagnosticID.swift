/// The names of all diagnostics, for settings that name them.
enum DiagnosticID {
    static let all = [
        "alias.collision", "block.include", "citation.unknown", "crisis.missing", "glossary.duplicate",
        "reference.retracted", "reference.unverified", "data.syntax", "file.changed", "file.outside",
        "finding.incomplete", "footnote.unknown",
        "footnote.unused", "heading.duplicate-title", "heading.empty",
        "heading.skipped", "html.raw", "image.missing", "image.no-alternative", "key.missing", "key.type",
        "key.unknown", "link.case", "link.missing-anchor", "link.missing-file", "link.missing-page",
        "link.unsafe",
        "link.withdrawn", "nesting.depth", "slug.collision", "template.syntax", "template.unescaped",
        "template.unknown-name", "text.encoding", "url.lost", "yaml.syntax",
    ]

    /// Checks of the contract that settings may name already, and that come with the dialect and the health
    /// rules.
    static let namesAndAreas: [String] = all + Set(all.map { String($0.prefix { $0 != "." }) }).sorted()

    static func isKnown(_ name: String) -> Bool { namesAndAreas.contains(name) }
}
