import Markup

/// Whether the headings that links name exist, once every page has been read.
enum AnchorCheck {
    static func check(_ built: [BuiltPage], site: Site) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for page in built {
            for reference in page.references
            where built[reference.target].isText
                && !built[reference.target].anchors.contains(reference.fragment)
            {
                diagnostics.append(missing(reference, among: built[reference.target].anchors, site: site))
            }
        }
        return diagnostics
    }

    static func missing(_ reference: AnchorReference, among anchors: [String], site: Site)
        -> Diagnostic
    {
        let isHere = reference.target == reference.page
        let target = isHere ? "this page" : "'\(site.pages[reference.target].path.full)'"
        let nearest = NearestName.of(reference.fragment, among: anchors)
        return Diagnostic(
            "link.missing-anchor", "\(target) has no heading '#\(reference.fragment)'",
            help: nearest.map { "write '#\($0)'" } ?? "name one of its headings, or leave the '#…' out",
            file: site.pages[reference.page].path.full, at: range(of: reference, site: site))
    }

    private static func range(of reference: AnchorReference, site: Site) -> SourceRange {
        switch reference.place {
        case .exact(let range): return range
        case .inBody(let place):
            let page = site.pages[reference.page]
            // Read a moment ago; should it be gone, libcmark's word has to do.
            let source = (try? Disk.read(site.folder + "/" + page.path.full)) ?? []
            let body = source[min(page.head, source.count)...]
            return Document.exactRange(of: place, in: body).moved(down: page.linesAbove)
        }
    }
}
