/// Why nothing was written: the operator's mistake.
public enum ScaffoldError: Error, Sendable, CustomStringConvertible {
    case exists(String)
    case noName(String, suggestion: String)
    case outside(String)

    public var description: String {
        switch self {
        case .exists(let path): "'\(path)' is there already, and nothing is overwritten"
        case .noName(let name, let suggestion):
            "'\(name)' is no name for a page: use small letters, digits and hyphens"
                + (suggestion.isEmpty ? "" : ", as in '\(suggestion)'")
        case .outside(let path): "'\(path)' lies outside the site's Content/"
        }
    }
}

/// Files to be written where none of them is yet: all, or nothing.
struct ScaffoldFiles {
    let folder: String
    /// By path from the folder, in the order in which they are told.
    let files: [(path: String, text: String)]

    func write() throws {
        if let kind = Disk.kind(of: folder), kind != .folder { throw ScaffoldError.exists(folder) }
        for file in files where Disk.kind(of: folder + "/" + file.path, following: false) != nil {
            throw ScaffoldError.exists(file.path)
        }
        for file in files {
            let path = folder + "/" + file.path
            try Disk.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            try Disk.write(Array(file.text.utf8), to: path)
        }
    }
}
