#if canImport(Glibc)
    import Foundation
    import Glibc
    import Publishing

    /// Hears of changes from the kernel: inotify(7).
    enum Inotify {
        /// `nil` where the kernel will not watch so many folders, or none at all.
        static func changes(in folder: String) -> AsyncStream<SiteChange>? {
            guard let folders = WatchedFolders(root: folder) else { return nil }
            guard let ending = Ending() else {
                folders.close()
                return nil
            }
            return AsyncStream { continuation in
                continuation.onTermination = { _ in ending.signal() }
                let thread = Thread {
                    var folders = folders
                    while let change = next(&folders, ending) { continuation.yield(change) }
                    continuation.finish()
                    folders.close()
                    ending.close()
                }
                thread.start()
            }
        }

        /// A save is several events; these many milliseconds of silence end it, and at most these many are waited.
        private static let (silence, longest): (Int32, Int) = (2, 12)

        /// Waits for something to change. `nil` when it is time to end.
        private static func next(_ folders: inout WatchedFolders, _ ending: Ending) -> SiteChange? {
            while true {
                var change = SiteChange()
                if Posix.wait(for: [folders.file, ending.read], milliseconds: -1)[1] { return nil }
                let start = ContinuousClock.now
                repeat {
                    folders.read(into: &change)
                    if Posix.wait(for: [ending.read], milliseconds: 0)[0] { return nil }
                } while Posix.wait(for: [folders.file], milliseconds: silence)[0]
                    && start.duration(to: .now) < .milliseconds(longest)
                if !change.paths.isEmpty || change.isWhole { return change }
            }
        }
    }

    /// The folders that the kernel watches, by its own numbers.
    private struct WatchedFolders: Sendable {
        let file: Int32
        private let root: String
        /// Paths from the root; empty for the root itself.
        private var paths: [Int32: String] = [:]

        private enum Event {
            static let (closedAfterWriting, movedFrom, movedTo): (UInt32, UInt32, UInt32) = (0x8, 0x40, 0x80)
            static let (created, deleted, deletedItself): (UInt32, UInt32, UInt32) = (0x100, 0x200, 0x400)
            static let (overflow, ignored, isFolder): (UInt32, UInt32, UInt32) = (0x4000, 0x8000, 0x4000_0000)
            static let onlyFolders: UInt32 = 0x0100_0000
            static let all = closedAfterWriting | movedFrom | movedTo | created | deleted | deletedItself
        }

        init?(root: String) {
            self.root = root
            file = inotify_init1(Int32(O_CLOEXEC) | Int32(O_NONBLOCK))
            guard file >= 0 else { return nil }
            guard watch(""), FileWatcher.folders.allSatisfy({ add($0, depth: 0) }) else {
                close()
                return nil
            }
        }

        func close() { Posix.close(file) }

        private mutating func watch(_ path: String) -> Bool {
            let full = path.isEmpty ? root : root + "/" + path
            let number = inotify_add_watch(file, full, Event.all | Event.onlyFolders)
            if number >= 0 { paths[number] = path }
            // A folder that is not there, or not to be read, has nothing to tell.
            return number >= 0 || errno != ENOSPC
        }

        /// Links in a circle come to an end.
        private static let deepest = 40

        /// A folder and all below it. False where the kernel has no room for more.
        private mutating func add(_ path: String, depth: Int) -> Bool {
            let full = root + "/" + path
            var status = stat()
            guard depth < Self.deepest, stat(full, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                return true
            }
            guard watch(path) else { return false }
            let names = (try? FileManager.default.contentsOfDirectory(atPath: full)) ?? []
            for name in names where !FileWatcher.isEditorsOwn(name) {
                if !add(path + "/" + name, depth: depth + 1) { return false }
            }
            return true
        }

        private mutating func forget(_ path: String) {
            for (number, watched) in paths where watched == path || watched.hasPrefix(path + "/") {
                inotify_rm_watch(file, number)
                paths[number] = nil
            }
        }

        /// Takes in what the kernel has to tell just now.
        mutating func read(into change: inout SiteChange) {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = Glibc.read(file, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return }
                buffer.withUnsafeBytes { bytes in
                    var start = 0
                    while start + 16 <= count {
                        let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
                        let name = bytes[(start + 16)..<min(start + 16 + length, count)].prefix { $0 != 0 }
                        take(
                            bytes.loadUnaligned(fromByteOffset: start, as: Int32.self),
                            bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self),
                            String(decoding: name, as: UTF8.self), into: &change)
                        start += 16 + length
                    }
                }
            }
        }

        private mutating func take(
            _ number: Int32, _ mask: UInt32, _ name: String, into change: inout SiteChange
        ) {
            if mask & Event.overflow != 0 {
                change.isWhole = true
                for folder in FileWatcher.folders { _ = add(folder, depth: 0) }
                return
            }
            guard let folder = paths[number] else { return }
            if mask & (Event.ignored | Event.deletedItself) != 0 { return paths[number] = nil }
            if FileWatcher.isEditorsOwn(name) { return }
            let path = folder.isEmpty ? name : folder + "/" + name
            guard FileWatcher.isOfSite(path) else { return }
            if mask & Event.isFolder != 0 {
                if mask & Event.movedFrom != 0 { forget(path) }
                // Without room for more folders the kernel says nothing of them: all is looked at when it next does.
                if mask & (Event.created | Event.movedTo) != 0, !add(path, depth: 0) { change.isWhole = true }
            } else if mask == Event.created, !isLink(path) {
                return
            }
            change.paths.insert(path)
        }

        /// A file that is written is told of when it is closed; a link is never closed.
        private mutating func isLink(_ path: String) -> Bool {
            var status = stat()
            guard lstat(root + "/" + path, &status) == 0 else { return false }
            if status.st_mode & S_IFMT == S_IFLNK {
                _ = add(path, depth: 0)
                return true
            }
            return status.st_nlink > 1
        }
    }
#endif
