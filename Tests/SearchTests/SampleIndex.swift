import Foundation
import TestSupport

@testable import Search

/// A site's pages, as a test writes them down.
struct SampleSite: Codable {
    var language = "en"
    var synonyms: [Synonym] = []
    var drugNames: [String] = []
    var crisis: Crisis?
    var pages: [Page] = []

    struct Page: Codable {
        let path: String
        let title: String
        /// Path and title.
        var section = ["", ""]
        var keywords: [String] = []
        /// Passages; headings begin with `#`.
        var text: [String] = []
    }

    struct Synonym: Codable {
        let from: [String]
        let also: [String]
    }

    struct Crisis: Codable {
        let path: String
        let message: String
        let name: String
        let call: String
    }

    /// - Parameters:
    ///   - mostPagesInOne: above it, the index is in buckets.
    ///   - limit: bytes of text to keep of each page.
    ///   - piece: how many pages are gathered at a time.
    func index(mostPagesInOne: Int = 1_500, limit: Int = .max, piece: Int = 7) -> BuiltIndex {
        let searched = pages.map { $0.searched(limit) }
        let gathered = stride(from: 0, to: searched.count, by: piece).map {
            GatheredTerms(searched[$0..<min($0 + piece, searched.count)], language: language)
        }
        return BuiltIndex(
            SearchIndex(searched, gathered, settings: settings, mostPagesInOne: mostPagesInOne))
    }

    private var settings: SearchSettings {
        var settings = SearchSettings(language: language)
        settings.synonyms = synonyms.map { .init(from: $0.from, also: $0.also) }
        settings.drugNames = drugNames
        settings.crisis = crisis.map { crisis in
            var line = SearchSettings.Crisis.Line()
            (line.name, line.call) = (crisis.name, crisis.call)
            return SearchSettings.Crisis(path: crisis.path, message: crisis.message, lines: [line])
        }
        return settings
    }
}

extension SampleSite.Page {
    fileprivate func searched(_ limit: Int) -> SearchPage {
        var words = PageText()
        var memory = SearchMemory()
        for line in text {
            if line.hasPrefix("#") {
                let parts = line.dropFirst().components(separatedBy: "\t")
                words.addHeading(
                    Array(parts[0].utf8), anchor: parts.count > 1 ? parts[1] : SimpleSlug.make(parts[0]))
            } else {
                words.addPassage(Array(line.utf8))
            }
        }
        return SearchPage(
            path: path, title: title, section: SearchSection(path: section[0], title: section[1]),
            contents: SearchContents(
                title: title, keywords: keywords, text: words, limit: limit, memory: &memory))
    }
}

/// An index's files, in memory.
struct BuiltIndex: Sendable {
    /// By name, from the index's folder.
    var files: [String: [UInt8]] = [:]

    static let folder = "3f9c01ab22de"

    init(_ index: SearchIndex) {
        for part in index.parts {
            for file in part() { files[Self.folder + "/" + file.name] = file.bytes }
        }
        let root = index.root(folder: Self.folder)
        files[root.name] = root.bytes
    }

    struct Missing: Error {}

    func reader() throws(SearchError) -> SearchReader {
        let files = files
        return try SearchReader { name in
            guard let bytes = files[name] else { throw Missing() }
            return bytes
        }
    }

    func write(to folder: TemporaryFolder, _ name: String) throws {
        for (file, bytes) in files { try folder.write(bytes, to: name + "/" + file) }
    }
}
