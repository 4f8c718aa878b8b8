import Markup

extension Output {
    /// What stands where a page used to be: it sends readers on.
    static let aliases = Output(name: "aliases") { build, programs in
        let site = build.site
        return site.pages.filter(site.isBuilt).flatMap { page in
            page.frontMatter.aliases.map { alias in
                let object = ViewObject(
                    .alias,
                    [
                        "title": .text(page.title), "language": .text(page.language),
                        "address": .text(page.link), "url": .text(site.url(of: page.address)),
                    ])
                let html = programs.render(object, with: "alias", of: build.views.theme.library)
                return OutputFile(address: site.address(ofAlias: alias.value), bytes: html.bytes)
            }
        }
    }
}

extension Site {
    /// `/old/`, `/old` and `/old.html`: the last alone names a file.
    func address(ofAlias alias: String) -> Address {
        let parts = alias.split(separator: "/").map(String.init)
        let isFile = !alias.hasSuffix("/") && (parts.last?.contains(".") ?? false)
        return isFile ? Address(relative: parts.joined(separator: "/")) : Address(folder: parts)
    }
}
