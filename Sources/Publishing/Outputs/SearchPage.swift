import Markup

extension Output {
    /// `/search/`: what a reader's own browser fills with results. Search engines have no use for it.
    static let search = Output(name: "search") { build, programs in
        build.languages.map { language in
            let site = build.site
            let title = site.strings(language)["searchTitle"]
            let address = site.made("search", in: language)
            let page = build.views.made(
                title, at: address, language: language, isClinical: false, isIndexed: false)
            let object = build.views.base(
                page, language: language, breadcrumbs: [build.views.homeLink(in: language)])
            let html = programs.render(object, with: "search", of: build.views.theme.library)
            return OutputFile(
                address: address, bytes: html.bytes,
                page: OutputFile.MadePage(title: title, language: language))
        }
    }
}
