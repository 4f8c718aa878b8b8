import Foundation
import Publishing
import TestSupport
import Testing

@testable import Preview

struct FileWatcherTests {
    static let ways: [FileWatcher.Way] = {
        #if os(Linux)
            return [.inotify, .polling]
        #else
            return [.polling]
        #endif
    }()

    /// Hears of changes until one of them concerns a path.
    private func hear(
        _ path: String, in site: TemporarySite, by way: FileWatcher.Way,
        after change: (TemporarySite) throws -> Void
    ) async throws -> Set<String> {
        let (taken, changes) = FileWatcher.changes(in: site.path, way: way)
        #expect(taken == way)
        try change(site)
        var heard: Set<String> = []
        for await change in changes {
            heard.formUnion(change.paths)
            if heard.contains(path) { break }
        }
        return heard
    }

    private func site() throws -> TemporarySite {
        try TemporarySite([
            "Content/safety/heart.md": TemporarySite.page(), "Content/safety/brain.md": TemporarySite.page(),
        ])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ways)
    func hearsOfASave(_ way: FileWatcher.Way) async throws {
        let heard = try await hear("Content/safety/heart.md", in: site(), by: way) {
            let file = try #require(FileHandle(forWritingAtPath: $0.path + "/Content/safety/heart.md"))
            file.seekToEndOfFile()
            file.write(Data("More.\n".utf8))
            file.closeFile()
        }
        #expect(heard == ["Content/safety/heart.md"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ways)
    func hearsOfASaveByRenamingAndOfNothingElse(_ way: FileWatcher.Way) async throws {
        let heard = try await hear("Content/safety/heart.md", in: site(), by: way) { site in
            try site.write("new", to: "Content/safety/.heart.md.new")
            try site.write("old", to: "Content/safety/heart.md~")
            #expect(
                rename(site.path + "/Content/safety/.heart.md.new", site.path + "/Content/safety/heart.md")
                    == 0)
        }
        #expect(heard == ["Content/safety/heart.md"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ways)
    func hearsOfWhatIsInAFolderThatMoved(_ way: FileWatcher.Way) async throws {
        let site = try site()
        _ = try await hear(way == .inotify ? "Content/care" : "Content/care/heart.md", in: site, by: way) {
            site in
            try FileManager.default.moveItem(
                atPath: site.path + "/Content/safety", toPath: site.path + "/Content/care")
        }
        let heard = try await hear("Content/care/heart.md", in: site, by: way) {
            try $0.write("Other words.", to: "Content/care/heart.md")
        }
        #expect(heard.allSatisfy { $0.hasPrefix("Content/care") })
    }

    @Test(.timeLimit(.minutes(1)), arguments: ways)
    func hearsOfFoldersThatWereNotThere(_ way: FileWatcher.Way) async throws {
        let site = try site()
        let (_, changes) = FileWatcher.changes(in: site.path, way: way)
        try site.write("x", to: "Templates/partials/menu.mustache")
        var heard = SiteChange()
        for await change in changes {
            heard.add(change)
            if heard.paths.contains(where: { $0.hasPrefix("Templates") }) { break }
        }
        let later = try await hear("Templates/partials/menu.mustache", in: site, by: way) {
            try $0.write("longer", to: "Templates/partials/menu.mustache")
        }
        #expect(later.contains("Templates/partials/menu.mustache"))
    }

    @Test(.timeLimit(.minutes(1)), arguments: ways)
    func saysNothingOfOtherFolders(_ way: FileWatcher.Way) async throws {
        let heard = try await hear("materia.yaml", in: site(), by: way) { site in
            try site.write("x", to: "_site/index.html")
            try site.write("x", to: "notes.txt")
            try site.write("title: Other\n", to: "materia.yaml")
        }
        #expect(heard.contains("materia.yaml"))
        #expect(heard.isDisjoint(with: ["_site/index.html", "_site", "notes.txt"]), "\(heard)")
    }
}
