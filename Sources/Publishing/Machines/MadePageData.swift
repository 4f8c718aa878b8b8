import Markup

extension Site {
    /// What a page is that the program makes; `nil` for what is shown where there is no page.
    func structuredData(of made: MadePage) -> HTML? {
        guard let address = made.address else { return nil }
        let home = self.home(in: made.language)
        let places = [
            (strings(made.language)["home"], url(of: home)), (made.title, url(of: address)),
        ]
        return StructuredData.script(breadcrumbs: address == home ? [] : places) { json in
            json.word("@type", made.kind.schemaType)
            json.text("url", url(of: address))
            json.text("name", made.title)
            json.text("inLanguage", made.language)
            if isHealth, made.isClinical {
                json.text("creativeWorkStatus", strings(made.language)["notReviewed"])
            }
            json.write(self, in: made.language)
        }
    }
}

extension MadePage.Kind {
    /// Source: https://schema.org/WebPage, more specific types.
    fileprivate var schemaType: StaticString {
        switch self {
        case .list: "CollectionPage"
        case .search: "SearchResultsPage"
        case .crisis, .handbook: "WebPage"
        }
    }
}
