import Markup
import Search

extension Site {
    /// Whether readers find the page by its words.
    func isSearched(_ page: Page) -> Bool {
        guard isBuilt(page), isListed(page), !rules.isLongOverdue(page), page.role != .home,
            !page.frontMatter.search.isExcluded
        else {
            return false
        }
        let path = page.address.relative
        return !configuration.searchExclude.contains { excluded in
            page.section == excluded || path.hasPrefix(excluded.hasSuffix("/") ? excluded : excluded + "/")
        }
    }

    /// What a searched page says: its description, what stands in fixed places, its body.
    func searchContents(
        of page: Page, body: HTML, fields: FrontMatterMarkup.Result, _ memory: inout SearchMemory
    ) -> SearchContents {
        let front = page.frontMatter
        var words = SearchText()
        words.addPassage(front.description)
        let lists = [
            fields.benefits, fields.harms, fields.unknowns, fields.alternatives, fields.whoShouldNot,
            fields.askYourClinic,
        ]
        for html in [fields.mainMessage, fields.action].compactMap({ $0 }) + lists.joined() {
            words.add(html)
        }
        words.add(body)
        return SearchContents(
            title: page.title, keywords: front.search.keywords, topics: front.tags.map(\.value),
            text: words.text,
            limit: SearchIndex.textLimit(pageCount: pages.count), memory: &memory)
    }
}
