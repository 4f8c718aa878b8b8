import Foundation
import TestSupport
import Testing

@testable import Search

/// `cases.json`: a small site, queries, and what both readers answer. `UPDATE_FIXTURES=1` records the
/// answers, and the index that `Tests/js/search-cases.test.js` reads.
struct RecordedCaseTests {
    private struct Recorded: Codable {
        let site: SampleSite
        var cases: [Case]

        struct Case: Codable {
            let query: String
            var limit: Int?
            /// Missing until it is recorded.
            var answer: JSONValue?
            /// Of the index in buckets, where it is another: less of the text is kept there, and fewer words
            /// are found by their beginnings and in spite of typing errors.
            var inBuckets: JSONValue?
        }

        /// A line a case.
        func text() throws -> String {
            let lines = try cases.map { try JSONValue.text(of: $0) }
            return "{\"site\":" + (try JSONValue.text(of: site, [.prettyPrinted])) + ",\n\"cases\":[\n"
                + lines.joined(separator: ",\n") + "\n]}\n"
        }
    }

    private static let file = Fixture.root + "/search/cases.json"

    private static func recorded() throws -> Recorded {
        try JSONDecoder().decode(Recorded.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }

    /// The layout that a small site has, and that of a large one.
    private static let layouts = [("whole", 1_500), ("buckets", 0)]

    @Test func answersAreAsRecorded() throws {
        var recorded = try Self.recorded()
        let whole = try recorded.site.index().reader()
        let buckets = try recorded.site.index(mostPagesInOne: 0).reader()
        for (number, asked) in recorded.cases.enumerated() {
            let answer = try JSONValue(of: try whole.query(asked.query, limit: asked.limit ?? 10))
            let inBuckets = try JSONValue(of: try buckets.query(asked.query, limit: asked.limit ?? 10))
            if !Fixture.isUpdating {
                #expect(asked.answer?.text == answer.text, "\(asked.query)")
                #expect(
                    (asked.inBuckets ?? asked.answer)?.text == inBuckets.text, "\(asked.query), in buckets")
            }
            recorded.cases[number].answer = answer
            recorded.cases[number].inBuckets = answer.text == inBuckets.text ? nil : inBuckets
        }
        if Fixture.isUpdating {
            try Data(recorded.text().utf8).write(to: URL(fileURLWithPath: Self.file))
        }
    }

    /// Inflated, since not every zlib deflates alike.
    @Test(arguments: layouts)
    func theIndexIsAsRecorded(_ name: String, _ mostPagesInOne: Int) throws {
        let index = try Self.recorded().site.index(mostPagesInOne: mostPagesInOne)
        let folder = "search/index/" + name
        if Fixture.isUpdating {
            let built = try TemporaryFolder(named: "index")
            try index.write(to: built, name)
            try Fixture.expect(try Tree(of: built.path(name)), recordedIn: folder)
        }
        let files = try Tree(of: Fixture.root + "/" + folder).files
        #expect(files.keys.sorted() == index.files.keys.sorted())
        for (file, bytes) in index.files {
            #expect(try Inflate.bytes(files[file] ?? []) == Inflate.bytes(bytes), "\(file)")
        }
    }
}

/// JSON, whatever it says.
enum JSONValue: Codable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(of value: some Encodable) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }

    /// With its keys in order, to be compared.
    var text: String { (try? Self.text(of: self)) ?? "" }

    static func text(
        of value: some Encodable, _ formatting: JSONEncoder.OutputFormatting = []
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, formatting]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
