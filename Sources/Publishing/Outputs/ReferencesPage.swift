import Markup

extension Shape {
    /// A source in `/references/`. `pages` are finished entries of the pages that cite it.
    static let reference = Shape(["id": .text, "entry": .html, "isRetracted": .flag, "pages": .html])
}

/// `/references/`: every source, by first author and year, with the pages that cite it.
struct ReferencesPage: Sendable {
    let bibliography: Bibliography
    /// Pages by the id of the reference that they cite.
    let citations: [String: [Int]]

    func files(_ build: Build, _ programs: inout TemplatePrograms) -> [OutputFile] {
        if bibliography.references.isEmpty { return [] }
        var titles = PageTitles()
        return build.languages.map { language in
            let list = bibliography.inAlphabeticalOrder.map { reference in
                ViewObject(
                    .reference,
                    [
                        "id": .text(reference.anchor), "entry": .html(reference.text.html),
                        "isRetracted": .flag(reference.isRetracted),
                        "pages": titles.entries(
                            citations[reference.id] ?? [], in: language, build, &programs),
                    ])
            }
            return build.listing(
                build.site.strings(language)["referencesTitle"], "references",
                at: build.site.made("references", in: language), language: language,
                ["references": .list(list)], &programs)
        }
    }
}

/// Entries of pages by their titles alone, each made once.
struct PageTitles {
    private var entries: [Int: HTML] = [:]

    /// Those of the pages that readers find and that are in the language, in the order of the site's paths.
    mutating func entries(
        _ pages: [Int], in language: String, _ build: Build, _ programs: inout TemplatePrograms
    ) -> ViewValue {
        var html = HTML()
        for index in Set(pages).sorted() {
            let page = build.site.pages[index]
            guard page.language == language, build.site.isListed(page) else { continue }
            if entries[index] == nil {
                entries[index] = programs.render(
                    build.views.linked(page), with: Theme.entry, of: build.views.theme.library)
            }
            html.append(entries[index] ?? HTML())
        }
        return html.isEmpty ? .absent : .html(html)
    }
}
