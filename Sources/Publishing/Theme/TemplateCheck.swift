import Markup

/// Holds templates against the shapes of what they will be given: an unknown name, a section that does not
/// close, text without escaping, HTML with it are told before anything is written.
struct TemplateCheck {
    let templates: [String: Template]
    private var diagnostics: Set<Diagnostic> = []
    /// Templates being looked at: a partial may not hold itself.
    private var path: [String] = []

    init(templates: [String: Template]) { self.templates = templates }

    static func check(_ templates: [String: Template], pages: [(name: String, shape: Shape)]) -> [Diagnostic]
    {
        var check = TemplateCheck(templates: templates)
        for template in templates.values { check.checkNesting(of: template) }
        // A template that does not parse has no names to speak of.
        guard check.diagnostics.isEmpty else { return Array(check.diagnostics) }
        for page in pages {
            if templates[page.name] != nil {
                check.visit(page.name, scopes: [.shape(page.shape)], blocks: [:])
            }
        }
        return Array(check.diagnostics)
    }

    private enum Scope {
        case shape(Shape)
        case text
        case open
    }

    private enum Found {
        case kind(Shape.Kind)
        case open
    }

    private typealias Block = (template: Template, tags: Range<Int>)

    private mutating func report(
        _ id: String, _ message: String, help: String, in template: Template, at tag: TemplateTag
    ) {
        diagnostics.insert(Diagnostic(id, message, help: help, file: template.path, at: tag.range))
    }

    private mutating func checkNesting(of template: Template) {
        diagnostics.formUnion(template.diagnostics)
        var open: [TemplateTag] = []
        for tag in template.tags {
            switch tag.kind {
            case .section, .inverted, .parent, .block: open.append(tag)
            case .end:
                if open.last?.name == tag.name {
                    open.removeLast()
                } else {
                    let expected = open.last.map { "'{{/\($0.name)}}'" } ?? "no closing tag"
                    report(
                        "template.syntax", "'{{/\(tag.name)}}' closes nothing; \(expected) is due",
                        help: "close sections in the order they were opened in, the last one first",
                        in: template,
                        at: tag)
                    return
                }
            case .variable, .unescaped, .partial: break
            }
        }
        for tag in open {
            report(
                "template.syntax", "'\(tag.name)' is never closed", help: "close it with '{{/\(tag.name)}}'",
                in: template, at: tag)
        }
    }

    private mutating func visit(_ name: String, scopes: [Scope], blocks: [String: Block]) {
        guard let template = templates[name] else { return }
        path.append(name)
        visit(template.tags.indices, of: template, scopes: scopes, blocks: blocks)
        path.removeLast()
    }

    private mutating func visit(
        _ range: Range<Int>, of template: Template, scopes: [Scope], blocks: [String: Block]
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let tag = template.tags[index]
            let end = template.end(of: index)
            let inner = min(index + 1, end)..<end
            switch tag.kind {
            case .variable, .unescaped: checkPrinted(tag, in: template, scopes: scopes)
            case .section, .inverted:
                visitSection(tag, inner, of: template, scopes: scopes, blocks: blocks)
            case .partial: visitPartial(tag, of: template, scopes: scopes, blocks: blocks)
            case .parent:
                var given = blocks
                for block in template.blocks(in: inner) where given[block.name] == nil {
                    given[block.name] = (template, block.tags)
                }
                visitPartial(tag, of: template, scopes: scopes, blocks: given)
            case .block:
                if let block = blocks[tag.name] {
                    visit(block.tags, of: block.template, scopes: scopes, blocks: blocks)
                } else {
                    visit(inner, of: template, scopes: scopes, blocks: blocks)
                }
            case .end: break
            }
            index = max(end, index) + 1
        }
    }

    private mutating func visitPartial(
        _ tag: TemplateTag, of template: Template, scopes: [Scope], blocks: [String: Block]
    ) {
        if path.contains(tag.name) {
            report(
                "template.syntax", "the template '\(tag.name)' holds itself", help: "take one of the two out",
                in: template, at: tag)
        } else if templates[tag.name] == nil {
            let nearest = NearestName.of(tag.name, among: templates.keys.sorted())
            report(
                "template.unknown-name", "there is no template '\(tag.name)'",
                help: nearest.map { "write '\($0)'" } ?? "add Templates/\(tag.name).mustache", in: template,
                at: tag)
        } else {
            visit(tag.name, scopes: scopes, blocks: blocks)
        }
    }

    private mutating func visitSection(
        _ tag: TemplateTag, _ inner: Range<Int>, of template: Template, scopes: [Scope],
        blocks: [String: Block]
    ) {
        guard let found = find(tag, in: template, scopes: scopes) else { return }
        var scopes = scopes
        if tag.kind == .section {
            switch found {
            case .kind(.object(let shape)), .kind(.list(let shape)): scopes.append(.shape(shape))
            case .kind(.text), .kind(.html): scopes.append(.text)
            case .kind(.open), .open: scopes.append(.open)
            case .kind(.flag): break
            }
        }
        visit(inner, of: template, scopes: scopes, blocks: blocks)
    }

    private mutating func checkPrinted(_ tag: TemplateTag, in template: Template, scopes: [Scope]) {
        guard let found = find(tag, in: template, scopes: scopes) else { return }
        switch found {
        case .kind(.html):
            if tag.kind == .unescaped { return }
            report(
                "template.unescaped", "'\(tag.name)' is finished HTML and would be escaped",
                help: "write '{{{\(tag.name)}}}'", in: template, at: tag)
        case .kind(.text), .kind(.open), .open:
            if tag.kind == .variable { return }
            report(
                "template.unescaped", "'\(tag.name)' is text and would reach the page without escaping",
                help: "write '{{\(tag.name)}}'", in: template, at: tag)
        case .kind(.flag), .kind(.object), .kind(.list):
            report(
                "template.unknown-name", "'\(tag.name)' has nothing to print",
                help: "use it as a section: '{{#\(tag.name)}}…{{/\(tag.name)}}'", in: template, at: tag)
        }
    }

    /// What a name stands for, looked up from the innermost section outwards.
    private mutating func find(_ tag: TemplateTag, in template: Template, scopes: [Scope]) -> Found? {
        if tag.name == "." {
            switch scopes.last {
            case .text: return .kind(.text)
            case .open: return .open
            case .shape, nil:
                report(
                    "template.unknown-name", "'.' has nothing to print here", help: "name what is meant",
                    in: template,
                    at: tag)
                return nil
            }
        }
        let parts = tag.name.split(separator: ".").map(String.init)
        for scope in scopes.reversed() {
            switch scope {
            case .open: return .open
            case .text: continue
            case .shape(let shape):
                guard let kind = shape.kind(of: parts[0]) else { continue }
                return follow(parts.dropFirst(), from: kind, shape: shape, tag, in: template)
            }
        }
        let known = scopes.reversed().flatMap { scope -> [String] in
            if case .shape(let shape) = scope { return shape.fields.map(\.name) }
            return []
        }
        reportUnknown(parts[0], known: known, tag, in: template)
        return nil
    }

    private mutating func follow(
        _ parts: ArraySlice<String>, from kind: Shape.Kind, shape: Shape, _ tag: TemplateTag,
        in template: Template
    ) -> Found? {
        guard let part = parts.first else { return .kind(kind) }
        switch kind {
        case .open: return .open
        case .object(let inner):
            guard let next = inner.kind(of: part) else {
                reportUnknown(part, known: inner.fields.map(\.name), tag, in: template)
                return nil
            }
            return follow(parts.dropFirst(), from: next, shape: inner, tag, in: template)
        case .text, .html, .flag, .list:
            reportUnknown(part, known: [], tag, in: template)
            return nil
        }
    }

    private mutating func reportUnknown(
        _ name: String, known: [String], _ tag: TemplateTag, in template: Template
    ) {
        let nearest = NearestName.of(name, among: known)
        report(
            "template.unknown-name",
            "nothing is called '\(name)' here\(tag.name == name ? "" : ", in '\(tag.name)'")",
            help: nearest.map { "write '\($0)'" } ?? "see ARCHITECTURE.md for the names that templates have",
            in: template, at: tag)
    }
}
