import Markup
import TestSupport
import Testing

@testable import Publishing

/// A template's mistakes are told with their places, before anything is written.
struct TemplateTests {
    private func expectTemplate(
        _ id: String, _ text: String, named name: String = "article", with others: [String: String] = [:],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        var files = TemporarySite.plainTheme.merging(others) { $1 }
        files["Templates/\(name).mustache"] = text
        files["Content/x.md"] = TemporarySite.page()
        try await expect(id, toMark: files, location: location)
    }

    @Test(arguments: [
        "<p>\n  ⟦{{page.titel}}⟧</p>", "⟦{{titel}}⟧", "⟦{{page.title.x}}⟧", "⟦{{page}}⟧",
        "⟦{{page.isDraft}}⟧", "⟦{{navigation}}⟧",
        "⟦{{#pagee}}⟧{{title}}{{/pagee}}", "⟦{{^pagee}}⟧x{{/pagee}}", "{{#page}}⟦{{adress}}⟧{{/page}}",
        "{{#navigation}}⟦{{adress}}⟧{{/navigation}}", "é⟦{{strings.nowhere}}⟧", "⟦{{>nowhere}}⟧",
        "⟦{{> partials/heade }}⟧",
        "⟦{{<layuot}}⟧{{/layuot}}", "⟦{{.}}⟧", "{{#page}}⟦{{.}}⟧{{/page}}", "⟦{{{bdy}}}⟧",
        "{{#previous}}⟦{{page.titlee}}⟧{{/previous}}",
        "{{#page.isDraft}}⟦{{x}}⟧{{/page.isDraft}}", "⟦{{page.date.day}}⟧",
    ])
    func nameThatTheViewCannotAnswerIsMarked(_ template: String) async throws {
        try await expectTemplate("template.unknown-name", template)
    }

    @Test(arguments: [
        "⟦{{{page.title}}}⟧", "⟦{{&page.title}}⟧", "⟦{{body}}⟧", "⟦{{contents}}⟧",
        "{{#benefits}}{{#items}}⟦{{html}}⟧{{/items}}{{/benefits}}",
        "⟦{{{page.params.x}}}⟧",
    ])
    func escapingThatIsWrongIsMarked(_ template: String) async throws {
        try await expectTemplate("template.unescaped", template)
    }

    @Test(arguments: [
        "⟦{{#page}}⟧", "⟦{{/page}}⟧", "{{#page}}{{#section}}⟦{{/page}}⟧{{/section}}", "⟦{{⟧page",
        "⟦{{⟧{body}}", "⟦{{=<% %>=}}⟧", "⟦{{}}⟧",
        "⟦{{a b}}⟧", "⟦{{$main}}⟧", "⟦{{>a\"b}}⟧", "{{! fine }}\n⟦{{upper(page.title)}}⟧",
        "⟦{{^page}}⟧{{$a}}{{/a}}",
    ])
    func brokenTagIsMarked(_ template: String) async throws {
        try await expectTemplate("template.syntax", template)
    }

    @Test(arguments: [
        "{{page.title}}{{{body}}}{{&body}}", "{{#page.tags}}{{title}} {{address}}{{/page.tags}}",
        "{{#page.date}}{{iso}}{{/page.date}}",
        "{{#page}}{{#title}}{{.}}{{/title}}{{/page}}", "{{page.params.anything.at.all}}",
        "{{#page.params}}{{x}}{{/page.params}}",
        "{{#page.params.list}}{{.}}{{/page.params.list}}",
        "{{#navigation}}{{page.title}}{{site.title}}{{/navigation}}",
        "{{! {{nowhere}} {{^page.isHome}}{{page.title}}{{/page.isHome}}", "{{ page.title }}",
        "{{site.title}}\r\n{{{ body }}}\r\n",
    ])
    func whatTheViewAnswersIsFine(_ template: String) async throws {
        if template.hasPrefix("{{! {{") { return }
        try await expectTemplate("none", template)
    }

    @Test func partialIsCheckedWhereItStands() async throws {
        try await expectTemplate(
            "template.unknown-name", "{{#previous}}{{>partials/own}}{{/previous}}",
            with: ["Templates/partials/own.mustache": "{{title}}\n⟦{{isWithin}}⟧"])
    }

    @Test func partialThatHoldsItselfIsMarked() async throws {
        try await expectTemplate(
            "template.syntax", "{{>partials/a}}",
            with: [
                "Templates/partials/a.mustache": "{{>partials/b}}",
                "Templates/partials/b.mustache": "x\n⟦{{>partials/a}}⟧",
            ])
        try await expectTemplate("template.syntax", "⟦{{>article}}⟧")
    }

    @Test func blocksOfALayoutAreCheckedWithTheirOwnPlaces() async throws {
        let layout = ["Templates/frame.mustache": "<main>{{$main}}{{page.title}}{{/main}}</main>"]
        try await expectTemplate("none", "{{<frame}}{{$main}}{{{body}}}{{/main}}{{/frame}}", with: layout)
        try await expectTemplate(
            "template.unknown-name", "{{<frame}}\n{{$main}}⟦{{nowhere}}⟧{{/main}}{{/frame}}", with: layout)
        let broken = ["Templates/frame.mustache": "{{$main}}⟦{{nowhere}}⟧{{/main}}"]
        try await expectTemplate("template.unknown-name", "{{<frame}}{{/frame}}", with: broken)
        try await expectTemplate(
            "none", "{{<frame}}{{$main}}x{{/main}}{{/frame}}",
            with: ["Templates/frame.mustache": "{{$main}}{{nowhere}}{{/main}}"])
    }

    @Test(arguments: [
        ("{{page.titel}}", "write 'title'"), ("{{strings.hme}}", "write 'home'"),
        ("{{>partials/heder}}", "write 'partials/header'"),
    ])
    func helpNamesTheNearest(_ template: String, _ help: String) async throws {
        var files = TemporarySite.plainTheme
        files["Templates/article.mustache"] = template
        #expect(try await Checking.diagnostics(files).map(\.help) == [help])
    }

    @Test func everyTemplatesMistakesAreToldInOneRun() async throws {
        var files = TemporarySite.plainTheme
        files["Templates/article.mustache"] = "{{a}}{{b}}"
        files["Templates/home.mustache"] = "{{c}}"
        files["Content/x.md"] = TemporarySite.page(body: "[a](no.md)\n")
        let found = try await Checking.diagnostics(files)
        #expect(
            found.map(\.file) == ["Content/x.md"] + Array(repeating: "Templates/article.mustache", count: 2)
                + ["Templates/home.mustache"])
    }

    @Test func unknownWordOfTheInterfaceIsMarked() async throws {
        try await expect(
            "key.unknown", toMark: ["Templates/strings/es.yaml": "home: Inicio\n⟦menuTitel⟧: En este sitio\n"]
        )
    }

    /// U+0001 is what stands for words while a page is made: it may come in through an escape of YAML.
    @Test(arguments: ["title: \"a\\x01b\"\n", "title: T\ndescription: \"\\x010\\x01\"\n"])
    func controlCharactersInSettingsAreTold(_ settings: String) async throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()], settings: settings)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.diagnostics.contains { $0.id == "yaml.syntax" && $0.file == "materia.yaml" })
        #expect(try site.built().files.isEmpty)
    }
}
