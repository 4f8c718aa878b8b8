import Markup
import TestSupport
import Testing

@testable import Publishing

/// Examples after the *AMA Manual of Style*, 11th edition, chapter 3.
struct BibliographyStyleTests {
    private func reference(_ json: String) throws -> Reference {
        var diagnostics: [Diagnostic] = []
        let text = "[{\"id\": \"a1\", " + json + "}]"
        let bibliography = Bibliography.read(
            SourceFile(path: "r.json", bytes: Array(text.utf8)), &diagnostics)
        return try #require(bibliography["a1"])
    }

    private func authors(_ count: Int) -> String {
        let names = (0..<count).map { "{\"family\": \"N\($0)\", \"given\": \"A. B.\"}" }
        return "\"author\": [" + names.joined(separator: ",") + "]"
    }

    @Test func aJournalArticle() throws {
        let text = try reference(
            """
            "type": "article-journal", "title": "Does <x> work?", "container-title": "The Lancet Psychiatry", \(authors(2)),
            "issued": {"date-parts": [[2018, 1]]}, "volume": "5", "issue": "1", "page": "65-78",
            "DOI": "10.1016/S2215-0366(17)30272-9", "PMID": "28757132", "PMCID": "PMC12", "URL": "https://example.org/x"
            """
        ).text
        #expect(
            text.plain
                == "N0 AB, N1 AB. Does <x> work? The Lancet Psychiatry. 2018;5(1):65-78. "
                + "doi:10.1016/S2215-0366(17)30272-9 PubMed 28757132 PMC12")
        #expect(
            String(decoding: text.html.bytes, as: UTF8.self)
                == "N0 AB, N1 AB. Does &lt;x&gt; work? <i>The Lancet Psychiatry</i>. 2018;5(1):65-78. "
                + "doi:<a href=\"https://doi.org/10.1016/S2215-0366(17)30272-9\">10.1016/S2215-0366(17)30272-9</a> "
                + "<a href=\"https://pubmed.ncbi.nlm.nih.gov/28757132/\">PubMed 28757132</a> "
                + "<a href=\"https://pmc.ncbi.nlm.nih.gov/articles/PMC12/\">PMC12</a>")
    }

    @Test(arguments: [
        (1, "N0 AB."), (6, "N0 AB, N1 AB, N2 AB, N3 AB, N4 AB, N5 AB."), (7, "N0 AB, N1 AB, N2 AB, et al."),
    ])
    func sixAuthorsAreNamedAndOfMoreThree(_ count: Int, _ names: String) throws {
        let text = try reference("\"type\": \"book\", \"title\": \"T\", \(authors(count))").text.plain
        #expect(text == names + " T.")
    }

    @Test func aListThatWasShortenedSaysSo() throws {
        let text = try reference(
            "\"type\": \"book\", \"title\": \"T\", \(authors(2)), \"note\": \"Author list shortened.\""
        ).text
        #expect(text.plain == "N0 AB, N1 AB, et al. T.")
    }

    @Test(arguments: [
        ("\"family\": \"Rush\", \"given\": \"A. J.\"", "Rush AJ"),
        ("\"family\": \"Rush\", \"given\": \"AJ\"", "Rush AJ"),
        ("\"family\": \"Sartre\", \"given\": \"Jean-Paul\"", "Sartre JP"),
        ("\"family\": \"Sartre\", \"given\": \"J.-P.\"", "Sartre JP"),
        ("\"family\": \"García Márquez\", \"given\": \"ángel\"", "García Márquez Á"),
        ("\"family\": \"Berg\", \"given\": \"H\", \"non-dropping-particle\": \"van der\"", "van der Berg H"),
        ("\"family\": \"King\", \"given\": \"Martin Luther\", \"suffix\": \"Jr.\"", "King ML Jr"),
        ("\"family\": \"Plato\"", "Plato"), ("\"literal\": \"US Food & Drug\"", "US Food & Drug"),
    ])
    func names(_ parts: String, _ name: String) throws {
        let found = try reference("\"type\": \"book\", \"title\": \"T\", \"author\": [{\(parts)}]")
        #expect(found.authors.map(AMAStyle.name) == [name])
    }

    @Test func groupsStandApartFromPeople() throws {
        let text = try reference(
            """
            "type": "report", "title": "T", "publisher": "P", "number": "Brief 3", "issued": {"date-parts": [[2021, 2]]},
            "author": [{"family": "Ahmad", "given": "F. B."}, {"literal": "Center"}], "URL": "https://example.org/a"
            """
        ).text.plain
        #expect(text == "Ahmad FB; Center. T. P; February 2021. Brief 3. https://example.org/a")
    }

    @Test func aWebPage() throws {
        let text = try reference(
            """
            "type": "webpage", "title": "SPRAVATO approved in the U.S.", "author": [{"literal": "Agency, Inc."}],
            "publisher": "Agency, Inc.", "issued": {"date-parts": [[2025, 1, 21]]}, "accessed": {"raw": "2026-11-03"},
            "URL": "https://example.org/a?b=1&c"
            """
        ).text
        #expect(
            text.plain
                == "Agency, Inc. SPRAVATO approved in the U.S. January 21, 2025. Accessed November 3, 2026. "
                + "https://example.org/a?b=1&c")
        #expect(
            String(decoding: text.html.bytes, as: UTF8.self).contains(
                "href=\"https://example.org/a?b=1&amp;c\""))
    }

    @Test(arguments: [
        ("\"volume\": \"376\", \"page\": \"e067194\"", "2022;376:e067194."),
        ("\"issue\": \"5\", \"page\": \"CD010558\"", "2022;(5):CD010558."),
        ("\"volume\": \"13\", \"issue\": \"6\"", "2022;13(6)."), ("\"page\": \"S12-S19\"", "2022:S12-S19."),
        ("\"volume\": \"\"", "2022."),
        ("\"page\": \"1-3, 7--9\"", "2022:1-3, 7-9."), ("\"page\": \"eaat8078\"", "2022:eaat8078."),
    ])
    func asMuchOfTheIssueAsThereIs(_ fields: String, _ text: String) throws {
        let found = try reference(
            "\"type\": \"article-journal\", \"title\": \"T\", \"container-title\": \"J\", \"issued\": {\"date-parts\": [[\"2022\"]]}, \(fields)"
        )
        #expect(found.text.plain == "T. J. " + text)
    }

    @Test(arguments: [
        ("Why?", "Why?"), ("Stop!", "Stop!"), ("In the U.S.", "In the U.S."), ("A 'B?'", "A 'B?'"),
        ("A (page)", "A (page)."),
        ("A (why?)", "A (why?)."), ("Wait…", "Wait…"), ("A", "A."),
    ])
    func noStopIsDoubled(_ title: String, _ text: String) throws {
        #expect(try reference("\"type\": \"book\", \"title\": \"\(title)\"").text.plain == text)
    }

    @Test func aDOIKeepsItsSigns() throws {
        let old = "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"
        #expect(try reference("\"type\": \"book\", \"title\": \"T\", \"DOI\": \"\(old)\"").doi == old)
        let text = try reference("\"type\": \"book\", \"title\": \"T\", \"DOI\": \"10.1002/a;2-b#c?d%e\"")
            .text.html
        #expect(
            String(decoding: text.bytes, as: UTF8.self).contains(
                "\"https://doi.org/10.1002/a;2-b%23c%3Fd%25e\""))
    }
}
