import Testing

@testable import Preview

struct AnswerTests {
    @Test(arguments: [
        ("bytes=0-9", ByteRange.part(0..<10)), ("bytes=90-", .part(90..<100)), ("bytes=-5", .part(95..<100)),
        ("bytes=95-1000", .part(95..<100)), ("bytes=-1000", .part(0..<100)), ("bytes=100-", .unsatisfiable),
        ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
        ("bytes=0-99999999999999999999", .part(0..<100)),
    ])
    func readsRanges(_ header: String, _ range: ByteRange) {
        #expect(ByteRange.of(header, size: 100) == range)
    }

    @Test(arguments: [
        nil, "", "bytes", "bytes=", "bytes=-", "bytes=5-1", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b",
    ])
    func answersWithTheWholeOtherwise(_ header: String?) {
        #expect(ByteRange.of(header, size: 100) == nil)
    }

    @Test(arguments: [
        ("site.css", "text/css; charset=utf-8"), ("search/3f/first.bin", "application/octet-stream"),
        ("A.PNG", "image/png"), ("a/b.webmanifest", "application/manifest+json"),
        ("nothing", "application/octet-stream"), ("css", "application/octet-stream"),
    ])
    func knowsTypes(_ name: String, _ type: String) {
        #expect(Answer.file([], named: name).type == type)
    }

    @Test func hidesNothingInAFramedPage() {
        let frame = PageFrame(
            version: "1", file: "a</script><b>", edit: nil, problems: [], trouble: nil)
        let html = String(decoding: frame.inserted(into: Array("<head></head><body>".utf8)), as: UTF8.self)
        #expect(html.contains("a\\u003c/script>\\u003cb>"))
        #expect(html.hasSuffix("</head><body>"))
    }

    @Test func keepsItsChoiceInAnAddress() {
        var choice = StatusChoice()
        (choice.column, choice.isDescending, choice.text, choice.status, choice.page) = (
            .due, true, "a & ü", "draft", 2
        )
        #expect(StatusChoice(String(choice.query.dropFirst())) == choice)
        #expect(StatusChoice("sort=nonsense&status=x&page=-5&text") == StatusChoice())
    }
}
