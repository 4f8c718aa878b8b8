public import Search

extension SearchReader {
    /// Opens an index that a build wrote.
    ///
    /// - Parameter folder: `_site/search`
    public init(folder: String) throws(SearchError) {
        try self.init { name in try Disk.read(folder + "/" + name) }
    }

    /// Whether a build wrote an index there.
    public static func isIndex(in folder: String) -> Bool {
        Disk.kind(of: folder + "/" + IndexFormat.rootName) == .file
    }
}
