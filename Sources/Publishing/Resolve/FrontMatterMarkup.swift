import Markup

/// Turns the lines of Markdown in the front matter into HTML, checked like the body.
struct FrontMatterMarkup {
    let resolver: LinkResolver
    let page: Page
    let isRendered: Bool
    /// The file, for the places of words in it.
    let source: [UInt8]

    struct Result {
        var diagnostics: [Diagnostic] = []
        var anchors: [AnchorReference] = []
        var mainMessage: HTML?
        var action: HTML?
        var benefits: [HTML] = []
        var harms: [HTML] = []
        var unknowns: [HTML] = []
        var alternatives: [HTML] = []
        var whoShouldNot: [HTML] = []
        var askYourClinic: [HTML] = []
        var changes: [HTML] = []
        var withdrawalReason: HTML?
    }

    /// What stands before the body: rule R-6 wants the harms before any picture.
    ///
    /// - Parameter sources: numbers what the lines cite, before the body's citations.
    func renderLead(_ sources: inout SourcePass) -> Result {
        let front = page.frontMatter
        var result = Result()
        result.mainMessage = front.mainMessage.map { render($0, isLine: false, &sources, into: &result) }
        result.action = front.action.map { render($0, isLine: false, &sources, into: &result) }
        result.benefits = front.benefits.map { render($0, &sources, into: &result) }
        result.harms = front.harms.map { render($0, &sources, into: &result) }
        return result
    }

    /// What stands after the body. Its citations are numbered after those of the body, too.
    func renderRest(_ sources: inout SourcePass, into result: inout Result) {
        let front = page.frontMatter
        result.unknowns = front.unknowns.map { render($0, &sources, into: &result) }
        result.alternatives = front.alternatives.map { render($0, &sources, into: &result) }
        result.whoShouldNot = front.whoShouldNot.map { render($0, &sources, into: &result) }
        result.askYourClinic = front.askYourClinic.map { render($0, &sources, into: &result) }
        result.changes = front.changes.map { render($0.note, &sources, into: &result) }
        checkReplacement(into: &result)
        result.withdrawalReason = front.withdrawn?.reason.map {
            render($0, isLine: false, &sources, into: &result)
        }
    }

    private func checkReplacement(into result: inout Result) {
        guard let written = page.frontMatter.withdrawn?.replacement else { return }
        if case .page = resolver.target(of: Destination(Array(written.value.utf8)[...]), from: page) {
            return
        }
        result.diagnostics.append(
            Diagnostic(
                "link.missing-page", "there is no page at '\(written.value)'",
                help: "name the page that takes its place, or leave 'replacement' out", file: page.path.full,
                at: written.range))
    }

    /// `isLine`: what is one paragraph goes without its tags.
    private func render(
        _ written: Written<String>, isLine: Bool = true, _ sources: inout SourcePass,
        into result: inout Result
    ) -> HTML {
        let text = Array(written.value.utf8)
        var document = Parser().parse(text)
        var sizes: [String: ImageSize?] = [:]
        var links = LinkPass(resolver, page: page, linesAbove: 0, source: text[...])
        links.run(on: &document, sizes: &sizes)
        let places = FieldPlaces(written, text, in: source)
        sources.resolve(&document, at: places.place)
        let structure = StructureCheck(
            path: page.path.full, linesAbove: 0, rawHTML: resolver.site.configuration.rawHTML,
            source: text[...])
        let rawHTML = structure.check(document, startsAtTitle: false).filter { $0.id == "html.raw" }
        let words = LinkWordsCheck(path: page.path.full, linesAbove: 0, source: text[...]).check(document)
        result.diagnostics += (links.diagnostics + rawHTML + words).map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.range = places.place(of: diagnostic.range)
            return diagnostic
        }
        result.anchors += links.anchors.map { anchor in
            let range =
                switch anchor.place {
                case .exact(let range): range
                case .inBody(let place): Document.exactRange(of: place, in: text[...])
                }
            return AnchorReference(
                target: anchor.target, fragment: anchor.fragment, page: anchor.page,
                place: .exact(places.place(of: range)))
        }
        guard isRendered else { return HTML() }
        let rawMarkup: HTMLRenderer.RawHTML = resolver.site.configuration.rawHTML == .allow ? .allow : .omit
        let renderer = HTMLRenderer(rawHTML: rawMarkup, style: .page)
        var html = HTML()
        let isOneParagraph =
            document.nodes.count > 1 && document.nodes[1].kind == .paragraph
            && Int(document.nodes[1].end) == document.nodes.count
        if isLine && isOneParagraph {
            renderer.render(document, within: 2..<document.nodes.count, into: &html)
        } else {
            renderer.render(document, within: document.subtree(of: 0), into: &html)
        }
        return html
    }
}

/// From the words of a field's value to where they stand in the file.
private struct FieldPlaces {
    private let written: Written<String>
    private let text: [UInt8]
    private let source: [UInt8]

    init(_ written: Written<String>, _ text: [UInt8], in source: [UInt8]) {
        (self.written, self.text, self.source) = (written, text, source)
    }

    func place(of range: SourceRange) -> SourceRange {
        let bytes = LineTable(text).offsets(of: range, upTo: text.count)
        return ScalarText(file: source[...], from: written.range.start)?.range(of: bytes, in: written.value)
            ?? written.range
    }
}
