#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the disk would not do: the operator's trouble, not the writer's.
public struct DiskError: Error, Sendable, CustomStringConvertible {
    public let operation: String
    public let path: String
    /// As the system gave it: `ENOENT`, `EACCES`, `ENOSPC`, …
    public let code: Int32

    public var description: String { "cannot \(operation) '\(path)': \(String(cString: strerror(code)))" }

    init(_ operation: String, _ path: String, code: Int32 = errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}

/// Files and folders by path: one system call where one will do.
enum Disk {
    enum Kind: Sendable { case file, folder, link, other }

    struct Entry: Sendable {
        let name: String
        let kind: Kind
        /// In UTF-8; of others the name is not what the disk has.
        let hasPlainName: Bool
    }

    /// What a folder holds, by name in the order of bytes.
    static func entries(of folder: String) throws(DiskError) -> [Entry] {
        guard let directory = opendir(folder) else { throw DiskError("read the folder", folder) }
        defer { closedir(directory) }
        var entries: [Entry] = []
        while let entry = readdir(directory) {
            // In place: the entry is only as long as its name, and a copy of the whole struct would read past
            // it.
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
                preconditionFailure("d_name is stored")
            }
            let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            let plain = String(validatingCString: start)
            let name = plain ?? String(cString: start)
            if name == "." || name == ".." { continue }
            let kind: Kind =
                switch Int32(entry.pointee.d_type) {
                case Int32(DT_REG): .file
                case Int32(DT_DIR): .folder
                case Int32(DT_LNK): .link
                default: self.kind(of: folder + "/" + name, following: false) ?? .other
                }
            entries.append(Entry(name: name, kind: kind, hasPlainName: plain != nil))
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// `nil` where nothing is there.
    static func kind(of path: String, following: Bool = true) -> Kind? {
        var status = stat()
        guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    static func read(_ path: String, atMost limit: Int = .max) throws(DiskError) -> [UInt8] {
        // What waits for somebody to write would be waited for.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw DiskError("read", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw DiskError("read", path) }
        guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
            throw DiskError("read, since it is no file,", path, code: EINVAL)
        }
        let expected = min(Int(status.st_size), limit)
        var failure: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
            count = fill(buffer, from: file, failure: &failure)
        }
        if failure != 0 { throw DiskError("read", path, code: failure) }
        if expected == 0, limit > 0 { bytes = try readToEnd(file, path: path, limit: limit) }
        return bytes
    }

    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32, failure: inout Int32
    ) -> Int {
        var count = 0
        while count < buffer.count {
            let received = system_read(file, buffer.baseAddress! + count, buffer.count - count)
            if received < 0, errno == EINTR { continue }
            if received < 0 { failure = errno }
            if received <= 0 { break }
            count += received
        }
        return count
    }

    /// Pipes and the like, whose size nobody knows beforehand.
    private static func readToEnd(_ file: Int32, path: String, limit: Int) throws(DiskError) -> [UInt8] {
        var bytes: [UInt8] = []
        var failure: Int32 = 0
        while bytes.count < limit {
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = fill(buffer, from: file, failure: &failure)
            }
            if failure != 0 { throw DiskError("read", path, code: failure) }
            if part.isEmpty { break }
            bytes += part
        }
        return bytes
    }

    /// Writes a file that is not there yet, or replaces its content.
    ///
    /// - Parameter isNew: the file must not be there yet.
    static func write(_ bytes: [UInt8], to path: String, isNew: Bool = false) throws(DiskError) {
        let file = open(path, O_WRONLY | O_CREAT | (isNew ? O_EXCL : O_TRUNC) | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw DiskError("write", path) }
        defer { close(file) }
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let sent = system_write(file, buffer.baseAddress! + written, buffer.count - written)
                if sent < 0, errno == EINTR { continue }
                if sent < 0 {
                    failure = errno
                    return
                }
                written += sent
            }
        }
        if failure != 0 { throw DiskError("write", path, code: failure) }
    }

    /// Whole or not at all, whatever happens meanwhile.
    static func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
        try write(bytes, to: path + ".new")
        guard rename(path + ".new", path) == 0 else { throw DiskError("write", path) }
    }

    static func makeFolder(_ path: String) throws(DiskError) {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw DiskError("make the folder", path)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        throw DiskError("make the folder", path)
    }

    /// Deletes a file, or a folder with all in it. What is not there is no error.
    static func remove(_ path: String) throws(DiskError) {
        guard let kind = kind(of: path, following: false) else { return }
        if kind == .folder {
            for entry in try entries(of: path) {
                if entry.kind != .folder, unlink(path + "/" + entry.name) == 0 { continue }
                try remove(path + "/" + entry.name)
            }
            guard rmdir(path) == 0 || errno == ENOENT else { throw DiskError("delete", path) }
        } else {
            guard unlink(path) == 0 || errno == ENOENT else { throw DiskError("delete", path) }
        }
    }

    /// The path without links, `.` and `..`; `nil` where nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A path from the root whose end need not exist, with the links in what does exist resolved.
    static func withoutLinks(_ path: String) -> String {
        if let real = realPath(path) { return real }
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return path }
        let parent = withoutLinks(String(path[..<slash]))
        return (parent == "/" ? "" : parent) + path[slash...]
    }

    static var currentFolder: String { realPath(".") ?? "." }

    /// From the root, with `.` and `..` worked out; what it names need not exist.
    static func absolute(_ path: String) -> String {
        let full = path.hasPrefix("/") ? path : currentFolder + "/" + path
        var parts: [Substring] = []
        for part in full.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}

// The methods above have the same names as the system's functions.
private func system_read(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(file, buffer, count)
}

private func system_write(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    write(file, buffer, count)
}
