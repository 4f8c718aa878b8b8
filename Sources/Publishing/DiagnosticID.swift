/// The names of all diagnostics, for settings that name them.
enum DiagnosticID {
    /// Also those that the contract names and no check gives yet: a site's settings may name them.
    static let all = [
        "alias.collision", "approval.missing", "approval.misused", "balance.missing", "balance.unequal",
        "block.include", "citation.missing", "citation.unknown", "crisis.missing", "crisis.stale",
        "crisis.typed-number", "data.syntax", "dose.outside-study-detail", "file.changed", "file.outside",
        "finding.incomplete", "finding.verb", "footnote.unknown", "footnote.unused", "glossary.duplicate",
        "heading.duplicate-id", "heading.duplicate-title", "heading.empty", "heading.skipped", "html.raw",
        "image.missing", "image.no-alternative", "index.empty-row", "index.unknown-row", "key.missing",
        "key.type", "key.unknown", "link.case",
        "link.external", "link.missing-anchor", "link.missing-file", "link.missing-page", "link.unsafe",
        "link.vague", "link.withdrawn", "nesting.depth", "number.incomplete", "number.relative",
        "privacy.third-party", "readability.grade", "readability.paragraph", "readability.sentence",
        "reference.retracted", "reference.unverified", "review.due", "review.missing", "review.overdue",
        "review.unnamed", "slug.collision", "suicide.reviewer", "suicide.wording", "table.no-header",
        "template.syntax", "template.unescaped", "template.unknown-name", "text.encoding", "url.lost",
        "wording.avoid", "wording.banned", "yaml.syntax",
    ]

    /// Checks of the contract that settings may name already, and that come with the dialect and the health
    /// rules.
    static let namesAndAreas: [String] = all + Set(all.map { String($0.prefix { $0 != "." }) }).sorted()

    static func isKnown(_ name: String) -> Bool { namesAndAreas.contains(name) }
}
