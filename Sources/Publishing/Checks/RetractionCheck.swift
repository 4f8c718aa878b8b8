import Markup

/// Papers that no longer stand, told where they are listed: R-11 of the safety rules. `SourcePass` tells the pages
/// that cite them.
enum RetractionCheck {
    static func check(_ site: Site) -> [Diagnostic] {
        site.data.bibliography.references.filter(\.isRetracted).map { reference in
            Diagnostic(
                "reference.retracted", "the reference '\(reference.id)' was retracted",
                help: "take out what rests on it, then the entry", file: Bibliography.path,
                at: reference.range)
        }
    }
}
