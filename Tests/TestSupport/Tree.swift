import Foundation

/// A folder's files, by path, with their bytes.
public struct Tree: Sendable, Equatable {
    public private(set) var files: [String: [UInt8]] = [:]

    /// Nothing where there is no such folder.
    public init(of folder: String) throws {
        guard let paths = FileManager.default.subpaths(atPath: folder) else { return }
        for path in paths { files[path] = Self.read(folder + "/" + path) }
    }

    /// `nil` for a folder. By the C library: the kill test reads thousands of files.
    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return Array("a link to nothing".utf8) }
        defer { fclose(file) }
        var status = stat()
        guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            count = fread(buffer.baseAddress, 1, buffer.count, file)
        }
    }

    public var paths: [String] { files.keys.sorted() }

    public func contains(_ path: String) -> Bool { files[path] != nil }

    public func filter(_ isWanted: (String) -> Bool) -> Tree {
        var tree = self
        tree.files = files.filter { isWanted($0.key) }
        return tree
    }

    /// Empty where the file is not there.
    public func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// What is another way here than there, a line for each file; empty where nothing is.
    public func differences(from other: Tree) -> [String] {
        Set(files.keys).union(other.files.keys).sorted().compactMap { path in
            switch (files[path], other.files[path]) {
            case (let mine?, let theirs?):
                mine == theirs ? nil : "\(path): \(Self.firstDifference(mine, theirs))"
            case (nil, _): "\(path): missing"
            case (_, nil): "\(path): not expected"
            }
        }
    }

    private static func firstDifference(_ mine: [UInt8], _ theirs: [UInt8]) -> String {
        let a = String(decoding: mine, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let b = String(decoding: theirs, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let line = zip(a, b).prefix { $0 == $1 }.count
        let (is_, was) = (line < a.count ? a[line] : "(the end)", line < b.count ? b[line] : "(the end)")
        return "line \(line + 1) is '\(is_)', and should be '\(was)'"
    }
}
