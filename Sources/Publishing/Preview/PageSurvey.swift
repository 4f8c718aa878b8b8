/// What staff are told of a page besides what its front matter says.
struct PageSurvey: Sendable {
    /// Of the body.
    let words: Int
    /// How hard its text is; `nil` where the site is not one for patients, or the page is not in English.
    let level: Readability?
    /// Blocks of the kind `finding`.
    let findings: Int
    /// Places of the pages that it leads to.
    let links: Set<Int>
    /// Files whose text stands in the page, from the site's folder.
    let included: Set<String>
}
