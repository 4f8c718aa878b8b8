import Markup
import TestSupport
import Testing

@testable import Publishing

struct ConfigurationTests {
    private func read(_ yaml: String) -> (Configuration, [Diagnostic]) {
        Configuration.read(SourceFile(path: "materia.yaml", bytes: Array(yaml.utf8)))
    }

    @Test func everySettingIsRead() {
        let (settings, diagnostics) = read(
            """
            title: Guide
            description: Words
            baseURL: https://Example.org/guide
            language: pt-BR
            profile: health
            sections: [b, a]
            organisation: {name: N, email: e@example.org, url: https://n.example}
            checks: {heading.skipped: warning, link: off}
            html: allow
            readability: {warn: 6.5, error: 9}
            search: {exclude: [updates]}
            """)
        #expect(diagnostics.isEmpty)
        #expect(settings.title == "Guide")
        #expect(settings.baseURL.description == "https://example.org/guide/")
        #expect(settings.language == "pt-BR")
        #expect(settings.profile == .health)
        #expect(settings.sections == ["b", "a"])
        #expect(settings.organisation?.email == "e@example.org")
        #expect(settings.checks == ["heading.skipped": .warning, "link": .off])
        #expect(settings.rawHTML == .allow)
        #expect(settings.readability.warn == 6.5)
        #expect(settings.searchExclude == ["updates"])
    }

    @Test(arguments: [
        ("⟦titel⟧: a", "key.unknown"), ("organisation: {⟦nmae⟧: a}", "key.unknown"),
        ("checks: {⟦lnk⟧: off}", "key.unknown"),
        ("checks: {⟦link.mising-page⟧: off}", "key.unknown"), ("readability: {⟦wran⟧: 1}", "key.unknown"),
        ("search: {⟦exlude⟧: [a]}", "key.unknown"), ("baseURL: ⟦example.org⟧", "key.type"),
        ("baseURL: ⟦ftp://example.org/⟧", "key.type"), ("language: ⟦english⟧", "key.type"),
        ("profile: ⟦helth⟧", "key.type"),
        ("html: ⟦yes⟧", "key.type"), ("sections: ⟦{⟧a: b}", "key.type"),
        ("organisation: ⟦Clinic⟧", "key.type"),
        ("checks: ⟦[⟧link]", "key.type"), ("checks: {link: ⟦of⟧}", "key.type"),
        ("readability: {warn: ⟦low⟧}", "key.type"),
        ("readability: {warn: ⟦.inf⟧}", "key.type"), ("title: b", "yaml.syntax"),
        ("title: [a", "yaml.syntax"),
        ("---\ntitle: b", "yaml.syntax"), ("description: ⟦{⟧a: b}", "key.type"),
    ])
    func mistakeIsMarked(_ yaml: String, _ id: String) {
        let marked = MarkedText("title: a\n" + yaml + "\n")
        let (_, diagnostics) = read(marked.text)
        #expect(diagnostics.map(\.id) == [id])
        if let range = marked.ranges.first { #expect(diagnostics.map(\.range) == [range]) }
    }

    @Test(arguments: ["", "# nothing\n", "description: a\n", "title:\n", "title: \"\"\n"])
    func aSiteHasATitle(_ yaml: String) {
        #expect(read(yaml).1.map(\.id) == ["key.missing"])
    }

    @Test(arguments: [
        ("profil", "profile"), ("baseurl", "baseURL"), ("sectoins", "sections"),
        ("readablity", "readability"),
    ])
    func unknownKeyIsToldWithTheNearest(_ typed: String, _ meant: String) {
        #expect(read("title: a\n\(typed): b\n").1.map(\.help) == ["write '\(meant)'"])
    }

    /// Contract, section 2: the example names an id of the health rules.
    @Test func everyIDOfTheContractMayBeSet() {
        #expect(read("title: a\nchecks: {readability.grade: warning, link.external: off}\n").1.isEmpty)
    }

    @Test func anIDsOwnSettingComesBeforeItsAreas() {
        let (settings, _) = read("title: a\nchecks: {link: off, link.case: warning}\n")
        func applied(_ id: String) -> Diagnostic.Severity? {
            settings.apply(to: Diagnostic(id, "m", help: "h", file: "f", at: .startOfFile))?.severity
        }
        #expect(applied("link.case") == .warning)
        #expect(applied("link.missing-page") == nil)
        #expect(applied("heading.skipped") == .error)
    }

    /// What `materia config` prints can be a site's settings again.
    @Test(arguments: [
        "title: \"a: 'b' \\\" #c\"\n", "title: a\nbaseURL: https://example.org/x/\nsections: [a, b]\n",
    ])
    func settingsInForceAreSettings(_ yaml: String) {
        let (settings, _) = read(yaml)
        let (again, diagnostics) = read(settings.yaml)
        #expect(diagnostics.isEmpty)
        #expect(again.yaml == settings.yaml)
        #expect(read(settings.yaml).0.title == settings.title)
    }
}

struct BaseURLTests {
    @Test(arguments: [
        ("https://example.org", "https://example.org", "/"),
        ("https://example.org/", "https://example.org", "/"),
        ("HTTPS://Example.ORG/A", "https://example.org", "/A/"),
        ("http://localhost:4000/a//b/", "http://localhost:4000", "/a/b/"),
    ])
    func addressHasAnOriginAndAPath(_ text: String, _ origin: String, _ path: String) throws {
        let url = try #require(BaseURL(text))
        #expect(url.origin == origin)
        #expect(url.path == path)
        #expect(url.link(to: Address(relative: "a/")) == path + "a/")
        #expect(url.url(of: Address(relative: "a/")) == origin + path + "a/")
    }

    @Test(arguments: [
        "", "/", "example.org", "//example.org", "ftp://example.org", "https://", "https:///a",
        "https://a.b/?q",
        "https://a.b/#x", "https://a.b/../c/", "https://user@a.b/", "https://a b/", "https://a.b/\"",
        "https://é.b/",
        "javascript:alert(1)", "https://a.b/<c>",
    ])
    func whatIsNoAddressIsRefused(_ text: String) {
        #expect(BaseURL(text) == nil)
    }
}
