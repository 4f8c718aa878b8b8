import Markup
import Search
import TestSupport
import Testing

@testable import Publishing

/// What a site's data says in another language than its own.
struct TranslatedDataTests {
    private static let settings = """
        title: Guide
        description: For patients
        profile: health
        translations: {es: {title: Guía, description: Para pacientes}}

        """

    private static let own: [String: String] = [
        "Content/index.md": TemporarySite.page("Home", "description: Home\ndate: 2026-01-01"),
        "Content/a/page.md": TemporarySite.page(
            "Ketamine", "description: Words\ndate: 2026-01-01", body: "Ketamine and the liver.\n"),
        "Content/a/page.es.md": spanish("La ketamina y el hígado."),
        CrisisData.path: crisis("Help in English", "988", name: "Lifeline"),
        Glossary.path: "term,aliases,definition,category\nLiver,,A part of the body.,other\n",
        ApprovalList.path:
            "- {product: ketamine, country: US, use: anesthesia, status: approved, ref: label}\n",
        WordingList.path: "banned: [{pattern: 'cure|hígado graso', use: remove}]\n",
        "Content/Data/references.json":
            #"[{"id": "label", "type": "document", "title": "Label", "publisher": "P", "issued": {"date-parts": [[2024]]}}]"#,
    ]

    private static let translated: [String: String] = [
        "Content/Data/crisis.es.yaml": crisis("Ayuda en español", "024", name: "Línea"),
        "Content/Data/glossary.es.csv": "term,aliases,definition,category\nHígado,,Un órgano.,other\n",
        "Content/Data/approvals.es.yaml":
            "- {product: ketamina, country: US, use: la anestesia, status: approved, ref: label}\n",
        "Content/Data/wording.es.yaml": "banned: [{pattern: 'milagros[oa]', use: remove}]\n",
        "Content/Data/synonyms.es.yaml": "- [hígado, hepático]\n",
    ]

    private static func crisis(
        _ message: String, _ number: String, name: String, on day: String = "2026-11-01"
    )
        -> String
    {
        "message: \"\(message) {lines}\"\nlines: [{country: US, name: \(name), call: \"\(number)\", "
            + "verifiedOn: \(day), sourceURL: \"https://example.org\"}]\n"
    }

    private static func spanish(_ body: String, _ more: String = "") -> String {
        TemporarySite.page(
            "Ketamina", "description: Palabras\ndate: 2026-01-01" + (more.isEmpty ? "" : "\n" + more),
            body: body + "\n")
    }

    private func built(_ more: [String: String]) async throws -> (TemporarySite, Tree, [Diagnostic]) {
        let site = try TemporarySite(Self.own.merging(more) { $1 }, settings: Self.settings)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        return (site, try site.built(), outcome.diagnostics)
    }

    private func told(_ more: [String: String]) async throws -> [Diagnostic] {
        let files = Self.own.merging(Self.translated) { $1 }.merging(more) { $1 }
        return try await Checking.diagnostics(TemporarySite(files, settings: Self.settings))
    }

    @Test func pagesShowTheDataOfTheirLanguage() async throws {
        let (_, tree, diagnostics) = try await built(Self.translated)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        let (english, spanish) = (tree.text("a/page/index.html"), tree.text("es/a/page/index.html"))
        #expect(english.contains("Help in English") && !english.contains("Ayuda en español"))
        #expect(spanish.contains("Ayuda en español") && !spanish.contains("Help in English"))
        #expect(spanish.contains("href=\"tel:024\"") && !spanish.contains("tel:988"))
        #expect(english.contains("anesthesia") && spanish.contains("la anestesia"))
        #expect(spanish.contains("href=\"/es/glossary/#hígado\"") || spanish.contains("Un órgano."))
        #expect(tree.text("es/glossary/index.html").contains("Un órgano."))
        #expect(tree.text("glossary/index.html").contains("A part of the body."))
        #expect(!spanish.contains("<div lang="))
        #expect(tree.text("es/crisis/index.html").contains("Ayuda en español"))
        #expect(tree.text("es/a/page/index.md").contains("Ayuda en español"))
    }

    @Test func theSiteHasANameInEachLanguage() async throws {
        let (_, tree, _) = try await built(Self.translated)
        #expect(tree.text("es/a/page/index.html").contains("Guía"))
        #expect(!tree.text("a/page/index.html").contains("Guía"))
        #expect(tree.text("es/index.html").contains("<h1>Guía</h1>"))
    }

    @Test func searchShowsTheCrisisLinesOfItsLanguage() async throws {
        let (site, _, _) = try await built(Self.translated)
        let reader = try SearchReader(folder: site.path + "/_site/es/search")
        let notice = try #require(try reader.query("suicidio").notice)
        #expect(notice.message.contains("Ayuda en español") && notice.url == "/es/crisis/")
        #expect(try reader.query("hepático").total == 1)
    }

    @Test func withoutATranslationTheSitesOwnIsShownAndMarked() async throws {
        let (_, tree, diagnostics) = try await built([:])
        #expect(diagnostics.map(\.id) == ["crisis.missing"])
        #expect(diagnostics.first?.file == "Content/Data/crisis.es.yaml")
        #expect(diagnostics.first?.severity == .warning)
        let spanish = tree.text("es/a/page/index.html")
        #expect(spanish.contains("<div lang=\"en\" dir=\"auto\">") && spanish.contains("Help in English"))
        #expect(!tree.text("a/page/index.html").contains("<div lang="))
    }

    @Test func aLineThatNobodyCheckedIsToldAtTheTranslation() async throws {
        let old = Self.crisis("Ayuda", "024", name: "Línea", on: "2026-06-01")
        let told = try await told(["Content/Data/crisis.es.yaml": old])
        #expect(told.map(\.id) == ["crisis.stale"] && told.first?.file == "Content/Data/crisis.es.yaml")
    }

    @Test func aTranslationWithoutLinesIsNoHelp() async throws {
        let told = try await told(["Content/Data/crisis.es.yaml": "message: Ayuda\nlines: []\n"])
        #expect(told.map(\.id) == ["crisis.missing"] && told.first?.severity == .error)
    }

    @Test(arguments: ["Llame al 024.", "Llame al 988 ahora.", "Marque el 112."])
    func numbersAreTypedInNoLanguage(_ body: String) async throws {
        let told = try await told(["Content/a/page.es.md": Self.spanish(body)])
        #expect(told.map(\.id) == ["crisis.typed-number"], "\(told)")
        #expect(told.first?.help.contains("crisis.es.yaml") == true)
    }

    @Test(arguments: ["024 personas participaron.", "El ensayo duró 112 días."])
    func countedThingsAreNoNumbersToCall(_ body: String) async throws {
        #expect(try await told(["Content/a/page.es.md": Self.spanish(body)]).isEmpty)
    }

    @Test func wordsAreHeldAgainstThePatternsOfTheirLanguage() async throws {
        let told = try await told([
            "Content/a/page.es.md": Self.spanish("Es milagrosa. No es milagrosa. El hígado graso. Cure.")
        ])
        #expect(told.map(\.id) == ["wording.banned"] && told.first?.range.start.column == 4, "\(told)")
        let english = try await self.told([
            "Content/a/page.md": TemporarySite.page(
                "Page", "description: Words\ndate: 2026-01-01", body: "A milagrosa cure.\n")
        ])
        #expect(english.map(\.message) == ["'cure' is not said on this site"])
    }

    @Test func suicideNeedsItsReviewerInSpanishToo() async throws {
        let reviewed =
            "lastReviewed: 2026-11-01\nreviewedBy: [{name: Ana, credentials: MD, role: clinical}]"
        let told = try await told(["Content/a/page.es.md": Self.spanish("La autolesión.", reviewed)])
        #expect(told.map(\.id) == ["suicide.reviewer"])
    }

    @Test func numbersOfPeopleNeedASourceInSpanishToo() async throws {
        let body = "Mejoraron 45 de cada 100 personas."
        let told = try await told(["Content/a/page.es.md": Self.spanish(body, "kind: safety")])
        #expect(told.map(\.id) == ["citation.missing"], "\(told)")
    }

    @Test func theSitesOwnLanguageHasNoSecondFile() async throws {
        let told = try await told(["Content/Data/crisis.en.yaml": Self.crisis("Help", "1", name: "A")])
        #expect(told.map(\.id) == ["data.syntax"] && told.first?.file == "Content/Data/crisis.en.yaml")
    }

    @Test func formsOfALanguageTakeWhatTheLanguageHas() {
        let localized = Localized(1, in: "en", translations: ["pt": 2])
        #expect(localized["pt-BR"] == 2 && localized["en-GB"] == 1 && localized["fr"] == 1)
        #expect(localized.written(in: "fr") == nil && localized.written(in: "en-GB") == 1)
        #expect(localized.foreign(in: "fr") == "en" && localized.foreign(in: "pt") == nil)
    }

    @Test(arguments: [
        ("translations: {xx: {title: T}}", "key.type"), ("translations: {es: {titel: T}}", "key.unknown"),
        ("translations: es", "key.type"),
    ])
    func settingsOfTranslationsAreChecked(_ line: String, _ id: String) async throws {
        let site = try TemporarySite(settings: "title: T\n\(line)\n")
        #expect(try await Checking.diagnostics(site).map(\.id) == [id])
    }
}
