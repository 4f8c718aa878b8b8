public import Search

extension SearchReader {
    /// Opens an index that a build wrote.
    ///
    /// - Parameters:
    ///   - folder: `_site/search`
    ///   - home: what addresses begin with: `/`, or `/es/` for a translation.
    public init(folder: String, home: String = "/") throws(SearchError) {
        try self.init(home: home) { name in try Disk.read(folder + "/" + name) }
    }

    /// Whether a build wrote an index there.
    public static func isIndex(in folder: String) -> Bool { Disk.kind(of: folder + "/index.bin") == .file }
}
