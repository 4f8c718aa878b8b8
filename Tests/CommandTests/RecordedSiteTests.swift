import Foundation
import TestSupport
import Testing

/// A site in `Fixtures/sites`, with a theme of its own, and the files it makes in `Fixtures/expected`.
struct RecordedSiteTests {
    @Test(arguments: ["guide"])
    func siteIsBuiltAsRecorded(_ name: String) throws {
        let folder = try TemporaryFolder(named: "copies")
        try FileManager.default.copyItem(atPath: "\(Fixture.root)/sites/\(name)", toPath: folder.path(name))
        let run = try Program.run("build", "--site", folder.path(name), "--date", TemporarySite.date)
        #expect(run.status == 0, "\(run.errors)")
        let theme = Set(FileManager.default.subpaths(atPath: Fixture.project + "/Public") ?? [])
        let own = try Tree(of: folder.path("\(name)/Public"))
        // The built-in theme's files are not what this is about; nor is the search's index, which has tests of its own,
        // and whose bytes are also zlib's.
        let tree = try Tree(of: folder.path("\(name)/_site")).filter {
            (own.contains($0) || !theme.contains($0)) && !$0.hasSuffix(".bin")
                && !["site.css", "_headers"].contains($0)
        }
        try Fixture.expect(tree, recordedIn: "expected/\(name)")
    }

    /// Every link and address in the recorded pages leads to a file of the site.
    @Test func linksOfTheRecordedSiteLeadSomewhere() throws {
        let tree = try Tree(of: Fixture.root + "/expected/guide")
        var count = 0
        for path in tree.paths where path.hasSuffix(".html") {
            for link in tree.text(path).split(separator: "href=\"").dropFirst().map({
                $0.prefix { $0 != "\"" }
            }) {
                guard link.hasPrefix("/guide/") else { continue }
                let address = link.dropFirst("/guide/".count).prefix { $0 != "#" && $0 != "?" }
                let file = address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
                #expect(tree.contains(String(file)), "\(path) links to \(link)")
                count += 1
            }
        }
        #expect(count > 50)
    }
}
