import Foundation

/// Recorded input and output: a pair of files, or of folders. `UPDATE_FIXTURES=1` records what comes out now.
public struct Fixture: Sendable, CustomStringConvertible {
    /// Without the extension.
    public let name: String
    private let folder: String
    private let fileExtension: String

    public var description: String { name }

    public static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] == "1"

    /// The project's own folder.
    public static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    public static let root = project + "/Tests/Fixtures"

    /// All fixtures of a folder of `Tests/Fixtures`, by name.
    public static func all(in folder: String, withExtension fileExtension: String) -> [Fixture] {
        let path = root + "/" + folder
        let names = FileManager.default.subpaths(atPath: path) ?? []
        return names.filter { $0.hasSuffix("." + fileExtension) }.sorted().map { name in
            Fixture(
                name: String(name.dropLast(fileExtension.count + 1)), folder: path,
                fileExtension: fileExtension)
        }
    }

    public func text() throws -> String { try Self.read("\(folder)/\(name).\(fileExtension)") }

    /// - Throws: `Difference` where `text` is not what was recorded.
    public func expect(_ text: String, recordedAs fileExtension: String) throws {
        let path = "\(folder)/\(name).\(fileExtension)"
        if Self.isUpdating { return try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
        let recorded = FileManager.default.fileExists(atPath: path) ? try Self.read(path) : ""
        if text != recorded { throw Difference(file: path, is_: text, was: recorded) }
    }

    /// - Throws: `Difference` where a folder's files are not those that were recorded.
    public static func expect(_ tree: Tree, recordedIn folder: String) throws {
        let path = root + "/" + folder
        if isUpdating {
            // What is not there need not be deleted.
            try? FileManager.default.removeItem(atPath: path)
            for (name, bytes) in tree.files {
                let file = URL(fileURLWithPath: path + "/" + name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
        }
        let differences = tree.differences(from: try Tree(of: path))
        if !differences.isEmpty {
            throw Difference(file: path, is_: differences.joined(separator: "\n"), was: "")
        }
    }

    private static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
}

/// What came out is not what was recorded.
public struct Difference: Error, CustomStringConvertible {
    let file: String
    let is_: String
    let was: String

    public var description: String {
        "\(file) is another than recorded (UPDATE_FIXTURES=1 records it).\n--- now:\n\(is_)\n--- recorded:\n\(was)"
    }
}
