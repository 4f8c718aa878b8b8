import Testing

@testable import Preview

struct RequestPathTests {
    @Test(arguments: [
        ("/", "/"), ("/safety/heart/", "/safety/heart/"), ("/site.css", "/site.css"),
        ("/s%C3%BC%C3%9F/", "/süß/"), ("/a%20b.png", "/a b.png"), ("/100%25/", "/100%/"),
        ("/a..b/", "/a..b/"), ("/.well-known/x", "/.well-known/x"),
    ])
    func decodesWhatASiteCanHave(_ raw: String, _ path: String) {
        #expect(RequestPath(raw)?.text == path)
    }

    @Test(arguments: [
        "", "safety/", "http://evil.example/", "/../etc/passwd", "/a/../../b", "/..", "/./a", "/a/.",
        "/%2e%2e/etc/passwd", "/%2E%2e/", "/.%2e/", "/%252e%252e/etc/passwd", "/%25252e/", "/..%2fetc",
        "/a%2Fb", "/a%5c..%5cb", "/a\\..\\b", "/%5c%5c", "//etc/passwd", "/a//b", "/a%00.html",
        "/a%0d%0aX: y",
        "/%", "/%4", "/%zz", "/%ff%fe", "/%c0%ae%c0%ae/", "/a%7f",
    ])
    func refusesWhatClimbsOrHides(_ raw: String) {
        #expect(RequestPath(raw) == nil)
    }
}
