import Markup

/// What a page is, in the words of schema.org, for search engines and other programs: only what is true of it.
///
/// `<script type="application/ld+json">…</script>`. Browsers run nothing of it, so the policy of the page does not
/// block it.
///
/// Sources: https://schema.org/MedicalWebPage,
/// https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements
struct StructuredData: Sendable {
    let site: Site
    let page: Page
    /// Ids of the references that it cites, in order.
    let citations: [String]
    let questions: Questions

    var html: HTML {
        Self.script(breadcrumbs: page.role == .home ? [] : breadcrumbs) { writePage(to: &$0) }
    }

    /// A page and the way to it.
    ///
    /// - Parameter breadcrumbs: from the home page down to the page itself: names and addresses.
    static func script(breadcrumbs: [(String, String)], page: (inout InlineJSON) -> Void) -> HTML {
        var json = InlineJSON()
        json.object { json in
            json.word("@context", "https://schema.org")
            json.list("@graph", 0..<(breadcrumbs.isEmpty ? 1 : 2)) { json, number in
                json.object { number == 0 ? page(&$0) : $0.write(breadcrumbs: breadcrumbs) }
            }
        }
        var html = HTML("<script type=\"application/ld+json\">")
        html.append(json.html)
        html.append("</script>\n")
        return html
    }

    private var url: String { site.configuration.baseURL.origin + page.link }

    private func writePage(to json: inout InlineJSON) {
        let front = page.frontMatter
        writeTypes(to: &json)
        json.text("url", url)
        json.text("name", page.title)
        if !site.isHealth, page.role == .article { json.text("headline", page.title) }
        json.text("inLanguage", page.language)
        json.text("datePublished", front.date?.description)
        json.text("dateModified", front.lastChanged?.description)
        writeReview(to: &json)
        if !front.authors.isEmpty {
            json.list("author", front.authors) { json, name in
                json.object { json in
                    json.word("@type", "Person")
                    json.text("name", name)
                }
            }
        }
        if site.isHealth { writeAudience(to: &json) }
        writeCodes(to: &json)
        writeCitations(to: &json)
        writeQuestions(to: &json)
        json.write(site, in: page.language)
    }

    private func writeTypes(to json: inout InlineJSON) {
        let own: StaticString =
            site.isHealth ? "MedicalWebPage" : page.role == .article ? "Article" : "WebPage"
        if questions.all.isEmpty { return json.word("@type", own) }
        json.list("@type", [own, "FAQPage"]) { $0.word(nil, $1) }
    }

    /// Who reviewed it, and when; or that nobody has, as the banner of R-12 says to readers.
    private func writeReview(to json: inout InlineJSON) {
        let review = page.frontMatter.review
        guard let last = review.last, !review.reviewers.isEmpty else {
            if site.isUnreviewed(page) {
                json.text("creativeWorkStatus", site.strings(page.language)["notReviewed"])
            }
            return
        }
        json.text("lastReviewed", last.description)
        json.list("reviewedBy", review.reviewers) { json, reviewer in
            json.object { json in
                json.word("@type", "Person")
                json.text("name", reviewer.name)
                if reviewer.credentials.isEmpty { return }
                // What somebody knows from having been a patient is no credential.
                if reviewer.role == .patient { return json.text("description", reviewer.credentials) }
                json.object("hasCredential") { json in
                    json.word("@type", "EducationalOccupationalCredential")
                    json.text("name", reviewer.credentials)
                }
            }
        }
    }

    private func writeAudience(to json: inout InlineJSON) {
        let isForPatients = page.frontMatter.audience == .patient
        json.object("audience") { json in
            json.word("@type", "MedicalAudience")
            json.word("audienceType", isForPatients ? "Patient" : "Clinician")
        }
    }

    /// `ICD-10-CM:F33.2`. The page says nothing of what kind of thing a code stands for.
    private func writeCodes(to json: inout InlineJSON) {
        if page.frontMatter.codes.isEmpty { return }
        json.object("about") { json in
            json.word("@type", "MedicalEntity")
            json.list("code", page.frontMatter.codes) { json, code in
                let parts = code.value.split(separator: ":", maxSplits: 1)
                json.object { json in
                    json.word("@type", "MedicalCode")
                    json.text("codingSystem", String(parts.first?.trimmingSpaces ?? ""))
                    json.text("codeValue", String(parts.last?.trimmingSpaces ?? ""))
                }
            }
        }
    }

    /// By its identifier, or else by name: the rest stands in the page's own list of references.
    ///
    /// Source: https://www.w3.org/TR/json-ld11/#node-identifiers
    private func writeCitations(to json: inout InlineJSON) {
        let references = citations.compactMap { site.data.bibliography[$0] }
        if references.isEmpty { return }
        json.list("citation", references) { json, reference in
            json.object { json in
                if let address = reference.address { return json.text("@id", address) }
                json.word("@type", reference.schemaType)
                json.text("name", reference.title)
            }
        }
    }

    private func writeQuestions(to json: inout InlineJSON) {
        if questions.all.isEmpty { return }
        json.list("mainEntity", questions.all) { json, item in
            json.object { json in
                json.word("@type", "Question")
                json.text("name", item.question)
                json.object("acceptedAnswer") { json in
                    json.word("@type", "Answer")
                    json.text("text", item.answer)
                }
            }
        }
    }

    private var breadcrumbs: [(String, String)] {
        var places = [
            (site.strings(page.language)["home"], site.url(of: site.home(in: page.language)))
        ]
        if page.role == .article, let section = site.section(of: page), !section.name.isEmpty {
            places.append((section.title, site.url(of: section.address)))
        }
        return places + [(page.title, url)]
    }
}

extension InlineJSON {
    /// The site that a page is part of, and who is behind it.
    mutating func write(_ site: Site, in language: String) {
        object("isPartOf") { json in
            json.word("@type", "WebSite")
            json.text("name", site.configuration.title(in: language))
            json.text("url", site.url(of: site.home(in: language)))
        }
        guard let organisation = site.configuration.organisation else { return }
        object("publisher") { json in
            json.word("@type", "Organization")
            json.text("name", organisation.name)
            if !organisation.url.isEmpty { json.text("url", organisation.url) }
            if !organisation.email.isEmpty { json.text("email", organisation.email) }
        }
    }

    mutating func write(breadcrumbs: [(String, String)]) {
        word("@type", "BreadcrumbList")
        list("itemListElement", breadcrumbs.enumerated()) { json, place in
            json.object { json in
                json.word("@type", "ListItem")
                json.number("position", place.offset + 1)
                json.text("name", place.element.0)
                json.text("item", place.element.1)
            }
        }
    }
}

extension PageBuilder {
    /// Nothing for a page that was taken down: what it said is no longer said.
    func structuredData(of page: Page, _ parts: BodyParts) -> ViewValue {
        if page.status == .withdrawn { return .absent }
        let questions = Questions(body: parts.body, headings: parts.headings)
        let data = StructuredData(
            site: views.site, page: page, citations: parts.citations, questions: questions)
        return .html(data.html)
    }
}

extension Reference {
    /// Source: Citation Style Language 1.0.2, appendix III; https://schema.org/CreativeWork.
    fileprivate var schemaType: StaticString {
        switch type {
        case "article-journal", "paper-conference", "thesis", "article": "ScholarlyArticle"
        case "book": "Book"
        case "chapter": "Chapter"
        case "report": "Report"
        case "webpage", "post-weblog": "WebPage"
        case "dataset": "Dataset"
        default: "CreativeWork"
        }
    }

    /// Where it can be read.
    fileprivate var address: String? {
        doi.isEmpty ? url.isEmpty ? nil : url : "https://doi.org/" + doi.percentEncoded
    }
}
