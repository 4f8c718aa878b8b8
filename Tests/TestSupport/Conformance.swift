import Foundation

/// The examples of the CommonMark specification, and cmark's own.
public struct Conformance: Sendable, Decodable, CustomStringConvertible {
    public let example: Int
    public let section: String
    public let markdown: String
    public let html: String

    public var description: String { "\(section) \(example)" }

    /// `CONFORMANCE_DIR`, or `../shared/conformance` from the project's folder.
    public static let folder =
        ProcessInfo.processInfo.environment["CONFORMANCE_DIR"] ?? Fixture.project + "/../shared/conformance"

    public static let isPresent = FileManager.default.fileExists(atPath: folder)

    /// What a skipped test says.
    public static let absence: String =
        "the specification's examples are not at \(folder): name their folder in CONFORMANCE_DIR"

    /// All examples; none where the folder is not there.
    public static let all: [Conformance] = {
        guard isPresent else { return [] }
        return ["commonmark-0.30.json", "cmark-regression-0.30.2.json"].flatMap { name in
            let file = URL(fileURLWithPath: folder + "/" + name)
            // A folder without its files, or with broken ones, is no folder of examples.
            guard let data = try? Data(contentsOf: file),
                let examples = try? JSONDecoder().decode([Conformance].self, from: data)
            else { preconditionFailure("cannot read the examples in \(file.path)") }
            return examples
        }
    }()
}
