import Foundation
import TestSupport

extension TemporarySite {
    /// Runs a verb in the site's folder, on the day of the tests.
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Program.Run {
        try withExtendedLifetime(self) {
            try Program.run(
                arguments + ["--date", Self.date], in: path, input: Array(input.utf8),
                environment: environment)
        }
    }

    /// A sound site of a few pages, with something of everything.
    static func sample(named name: String = "site") throws -> TemporarySite {
        let site = try TemporarySite(
            [
                "Content/index.md": page(
                    "Home", "date: 2026-01-01", body: "Go to [heart](safety/heart.md#what-helps).\n"),
                "Content/safety/index.md": page("Safety", "weight: 2"),
                "Content/safety/heart.md": page(
                    "Heart", "date: 2026-02-01\ntags: [heart, blood]\naliases: [/old/]",
                    body:
                        "## What helps?\n\n![A drawing](pictures/a.svg \"A drawing\")\n\n```swift\nlet a = 1\n```\n"
                ),
                "Content/safety/pictures/a.svg": "<svg width=\"3\" height=\"4\"></svg>",
                "Content/safety/lungs.md": page(
                    "Lungs", "tags: [blood]\nweight: 1", body: "See [heart](heart.md) & more.\n"),
                "Content/evidence/trial.md": page(
                    "Trial", "withdrawn: {date: 2026-03-01, reason: Wrong numbers}"),
                "Content/evidence/draft.md": page("Draft", "draft: true"),
                "Content/evidence/later.md": page("Later", "publishDate: 2026-12-01"),
                "Content/evidence/over.md": page("Over", "expiryDate: 2026-01-01"),
                "Content/safety/heart.es.md": page("Corazón", "date: 2026-02-02"),
                "Public/robots.txt": "User-agent: *\n",
            ], settings: "title: Sample\nbaseURL: https://example.org/guide/\ndescription: A sample\n",
            named: name)
        return site
    }

    /// The names beside a folder of the site: what a build may have left.
    func namesIn(_ folder: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self.folder.path(folder)).sorted()
    }
}
