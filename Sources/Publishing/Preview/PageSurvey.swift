/// What staff are told of a page besides what its front matter says.
struct PageSurvey: Sendable {
    /// Of the body.
    let words: Int
    /// The Flesch–Kincaid grade; `nil` where the site is not one for patients, the text is short or not in English.
    let grade: Double?
    /// Blocks of the kind `finding`.
    let findings: Int
    /// Places of the pages that it leads to.
    let links: Set<Int>
    /// Files whose text stands in the page, from the site's folder.
    let included: Set<String>
}
