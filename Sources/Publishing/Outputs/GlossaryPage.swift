import Markup

extension Shape {
    /// A term of the glossary. `pages` are finished entries of the pages that use it.
    static let term = Shape([
        "id": .text, "term": .text, "definition": .text, "category": .text, "aliases": .text, "pages": .html,
    ])

    static let termLetter = Shape(["letter": .text, "id": .text, "terms": .list(term)])
}

/// `/glossary/`: every term under its first letter, with the pages that use it.
struct GlossaryPage: Sendable {
    /// In each language; where one is missing, the site's own.
    let glossary: Localized<Glossary>
    /// Pages by the place of the term that they use.
    let uses: [Int: [Int]]

    func files(_ build: Build, _ programs: inout TemplatePrograms) -> [OutputFile] {
        var titles = PageTitles()
        return build.languages.compactMap { language in
            let glossary = glossary[language]
            if glossary.terms.isEmpty { return nil }
            var letters: [String: [ViewObject]] = [:]
            for index in glossary.inAlphabeticalOrder {
                let term = glossary.terms[index]
                let pages = titles.entries(uses[index] ?? [], in: language, build, &programs)
                letters[term.words.firstLetter, default: []].append(view(of: term, pages))
            }
            let list = letters.sorted { $0.key < $1.key }.map { letter, terms in
                ViewObject(
                    .termLetter,
                    [
                        "letter": .text(letter),
                        "id": .text("letter-" + (letter == "#" ? "other" : letter.lowercased())),
                        "terms": .list(terms),
                    ])
            }
            return build.listing(
                build.site.strings(language)["glossaryTitle"], "glossary",
                at: build.site.made("glossary", in: language),
                language: language, ["termLetters": .list(list)], &programs)
        }
    }

    private func view(of term: Glossary.Term, _ pages: ViewValue) -> ViewObject {
        ViewObject(
            .term,
            [
                "id": .text(term.id), "term": .text(term.words), "definition": .text(term.definition),
                "category": .text(term.category), "aliases": .text(term.aliases.joined(separator: ", ")),
                "pages": pages,
            ])
    }
}
