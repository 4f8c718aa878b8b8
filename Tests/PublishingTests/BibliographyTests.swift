import Markup
import TestSupport
import Testing

@testable import Publishing

struct BibliographyTests {
    private func read(_ json: String) -> (Bibliography, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let source = SourceFile(path: Bibliography.path, bytes: Array(json.utf8))
        return (Bibliography.read(source, &diagnostics), diagnostics)
    }

    /// An entry that nothing is wrong with, but for what is put at its end.
    private func entry(_ more: String = "", id: String = "\"a1\"") -> String {
        """
        [{"id": \(id), "type": "article-journal", "title": "T", "container-title": "J",
          "issued": {"date-parts": [[2020]]}\(more.isEmpty ? "" : ", " + more)}]
        """
    }

    @Test func everyFieldIsRead() throws {
        let (bibliography, diagnostics) = read(
            entry(
                """
                "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"}, {"literal": "Group"}],
                "volume": 12, "issue": "3", "page": "1-9", "DOI": "10.1000/x(1)2", "PMID": 123, "PMCID": "PMC1",
                "URL": "https://example.org", "note": "authors from memory", "custom": {"any": [true, null]}
                """))
        #expect(diagnostics.isEmpty)
        let reference = try #require(bibliography["a1"])
        #expect(reference.authors.map(\.surname) == ["van den Berg", ""])
        #expect(reference.volume == "12")
        #expect(reference.doi == "10.1000/x(1)2")
        #expect(reference.pmid == "123")
        #expect(reference.isUnverified)
        #expect(!reference.isRetracted)
        #expect(reference.label == "van den Berg et al, 2020")
        #expect(bibliography["a2"] == nil)
    }

    @Test(arguments: [
        "⟦{⟧\"id\": \"a\"}", "[⟦4⟧]", "[{⟦i⟧d: 1}]", "[⟦{⟧\"title\": \"x\"}]", "[⟦,⟧]", "[1 ⟦2⟧]", "[] ⟦x⟧",
        "[⟦\"⟧abc]", "[⟦0⟧1]", "[\"⟦\\⟧q\"]", "[\"⟦\\⟧ud800\"]", "[ ⟦t⟧ru]",
    ])
    func whatIsNoListOfReferencesIsTold(_ json: String) {
        let marked = MarkedText(json)
        let (_, diagnostics) = read(marked.text)
        #expect(diagnostics.map(\.id) == ["data.syntax"])
        #expect(diagnostics.map(\.range) == marked.ranges)
    }

    @Test(arguments: ["", " ", "[", "[{", "[{\"id\": \"a\",", "[\"a", String(repeating: "[", count: 100_000)])
    func whatEndsTooEarlyIsTold(_ json: String) {
        #expect(read(json).1.map(\.id) == ["data.syntax"])
    }

    @Test(arguments: [
        "\"DOI\": ⟦\"https://doi.org/10.1000/1\"⟧", "\"DOI\": ⟦\"doi:10.1000/1\"⟧", "\"DOI\": ⟦\"10.1/1\"⟧",
        "\"DOI\": ⟦\"10.1000/ 1\"⟧", "\"PMID\": ⟦\"PMID: 12\"⟧", "\"PMID\": ⟦\"0\"⟧", "\"PMCID\": ⟦\"123\"⟧",
        "\"URL\": ⟦\"javascript:alert(1)\"⟧", "\"URL\": ⟦\"example.org\"⟧", "\"URL\": ⟦\"https://a b\"⟧",
        "\"author\": ⟦\"Ann\"⟧", "\"author\": [⟦{\"given\": \"Ann\"}⟧]", "\"volume\": ⟦[1]⟧",
        "⟦\"title\"⟧: \"again\"",
        "\"accessed\": ⟦{\"date-parts\": [[2020, 13]]}⟧", "\"accessed\": ⟦{\"date-parts\": [[2021, 2, 29]]}⟧",
        "\"accessed\": ⟦{\"date-parts\": [[\"x\"]]}⟧", "\"accessed\": ⟦\"2020\"⟧",
    ])
    func malformedValueIsMarked(_ member: String) {
        let marked = MarkedText(entry(member))
        let (bibliography, diagnostics) = read(marked.text)
        #expect(diagnostics.map(\.id) == ["data.syntax"], "\(diagnostics)")
        #expect(diagnostics.map(\.range) == marked.ranges)
        #expect(bibliography["a1"] != nil)
        #expect(diagnostics.allSatisfy { !$0.message.hasSuffix(".") && !$0.help.isEmpty })
    }

    @Test func aMissingTitleIsToldAtTheID() {
        let marked = MarkedText(
            "[{\"type\": \"book\", \"author\": [{\"family\": \"Roe\"}], \"id\": ⟦\"a1\"⟧}]")
        let (_, diagnostics) = read(marked.text)
        #expect(diagnostics.map(\.range) == marked.ranges)
        #expect(diagnostics.allSatisfy { $0.message.contains("title") })
    }

    /// CSL asks for no more than an id and a type; the title is what a reader can look for.
    @Test(arguments: [
        ("", "T", "T."), ("\"type\": \"webpage\",", "T", "T."),
        ("\"type\": \"book\", \"issued\": {\"date-parts\": [[2020]]},", "T, 2020", "T. 2020."),
        ("\"type\": \"webpage\", \"publisher\": \"P\",", "P", "T. P."),
    ])
    func littleIsEnoughForAReference(_ fields: String, _ label: String, _ text: String) throws {
        let (bibliography, diagnostics) = read("[{\(fields) \"title\": \"T\", \"id\": \"a1\"}]")
        #expect(diagnostics.isEmpty)
        let reference = try #require(bibliography["a1"])
        #expect(reference.label == label && reference.text.plain == text)
    }

    @Test(arguments: ["⟦\"\"⟧", "⟦\"a b\"⟧", "⟦\"a;b\"⟧", "⟦\"a]\"⟧", "⟦\"@a\"⟧"])
    func anIDThatCannotBeCitedIsTold(_ id: String) {
        #expect(read(MarkedText(entry(id: id)).text).1.map(\.id) == ["data.syntax"])
    }

    @Test func theSecondOfTwoIDsIsMarked() throws {
        let one = entry().dropFirst().dropLast()
        let marked = MarkedText("[\(one),\n\(one.replacing("\"a1\"", with: "⟦\"a1\"⟧"))]")
        let (bibliography, diagnostics) = read(marked.text)
        #expect(diagnostics.map(\.range) == marked.ranges)
        #expect(bibliography.references.count == 1)
    }

    @Test func escapesAreRead() throws {
        let json = entry("\"note\": \"a\\/b \\u00e9\\t\\ud83d\\ude00 \\\"x\\\" \\u0001.\"")
        #expect(try #require(read(json).0["a1"]).note == "a/b é 😀 \"x\" .")
    }

    @Test(arguments: [
        ("\"status\": \"retracted\"", "T", true), ("\"volume\": \"1\"", "RETRACTED: T", true),
        ("\"volume\": \"1\"", "Retracted: T", true), ("\"volume\": \"1\"", "Retracted papers", false),
    ])
    func retractionIsKnown(_ member: String, _ title: String, _ isRetracted: Bool) throws {
        let json = entry(member).replacing("\"T\"", with: "\"\(title)\"")
        #expect(try #require(read(json).0["a1"]).isRetracted == isRetracted)
    }

    @Test func theOrderIsThatOfAnIndex() {
        func entry(_ id: String, _ family: String, _ year: Int) -> String {
            """
            {"id": "\(id)", "type": "book", "title": "T", "publisher": "P", "author": [{"family": "\(family)", "given": "A"}],
             "issued": {"date-parts": [[\(year)]]}}
            """
        }
        let entries = [("z", "Zoë", 2000), ("o", "Öberg", 2000), ("b2", "Bo", 2021), ("b1", "bo", 2020)].map(
            entry)
        let (bibliography, _) = read("[" + entries.joined(separator: ",") + "]")
        #expect(bibliography.inAlphabeticalOrder.map(\.id) == ["b1", "b2", "o", "z"])
    }

    @Test func theSitesOwnReferencesAreSound() throws {
        let bytes = try TemporaryFolder.bytes(of: Fixture.project + "/" + Bibliography.path)
        var diagnostics: [Diagnostic] = []
        let bibliography = Bibliography.read(SourceFile(path: Bibliography.path, bytes: bytes), &diagnostics)
        #expect(diagnostics.isEmpty)
        #expect(bibliography.references.count > 50)
        for reference in bibliography.references {
            let text = reference.text.plain
            #expect(
                !text.contains("..") && !text.contains(" ,") && !text.contains("  ") && !text.contains("?."),
                "\(text)")
        }
    }
}

extension TemporaryFolder {
    /// A file of the project itself.
    static func bytes(of path: String) throws -> [UInt8] { try Disk.read(path) }
}
