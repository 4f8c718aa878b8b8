import Foundation
import TestSupport

@testable import Search

/// `search.js`, asked by way of node.
enum JavaScript {
    struct Request: Encodable {
        var texts: [String] = []
        var pairs: [Pair] = []
        var folders: [Folder] = []

        struct Pair: Encodable {
            let first, second: String
            let most: Int
        }

        struct Folder: Encodable {
            let path: String
            let asked: [Asked]
        }

        /// A query, and what Swift says to it.
        struct Asked: Encodable {
            let query: String
            let limit: Int
            /// `nil` where it says that the index is damaged.
            let answer: SearchAnswer?
            var isRefused: Bool { answer == nil }

            private enum CodingKeys: CodingKey { case query, limit, answer, isRefused }

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(query, forKey: .query)
                try container.encode(limit, forKey: .limit)
                try container.encode(answer, forKey: .answer)
                try container.encode(isRefused, forKey: .isRefused)
            }
        }
    }

    struct Response: Decodable {
        let words: [[RecordedWord]]
        let distances: [Int]
        /// For each folder, what is another answer, as JSON.
        let differences: [[String]]
    }

    static let isPresent = find("node") != nil

    static let absence = "node is not there: what search.js says cannot be compared"

    static func ask(_ request: Request) throws -> Response {
        let folder = try TemporaryFolder(named: "node")
        try folder.write(Array(JSONEncoder().encode(request)), to: "request.json")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: find("node") ?? "node")
        process.arguments = [Fixture.project + "/Tests/js/search-child.mjs", folder.path("request.json")]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Response.self, from: data)
    }

    private static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// A word, with its place in bytes.
struct RecordedWord: Codable, CustomStringConvertible {
    let startByte: Int
    let endByte: Int
    let terms: [String]

    init(_ word: Word) {
        (startByte, endByte, terms) = (word.bytes.lowerBound, word.bytes.upperBound, word.terms)
    }

    var description: String { "\(startByte)..<\(endByte) \(terms)" }

    /// By the bytes of the terms.
    static func isSame(_ first: [RecordedWord], _ second: [RecordedWord]) -> Bool {
        func plain(_ words: [RecordedWord]) -> [[[UInt8]]] {
            words.map { [Array("\($0.startByte) \($0.endByte)".utf8)] + $0.terms.map { Array($0.utf8) } }
        }
        return plain(first) == plain(second)
    }
}
