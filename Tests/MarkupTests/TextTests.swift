@testable import Markup
import TestSupport
import Testing

struct SlugTests {
    @Test(arguments: [
        ("Heart Failure", "heart-failure"), ("a_b-c", "a_b-c"), ("Größe", "größe"),
        ("../etc/passwd", "etcpasswd"),
        ("a.b", "ab"), ("!!!", ""), ("", ""), ("ΑΒΓ", "αβγ"), ("tab\there", "tabhere"), ("CO₂", "co"),
        ("½", ""),
    ])
    func wordsBecomeASlug(_ words: String, _ slug: String) {
        #expect(Slug.make(words) == slug)
    }

    /// ASCII takes a path of its own.
    @Test func bothPathsAgree() {
        for byte in UInt8(0x20)..<0x7F {
            let plain = String(Unicode.Scalar(byte))
            #expect(Slug.make(plain) + "é" == Slug.make(plain + "é"), "\(plain)")
        }
    }

    @Test(arguments: ["A b!", "Ünïcode Wörds", "a--b", "日本 語"])
    func slugOfASlugIsItself(_ words: String) {
        #expect(Slug.make(Slug.make(words)) == Slug.make(words))
    }
}

struct NearestNameTests {
    private static let keys = ["title", "description", "draft", "date", "tags", "publishDate", "slug"]

    @Test(arguments: [
        ("titel", "title"), ("drafft", "draft"), ("Draft", "draft"), ("darft", "draft"),
        ("descripton", "description"),
        ("publishdate", "publishDate"), ("tag", "tags"), ("publish_date", "publishDate"), ("dat", "date"),
    ])
    func findsWhatWasMeant(_ typed: String, _ meant: String) {
        #expect(NearestName.of(typed, among: Self.keys) == meant)
    }

    @Test(arguments: ["x", "", "colour", "zzzzzzzzzzzzzzz", "qwerty"])
    func suggestsNothingFarFetched(_ typed: String) {
        #expect(NearestName.of(typed, among: Self.keys) == nil)
    }

    @Test func firstOfEquallyNearCandidatesIsTaken() {
        #expect(NearestName.of("cat", among: ["bat", "hat"]) == "bat")
        #expect(NearestName.of("cat", among: [String]()) == nil)
        #expect(NearestName.of("abcd", among: ["abcde", "abd", "abxd"]) == "abcde")
    }

    @Test func anIndexOfNamesFindsWhatLookingAtEachDoes() {
        var state: UInt64 = 7
        func word() -> String {
            String((0..<(1 + next(9))).map { _ in Character(["a", "b", "c", "É", "ß", "語"][next(6)]) })
        }
        func next(_ limit: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % Int(limit)
        }
        let names = (0..<400).map { _ in word() }
        let index = NameIndex(names)
        var found = 0
        for _ in 0..<300 {
            let typed = word()
            let letters = Array(typed.lowercased().unicodeScalars)
            let edits = names.map { NameIndex.distance(letters, Array($0.lowercased().unicodeScalars)) }
            let least = edits.min() ?? 0
            let expected =
                least <= min(3, max(1, (letters.count + 1) / 3)) ? names[edits.firstIndex(of: least)!] : nil
            #expect(index.nearest(to: typed) == expected, "\(typed)")
            found += expected == nil ? 0 : 1
        }
        #expect((1..<300).contains(found))
    }
}

struct SourceFileTests {
    private func line(_ number: Int, _ text: String) -> String {
        String(decoding: SourceFile(path: "a", bytes: Array(text.utf8)).line(number), as: UTF8.self)
    }

    @Test func linesAreCountedFromOne() {
        let text = "one\ntwo\r\n\nfour"
        #expect((1...6).map { line($0, text) } == ["one", "two", "", "four", "", ""])
        #expect(line(1, "") == "")
        #expect(line(2, "a\n") == "")
    }

    @Test func rangesMoveDown() {
        let range = SourceRange(line: 2, column: 3, length: 4)
        #expect(range.moved(down: 5) == SourceRange(line: 7, column: 3, length: 4))
        #expect(
            SourceRange(Position(line: 2, column: 2), Position(line: 1, column: 9)).end
                == Position(line: 2, column: 2))
    }

    @Test func positionsFollowTheText() {
        #expect(Position(line: 1, column: 9) < Position(line: 2, column: 1))
        #expect(Position(line: 2, column: 1) < Position(line: 2, column: 2))
    }

    @Test func marksTellTheirPlaces() {
        let marked = MarkedText("a⟦b⟧\nü⟦cd\ne⟧f")
        #expect(marked.text == "ab\nücd\nef")
        #expect(
            marked.ranges == [
                SourceRange(line: 1, column: 2),
                SourceRange(Position(line: 2, column: 3), Position(line: 3, column: 2)),
            ])
    }
}

struct DiagnosticTests {
    private func diagnostic(_ id: String, _ file: String, _ line: Int, _ column: Int) -> Diagnostic {
        Diagnostic(id, "message", help: "help", file: file, at: SourceRange(line: line, column: column))
    }

    @Test func diagnosticsAreToldByFileAndPlace() {
        let sorted = [
            diagnostic("b.x", "b", 1, 1), diagnostic("a.x", "a", 10, 1), diagnostic("a.y", "a", 2, 5),
            diagnostic("a.x", "a", 2, 5),
        ].sorted()
        #expect(
            sorted.map { "\($0.file)\($0.range.start.line)\($0.id)" } == [
                "a2a.x", "a2a.y", "a10a.x", "b1b.x",
            ])
        #expect(sorted[0].area == "a")
    }
}
