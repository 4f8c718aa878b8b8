import Markup

/// An article's source beside it, for programs that read words and not pages: `/safety/heart/index.md`.
///
/// What the safety rules put on every page stands here, too: the banner and the advice (R-12, R-3), where to turn in a
/// crisis (R-1), what is approved (R-4), harms as well as benefits (R-6). The body is as it was written.
struct MarkdownCopy: Sendable {
    let site: Site
    let page: Page
    private let strings: Strings

    static let name = "index.md"

    init(site: Site, page: Page) {
        self.site = site
        self.page = page
        strings = site.strings(page.language)
    }

    /// - Parameter source: the whole file.
    func bytes(_ source: [UInt8]) -> [UInt8] {
        let front = page.frontMatter
        var parts = ["# " + page.title]
        if site.isUnreviewed(page) { parts.append("**\(strings["notReviewed"])**") }
        if site.isOutOfDate(page) { parts.append("**\(strings["outOfDate"])**") }
        if site.newerSource(of: page) != nil { parts.append("**\(strings["olderTranslation"])**") }
        parts.append(strings["notMedicalAdvice"])
        if let crisis = site.data.crisis[page.language] { parts.append(crisis.markdown(strings)) }
        if !front.description.isEmpty { parts.append(front.description) }
        for (name, text) in [("mainMessage", front.mainMessage), ("action", front.action)] {
            if let text { parts.append("## \(strings[name])\n\n\(text.value.trimmingSpaces)") }
        }
        parts += approvals(in: source)
        let lists = [
            ("benefits", front.benefits), ("harms", front.harms), ("unknowns", front.unknowns),
            ("alternatives", front.alternatives), ("whoShouldNot", front.whoShouldNot),
            ("askYourClinic", front.askYourClinic),
        ]
        for (name, items) in lists where !items.isEmpty {
            parts.append(Self.section(strings[name], items.map { String($0.value.trimmingSpaces) }))
        }
        let body = String(
            decoding: Self.withoutComments(source[min(page.head, source.count)...]), as: UTF8.self)
        parts.append(String(String(body.drop { $0.isNewline }).trimmingSpaces))
        parts += references(in: source)
        let text = parts.joined(separator: "\n\n")
        return Array((text + "\n").utf8)
    }

    /// Editors' notes to each other are in no page.
    private static func withoutComments(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let opening = Array("<!--".utf8)
        guard body.firstRange(of: opening) != nil else { return body }
        let document = Parser(dialect: .commonMark).parse(body)
        var kept: [UInt8] = []
        var rest = body
        for node in document.nodes where node.kind == .htmlBlock || node.kind == .htmlInline {
            let text = document.bytes(node.text)
            guard text.starts(with: opening), let end = text.firstRange(of: Array("-->".utf8))?.upperBound,
                let found = rest.firstRange(of: text[..<end])
            else { continue }
            kept += rest[..<found.lowerBound]
            rest = rest[found.upperBound...]
        }
        return (kept + rest)[...]
    }

    private static func section(_ title: String, _ items: [String]) -> String {
        "## \(title)\n\n" + items.map { "- " + $0.replacing("\n", with: "\n  ") }.joined(separator: "\n")
    }

    /// What each `[@id]` stands for.
    private func references(in source: [UInt8]) -> [String] {
        let cited = MentionScanner(site: site).references(in: source).sorted()
        if cited.isEmpty { return [] }
        let items = cited.map { place in
            let reference = site.data.bibliography.references[place]
            return "[@\(reference.id)] \(reference.text.plain)"
        }
        return [Self.section(strings["referencesTitle"], items)]
    }

    private func approvals(in source: [UInt8]) -> [String] {
        let approvals = site.data.approvals[page.language]
        let products = approvals.products.products(in: source)
        let found = approvals.all.filter { products.contains($0.product) }
        if found.isEmpty { return [] }
        let items = found.map { approval in
            let country = strings.words["country" + approval.country] ?? approval.country
            return
                "\(approval.displayName), \(country): **\(approval.status.words(strings))** \(approval.use)"
        }
        return [Self.section(strings["approvalsTitle"], items)]
    }
}

extension Site {
    func hasMarkdown(_ page: Page) -> Bool {
        isHealth && page.role == .article && page.status == .published && isListed(page)
    }

    func markdownAddress(of page: Page) -> Address {
        Address(relative: page.address.relative + MarkdownCopy.name)
    }
}

extension CrisisData {
    /// The whole message with its lines.
    func markdown(_ strings: Strings) -> String {
        let list = lines.map { "- " + $0.markdown(strings) }.joined(separator: "\n")
        let whole = message.contains("{lines}") ? message : message + "\n\n{lines}"
        return String(whole.replacing("{lines}", with: "\n\n" + list + "\n\n").trimmingSpaces)
            .replacing(/\n{3,}/, with: "\n\n")
    }
}

extension CrisisData.Line {
    /// `United States: 988 Suicide & Crisis Lifeline: Call 988, Text 988, https://988lifeline.org (24/7)`.
    fileprivate func markdown(_ strings: Strings) -> String {
        let ways = [
            call.isEmpty ? "" : strings["call"] + " " + call,
            text.isEmpty ? "" : strings["text"] + " " + text,
            chat, email,
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        let details = [hours, note].filter { !$0.isEmpty }.joined(separator: "; ")
        return "\(strings.words["country" + country] ?? country): \(name): \(ways)"
            + (details.isEmpty ? "" : " (\(details))")
    }
}
