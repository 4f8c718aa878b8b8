import Markup
import TestSupport
import Testing

/// Pairs of files in `Fixtures/markdown`: a text of the dialect, and its HTML.
struct RecordedMarkdownTests {
    @Test(arguments: Fixture.all(in: "markdown", withExtension: "md"))
    func textRendersAsRecorded(_ fixture: Fixture) throws {
        let html = HTMLRenderer().render(Parser().parse(Array(try fixture.text().utf8)))
        try fixture.expect(String(decoding: html.bytes, as: UTF8.self), recordedAs: "html")
    }
}
