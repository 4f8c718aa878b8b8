import Markup

/// Whether the headings that links name exist, once every page has been read.
enum AnchorCheck {
    static func check(_ built: [BuiltPage], site: Site) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for page in built {
            for reference in page.references {
                let target = built[reference.target]
                if target.anchors.contains(reference.fragment) { continue }
                let isHere = reference.target == page.page
                let nearest = NearestName.of(reference.fragment, among: target.anchors)
                diagnostics.append(
                    Diagnostic(
                        "link.missing-anchor",
                        "\(isHere ? "this page" : "'\(site.pages[reference.target].path.full)'") has no heading "
                            + "'#\(reference.fragment)'",
                        help: nearest.map { "write '#\($0)'" } ?? "name one of its headings, or leave the '#…' out",
                        file: reference.file, at: reference.range))
            }
        }
        return diagnostics
    }
}
