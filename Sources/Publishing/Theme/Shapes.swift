/// All that a template may see. The names here are the theme's interface: a site's own templates use them.
extension Shape {
    /// A page in a list, or a place to go: its title and where it is.
    static let link = Shape(["title": .text, "address": .text])

    /// A date as machines read it, and as people do in the page's language.
    static let date = Shape(["iso": .text, "words": .text])

    static let navigation = Shape(["title": .text, "address": .text, "isCurrent": .flag, "isWithin": .flag])

    /// An entry in a list of pages: what `partials/listed` is given.
    static let listed = Shape([
        "title": .text, "address": .text, "description": .text, "date": .object(date), "note": .text,
    ])

    /// `pages` are finished entries, as everywhere: `partials/listed`, one after another.
    static let letter = Shape(["letter": .text, "id": .text, "pages": .html])

    static let crisisLine = Shape([
        "country": .text, "countryCode": .text, "name": .text, "call": .text, "callAddress": .text,
        "text": .text,
        "textAddress": .text, "chat": .text, "email": .text, "hours": .text, "note": .text,
        "verified": .object(date),
    ])

    static let crisis = Shape([
        "address": .text, "isHere": .flag, "message": .html, "lines": .list(crisisLine),
        "first": .object(crisisLine), "language": .text,
    ])

    static let organisation = Shape(["name": .text, "email": .text, "url": .text])

    static let site = Shape([
        "title": .text, "description": .text, "url": .text, "root": .text, "language": .text,
        "organisation": .object(organisation), "isHealth": .flag, "feed": .text, "search": .text,
        "aToZ": .text, "tags": .text, "updates": .text, "glossary": .text, "references": .text,
        "brands": .text,
        "handbook": .text, "picture": .text, "glossaryLanguage": .text,
    ])

    static let reviewer = Shape(["name": .text, "credentials": .text, "role": .text])

    static let author = Shape(["name": .text])

    static let change = Shape(["date": .object(date), "note": .html])

    static let tag = Shape(["title": .text, "address": .text, "count": .text])

    static let item = Shape(["html": .html])

    /// Items of a list in the front matter: an object, so that a heading can stand over a list that has any.
    static let items = Shape(["items": .list(item)])

    static let approvalUse = Shape([
        "status": .text, "use": .text, "since": .text, "isApproved": .flag, "source": .text,
    ])

    static let approvalGroup = Shape(["product": .text, "country": .text, "uses": .list(approvalUse)])

    static let approvals = Shape(["groups": .list(approvalGroup), "language": .text])

    /// What `hreflang` says: a language, or `x-default`.
    static let alternate = Shape(["language": .text, "url": .text])

    static let translation = Shape(["language": .text, "name": .text, "address": .text, "url": .text])

    /// What every page has, whatever its template.
    static func base(strings: Shape) -> Shape {
        Shape([
            "strings": .object(strings), "site": .object(site), "navigation": .list(navigation),
            "crisis": .object(crisis), "page": .object(page), "breadcrumbs": .list(link),
            "built": .object(date), "structuredData": .html,
        ])
    }

    static let page = Shape([
        "title": .text, "description": .text, "address": .text, "url": .text, "root": .text,
        "language": .text,
        "direction": .text, "kind": .text, "audience": .text, "isHome": .flag, "isDraft": .flag,
        "isFuture": .flag,
        "isExpired": .flag, "isIndexed": .flag, "isUnreviewed": .flag, "isOutOfDate": .flag,
        "isPatient": .flag, "hasAddress": .flag, "policy": .text, "date": .object(date),
        "updated": .object(date),
        "lastReviewed": .object(date), "reviewDue": .object(date), "reviewers": .list(reviewer),
        "authors": .list(author), "tags": .list(link), "section": .object(link),
        "translations": .list(translation), "params": .open, "minutes": .text, "readingTime": .text,
        "locale": .text, "hasTags": .flag, "hasTranslations": .flag, "alternates": .list(alternate),
        "isOlderThanSource": .flag, "source": .object(translation), "markdown": .text,
        "shortAddress": .text, "version": .object(date),
    ])

    /// A template that shows one Markdown file: home, section, article, withdrawn.
    static func document(strings: Shape) -> Shape {
        base(strings: strings).adding([
            "body": .html, "contents": .html, "mainMessage": .html, "action": .html,
            "benefits": .object(items),
            "harms": .object(items), "unknowns": .object(items), "alternatives": .object(items),
            "whoShouldNot": .object(items),
            "askYourClinic": .object(items), "changes": .list(change), "previous": .object(link),
            "next": .object(link),
            "pages": .html, "sections": .html, "recent": .html,
            "approvals": .object(approvals),
            "withdrawal": .object(withdrawal), "references": .html, "terms": .html, "related": .html,
            "hasNeighbours": .flag, "hasMainPoints": .flag, "hasBalance": .flag, "hasCrisisInText": .flag,
        ])
    }

    static let withdrawal = Shape(["date": .object(date), "reason": .html, "replacement": .object(link)])

    /// A page that lists others: tags, one tag, A to Z, updates, 404.
    static func listing(strings: Shape) -> Shape {
        base(strings: strings).adding([
            "pages": .html, "letters": .list(letter),
            "tags": .list(tag), "references": .list(reference), "termLetters": .list(termLetter),
        ])
    }

    static let handbookArticle = Shape(["id": .text, "title": .text, "section": .text, "html": .html])

    static let handbookPart = Shape(["title": .text, "articles": .list(handbookArticle)])

    /// All articles on one page.
    static func handbook(strings: Shape) -> Shape {
        base(strings: strings).adding(["parts": .list(handbookPart), "terms": .html])
    }

    /// The page left where a page used to be: nothing but the way on.
    static let alias = Shape(["title": .text, "language": .text, "address": .text, "url": .text])
}
