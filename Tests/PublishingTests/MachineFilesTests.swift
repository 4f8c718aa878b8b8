import TestSupport
import Testing

@testable import Publishing

/// Files for hosts and for programs that read words.
struct MachineFilesTests {
    private static let settings =
        "title: T\nbaseURL: https://example.org/g/\nprofile: health\nchecks: {readability: off}\n"
    private static let reviewed =
        "lastReviewed: 2026-02-01\nreviewedBy: [{name: N, credentials: MD, role: clinical}]\n"

    private static let files = [
        "Content/Data/crisis.yaml": """
        message: "**Need help?** {lines} It passes."
        lines: [{country: US, name: Line, call: "988", text: "988", hours: 24/7, verifiedOn: 2026-11-20, sourceURL: https://example.org}]
        """,
        "Content/Data/references.json": """
        [{"id": "r", "type": "book", "title": "R", "publisher": "P", "issued": {"date-parts": [[2020]]}}]
        """,
        "Content/Data/approvals.yaml":
            "- {product: drug, country: US, use: sleep, status: not-approved, ref: r}\n",
        "Content/a/one.md": TemporarySite.page(
            "One [x]", "description: \"About\"\ndate: 2026-01-01\nharms: [Bad]\nbenefits: [Good]",
            body: "A *drug* [@r].\n\n## Part\n"),
        "Content/a/seen.md": TemporarySite.page("Seen", reviewed + "description: D\ndate: 2026-01-01"),
        "Content/a/gone.md": TemporarySite.page(
            "Gone", "description: D\ndate: 2026-01-01\nwithdrawn: {date: 2026-02-02, reason: x}"),
        "Content/a/draft.md": TemporarySite.page("Draft", "description: D\ndate: 2026-01-01\ndraft: true"),
    ]

    private func built(
        _ changes: [String: String] = [:], settings: String = settings, drafts: Bool = false
    ) async throws -> Tree {
        let site = try TemporarySite(Self.files.merging(changes) { $1 }, settings: settings)
        var options = BuildOptions()
        options.drafts = drafts
        let outcome = try await Pipeline(site: site.path, date: Checking.today, options: options).build(
            to: nil)
        #expect(outcome.errors == 0, "\(outcome.diagnostics)")
        let tree = try site.built()
        #expect(outcome.files == tree.files.count)
        return tree
    }

    @Test func markdownHasWhatTheRulesAskFor() async throws {
        let tree = try await built()
        let text = tree.text("a/one/index.md")
        let parts = [
            "# One [x]", "**Not yet reviewed by a clinician.", "This page gives general information.",
            "**Need help?**", "- United States: Line: Call 988, Text 988 (24/7)", "It passes.", "About",
            "## Is it approved?\n\n- Drug, United States: **Not approved for** sleep",
            "## Possible benefits\n\n- Good", "## Possible harms\n\n- Bad", "A *drug* [@r].\n\n## Part",
            "## References\n\n- [@r] ",
        ]
        var rest = text[...]
        for part in parts {
            let found = rest.range(of: part)
            #expect(found != nil, "\(part) in \(text)")
            rest = rest[(found?.upperBound ?? rest.startIndex)...]
        }
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        #expect(!tree.text("a/seen/index.md").contains("Not yet reviewed"))
        #expect(tree.text("a/one/index.html").contains("type=\"text/markdown\" href=\"index.md\""))
    }

    @Test func editorsNotesAreInNoCopy() async throws {
        let body =
            "<!-- note -->\n\nA <!-- other\nnote --> word.\n\n> <!-- third -->\n> Said.\n\n`<!-- code -->`\n"
        let page = TemporarySite.page("N", "description: D\ndate: 2026-01-01", body: body)
        let text = try await built(["Content/a/noted.md": page], settings: Self.settings + "html: allow\n")
            .text(
                "a/noted/index.md")
        #expect(text.hasSuffix("\n\nA  word.\n\n> \n> Said.\n\n`<!-- code -->`\n"), "\(text)")
    }

    @Test func whatIsNotPublishedHasNoMarkdown() async throws {
        let tree = try await built(drafts: true)
        #expect(tree.contains("a/draft/index.html") && tree.contains("a/gone/index.html"))
        #expect(tree.paths.filter { $0.hasSuffix(".md") } == ["a/one/index.md", "a/seen/index.md"])
    }

    @Test func llmsTextNamesTheArticles() async throws {
        let text = try await built().text("llms.txt")
        #expect(text.hasPrefix("# T\n\n**Not yet reviewed"))
        #expect(text.contains("## A\n\n- [One \\[x\\]](https://example.org/g/a/one/index.md): About\n"))
        #expect(text.contains("Call 988") && !text.contains("gone") && !text.contains("draft"))
    }

    @Test func plainSitesHaveHeadersAlone() async throws {
        let tree = try await built(settings: "title: T\n")
        #expect(!tree.contains("llms.txt") && !tree.paths.contains { $0.hasSuffix(".md") })
        #expect(tree.contains("_headers"))
    }

    @Test func headersSayWhatThePagesSay() async throws {
        let tree = try await built()
        let text = tree.text("_headers")
        #expect(
            text.hasPrefix("/g/*\n  Content-Security-Policy: \(SharedViews.policy); frame-ancestors 'none'\n")
        )
        #expect(text.contains("  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n"))
        #expect(text.contains("\n/g/search/index.bin\n  Cache-Control: no-cache\n"))
        #expect(text.contains("\n/g/sw.js\n  Cache-Control: no-cache\n"))
        let folder = tree.paths.first { $0.hasPrefix("search/") && $0.split(separator: "/").count == 3 }?
            .split(separator: "/")[1]
        let kept = "\n/g/search/\(folder ?? "?")/*\n  Cache-Control: public, max-age=31536000, immutable\n"
        #expect(text.contains(kept), "\(text)")
        #expect(!text.contains("unsafe-inline"))
    }

    @Test func aSiteMayHaveItsOwn() async throws {
        let tree = try await built(["Public/_headers": "/*\n  X: y\n", "Public/llms.txt": "Mine\n"])
        #expect(tree.text("_headers") == "/*\n  X: y\n" && tree.text("llms.txt") == "Mine\n")
    }

    @Test func theManifestNamesIconsThatAreThere() async throws {
        let tree = try await built()
        let text = tree.text("manifest.webmanifest")
        for icon in ["icon.svg", "icon-192.png", "icon-512.png", "icon-maskable-512.png"] {
            #expect(text.contains("\"/g/\(icon)\"") && tree.contains(icon), "\(icon)")
        }
        #expect(tree.contains("apple-touch-icon.png"))
    }
}
