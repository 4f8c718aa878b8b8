import Markup

/// `/llms.txt`: what a health site is and where its articles stand as Markdown, for programs that answer people's
/// questions with its words.
///
/// Source: https://llmstxt.org
struct LLMsText: Sendable {
    static let address = Address(relative: "llms.txt")

    let site: Site

    var file: OutputFile {
        let strings = site.strings(site.configuration.language)
        var parts = ["# " + site.configuration.title]
        if !site.configuration.description.isEmpty { parts.append("> " + site.configuration.description) }
        let isUnreviewed = site.pages.contains { site.hasMarkdown($0) && site.isUnreviewed($0) }
        if isUnreviewed { parts.append("**\(strings["notReviewed"])**") }
        parts.append(strings["notMedicalAdvice"])
        if let crisis = site.data.crisis.own { parts.append(crisis.markdown(strings)) }
        parts += site.sections.compactMap(section)
        return OutputFile(address: Self.address, bytes: Array((parts.joined(separator: "\n\n") + "\n").utf8))
    }

    /// `nil` where nothing of it is published. A translation says which language it is in.
    private func section(_ section: SiteSection) -> String? {
        let articles = section.articles.map { site.pages[$0] }.filter(site.hasMarkdown)
        if articles.isEmpty { return nil }
        let title = section.name.isEmpty ? site.configuration.title(in: section.language) : section.title
        let language = site.isTranslation(section.language) ? " (\(section.language))" : ""
        return "## \(title)\(language)\n\n" + articles.map(entry).joined(separator: "\n")
    }

    private func entry(_ page: Page) -> String {
        let title = page.title.replacing(/[\[\]\\]/) { "\\" + $0.output }
        let description = page.frontMatter.description.replacing("\n", with: " ")
        return "- [\(title)](\(site.url(of: site.markdownAddress(of: page))))"
            + (description.isEmpty ? "" : ": " + description)
    }
}

extension Output {
    static let llmsText = Output(name: "llms.txt") { build, _ in
        build.site.isHealth ? [LLMsText(site: build.site).file] : []
    }
}
