import Markup
import TestSupport
import Testing

@testable import Publishing

struct BibliographyMarkTests {
    private let strings: Strings = {
        var diagnostics: [Diagnostic] = []
        let yaml = """
            reference: Reference {number}
            backToMention: "Back to reference {number}, mention {mention}"
            referencesTitle: References
            seeReference: More
            close: Close
            retracted: Retracted.
            seeTerm: "More <words>"
            termsOnThisPage: Words
            """
        return Strings.read(SourceFile(path: "en.yaml", bytes: Array(yaml.utf8)), known: nil, &diagnostics)
    }()

    private func reference(_ id: String, _ family: String = "Popova") -> Reference {
        var reference = Reference(id: id, range: .startOfFile)
        reference.authors = [Reference.Author(family: family)]
        reference.issued = Reference.PartialDate(year: 2019)
        reference.title = "T"
        reference.text = AMAStyle.text(of: reference)
        return reference
    }

    private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

    @Test func aNumberLeadsToItsEntry() {
        let mention = CitationMark.Mention(reference: reference("a"), number: 3, place: 7)
        #expect(
            text(CitationMark(strings: strings).html([mention]))
                == "<sup class=\"citation\"><a id=\"cite-7\" href=\"#ref-3\" role=\"doc-biblioref\" "
                + "aria-label=\"Reference 3: Popova, 2019\">3</a></sup>")
    }

    @Test(arguments: [
        ("p. 4", "(p4)"), ("pp. 4-6", "(pp4–6)"), ("table 2", "(table 2)"), ("<b>", "(&lt;b&gt;)"),
    ])
    func severalNumbersStandTogetherWithTheirPlaces(_ locator: String, _ shown: String) {
        let mentions = [
            CitationMark.Mention(reference: reference("a"), number: 1, place: 1),
            CitationMark.Mention(
                reference: reference("é", "O\"Neil"), number: 2, place: 2, locator: locator),
        ]
        let html = text(CitationMark(strings: strings).html(mentions))
        #expect(html.contains("1</a>,<a id=\"cite-2\" href=\"#ref-2\""))
        #expect(html.contains("aria-label=\"Reference 2: O&quot;Neil, 2019\">2</a>\(shown)</sup>"))
    }

    @Test func theListLeadsBackToEachMention() {
        var retracted = reference("b")
        retracted.isRetracted = true
        let html = text(
            ReferenceList(strings: strings).html([
                ReferenceList.Item(reference: reference("a"), mentions: [1, 3]),
                ReferenceList.Item(reference: retracted, mentions: [2]),
            ]))
        #expect(
            html == """
                <section class="references" role="doc-bibliography" aria-labelledby="reference-list" data-more="More" data-close="Close">
                <h2 id="reference-list">References</h2>
                <ol>
                <li id="ref-1"><p class="entry">Popova. T. 2019.</p><p class="back"><a href="#cite-1" role="doc-backlink" \
                aria-label="Back to reference 1, mention 1">↩1</a> <a href="#cite-3" role="doc-backlink" \
                aria-label="Back to reference 1, mention 2">↩2</a></p></li>
                <li id="ref-2"><p class="entry"><strong class="retracted">Retracted.</strong> Popova. T. 2019.</p><p class="back">\
                <a href="#cite-2" role="doc-backlink" aria-label="Back to reference 2, mention 1">↩</a></p></li>
                </ol>
                </section>

                """)
    }

    @Test func aPageWithoutReferencesHasNoList() {
        #expect(ReferenceList(strings: strings).html([]).isEmpty)
        #expect(TermDefinitions(strings: strings).html([]).isEmpty)
    }

    @Test func aTermLeadsToTheGlossaryAndHasItsMeaningOnThePage() {
        let term = Glossary.Term(
            id: "nmda-receptor", words: "NMDA receptor", aliases: [], definition: "A <lock>.", category: "",
            range: .startOfFile)
        let mark = TermMark(glossary: "/guide/glossary/")
        #expect(
            text(mark.html(term, text: Array("NMDA & receptor".utf8)[...]))
                == "<a class=\"term\" href=\"/guide/glossary/#nmda-receptor\" aria-describedby=\"term-nmda-receptor\">"
                + "NMDA &amp; receptor</a>")
        #expect(
            text(TermDefinitions(strings: strings).html([term])) == """
                <aside class="terms" hidden data-more="More &lt;words&gt;" data-close="Close">
                <h2>Words</h2>
                <dl>
                <dt>NMDA receptor</dt>
                <dd id="term-nmda-receptor">A &lt;lock&gt;.</dd>
                </dl>
                </aside>

                """)
    }
}
