import Markup
import Testing

struct HeadingTests {
    private func ids(_ markdown: String) -> [String] {
        Parser().parse(Array(markdown.utf8)).headings.map(\.id)
    }

    @Test(arguments: [
        ("# What helps?", "what-helps"), ("## A `code` *word*", "a-code-word"),
        ("# Über 65 Jahre", "über-65-jahre"),
        ("# 100 % sure — or not", "100--sure--or-not"), ("# snake_case-word", "snake_case-word"),
        ("# [a link](b.md) here", "a-link-here"), ("# ![alt words](b.png)", "alt-words"), ("# 日本語", "日本語"),
        ("# ÀÉÎ", "àéî"), ("# a  b", "a--b"), ("# &amp; more", "-more"), ("# cafe\u{301}", "cafe\u{301}"),
        ("# 😀", "section"), ("#", "section"), ("Two\nlines\n===", "two-lines"), ("# a/b.c", "abc"),
    ])
    func idFollowsGitHubsRule(_ markdown: String, _ id: String) {
        #expect(ids(markdown) == [id])
    }

    @Test func idsAreUniqueOnThePage() {
        #expect(ids("# a\n\n# a\n\n# a") == ["a", "a-1", "a-2"])
        #expect(ids("# a\n\n# a\n\n# a-1\n\n# a") == ["a", "a-1", "a-1-1", "a-2"])
        #expect(ids("# a-1\n\n# a\n\n# a") == ["a-1", "a", "a-2"])
        #expect(ids("# !\n\n# ?") == ["section", "section-1"])
        let many = ids(String(repeating: "# same\n\n", count: 500))
        #expect(Set(many).count == 500)
    }

    @Test func headingsTellTheirLevelAndWords() {
        let document = Parser().parse(Array("# One *two*\n\n> ### Three\n".utf8))
        #expect(document.headings.map(\.level) == [1, 3])
        #expect(document.headings.map(\.words) == ["One two", "Three"])
    }

    @Test func idsStandInTheHTML() {
        let html = HTMLRenderer().render(Parser().parse(Array("## Side effects\n".utf8)))
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<h2 id=\"side-effects\">Side effects</h2>\n")
    }

    @Test func commonMarkHasNoIDs() {
        let html = HTMLRenderer(style: .commonMark).render(
            Parser(dialect: .commonMark).parse(Array("# a\n".utf8)))
        #expect(String(decoding: html.bytes, as: UTF8.self) == "<h1>a</h1>\n")
    }
}
