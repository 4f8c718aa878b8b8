import Markup

extension Output {
    /// `/search/`: what a reader's own browser fills with results. Search engines have no use for it.
    static let search = Output(name: "search") { build, programs in
        build.languages.map { language in
            let site = build.site
            let title = site.strings(language)["searchTitle"]
            let address = site.made("search", in: language)
            let page = MadePage(
                title: title, address: address, language: language, kind: .search, isClinical: false,
                isIndexed: false)
            let html = programs.render(
                build.views.base(of: page), with: "search", of: build.views.theme.library)
            return OutputFile(address: address, bytes: html.bytes, page: page)
        }
    }
}
