import Foundation

/// A folder that nobody else has, deleted when the last of its users goes.
public final class TemporaryFolder: Sendable {
    /// From the root, without links.
    public let path: String

    /// - Parameter name: what the folder itself is called, where that matters.
    public init(named name: String = "site") throws {
        var template = Array((NSTemporaryDirectory() + "/materia-test-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw CocoaError(.fileWriteUnknown) }
        guard let real = realpath(made, nil) else { throw CocoaError(.fileNoSuchFile) }
        defer { free(real) }
        path = String(cString: real) + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that cannot be deleted is the system's to clear away.
        try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }

    public func path(_ relative: String) -> String { path + "/" + relative }

    public func write(_ text: String, to relative: String) throws {
        try write(Array(text.utf8), to: relative)
    }

    public func write(_ bytes: [UInt8], to relative: String) throws {
        let file = URL(fileURLWithPath: path(relative))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    public func remove(_ relative: String) throws {
        try FileManager.default.removeItem(atPath: path(relative))
    }

    public func link(_ relative: String, to target: String) throws {
        let parent = (path(relative) as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path(relative), withDestinationPath: target)
    }

    public func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

    public func text(_ relative: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(relative))), as: UTF8.self)
    }

    /// Seconds and nanoseconds of a file's last change.
    public func modified(_ relative: String) -> [Int] {
        var status = stat()
        guard lstat(path(relative), &status) == 0 else { return [] }
        #if os(Linux)
            return [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        #else
            return [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
        #endif
    }
}
