import Publishing

/// Tells what changes in a site's folder, as it changes.
///
/// Changes that come together are told together. A name that begins with '.' or ends with '~' is an editor's own.
enum FileWatcher {
    /// How the changes are found out.
    enum Way: Sendable { case inotify, polling }

    /// - Parameter folder: the site's, from the root.
    /// - Returns: the changes until nobody listens any more.
    static func changes(in folder: String, way: Way? = nil) -> (way: Way, changes: AsyncStream<SiteChange>) {
        #if canImport(Glibc)
            if way != .polling, let changes = Inotify.changes(in: folder) { return (.inotify, changes) }
        #endif
        return (.polling, Polling.changes(in: folder))
    }

    /// What a site is made of.
    static let folders = ["Content", "Templates", "Public"]

    static func isOfSite(_ path: String) -> Bool {
        path == Configuration.fileName || folders.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    static func isEditorsOwn(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~")
    }
}

/// A pipe whose closing ends a thread that waits for something else besides.
struct Ending: Sendable {
    let read: Int32
    private let write: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard Posix.pipe(&ends) == 0 else { return nil }
        (read, write) = (ends[0], ends[1])
    }

    /// To be called once.
    func signal() { Posix.close(write) }

    /// To be called by whoever waited.
    func close() { Posix.close(read) }
}
