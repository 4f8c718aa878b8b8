import Testing

@testable import Publishing

/// plain words.
struct ReadabilityTests {
    @Test(arguments: [
        ("cat", 1), ("water", 2), ("medicine", 3), ("ketamine", 3), ("depression", 3), ("anxiety", 4),
        ("walked", 1), ("wanted", 2),
        ("table", 2), ("make", 1), ("makes", 1), ("boxes", 2), ("people", 2), ("idea", 3), ("create", 2),
        ("science", 2), ("quiet", 2),
        ("information", 4), ("serious", 3), ("patient", 2), ("special", 2), ("social", 2), ("treatment", 2),
        ("careful", 2),
        ("hospital", 3), ("anesthesia", 4), ("psychiatrist", 4), ("don't", 1), ("doesn't", 2), ("the", 1),
        ("every", 2), ("tired", 2),
        ("breathing", 2), ("changes", 2), ("months", 1), ("weeks", 1), ("something", 2), ("because", 2),
        ("together", 3),
        ("suicide", 3), ("suicidal", 4), ("dizziness", 3), ("nurse", 1), ("ride", 1), ("evening", 2),
        ("side", 1), ("effect", 2),
    ])
    func countsSyllables(_ word: String, _ count: Int) {
        #expect(Syllables.count(word) == count)
    }

    @Test(arguments: [
        ("One. Two.", 2), ("Dr. Smith came. He left.", 2), ("It was 0.5 of it. Good.", 2),
        ("Use e.g. this one.", 1),
        ("In the U.S. it is so. Yes.", 2), ("Is it? No. It is not!", 3), ("He said \"No.\" Then he left.", 2),
        ("See Fig. 2 there.", 1),
        ("Smith et al. found it.", 1), ("It cost 5 p. m. or so", 1), ("Wait… What?", 2),
        ("At 5 p.m. We left.", 2), ("J. Smith wrote it.", 1),
    ])
    func findsSentences(_ text: String, _ count: Int) {
        #expect(
            Sentences.all(in: text).count == count, "\(Sentences.all(in: text).map { $0.words.map(\.text) })")
    }

    @Test func longSentencesParagraphsAndListsAreTold() async throws {
        let long = (1...26).map { _ in "word" }.joined(separator: " ")
        let site = try await HealthSite([
            "\(long).", "\(long.dropLast(5)).", "One. Two. Three. Four. Five.", "One. Two. Three. Four.",
            (1...8).map { "- Item \($0)" }.joined(separator: "\n"),
            (1...7).map { "- Item \($0)" }.joined(separator: "\n"),
        ])
        let ids = site.told.map { Set($0.map(\.id)).filter { $0.hasPrefix("readability") }.sorted() }
        #expect(
            ids == [
                ["readability.sentence"], [], ["readability.paragraph"], [], ["readability.paragraph"], [],
            ])
    }

    @Test func hardPagesAreTold() async throws {
        let hard =
            "Pharmacological intervention necessitates comprehensive multidisciplinary evaluation of individual circumstances. "
        let easy = "You can ask your nurse. She will help you. It is good to rest. Call a friend. "
        let site = try await HealthSite(pages: [
            ("", String(repeating: hard + "\n\n", count: 12)),
            ("", String(repeating: easy + "\n\n", count: 8)),
            ("audience: clinician", String(repeating: hard + "\n\n", count: 12)), ("", hard),
        ])
        #expect(
            site.told.map { $0.contains { $0.id == "readability.grade" && $0.severity == .error } } == [
                true, false, false, false,
            ])
    }
}
