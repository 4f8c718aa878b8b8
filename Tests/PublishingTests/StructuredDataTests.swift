import Foundation
import TestSupport
import Testing

@testable import Publishing

/// What pages say of themselves to machines.
struct StructuredDataTests {
    private static let crisis = """
        message: "Need help? {lines} It passes."
        lines: [{country: US, name: Line, call: "988", verifiedOn: 2026-11-20, sourceURL: https://example.org}]
        """
    private static let references = """
        [{"id": "r", "type": "article-journal", "author": [{"family": "A"}], "container-title": "J", "title": "On </script> & \\"x\\"", "DOI": "10.1000/x",
          "issued": {"date-parts": [[2020]]}}]
        """
    private static let health =
        "title: T\\u003c\nbaseURL: https://example.org/g/\nprofile: health\n"
        + "organisation: {name: Org, url: https://org.example}\nchecks: {readability: off}\n"

    private func data(
        of page: String, settings: String = health
    ) async throws -> (graph: [[String: Any]], html: String) {
        let site = try TemporarySite(
            [
                "Content/a/page.md": page, "Content/Data/crisis.yaml": Self.crisis,
                "Content/Data/references.json": Self.references,
            ], settings: settings)
        let outcome = try await Pipeline(site: site.path, date: Checking.today).build(to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        let html = try site.built().text("a/page/index.html")
        let start = "<script type=\"application/ld+json\">"
        guard let script = html.split(separator: start).dropFirst().first?.split(separator: "</script>").first
        else { return ([], html) }
        let json = try JSONSerialization.jsonObject(with: Data(script.utf8)) as? [String: Any]
        return (json?["@graph"] as? [[String: Any]] ?? [], html)
    }

    @Test func aReviewedPageSaysByWhom() async throws {
        let page = TemporarySite.page(
            "A <b> & \"q\"",
            """
            description: About it
            date: 2026-01-02
            updated: 2026-02-03
            lastReviewed: 2026-02-04
            reviewedBy: [{name: Jane, credentials: MD, role: clinical}, {name: Jo, credentials: patient, role: patient}]
            codes: [ICD-10-CM:F33.2]
            audience: clinician
            """, body: "Text [@r].\n")
        let (graph, html) = try await data(of: page)
        let main = try #require(graph.first)
        #expect(main["@type"] as? String == "MedicalWebPage")
        #expect(main["url"] as? String == "https://example.org/g/a/page/")
        #expect(main["datePublished"] as? String == "2026-01-02")
        #expect(main["dateModified"] as? String == "2026-02-03")
        #expect(main["lastReviewed"] as? String == "2026-02-04")
        #expect(main["creativeWorkStatus"] == nil)
        let reviewers = main["reviewedBy"] as? [[String: Any]] ?? []
        #expect(reviewers.map { $0["name"] as? String } == ["Jane", "Jo"])
        #expect((reviewers[0]["hasCredential"] as? [String: Any])?["name"] as? String == "MD")
        #expect(reviewers[1]["hasCredential"] == nil)
        #expect((main["audience"] as? [String: Any])?["audienceType"] as? String == "Clinician")
        let code = ((main["about"] as? [String: Any])?["code"] as? [[String: Any]])?.first
        #expect(code?["codingSystem"] as? String == "ICD-10-CM" && code?["codeValue"] as? String == "F33.2")
        let cited = (main["citation"] as? [[String: Any]])?.first
        #expect(cited?["@id"] as? String == "https://doi.org/10.1000/x")
        #expect((main["publisher"] as? [String: Any])?["name"] as? String == "Org")
        #expect(!html.contains("On </script>"))
        let crumbs = graph.last?["itemListElement"] as? [[String: Any]] ?? []
        #expect(crumbs.map { $0["name"] as? String } == ["Home page", "A", "A <b> & \"q\""])
        #expect(crumbs.map { $0["position"] as? Int } == [1, 2, 3])
    }

    @Test func anUnreviewedPageNamesNobody() async throws {
        let (graph, _) = try await data(of: TemporarySite.page("A", "description: D\ndate: 2026-01-02"))
        let main = try #require(graph.first)
        #expect(main["lastReviewed"] == nil && main["reviewedBy"] == nil)
        #expect((main["creativeWorkStatus"] as? String)?.hasPrefix("Not yet reviewed") == true)
        #expect((main["audience"] as? [String: Any])?["audienceType"] as? String == "Patient")
    }

    @Test func questionsHaveTheirAnswers() async throws {
        let body = """
            ## Is it safe?

            Not *always*. It <depends>.

            More.

            ## When to call?

            Call if:

            - it hurts
            - it bleeds

            ## No question

            Words.

            ## Empty?

            ## And `this`?

            Yes[@r].

            """
        let (graph, _) = try await data(
            of: TemporarySite.page("A", "description: D\ndate: 2026-01-02", body: body))
        let asked = graph.first?["mainEntity"] as? [[String: Any]] ?? []
        let answers = asked.map { item in
            [item["name"] as? String, (item["acceptedAnswer"] as? [String: Any])?["text"] as? String]
        }
        #expect(graph.first?["@type"] as? [String] == ["MedicalWebPage", "FAQPage"])
        #expect(
            answers == [
                ["Is it safe?", "Not always. It ."], ["When to call?", "Call if: it hurts it bleeds"],
                ["And this?", "Yes."],
            ], "\(answers)")
    }

    @Test func aPlainSiteSaysNothingMedical() async throws {
        let (graph, html) = try await data(
            of: TemporarySite.page("A", "date: 2026-01-02"), settings: "title: T\n")
        #expect(graph.first?["@type"] as? String == "Article")
        #expect(graph.first?["audience"] == nil)
        #expect(html.contains("<meta property=\"og:title\" content=\"A\">"))
    }

    @Test func aWithdrawnPageSaysNothing() async throws {
        let (graph, _) = try await data(
            of: TemporarySite.page(
                "A", "description: D\ndate: 2026-01-02\nwithdrawn: {date: 2026-02-02, reason: x}"))
        #expect(graph.isEmpty)
    }
}
