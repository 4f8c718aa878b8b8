import Markup

/// Everything a page's HTML can depend on besides the page's own body, as one digest.
struct Fingerprint {
    private var parts: [UInt8] = []

    mutating func add(_ bytes: some Collection<UInt8>) {
        parts += "\(bytes.count):".utf8
        parts += bytes
    }

    mutating func add(_ text: String) { add(text.utf8) }

    var digest: [UInt8] { SHA256.hash(parts) }
}

extension Fingerprint {
    /// - Parameters:
    ///   - heads: each page's front matter, as a digest: titles, addresses and order come from there.
    ///   - settings: the site's.
    static func of(_ site: Site, theme: Theme, heads: [[UInt8]], settings: SourceFile) -> [UInt8] {
        var fingerprint = Fingerprint()
        fingerprint.add(program)
        fingerprint.add(theme.fingerprint)
        fingerprint.add(site.configuration.baseURL.description)
        fingerprint.add(site.date.description)
        let options = site.rules.options
        fingerprint.add([options.drafts, options.future, options.expired].map { $0 ? 1 : 0 })
        for file in [settings] + site.data.sources {
            fingerprint.add(file.path)
            fingerprint.add(file.bytes)
        }
        for (page, head) in zip(site.pages, heads) {
            fingerprint.add(page.path.full)
            fingerprint.add(head)
        }
        // Pictures by their stamp: pages have their sizes.
        for file in site.tree.files.sorted() + site.tree.publicFiles.sorted().map({ "Public/" + $0 }) {
            fingerprint.add(file)
            if let stamp = FileStamp(of: site.folder + "/" + file) {
                fingerprint.add("\(stamp.size) \(stamp.inode) \(stamp.seconds) \(stamp.nanoseconds)")
            }
        }
        return fingerprint.digest
    }

    /// Another build of the program may render otherwise.
    private static let program: String = {
        #if canImport(Glibc)
            let path = Disk.realPath("/proc/self/exe")
        #else
            let path = CommandLine.arguments.first.flatMap(Disk.realPath)
        #endif
        return path.flatMap(FileStamp.init(of:)).map {
            "\($0.size) \($0.inode) \($0.seconds) \($0.nanoseconds)"
        } ?? ""
    }()
}
