import TestSupport
import Testing

@testable import Publishing

/// R-1: every page of a health site shows lines that somebody has tried. Today is 23 November 2026.
struct CrisisDataTests {
    private func told(
        _ crisis: String?, files: [String: String] = [:], settings: String = "title: T\nprofile: health\n"
    ) async throws -> [String] {
        var all = HealthSite.data.merging(files) { $1 }
        all[CrisisData.path] = crisis
        return try await Checking.diagnostics(TemporarySite(all, settings: settings))
            .filter { $0.id.hasPrefix("crisis.") }.map { "\($0.id) \($0.severity)" }
    }

    private static let line = "{name: A, call: \"1\", verifiedOn: 2026-11-01, sourceURL: \"https://a.org\"}"

    @Test(arguments: [
        nil, "", "# nothing yet\n", "---\n", "message: Help\n", "lines: [\(line)]\n",
        "message: \"\"\nlines: [\(line)]\n",
        "message: Help\nlines: []\n", "message: Help\nlines:\n", "message:\nlines: [\(line)]\n",
        "message: \"\"\nlines: []\n",
        "lines:\n  - \(line)\n  - \(line)\n",
    ])
    func aSiteWithoutLinesIsTold(_ crisis: String?) async throws {
        #expect(try await told(crisis) == ["crisis.missing error"])
    }

    /// R-13: a page in another language shows the lines for readers of that language.
    @Test(arguments: ["es", "fr", "de"])
    func pagesInAnotherLanguageAreToldWhoseLinesTheyShow(_ language: String) async throws {
        let page = TemporarySite.page("X", "description: D\ndate: 2026-01-01", body: "Words.\n")
        let crisis = "message: Help\nlines: [\(Self.line)]\n"
        #expect(
            try await told(crisis, files: ["Content/a/x.\(language).md": page]) == ["crisis.missing warning"])
    }

    @Test(arguments: [
        "message: Help\nlines: [\(line)]\n", "message: Help {lines}\nlines:\n  - \(line)\n",
        "lines: [\(line)]\nmessage: |\n  Help\n\n  {lines}\n",
        "message: \"**Help** now\"\nlines: [\(line), \(line)]\n",
        "\u{FEFF}message: Help\nlines: [\(line)]\n".replacing("\u{FEFF}", with: ""),
        "# Lines\nmessage: Help\nlines: [\(line)]\n",
        "message: Help\r\nlines: [\(line)]\r\n", "---\nmessage: Help\nlines: [\(line)]\n",
        "message: >\n  Help\nlines: [\(line)]\n",
        "message: 'Help'\n\n\nlines:\n- name: A\n  text: HOME\n  verifiedOn: 2026-11-23\n  sourceURL: https://a.org\n",
    ])
    func aSiteWithLinesIsNotTold(_ crisis: String) async throws {
        #expect(try await told(crisis) == [])
    }

    @Test func aPlainSiteNeedsNone() async throws {
        #expect(try await told(nil, settings: "title: T\n") == [])
    }

    /// A warning from 60 days, an error from 90.
    @Test(arguments: [
        ("2026-09-24", "warning"), ("2026-09-23", "warning"), ("2026-09-01", "warning"),
        ("2026-08-26", "warning"),
        ("2026-08-25", "error"), ("2026-08-24", "error"), ("2026-05-23", "error"), ("2025-11-23", "error"),
        ("2024-02-29", "error"), ("1999-12-31", "error"), ("\"2026-08-25\"", "error"),
    ])
    func linesThatNobodyTriedForLongAreTold(_ day: String, _ severity: String) async throws {
        let crisis = "message: Help\nlines: [\(Self.line), \(Self.line.replacing("2026-11-01", with: day))]\n"
        #expect(try await told(crisis) == ["crisis.stale \(severity)"])
    }

    @Test(arguments: [
        "2026-11-23", "2026-11-22", "2026-11-01", "2026-10-31", "2026-10-01", "2026-09-30", "2026-09-26",
        "2026-09-25",
        "2026-12-01", "2027-01-01", "\"2026-10-15\"",
    ])
    func linesThatSomebodyTriedAreNotTold(_ day: String) async throws {
        #expect(
            try await told("message: Help\nlines: [\(Self.line.replacing("2026-11-01", with: day))]\n") == [])
    }
}
