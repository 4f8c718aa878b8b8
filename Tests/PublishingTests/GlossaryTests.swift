import Markup
import TestSupport
import Testing

@testable import Publishing

struct GlossaryTests {
    private static let header = "term,aliases,definition,category\n"

    private func read(_ rows: String, header: String = header) -> (Glossary, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let source = SourceFile(path: Glossary.path, bytes: Array((header + rows).utf8))
        return (Glossary.read(source, &diagnostics), diagnostics)
    }

    @Test func rowsAreTerms() throws {
        let (glossary, diagnostics) = read(
            "NMDA receptor, NMDAR |N-methyl,A lock.,brain\r\n\r\n\"IFS\",\"a, b|c\",\"Looks at\n\"\"parts\"\".\","
        )
        #expect(diagnostics.isEmpty)
        let (first, second) = (try #require(glossary.terms.first), try #require(glossary.terms.last))
        #expect(
            [first.id, first.words, first.definition, first.category] == [
                "nmda-receptor", "NMDA receptor", "A lock.", "brain",
            ])
        #expect(first.aliases == ["NMDAR", "N-methyl"])
        #expect(second.aliases == ["a, b", "c"])
        #expect(second.definition == "Looks at \"parts\".")
        #expect(second.range.start == Position(line: 4, column: 2))
    }

    @Test func columnsMayStandInAnyOrder() {
        let (glossary, diagnostics) = read(
            "brain,A lock.,Receptor,", header: "\u{FEFF}category,definition,term,aliases\r\n")
        #expect(diagnostics.map(\.id) == ["text.encoding"])
        #expect(glossary.terms.map(\.words) == ["Receptor"])
    }

    @Test(arguments: [
        "", "\n\n", "term,definition\n", "term,aliases,definition,category,more\n",
        "word,aliases,definition,category\n",
    ])
    func theFirstLineNamesTheColumns(_ header: String) {
        #expect(read("a,,b,c\n", header: header).1.map(\.id) == ["data.syntax"])
    }

    @Test(arguments: [
        "⟦a⟧,b", "⟦a⟧,,b,c,d", "⟦⟧,,b,c", "a,,⟦⟧,c", "a,,⟦\" \"⟧,c", "a,⟦\"⟧b,c,d", "a,,b⟦\"⟧,c",
        "a,,\"b\"⟦c⟧,d",
        "a,,b,c\n⟦\"d\"⟧,e",
    ])
    func brokenRowIsMarked(_ rows: String) {
        let marked = MarkedText(rows)
        let (_, diagnostics) = read(marked.text)
        #expect(diagnostics.map(\.id) == ["data.syntax"], "\(diagnostics)")
        #expect(diagnostics.map(\.range) == marked.ranges.map { $0.moved(down: 1) })
        #expect(diagnostics.allSatisfy { !$0.message.hasSuffix(".") && !$0.help.isEmpty })
    }

    @Test(arguments: [
        "ART,,a,b\n⟦ART⟧,,c,d", "Ketamine,,a,b\n⟦ketamine⟧,,c,d", "a,x|⟦x⟧,b,c", "a,⟦a⟧|y,b,c",
        "a,x,b,c\nd,\"y|yy|⟦yy⟧\",e,f", "a,Größe,b,c\nd,⟦größe⟧,e,f", "aa,,b,c\ndd,x | ⟦Aa⟧,e,f",
    ])
    func whatStandsTwiceIsMarked(_ rows: String) {
        let marked = MarkedText(rows)
        let (_, diagnostics) = read(marked.text)
        #expect(diagnostics.map(\.id) == ["glossary.duplicate"], "\(diagnostics)")
        #expect(diagnostics.map(\.range) == marked.ranges.map { $0.moved(down: 1) })
    }

    @Test(arguments: ["ART,,a,b\nart,,c,d", "IV,,a,b\niv,,c,d", "a,ART|art,b,c"])
    func anAbbreviationIsAnotherWord(_ rows: String) {
        #expect(read(rows).1.isEmpty)
    }

    @Test func idsAreUnique() {
        let (glossary, _) = read("A b,,x,\nA-b,,x,\n+,,x,\nC-reactive (CRP),,x,\nART,,x,\nart,,x,\n")
        #expect(glossary.terms.map(\.id) == ["a-b", "a-b-1", "term", "c-reactive-crp", "art", "art-1"])
    }

    @Test func theSitesOwnGlossaryIsSound() throws {
        var diagnostics: [Diagnostic] = []
        let bytes = try TemporaryFolder.bytes(of: Fixture.project + "/" + Glossary.path)
        let glossary = Glossary.read(SourceFile(path: Glossary.path, bytes: bytes), &diagnostics)
        #expect(diagnostics.isEmpty)
        #expect(glossary.terms.count > 100)
        let matcher = TermMatcher(glossary)
        for (index, term) in glossary.terms.enumerated() {
            for name in [term.words] + term.aliases {
                let found = matcher.matches(in: "The \(name)'s use.")
                #expect(found == [TermMatcher.Match(range: 4..<4 + name.utf8.count, term: index)], "\(name)")
            }
        }
    }
}
