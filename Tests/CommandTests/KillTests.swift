import Foundation
import TestSupport
import Testing

/// Killed at whatever moment, the program leaves the old site or the new one, whole.
struct KillTests {
    private static let pages = 300
    private static let kills = 40

    private func write(_ words: String, to site: TemporarySite) throws {
        for number in 0..<Self.pages {
            // A page in ten is the same in both, one in ten stands in one of them alone.
            if number % 10 == 1, words == "B" { continue }
            let text = number % 10 == 0 ? "the same" : words
            try site.write(
                TemporarySite.page(
                    "Page \(number)", "date: 2026-01-01", body: "This is \(text).\n\n## Part\n\nMore words.\n"
                ),
                to: "Content/s\(number % 7)/p\(number).md")
        }
    }

    @Test func oldSiteOrNewSiteStands() throws {
        let (old, new) = (try TemporarySite(named: "old"), try TemporarySite(named: "new"))
        try write("A", to: old)
        try write("B", to: new)
        let place = try TemporaryFolder(named: "place")
        let output = place.path("site")
        func build(_ site: TemporarySite, _ more: String...) -> [String] {
            ["build", "--site", site.path, "--output", output, "--quiet", "--date", TemporarySite.date] + more
        }
        #expect(try Program.run(build(new)).status == 0)
        let b = try Tree(of: output)
        let clock = ContinuousClock()
        // Until the exchange, as far as the kills have told: every second one comes close to it.
        var whole = try clock.measure { _ = try Program.run(build(old)) } / .microseconds(1)
        let a = try Tree(of: output)
        #expect(a.paths.count > Self.pages && a.paths.count != b.paths.count)

        var standing = (tree: a, site: old)
        for kill in 1...Self.kills {
            let other = standing.site.path == old.path ? (tree: b, site: new) : (tree: a, site: old)
            let running = try Program.start(
                kill % 3 == 0 ? build(other.site) : build(other.site, "--no-cache"))
            usleep(UInt32(whole * (kill % 2 == 0 ? 1 : Double(kill) / Double(Self.kills))))
            running.kill()
            let status = running.end()
            #expect([0, 137].contains(status))
            let now = try Tree(of: output)
            let isExchanged = now == other.tree
            if isExchanged {
                standing = other
            } else {
                #expect(
                    now.differences(from: standing.tree).prefix(5).joined(separator: "\n") == "",
                    "kill \(kill)")
                #expect(status != 0, "kill \(kill): done, and the old site stands")
            }
            if kill % 2 == 0 || isExchanged { whole *= isExchanged ? 0.93 : 1.07 }
        }
        #expect(try Program.run(build(new)).status == 0)
        #expect(try Tree(of: output).differences(from: b) == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["site"])
        withExtendedLifetime((old, new)) {}
    }

    @Test func firstBuildStandsWholeOrNotAtAll() throws {
        let site = try TemporarySite()
        try write("A", to: site)
        let arguments = ["build", "--no-cache", "--quiet", "--date", TemporarySite.date]
        let clock = ContinuousClock()
        let whole = try clock.measure { _ = try Program.run(arguments, in: site.path) }
        let tree = try site.built()
        for kill in 1...12 {
            if site.folder.exists("_site") { try site.folder.remove("_site") }
            let running = try Program.start(arguments, in: site.path)
            usleep(UInt32(whole / .microseconds(1) * Double(kill) / 12))
            running.kill()
            running.end()
            let now = try site.built()
            if site.folder.exists("_site") {
                #expect(now.differences(from: tree).prefix(5).joined(separator: "\n") == "")
            }
        }
        withExtendedLifetime(site) {}
    }
}
