import Foundation
import Markup

extension Output {
    /// Pages of sections, and the home page, that nobody wrote an `index.md` for.
    static let sectionPages = Output(name: "sections") { build, programs in
        let site = build.site
        let sections = site.sections.filter { site.madeAddresses.contains($0.address) && !$0.name.isEmpty }
            .map { section in
                build.written(
                    section.title, "section", at: section.address, language: section.language,
                    section: section.name,
                    ["pages": build.views.entries(of: section.articles)], &programs)
            }
        let homes = build.languages.filter { site.madeAddresses.contains(site.home(in: $0)) }.map {
            language in
            build.written(
                site.configuration.title(in: language), "home", at: site.home(in: language),
                language: language,
                section: "",
                [
                    "sections": build.views.entries(build.views.sections(in: language), &programs),
                    "recent": build.views.entries(build.views.recent(in: language), &programs),
                ], &programs)
        }
        return sections + homes
    }

    /// `/tags/`, and a page for each tag.
    static let tagPages = Output(name: "tags") { build, programs in
        let site = build.site
        return build.languages.flatMap { language -> [OutputFile] in
            let tags = site.tags.filter { $0.language == language }
            if tags.isEmpty { return [] }
            let list = tags.map { tag in
                ViewObject(
                    .tag,
                    [
                        "title": .text(tag.name), "address": .text(site.link(to: tag.address)),
                        "count": .text("\(tag.pages.count)"),
                    ])
            }
            let all = build.listing(
                site.strings(language)["tagsTitle"], "tags", at: site.made("tags", in: language),
                language: language,
                ["tags": .list(list)], &programs)
            return [all]
                + tags.map { tag in
                    build.listing(
                        tag.name, "tag", at: tag.address, language: language,
                        ["pages": build.views.entries(of: tag.pages)], &programs)
                }
        }
    }

    /// `/a-z/`: every article under its first letter.
    static let aToZ = Output(name: "a-z") { build, programs in
        build.languages.map { language in
            let site = build.site
            var letters: [String: [(key: String, page: Page)]] = [:]
            for page in site.pages
            where page.language == language && page.role == .article && site.isListed(page) {
                letters[page.title.firstLetter, default: []].append((page.title.lowercased(), page))
            }
            let list = letters.sorted { $0.key < $1.key }.map { letter, entries in
                let pages = entries.sorted { ($0.key, $0.page.index) < ($1.key, $1.page.index) }.map(\.page)
                return ViewObject(
                    .letter,
                    [
                        "letter": .text(letter),
                        "id": .text("letter-" + (letter == "#" ? "other" : letter.lowercased())),
                        "pages": build.views.entries(pages.map { build.views.linked($0) }, &programs),
                    ])
            }
            return build.listing(
                site.strings(language)["aToZTitle"], "a-z", at: site.made("a-z", in: language),
                language: language,
                ["letters": .list(list)], &programs)
        }
    }

    /// `/updates/`: what is new and what changed, the latest first.
    static let updates = Output(name: "updates") { build, programs in
        build.languages.map { language in
            let site = build.site
            let pages = site.byLastChange(in: language).prefix(mostUpdates).map { index in
                let page = site.pages[index]
                let note = page.frontMatter.changes.max { $0.date < $1.date }?.note.value.withoutMarkup ?? ""
                return build.views.listed(page, dated: true, note: note)
            }
            return build.listing(
                site.strings(language)["updatesTitle"], "updates", at: site.made("updates", in: language),
                language: language, ["pages": build.views.entries(Array(pages), &programs)], &programs)
        }
    }

    /// More than anybody reads, and a bound on the page's size.
    private static let mostUpdates = 100

    /// `/crisis/`: where to turn, on a page of its own.
    static let crisis = Output(name: "crisis") { build, programs in
        guard build.site.data.crisis.own != nil else { return [] }
        return build.languages.map { language in
            let site = build.site
            let title = site.strings(language)["crisisTitle"]
            let address = site.made("crisis", in: language)
            let page = MadePage(
                title: title, address: address, language: language, kind: .crisis, isClinical: false)
            let html = programs.render(
                build.views.base(of: page), with: "crisis", of: build.views.theme.library)
            return OutputFile(address: address, bytes: html.bytes, page: page)
        }
    }

    /// `/404.html`: what a server sends for an address that nobody has.
    static let notFound = Output(name: "404") { build, programs in
        let language = build.site.configuration.language
        return [
            build.listing(
                build.site.strings(language)["notFoundTitle"], "404", at: nil, language: language, [:],
                &programs)
        ]
    }
}

extension Build {
    /// A page by a template that otherwise shows a Markdown file.
    fileprivate func written(
        _ title: String, _ template: String, at address: Address, language: String, section: String,
        _ fields: KeyValuePairs<String, ViewValue>, _ programs: inout TemplatePrograms
    ) -> OutputFile {
        let page = MadePage(title: title, address: address, language: language)
        let base = views.base(of: page, section: section, isSectionPage: template == "section")
        let object = ViewObject(base, adding: fields, shape: views.theme.shapes.document)
        let html = programs.render(object, with: template, of: views.theme.library)
        return OutputFile(address: address, bytes: html.bytes, page: page)
    }
}

extension String {
    /// The words of a line of Markdown.
    fileprivate var withoutMarkup: String {
        String(decoding: Parser().parse(Array(utf8)).plainText(of: 0), as: UTF8.self)
    }

    /// The letter that a title stands under in an index: its first, without accents; '#' for all that is no
    /// letter.
    var firstLetter: String {
        guard let first = decomposedFirstScalar, first.properties.isAlphabetic else { return "#" }
        return String(Character(first)).uppercased()
    }

    private var decomposedFirstScalar: Unicode.Scalar? {
        guard
            let first = unicodeScalars.first(where: {
                !$0.properties.isWhitespace && !"¿¡\"'“‘«(".unicodeScalars.contains($0)
            })
        else { return nil }
        return String(Character(first)).decomposedStringWithCanonicalMapping.unicodeScalars.first
    }
}
