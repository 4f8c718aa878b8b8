import Markup
import TestSupport
import Testing

@testable import Publishing

struct ContentTreeTests {
    @Test func pagesAndFilesAreToldApart() throws {
        let site = try TemporarySite([
            "Content/index.md": "", "Content/a/b.md": "", "Content/a/c.png": "", "Content/.hidden.md": "",
            "Content/_draft.md": "",
            "Content/_old/x.md": "", "Content/Data/references.json": "", "Content/a/Data/d.txt": "",
            "Public/robots.txt": "",
            "Public/.htaccess": "", "Public/.well-known/security.txt": "", "Public/.DS_Store": "",
            "Public/.git/config": "", "Public/_headers": "", "Content/a/B.md": "", "Content/é.md": "",
        ])
        let tree = try ContentTree(site: site.path)
        #expect(tree.articles == ["Content/a/B.md", "Content/a/b.md", "Content/index.md", "Content/é.md"])
        #expect(tree.files.sorted() == ["Content/a/Data/d.txt", "Content/a/c.png"])
        #expect(
            tree.publicFiles.sorted() == [".htaccess", ".well-known/security.txt", "_headers", "robots.txt"])
        #expect(tree.diagnostics.isEmpty)
    }

    @Test func linksWithinTheSiteAreFollowed() throws {
        let site = try TemporarySite(["Content/a/x.md": "", "shared/y.md": ""])
        try site.folder.link("Content/b", to: "../shared")
        try site.folder.link("Content/z.md", to: "a/x.md")
        let tree = try ContentTree(site: site.path)
        #expect(tree.articles == ["Content/a/x.md", "Content/b/y.md", "Content/z.md"])
        #expect(tree.diagnostics.isEmpty)
    }

    @Test(arguments: ["/etc/passwd", "../../outside.md", "/", "nowhere", "..", "."])
    func otherLinksAreRefused(_ target: String) throws {
        let site = try TemporarySite(["Content/x.md": ""])
        try site.folder.write("secret", to: "../outside.md")
        try site.folder.link("Content/link.md", to: target)
        try site.folder.link("Public/link", to: target)
        let tree = try ContentTree(site: site.path)
        let refused = target == ".." ? ["Content/link.md"] : ["Content/link.md", "Public/link"]
        #expect(
            tree.diagnostics.filter { $0.id == "file.outside" }.map(\.file).sorted().contains(
                "Content/link.md"), "\(refused)")
        #expect(tree.articles == ["Content/x.md"])
    }

    @Test func linksThatGoInCirclesEnd() throws {
        let site = try TemporarySite(["Content/a/x.md": "", "Content/b/y.md": ""])
        try site.folder.link("Content/a/b", to: "../b")
        try site.folder.link("Content/b/a", to: "../a")
        let tree = try ContentTree(site: site.path)
        #expect(tree.diagnostics.contains { $0.id == "file.outside" })
        #expect(tree.articles.contains("Content/a/x.md"))
    }

    @Test(arguments: ["Content", "Public", "Templates", "Content/Data"])
    func foldersOfTheSiteAreNoLinksOutOfIt(_ folder: String) async throws {
        let site = try TemporarySite(["Content/index.md": TemporarySite.page()])
        let outside = try TemporaryFolder(named: "outside")
        try outside.write("---\ntitle: a\n---\nsecret\n", to: "secret.md")
        try outside.write("{{page.title}}", to: "article.mustache")
        if site.folder.exists(folder) { try site.folder.remove(folder) }
        try site.folder.link(folder, to: outside.path)
        let found = try await Checking.diagnostics(site)
        #expect(found.contains { $0.id == "file.outside" })
    }

    @Test func templatesAreNoLinksOutOfTheSite() async throws {
        let site = try TemporarySite(TemporarySite.plainTheme)
        let outside = try TemporaryFolder(named: "outside")
        try outside.write("secret", to: "secret.mustache")
        try site.folder.remove("Templates/article.mustache")
        try site.folder.link("Templates/article.mustache", to: outside.path("secret.mustache"))
        try site.folder.link("Templates/partials", to: outside.path)
        try site.folder.link("Templates/strings", to: "..")
        let found = try await Checking.diagnostics(site)
        #expect(
            found.filter { $0.id == "file.outside" }.map(\.file) == [
                "Templates/article.mustache", "Templates/partials", "Templates/strings",
            ])
    }
}
