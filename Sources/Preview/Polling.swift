import Foundation
import Publishing

/// Looks at all files of a site again and again, where nobody tells of changes.
enum Polling {
    /// Often enough to follow a writer, seldom enough to cost little. In milliseconds.
    private static let interval: Int32 = 300

    static func changes(in folder: String) -> AsyncStream<SiteChange> {
        AsyncStream { continuation in
            guard let ending = Ending() else { return continuation.finish() }
            continuation.onTermination = { _ in ending.signal() }
            // Looked at before the thread runs: what changes meanwhile is heard of.
            let first = stamps(in: folder)
            let thread = Thread {
                var known = first
                while !Posix.wait(for: [ending.read], milliseconds: interval)[0] {
                    let now = stamps(in: folder)
                    let changed = Set(known.keys).union(now.keys).filter { known[$0] != now[$0] }
                    known = now
                    if !changed.isEmpty { continuation.yield(SiteChange(paths: changed)) }
                }
                continuation.finish()
                ending.close()
            }
            thread.start()
        }
    }

    private struct Stamp: Equatable {
        let size, seconds, nanoseconds: Int
        let inode: UInt64
    }

    private static func stamps(in folder: String) -> [String: Stamp] {
        var stamps: [String: Stamp] = [:]
        add(Configuration.fileName, in: folder, depth: 0, to: &stamps)
        for name in FileWatcher.folders { add(name, in: folder, depth: 0, to: &stamps) }
        return stamps
    }

    /// Links in a circle come to an end.
    private static let deepest = 40

    private static func add(_ path: String, in folder: String, depth: Int, to stamps: inout [String: Stamp]) {
        var status = stat()
        guard depth < deepest, stat(folder + "/" + path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []
            for name in names where !FileWatcher.isEditorsOwn(name) {
                add(path + "/" + name, in: folder, depth: depth + 1, to: &stamps)
            }
            return
        }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        stamps[path] = Stamp(
            size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
            inode: UInt64(status.st_ino))
    }
}
