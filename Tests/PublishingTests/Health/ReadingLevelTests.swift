import Testing

@testable import Publishing

/// what is too long or too hard for a reader.
struct ReadingLevelTests {
    private func told(_ body: String, front: String = "kind: article") async throws -> [String] {
        let site = try await HealthSite(pages: [(front, body)])
        return site.told[0].filter { $0.id.hasPrefix("readability.") }.map { "\($0.id) \($0.severity)" }
    }

    private static func words(_ count: Int, _ word: String = "word") -> String {
        Array(repeating: word, count: count).joined(separator: " ")
    }

    private static let long = words(26)
    private static let half = words(13)
    private static let most = words(25)

    @Test(arguments: [
        "\(long).", "\(half) \(long).", "- \(long)", "> \(long).", "One. \(long). Two.", "\(half)\n\(half).",
        "**\(half)** *\(half)*.", "\(most) [word](https://example.org).",
        "Dr. Smith and Mr. Lee, e.g., \(most).",
        "\(half) 0.5 of it and \(half).", "Is it \(long)?", "\(half); \(half).", "See.[^1]\n\n[^1]: \(long).",
    ])
    func longSentences(_ body: String) async throws {
        #expect(try await told(body) == ["readability.sentence warning"])
    }

    @Test(arguments: [
        "\(most).", "\(half). Word \(half).", "## \(long)", "| \(long) |\n| --- |\n| a |",
        "```\n\(long)\n```",
        "\(half) — \(half.dropLast(5)).", "- \(half)\n- \(half)", "\(half)! Word \(half)?",
        "\(most) [@a2020].",
        "\(half)…\n\n\(half).", "![\(long)](x.png)", "> [!STUDY-DETAIL]\n> \(long) [@a2020].",
    ])
    func shortSentences(_ body: String) async throws {
        #expect(try await told(body) == [])
    }

    private static func items(_ count: Int, _ mark: String = "- ") -> String {
        (1...count).map { "\(mark)Item \($0)" }.joined(separator: "\n")
    }

    @Test(arguments: [
        "One. Two. Three. Four. Five.", "One!\nTwo? Three.\nFour. Five.", "> One. Two. Three. Four. Five.",
        "**One.** Two. *Three.* Four. Five. Six.", "Is it? No. It is not. It was. Never.", items(8),
        items(9, "1. "),
        items(12, "* "), "- A\n" + items(8, "  - "), "See.[^1]\n\n[^1]: One. Two. Three. Four. Five.",
        "He said “No.” She left. He sat. It rained. They slept.",
    ])
    func longParagraphsAndLists(_ body: String) async throws {
        #expect(try await told(body) == ["readability.paragraph warning"])
    }

    @Test(arguments: [
        "One. Two. Three. Four.", "One. Two.\n\nThree. Four.\n\nFive.",
        "Dr. A. Smith, M.D., left at 5 p.m. on Jan. 3, i.e. late.",
        "It was 0.5 or 1.5 or 2.5 or 3.5 or 4.5.", items(7), items(7, "1. "),
        items(5) + "\n\nWords.\n\n" + items(5, "* "),
        "- One. Two. Three. Four. Five.", "| a |\n| --- |\n" + (1...9).map { "| \($0) |\n" }.joined(),
        "See example.org or a.b.c.d.e for more.", items(4) + "\n  - A\n  - B\n  - C\n  - D",
    ])
    func shortParagraphsAndLists(_ body: String) async throws {
        #expect(try await told(body) == [])
    }

    private static let plain =
        "You can ask your nurse. She will help you. It is good to rest. Call a friend. "
    private static let hard = [
        "Pharmacological intervention necessitates comprehensive multidisciplinary evaluation. ",
        "Considerable uncertainty surrounds antidepressant efficacy in heterogeneous populations. ",
        "Neurobiological investigations demonstrate characteristic alterations of connectivity. ",
        "Administration requires continuous cardiovascular observation by qualified personnel. ",
        "Psychotherapeutic interventions necessitate individual adaptation and collaboration. ",
        "Regulatory authorities periodically reconsider previously established recommendations. ",
        "Methodological limitations considerably compromise generalizability of investigations. ",
        "Simultaneous administration potentially exacerbates undesirable physiological reactions. ",
        "Participants experienced transient perceptual abnormalities following administration. ",
        "Organizational collaboration facilitates implementation of sustainable improvements. ",
    ]

    private static func many(_ text: String, _ count: Int) -> String {
        String(repeating: "\(text)\n\n", count: count)
    }
    private static let plainPage = many(plain, 8)

    @Test(arguments: hard)
    func hardPagesAreErrors(_ sentence: String) async throws {
        #expect(try await told(Self.many(sentence, 20)) == ["readability.grade error"])
    }

    @Test(arguments: [
        (plainPage, "kind: article"), (many(hard[0], 20), "audience: clinician"), (hard[0], "kind: article"),
        (many(hard[1], 11), "kind: article"),
        ("\(plainPage)## \(hard[2])", "kind: safety"),
        ("\(plainPage)| A |\n| --- |\n| \(hard[3]) |", "kind: article"),
        ("\(plainPage)```\n\(hard[4])\n```", "kind: article"),
        ("\(plainPage)![\(hard[5])](x.png)", "kind: article"),
        (plainPage.replacing("a friend", with: "zolpidem and ketamine"), "kind: article"),
        (many("The U.S. has it, e.g. Dr. Lee. It cost 0.5 of it.", 12), "kind: article"),
    ])
    func plainOrShortPagesAreFine(_ body: String, _ front: String) async throws {
        #expect(try await !told(body, front: front).contains { $0.hasPrefix("readability.grade") })
    }
}
