import Markup
import Mustache
import TestSupport
import Testing

@testable import Publishing

/// Programs against what swift-mustache itself makes of the same template and the same words.
struct TemplateProgramTests {
    private static let item = Shape(["name": .text, "html": .html, "isLast": .flag])
    private static let shape = Shape([
        "title": .text, "empty": .text, "body": .html, "flag": .flag, "inner": .object(item),
        "items": .list(item),
        "shared": .object(item), "params": .open, "absent": .object(item),
    ])
    private static let shared = ViewObject(
        item, isShared: true, ["name": .text("sh & ared"), "html": .html(HTML("<hr>"))])

    private static func object(_ title: String, _ names: [String], flag: Bool, inner: String?) -> ViewObject {
        var body = HTML()
        body.append(trusting: Array("<p>\(title.count)</p>\n<pre>\n  x\n</pre>\n".utf8))
        return ViewObject(
            shape,
            [
                "title": .text(title), "empty": .text(""), "body": .html(body), "flag": .flag(flag),
                "inner": .object(inner.map { ViewObject(item, ["name": .text($0), "isLast": .flag(true)]) }),
                "items": .list(
                    names.map { ViewObject(item, ["name": .text($0), "html": .html(HTML("<i>i</i>"))]) }),
                "shared": .object(shared),
                "params": .open(
                    .map(["a": .text("<p>"), "list": .list([.text("1"), .text("2")]), "on": .flag(true)])),
            ])
    }

    /// The same values as swift-mustache takes them.
    private static func plain(_ object: ViewObject) -> [String: Any] {
        var values: [String: Any] = [:]
        for (field, value) in zip(object.shape.fields, object.values) {
            switch value {
            case .absent: break
            case .text(let text): if !text.isEmpty { values[field.name] = text }
            case .html(let html):
                if !html.isEmpty { values[field.name] = String(decoding: html.bytes, as: UTF8.self) }
            case .flag(let flag): values[field.name] = flag
            case .object(let inner): values[field.name] = plain(inner)
            case .list(let list): values[field.name] = list.map(plain)
            case .open(let open): values[field.name] = plain(open)
            }
        }
        return values
    }

    private static func plain(_ value: OpenValue) -> Any {
        switch value {
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let list): list.map(plain)
        case .map(let map): map.mapValues { plain($0) }
        }
    }

    private static let templates = [
        "{{title}}", "a {{title}} b {{empty}} c", "{{{body}}}|{{&body}}",
        "{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}",
        "{{#title}}[{{.}}]{{/title}}{{^empty}}none{{/empty}}{{#empty}}some{{/empty}}",
        "{{#inner}}{{name}}-{{title}}{{/inner}}{{^inner}}nobody{{/inner}}", "{{inner.name}}{{absent.name}}",
        "<ul>\n{{#items}}\n  <li>{{name}} {{{html}}} {{title}}</li>\n{{/items}}\n{{^items}}\n  none\n{{/items}}\n</ul>\n",
        "{{shared.name}}{{#shared}}{{{html}}}{{name}}{{title}}{{/shared}}",
        "{{params.a}}{{#params.list}}({{.}}){{/params.list}}",
        "{{#params}}{{a}}{{#on}}on{{/on}}{{/params}}", "{{! nothing }}\nx\n{{#flag}}\n{{>part}}\n{{/flag}}\n",
        "  {{>line}}\n", "{{<frame}}{{$main}}{{title}}{{#items}}{{name}}{{/items}}{{/main}}{{/frame}}",
        "{{<frame}}{{/frame}}",
        "{{#items}}{{#inner}}{{name}}{{/inner}}{{name}}{{/items}}",
        "{{#flag}}{{#title}}{{title}}{{/title}}{{/flag}}",
    ]

    @Test(arguments: templates)
    func programWritesWhatSwiftMustacheWrites(_ template: String) throws {
        let titles = ["T", "<b> & \"q\" 'a'", "{{title}}", "\u{1F600} é", "  spaces  ", "two\nlines"]
        let library = try library(template)
        for (number, title) in titles.enumerated() {
            for names in [[], ["one"], ["one", "<two>"]] {
                let object = Self.object(
                    title, names, flag: number % 2 == 0, inner: number % 3 == 0 ? nil : "in & out")
                let program = try #require(TemplateProgram(rendering: object, with: "t", of: library))
                var html = HTML()
                program.run(on: object, into: &html)
                let direct = try #require(library.render(Self.plain(object), withTemplate: "t"))
                // Mustache escapes apostrophes too, which mean nothing between double quotes.
                #expect(text(html) == direct.replacing("&#39;", with: "'"))
            }
        }
    }

    /// swift-mustache would put the margin before each line of a body, in code blocks too.
    @Test func marginOfAPartialStaysOutOfTheWords() throws {
        let object = Self.object("T", [], flag: true, inner: nil)
        let program = try #require(
            TemplateProgram(rendering: object, with: "t", of: library("  {{>part}}\n")))
        var html = HTML()
        program.run(on: object, into: &html)
        #expect(text(html).contains("\n<pre>\n  x\n</pre>\n"), "\(text(html))")
    }

    @Test(arguments: templates)
    func programMadeForOneObjectServesAllOfItsForm(_ template: String) throws {
        let library = try library(template)
        let first = Self.object("first", ["a", "b"], flag: true, inner: "c")
        let second = Self.object("<second>", ["d", "e"], flag: true, inner: "&")
        var (a, b): ([UInt64], [UInt64]) = ([], [])
        first.form(into: &a)
        second.form(into: &b)
        #expect(a == b)
        var (reused, own) = (HTML(), HTML())
        try #require(TemplateProgram(rendering: first, with: "t", of: library)).run(on: second, into: &reused)
        try #require(TemplateProgram(rendering: second, with: "t", of: library)).run(on: second, into: &own)
        #expect(text(reused) == text(own))
    }

    @Test func objectsOfAnotherFormAreTold() {
        func form(_ object: ViewObject) -> [UInt64] {
            var form: [UInt64] = []
            object.form(into: &form)
            return form
        }
        let objects = [
            Self.object("a", ["b"], flag: true, inner: nil), Self.object("a", ["b"], flag: false, inner: nil),
            Self.object("", ["b"], flag: true, inner: nil), Self.object("a", [], flag: true, inner: nil),
            Self.object("a", ["b", "c"], flag: true, inner: nil),
            Self.object("a", ["b"], flag: true, inner: "x"),
            Self.object("a", ["b"], flag: true, inner: ""), Self.object("a", [""], flag: true, inner: nil),
            ViewObject(Self.shape, ["params": .open(.text("ab"))]),
            ViewObject(Self.shape, ["params": .open(.list([.text("ab")]))]),
            ViewObject(Self.shape, ["params": .open(.list([.text("a"), .text("b")]))]),
        ]
        #expect(Set(objects.map(form)).count == objects.count)
    }

    private func library(_ template: String) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        try library.register(template, named: "t")
        try library.register("part {{title}}\n{{{body}}}\nend\n", named: "part")
        try library.register("{{title}}\nx\n", named: "line")
        try library.register("<main>{{$main}}default {{title}}{{/main}}</main>", named: "frame")
        return library
    }

    private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }
}
