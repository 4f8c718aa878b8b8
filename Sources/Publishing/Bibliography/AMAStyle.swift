/// References as the AMA writes them, in English whatever the page's language.
///
/// Names of journals stand as the data gives them, where the AMA abbreviates.
///
/// Source: *AMA Manual of Style*, 11th edition, chapter 3: 3.7 authors, 3.9 titles, 3.11 journals, 3.12
/// books, 3.13 reports, 3.15 electronic references.
enum AMAStyle {
    /// What an entry is set as.
    private enum Form {
        case journal, webpage, part, book

        init(_ reference: Reference) {
            switch reference.type {
            case "article-journal", "article-magazine", "article-newspaper", "review", "review-book":
                self = .journal
            case "webpage", "post", "post-weblog", "dataset", "software": self = .webpage
            case "chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia":
                self = .part
            case "": self = reference.containerTitle.isEmpty ? .webpage : .journal
            default: self = .book
            }
        }
    }

    static func text(of reference: Reference) -> CitationText {
        var text = CitationText()
        let authors = authors(of: reference)
        text.sentence(authors)
        switch Form(reference) {
        case .journal:
            text.sentence(reference.title)
            text.sentence(italic: reference.containerTitle)
            text.sentence(issue(of: reference))
        case .webpage:
            text.sentence(reference.title)
            text.sentence(reference.containerTitle)
            if !authors.hasPrefix(reference.publisher) { text.sentence(reference.publisher) }
            text.sentence(reference.number)
            text.sentence(reference.issued.map(words) ?? "")
        case .part:
            text.sentence(reference.title)
            text.sentence("In: ", italic: reference.containerTitle)
            text.sentence(publication(of: reference, pages: reference.page))
        case .book:
            text.sentence(italic: reference.title)
            text.sentence(reference.containerTitle)
            text.sentence(publication(of: reference, pages: ""))
            text.sentence(reference.number)
        }
        links(of: reference, &text)
        return text
    }

    /// 'Rush AJ, Trivedi MH, Wisniewski SR, et al': all names up to six, of more the first three.
    private static func authors(of reference: Reference) -> String {
        let isCut = reference.authors.count > mostNames || reference.hasMoreAuthors
        let named = isCut ? reference.authors.prefix(namesOfMany)[...] : reference.authors[...]
        var text = ""
        var isGroup = false
        for author in named {
            let separator = isGroup || !author.literal.isEmpty ? "; " : ", "
            text += (text.isEmpty ? "" : separator) + name(of: author)
            isGroup = !author.literal.isEmpty
        }
        if isCut, !text.isEmpty { text += (isGroup ? "; " : ", ") + "et al" }
        return text
    }

    private static let mostNames = 6
    private static let namesOfMany = 3

    /// 'Rush AJ', 'van der Berg HJ Jr', or the name of a group.
    static func name(of author: Reference.Author) -> String {
        if !author.literal.isEmpty { return author.literal }
        let suffix = author.suffix.filter { $0 != "." && $0 != "," }
        return [author.surname, initials(author.given), suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Of 'Ana María' AM, of 'A. J.' AJ, of 'Jean-Pierre' JP; initials without full stops stay as they are.
    private static func initials(_ given: String) -> String {
        given.split { $0.isWhitespace || $0 == "." || $0 == "-" || $0 == "‐" || $0 == "‑" }.map { name in
            let isInitials = name.count <= 3 && name.allSatisfy { $0.isUppercase }
            return isInitials ? String(name) : name.prefix(1).uppercased()
        }.joined()
    }

    /// '2006;163(11):1905-1917', and as much of it as there is.
    private static func issue(of reference: Reference) -> String {
        guard let year = reference.issued?.year else { return "" }
        let issue = reference.issue.isEmpty ? "" : "(\(reference.issue))"
        let volume = reference.volume + issue
        let pages = reference.page.isEmpty ? "" : ":" + range(reference.page)
        return "\(year)" + (volume.isEmpty ? "" : ";" + volume) + pages
    }

    /// 'Publisher; February 2021:12-18'.
    private static func publication(of reference: Reference, pages: String) -> String {
        let date = reference.issued.map(words) ?? ""
        let parts = [reference.publisher, date].filter { !$0.isEmpty }
        return parts.joined(separator: "; ") + (pages.isEmpty ? "" : ":" + range(pages))
    }

    /// Pages with a single hyphen between them, as AMA sets them, whatever dash was typed.
    private static func range(_ pages: String) -> String {
        pages.replacing("--", with: "-").replacing("\u{2013}", with: "-")
    }

    private static func words(_ date: Reference.PartialDate) -> String {
        guard let month = date.month else { return "\(date.year)" }
        let name = months[month - 1]
        return date.day.map { "\(name) \($0), \(date.year)" } ?? "\(name) \(date.year)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]

    /// Where to read it. An address of its own stands where there is no DOI, which lasts longer.
    private static func links(of reference: Reference, _ text: inout CitationText) {
        if reference.doi.isEmpty, !reference.url.isEmpty {
            text.sentence(reference.accessed.map { "Accessed " + words($0) } ?? "")
            text.separate()
            text.append(link: reference.url, to: reference.url)
        }
        if !reference.doi.isEmpty {
            text.separate()
            text.append("doi:")
            // RFC 3986: '#' and '?' would end the path.
            let path = reference.doi.replacing("%", with: "%25").replacing("#", with: "%23").replacing(
                "?", with: "%3F")
            text.append(link: reference.doi, to: "https://doi.org/" + path)
        }
        if !reference.pmid.isEmpty {
            text.separate()
            text.append(
                link: "PubMed \(reference.pmid)", to: "https://pubmed.ncbi.nlm.nih.gov/\(reference.pmid)/")
        }
        if !reference.pmcid.isEmpty {
            text.separate()
            text.append(
                link: reference.pmcid, to: "https://pmc.ncbi.nlm.nih.gov/articles/\(reference.pmcid)/")
        }
    }
}

extension CitationText {
    fileprivate mutating func sentence(_ words: String) {
        if words.isEmpty { return }
        separate()
        append(words)
        end()
    }

    fileprivate mutating func sentence(_ before: String = "", italic words: String) {
        if words.isEmpty { return }
        separate()
        append(before)
        append(italic: words)
        end()
    }
}
