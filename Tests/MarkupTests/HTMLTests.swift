import Markup
import Testing

struct HTMLTests {
    private func rendered(_ markdown: String, rawHTML: HTMLRenderer.RawHTML = .omit) -> String {
        let html = HTMLRenderer(rawHTML: rawHTML).render(Parser().parse(Array(markdown.utf8)))
        return String(decoding: html.bytes, as: UTF8.self)
    }

    private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

    @Test(arguments: [
        ("<script>alert(\"1\")</script>", "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"),
        ("a & b", "a &amp; b"),
        ("&amp;", "&amp;amp;"), ("'", "'"), ("", ""), ("ü😀", "ü😀"), ("<", "&lt;"), ("a<", "a&lt;"),
        ("<a", "&lt;a"),
    ])
    func textIsEscaped(_ plain: String, _ escaped: String) {
        #expect(text(HTML(escaping: plain)) == escaped)
    }

    @Test(arguments: [
        ("/a b", "/a%20b"), ("/\"onclick=x", "/%22onclick=x"), ("/a&b", "/a&amp;b"), ("/a'b", "/a&#x27;b"),
        ("/ä", "/%C3%A4"), ("/a%20b", "/a%20b"), ("/<b>", "/%3Cb%3E"), ("java\nscript:x", "java%0Ascript:x"),
    ])
    func addressesArePercentEncoded(_ address: String, _ encoded: String) {
        var html = HTML()
        html.append(address: Array(address.utf8)[...])
        #expect(text(html) == encoded)
    }

    @Test(arguments: [
        "[a](<b\"onmouseover=\"x>)", "![a\"b](c)", "[a](b \"c\\\"d<e>\")", "```\"><b>\n```", "# \"<b>",
        "`<b>`",
        "![<i>](x '<script>')",
    ])
    func nothingWrittenBreaksOutOfItsPlace(_ markdown: String) {
        let html = rendered(markdown)
        #expect(!html.contains("<b>") && !html.contains("<i>") && !html.contains("<script"), "\(html)")
        #expect(!html.contains("\"onmouseover"), "\(html)")
    }

    @Test func rawHTMLIsLeftOut() {
        let html = rendered("<div onclick=\"x\">\n\na <b>bold</b> word\n\n<script>alert(1)</script>\n")
        #expect(
            html
                == "<!-- raw HTML omitted -->\n<p>a <!-- raw HTML omitted -->bold<!-- raw HTML omitted --> word</p>\n"
                + "<!-- raw HTML omitted -->\n")
        #expect(rendered("a <b>c</b>\n", rawHTML: .allow) == "<p>a <b>c</b></p>\n")
    }

    @Test func imagesLoadLazily() {
        #expect(rendered("![a](b.png)\n") == "<p><img src=\"b.png\" alt=\"a\" loading=\"lazy\" /></p>\n")
    }

    @Test func imageAloneWithATitleIsAFigure() {
        let figure =
            "<figure>\n<img src=\"b.png\" alt=\"a\" loading=\"lazy\" />\n<figcaption>c &amp; d</figcaption>\n</figure>\n"
        #expect(rendered("![a](b.png \"c & d\")\n") == figure)
        #expect(rendered("> ![a](b.png \"c & d\")\n") == "<blockquote>\n\(figure)</blockquote>\n")
        #expect(rendered("![a](b.png \"c\") word\n").contains("title=\"c\""))
        #expect(!rendered("![a](b.png)\n").contains("figure"))
        #expect(!rendered("- ![a](b.png \"c\")\n").contains("<p>"))
    }
}
