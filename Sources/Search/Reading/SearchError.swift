/// Why an index cannot be asked.
public enum SearchError: Error, Sendable, CustomStringConvertible {
    /// A file is not there, or the disk will not have it read.
    case unreadable(file: String, reason: String)
    /// A file's bytes are not those of an index.
    case damaged(file: String)
    /// Another version of the program wrote it.
    case otherVersion(Int)

    public var description: String {
        switch self {
        case .unreadable(let file, let reason): "cannot read the index's '\(file)': \(reason)"
        case .damaged(let file): "the index's '\(file)' is damaged; run 'materia build' to write it anew"
        case .otherVersion(let version):
            "the index is of version \(version), and this program reads version \(IndexFormat.version); "
                + "run 'materia build' to write it anew"
        }
    }
}
