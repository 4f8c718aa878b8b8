import CLinux

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Puts a new site in the place of the old one in a single step.
///
/// All is written into a folder beside the output; then the two exchange their names. Whoever looks, and
/// whoever kills the program at whatever moment, finds the old site or the new one, whole.
struct Publisher: Sendable {
    /// The finished site's folder.
    let output: String
    private let staging: String
    private let hasPrevious: Bool
    /// Held until the program ends: two builds into one place wait for one another.
    private let lock: Int32

    /// - Throws: `DiskError` where the place cannot be written, or is not one to be replaced.
    init(output: String, mayReplaceAnything: Bool) throws(DiskError) {
        self.output = output
        let slash = output.lastIndex(of: "/") ?? output.startIndex
        let parent = slash == output.startIndex ? "/" : String(output[..<slash])
        let name = output[output.index(after: slash)...]
        staging = parent + "/." + name + ".building"
        try Disk.makeFolder(parent)
        lock = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if lock >= 0 { _ = flock(lock, LOCK_EX) }
        // Left by a build that was killed.
        try Disk.remove(staging)
        switch Disk.kind(of: output, following: false) {
        case nil: hasPrevious = false
        case .folder: hasPrevious = true
        case .file, .link, .other: throw DiskError("replace", output, code: ENOTDIR)
        }
        if hasPrevious, !mayReplaceAnything, Disk.kind(of: output + "/" + SiteJSON.address.relative) == nil,
            try !Disk.entries(of: output).isEmpty
        {
            // Somebody's home folder, given by mistake, is not to be replaced.
            throw DiskError("replace, since materia did not make it,", output, code: EEXIST)
        }
        guard mkdir(staging, 0o755) == 0 else { throw DiskError("make the folder", staging) }
    }

    /// Writes a file of the new site. One that is as it was keeps its time, and costs no space.
    func write(_ bytes: [UInt8], to file: String) throws(DiskError) {
        let path = staging + "/" + file
        if hasPrevious, isUnchanged(bytes, output + "/" + file) {
            if link(output + "/" + file, path) == 0 { return }
            if errno == ENOENT {
                try makeParent(of: file)
                if link(output + "/" + file, path) == 0 { return }
            }
        }
        do {
            if file.contains("/") { try makeParent(of: file) }
            try Disk.write(bytes, to: path, isNew: true)
        } catch {
            throw DiskError(error.operation, output + "/" + file, code: error.code)
        }
    }

    /// Keeps a file of the old site, if it is as it was. False where that cannot be.
    func keep(_ file: String, _ stamp: FileStamp) -> Bool {
        guard hasPrevious, FileStamp(of: output + "/" + file) == stamp else { return false }
        if link(output + "/" + file, staging + "/" + file) == 0 { return true }
        guard errno == ENOENT, (try? makeParent(of: file)) != nil else { return false }
        return link(output + "/" + file, staging + "/" + file) == 0
    }

    /// Of a file of the new site.
    func stamp(of file: String) -> FileStamp? { FileStamp(of: staging + "/" + file) }

    private func makeParent(of file: String) throws(DiskError) {
        guard let slash = file.lastIndex(of: "/") else { return }
        try Disk.makeFolder(staging + "/" + file[..<slash])
    }

    private func isUnchanged(_ bytes: [UInt8], _ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            Int(status.st_size) == bytes.count
        else {
            return false
        }
        // A file that cannot be read is written anew.
        guard let old = try? Disk.read(path) else { return false }
        return old == bytes
    }

    /// Puts the new site in the old one's place.
    func publish() throws(DiskError) {
        if hasPrevious {
            guard materia_exchange(staging, output) == 0 else {
                let code = errno
                throw DiskError("exchange with the new site", output, code: code)
            }
            // The new site stands; what is left of the old one is only rubbish, taken out by the next build
            // if not now.
            try? Disk.remove(staging)
        } else {
            guard rename(staging, output) == 0 else {
                let code = errno
                throw DiskError("put the new site at", output, code: code)
            }
        }
        if lock >= 0 { close(lock) }
    }

    /// Leaves the old site as it is.
    func discard() {
        // What cannot be deleted now is deleted by the next build.
        try? Disk.remove(staging)
        if lock >= 0 { close(lock) }
    }
}
