/// Files of a site that were written, moved or deleted, as far as somebody saw it.
public struct SiteChange: Sendable {
    /// From the site's folder: `Content/safety/heart.md`. A folder stands for all in it.
    public var paths: Set<String>
    /// Something may have changed that nobody saw.
    public var isWhole: Bool

    public init(paths: Set<String> = [], isWhole: Bool = false) {
        (self.paths, self.isWhole) = (paths, isWhole)
    }

    public mutating func add(_ other: SiteChange) {
        paths.formUnion(other.paths)
        isWhole = isWhole || other.isWhole
    }

    func concerns(_ folder: String) -> Bool {
        isWhole || paths.contains { $0 == folder || $0.hasPrefix(folder + "/") }
    }

    /// Whether a file, or a folder that it lies in, is among the paths.
    func concerns(file path: String) -> Bool {
        if isWhole || paths.contains(path) { return true }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if paths.contains(String(folder)) { return true }
        }
        return false
    }
}
