import Markup
import TestSupport
import Testing

@testable import Publishing

struct EncodingTests {
    private func check(_ bytes: [UInt8]) -> (isText: Bool, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let isText = TextEncoding.check(SourceFile(path: "a", bytes: bytes), &diagnostics)
        return (isText, diagnostics)
    }

    @Test(arguments: [[], Array("a\r\nb".utf8), Array("é日😀".utf8), [0xF4, 0x8F, 0xBF, 0xBF], [0x7F], [0x01]])
    func textIsText(_ bytes: [UInt8]) {
        #expect(check(bytes).isText)
        #expect(check(bytes).1.isEmpty)
    }

    @Test(arguments: [
        ([0xFF], 1, 1), ([0x61, 0x0A, 0x62, 0xC3], 2, 2), ([0xC0, 0x80], 1, 1), ([0xED, 0xA0, 0x80], 1, 1),
        ([0xF4, 0x90, 0x80, 0x80], 1, 1), ([0xC3, 0xA9, 0x80], 1, 3), ([0x61, 0x00], 1, 2),
        ([0x0A, 0x0A, 0x00], 3, 1),
        ([0xFF, 0xFE, 0x61, 0x00], 1, 1), ([0xFE, 0xFF, 0x00, 0x61], 1, 1),
    ])
    func otherBytesAreTold(_ bytes: [UInt8], _ line: Int, _ column: Int) {
        let (isText, diagnostics) = check(bytes)
        #expect(!isText)
        #expect(diagnostics.map(\.id) == ["text.encoding"])
        #expect(diagnostics.map(\.range.start) == [Position(line: line, column: column)])
        #expect(diagnostics.map(\.severity) == [.error])
    }

    @Test func byteOrderMarkIsAWarning() {
        let (isText, diagnostics) = check(TextEncoding.mark + Array("a".utf8))
        #expect(isText)
        #expect(diagnostics.map(\.id) == ["text.encoding"])
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test func pageWithAByteOrderMarkIsReadLikeAnyOther() async throws {
        try await expect(
            "text.encoding", toMark: ["Content/x.md": "⟦⟧\u{FEFF}---\ntitle: a\n---\n\nWords [x](x.md).\n"],
            severity: .warning)
    }

    @Test(arguments: ["Content/x.md", "materia.yaml", "Templates/article.mustache", "Content/Data/urls.txt"])
    func everyKindOfFileIsChecked(_ path: String) async throws {
        let site = try TemporarySite(["Content/x.md": TemporarySite.page()])
        try site.folder.write(Array("title: a\n".utf8) + [0x62, 0xFF], to: path)
        let found = try await Checking.diagnostics(site).filter { $0.id == "text.encoding" }
        #expect(found.map(\.file) == [path])
        #expect(found.map(\.range.start) == [Position(line: 2, column: 2)])
    }

    /// The most particular id, once.
    @Test func utf16IsToldOnce() async throws {
        let site = try TemporarySite()
        try site.folder.write([0xFF, 0xFE, 0x2D, 0x00, 0x2D, 0x00], to: "Content/x.md")
        let found = try await Checking.diagnostics(site)
        #expect(found.map(\.id) == ["text.encoding"])
        #expect(found.contains { $0.id == "text.encoding" })
    }

    @Test func carriageReturnsChangeNothing() async throws {
        let text = "---\ntitle: a\n---\n\nOne [two](⟦three⟧.md).\n".replacing("⟦", with: "").replacing(
            "⟧", with: "")
        let unix = try await Checking.diagnostics(["Content/x.md": text])
        let windows = try await Checking.diagnostics(["Content/x.md": text.replacing("\n", with: "\r\n")])
        #expect(unix == windows)
        #expect(unix.map(\.id) == ["link.missing-page"])
    }

    /// Front matter is read from the first 4,096 bytes where it fits: its last line may end just there.
    @Test(arguments: 4090...4100)
    func placesHoldWhereverTheFrontMatterEnds(_ length: Int) async throws {
        let (head, fence) = ("---\ntitle: a\n# ", "\n---")
        let filling = String(repeating: "x", count: length - head.utf8.count - fence.utf8.count)
        let marked = MarkedText(head + filling + fence + "\n\n⟦[bad](nowhere.md)⟧\n")
        let found = try await Checking.diagnostics(["Content/x.md": marked.text])
        #expect(found.map(\.range) == marked.ranges)
    }

    @Test func longFrontMatterIsReadWhole() async throws {
        let long = (0..<400).map { "  - keyword number \($0) \"é\"" }.joined(separator: "\n")
        let page =
            "---\ntitle: a\nsearch:\n  keywords:\n\(long.replacing("  -", with: "    -"))\ndraft: true\n---\n"
        let site = try await Checking.site(["Content/x.md": page])
        #expect(site.pages.map(\.status) == [.draft])
        #expect(site.pages[0].frontMatter.search.keywords.count == 400)
    }

    /// Its links, its address and its dates are no further troubles.
    @Test func pageThatIsNoTextIsToldOnceAndNotAtItsLinks() async throws {
        let site = try TemporarySite(
            [
                "Content/a.md":
                    "---\ntitle: A\ndescription: D\ndate: 2026-01-01\n---\n\n[the words](x.md#part)\n",
                "Content/Data/urls.txt": "\u{FEFF}/x/\n/a/\n",
            ])
        let others: [[UInt8]] = [
            [0xFF, 0xFE, 0x2D, 0x00], Array("---\ntitle: ".utf8) + [0xC3], [0x61, 0xFF],
        ]
        for bytes in others {
            try site.folder.write(bytes, to: "Content/x.md")
            let found = try await Checking.diagnostics(site)
            #expect(
                found.map { "\($0.file) \($0.id)" } == [
                    "Content/Data/urls.txt text.encoding", "Content/x.md text.encoding",
                ])
        }
    }
}
