import Markup
import Yams

/// YAML → front matter.
struct FrontMatterReader {
    let profile: Configuration.Profile
    private var yaml: YAMLReader

    /// Longer than this between reviews, in months, is no review: R-12.
    static let longestBetweenReviews = 36

    init(_ text: YAMLText, profile: Configuration.Profile) {
        self.profile = profile
        yaml = YAMLReader(text)
    }

    /// The front matter as far as it can be understood, and what is wrong with it.
    static func read(_ text: YAMLText, profile: Configuration.Profile) -> (FrontMatter, [Diagnostic]) {
        var reader = FrontMatterReader(text, profile: profile)
        let frontMatter = reader.read()
        return (frontMatter, reader.yaml.diagnostics)
    }

    private mutating func read() -> FrontMatter {
        var page = FrontMatter()
        let root = yaml.text.compose(&yaml.diagnostics)
        guard let root else {
            page.isRead = yaml.diagnostics.isEmpty
            if page.isRead { requireTexts(of: page, given: [:]) }
            return page
        }
        var given: [FrontMatter.Key: Yams.Node] = [:]
        for (name, node) in yaml.entries(of: root, in: "", known: FrontMatter.Key.names) {
            guard let key = FrontMatter.Key(rawValue: name) else { continue }
            if key == .title || key == .description { given[key] = node }
            read(key, node, into: &page)
            if profile == .health { page.places[key] = yaml.text.range(of: node) }
        }
        if case .mapping = root { requireTexts(of: page, given: given) }
        return page
    }

    private mutating func requireTexts(of page: FrontMatter, given: [FrontMatter.Key: Yams.Node]) {
        require(
            .title, page.title, given, help: "add 'title: …', the words that stand at the top of the page")
        guard profile == .health else { return }
        require(
            .description, page.description, given,
            help: "add 'description: …', one sentence that says what the page is about")
    }

    private mutating func require(
        _ key: FrontMatter.Key, _ value: String, _ given: [FrontMatter.Key: Yams.Node], help: String
    ) {
        guard value.isEmpty else { return }
        guard let node = given[key] else {
            yaml.diagnostics.append(
                Diagnostic(
                    "key.missing", "the page has no '\(key.rawValue)'", help: help, file: yaml.text.path,
                    at: SourceRange(line: 1, column: 1, length: 3)))
            return
        }
        if yaml.isEmpty(node) || node.scalar != nil { yaml.missing(key.rawValue, node, help: help) }
    }

    private mutating func read(_ key: FrontMatter.Key, _ node: Yams.Node, into page: inout FrontMatter) {
        let name = key.rawValue
        switch key {
        case .title: page.title = trimmed(name, node)
        case .description: page.description = trimmed(name, node)
        case .slug: page.slug = slug(node)
        case .weight: page.weight = yaml.integer(name, node)
        case .tags: page.tags = tags(node)
        case .authors: page.authors = yaml.texts(name, node).map(\.value)
        case .aliases: page.aliases = aliases(node)
        case .date: page.date = yaml.date(name, node)
        case .updated: page.updated = yaml.date(name, node)
        case .draft: page.isDraft = yaml.flag(name, node) ?? false
        case .publishDate: page.publishDate = yaml.date(name, node)
        case .expiryDate: page.expiryDate = yaml.date(name, node)
        case .withdrawn: page.withdrawn = withdrawal(node)
        case .kind: page.kind = yaml.choice(name, node) ?? .article
        case .audience: page.audience = yaml.choice(name, node) ?? .patient
        case .lastReviewed: page.review.last = yaml.date(name, node)
        case .reviewEvery: page.review.every = months(node)
        case .reviewedBy: page.review.reviewers = yaml.list(name, node).compactMap { reviewer($0) }
        case .mainMessage: page.mainMessage = yaml.written(name, node)
        case .action: page.action = yaml.written(name, node)
        case .benefits: page.benefits = yaml.texts(name, node)
        case .harms: page.harms = yaml.texts(name, node)
        case .unknowns: page.unknowns = yaml.texts(name, node)
        case .alternatives: page.alternatives = yaml.texts(name, node)
        case .whoShouldNot: page.whoShouldNot = yaml.texts(name, node)
        case .askYourClinic: page.askYourClinic = yaml.texts(name, node)
        case .changes: page.changes = yaml.list(name, node).compactMap { change($0) }
        case .codes: page.codes = codes(node)
        case .search: page.search = search(node)
        case .params:
            if !yaml.isEmpty(node), yaml.entries(of: node, in: name) != nil {
                page.params = yaml.open(name, node)
            }
        }
    }

    private mutating func trimmed(_ name: String, _ node: Yams.Node) -> String {
        guard let text = yaml.string(name, node) else { return "" }
        var previous: UInt8 = 0x20
        let isPlain = text.utf8.allSatisfy { byte in
            defer { previous = byte }
            return byte > 0x20 || byte == 0x20 && previous != 0x20
        }
        if isPlain, previous != 0x20 { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func slug(_ node: Yams.Node) -> Written<String>? {
        guard let slug = yaml.written("slug", node) else { return nil }
        let made = Slug.make(slug.value)
        if made == slug.value { return slug }
        yaml.wrongType(
            "slug", node, "lower-case letters, digits and hyphens",
            help: made.isEmpty ? nil : "write '\(made)'")
        return nil
    }

    private mutating func tags(_ node: Yams.Node) -> [Written<String>] {
        let tags = yaml.texts("tags", node)
        for tag in tags where Slug.make(tag.value).isEmpty {
            yaml.diagnostics.append(
                Diagnostic(
                    "key.type", "the tag '\(tag.value)' gives no address",
                    help: "write it with letters or digits",
                    file: yaml.text.path, at: tag.range))
        }
        return tags
    }

    private mutating func aliases(_ node: Yams.Node) -> [Written<String>] {
        yaml.texts("aliases", node).filter { alias in
            let isAddress =
                alias.value.hasPrefix("/") && !alias.value.split(separator: "/").contains { $0 == ".." }
            if !isAddress {
                yaml.diagnostics.append(
                    Diagnostic(
                        "key.type", "'aliases' takes addresses of this site, not '\(alias.value)'",
                        help: "begin it with '/', as in '/old/address/'", file: yaml.text.path,
                        at: alias.range))
            }
            return isAddress
        }
    }

    private mutating func withdrawal(_ node: Yams.Node) -> FrontMatter.Withdrawal? {
        if yaml.isEmpty(node) { return nil }
        var withdrawal = FrontMatter.Withdrawal()
        for (key, value) in yaml.entries(of: node, in: "withdrawn", known: ["date", "reason", "replacement"])
        {
            switch key {
            case "date": withdrawal.date = yaml.date("withdrawn.date", value)
            case "reason": withdrawal.reason = yaml.written("withdrawn.reason", value)
            default: withdrawal.replacement = yaml.written("withdrawn.replacement", value)
            }
        }
        return withdrawal
    }

    private mutating func reviewer(_ node: Yams.Node) -> FrontMatter.Reviewer? {
        var reviewer = FrontMatter.Reviewer(
            name: "", credentials: "", role: .clinical, range: yaml.text.range(of: node))
        for (key, value) in yaml.entries(of: node, in: "reviewedBy", known: ["name", "credentials", "role"]) {
            switch key {
            case "name": reviewer.name = yaml.string("name", value) ?? ""
            case "credentials": reviewer.credentials = yaml.string("credentials", value) ?? ""
            default: reviewer.role = yaml.choice("role", value) ?? .clinical
            }
        }
        return node.mapping == nil ? nil : reviewer
    }

    private mutating func change(_ node: Yams.Node) -> FrontMatter.Change? {
        var date: CalendarDate?
        var note: Written<String>?
        let told = yaml.diagnostics.count
        for (key, value) in yaml.entries(of: node, in: "changes", known: ["date", "note"]) {
            if key == "date" {
                date = yaml.date("changes.date", value)
            } else {
                note = yaml.written("changes.note", value)
            }
        }
        guard node.mapping != nil else { return nil }
        guard let date, let note else {
            // One that is there and wrong has been told already.
            if yaml.diagnostics.count > told { return nil }
            yaml.report(
                "key.missing", "a change has a 'date' and a 'note'",
                help: "write both: {date: 2026-11-23, note: …}",
                at: node)
            return nil
        }
        return FrontMatter.Change(date: date, note: note)
    }

    private mutating func search(_ node: Yams.Node) -> FrontMatter.Search {
        var search = FrontMatter.Search()
        if yaml.isEmpty(node) { return search }
        for (key, value) in yaml.entries(of: node, in: "search", known: ["exclude", "keywords"]) {
            if key == "exclude" {
                search.isExcluded = yaml.flag("search.exclude", value) ?? false
            } else {
                search.keywords = yaml.texts("search.keywords", value).map(\.value)
            }
        }
        return search
    }

    /// `SYSTEM:CODE`, as in `ICD-10-CM:F33.2`.
    private mutating func codes(_ node: Yams.Node) -> [Written<String>] {
        let codes = yaml.texts("codes", node)
        for code in codes
        where code.value.split(separator: ":", omittingEmptySubsequences: false).count(where: { !$0.isEmpty })
            != 2
        {
            yaml.diagnostics.append(
                Diagnostic(
                    "key.type", "'codes' takes a system and a code, not '\(code.value)'",
                    help: "write it as 'ICD-10-CM:F33.2'", file: yaml.text.path, at: code.range))
        }
        return codes
    }

    private mutating func months(_ node: Yams.Node) -> Int? {
        guard let words = yaml.string("reviewEvery", node)?.split(separator: " ") else { return nil }
        let lengths = ["month": 1, "months": 1, "year": 12, "years": 12]
        if words.count == 2, let count = Int(words[0]), let length = lengths[String(words[1])],
            (1...Self.longestBetweenReviews).contains(
                count.multipliedReportingOverflow(by: length).partialValue)
        {
            return count * length
        }
        yaml.wrongType(
            "reviewEvery", node, "at most \(Self.longestBetweenReviews) months",
            help: "write, for example, '12 months'")
        return nil
    }
}
