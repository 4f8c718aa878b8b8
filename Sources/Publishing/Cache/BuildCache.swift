import Markup
import Search

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the last build found out about each page: a page whose file is the same, in a site that is otherwise
/// the same, is taken over from the last output.
///
/// All that a page can depend on besides its own file is in `key`: whatever changes there, every page is
/// built again.
struct BuildCache: Sendable {
    let key: [UInt8]
    var pages: [String: CachedPage] = [:]

    static let folder = ".materia"
    static let path = folder + "/build.cache"

    /// Those pages that may be used again: none where the file is missing, broken, or of another site.
    static func load(site folder: String, key: [UInt8]) -> BuildCache {
        // A cache that cannot be read is no cache.
        guard let bytes = try? Disk.read(folder + "/" + path), var reader = CacheReader(checked: bytes),
            let cache = try? BuildCache(from: &reader), cache.key == key
        else { return BuildCache(key: key) }
        return cache
    }

    /// - Throws: `DiskError` where it cannot be written.
    func save(site folder: String) throws(DiskError) {
        var writer = CacheWriter()
        write(into: &writer)
        try Self.makeFolder(site: folder)
        try Disk.replace(folder + "/" + Self.path, with: writer.checked)
    }

    /// The folder for what one run keeps for the next.
    static func makeFolder(site folder: String) throws(DiskError) {
        try Disk.makeFolder(folder + "/" + Self.folder)
        // What stands in it is nobody's to keep.
        try Disk.write(Array("*\n".utf8), to: folder + "/" + Self.folder + "/.gitignore")
    }
}

/// A page without anything wrong, as it was built.
struct CachedPage: Sendable {
    let source: [UInt8]
    let anchors: [String]
    let references: [AnchorReference]
    let citations: [String]
    let terms: [Int]
    /// Its related pages, which other pages' bodies decide.
    let related: [Int]
    let search: SearchContents?
    let json: [UInt8]
    let output: FileStamp
}

/// What tells that nobody has touched a file since.
struct FileStamp: Sendable, Equatable {
    var size: Int64
    var inode: UInt64
    /// Of the last change, since 1970.
    var seconds: Int64
    var nanoseconds: Int64

    /// `nil` where nothing is there.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init(size: Int64, inode: UInt64, seconds: Int64, nanoseconds: Int64) {
        (self.size, self.inode, self.seconds, self.nanoseconds) = (size, inode, seconds, nanoseconds)
    }

    private init(_ status: stat) {
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        #if canImport(Glibc)
            (seconds, nanoseconds) = (Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec))
        #else
            (seconds, nanoseconds) = (Int64(status.st_mtimespec.tv_sec), Int64(status.st_mtimespec.tv_nsec))
        #endif
    }
}

extension BuildCache {
    fileprivate func write(into writer: inout CacheWriter) {
        writer.append(key)
        writer.append(pages.count)
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
            writer.append(Array(path.utf8))
            writer.append(page.source)
            writer.append(page.anchors.count)
            for anchor in page.anchors { writer.append(Array(anchor.utf8)) }
            writer.append(page.references.count)
            for reference in page.references { reference.write(into: &writer) }
            writer.append(page.citations.count)
            for citation in page.citations { writer.append(Array(citation.utf8)) }
            writer.append(page.terms.count)
            for term in page.terms { writer.append(term) }
            writer.append(page.related.count)
            for related in page.related { writer.append(related) }
            writer.append(page.search == nil ? 0 : 1)
            page.search?.write(into: &writer)
            writer.append(page.json)
            writer.append(page.output)
        }
    }

    fileprivate init(from reader: inout CacheReader) throws(CacheReader.Broken) {
        key = try reader.bytes()
        for _ in 0..<(try reader.count()) {
            let path = try reader.string()
            let source = try reader.bytes()
            var anchors: [String] = []
            for _ in 0..<(try reader.count()) { anchors.append(try reader.string()) }
            var references: [AnchorReference] = []
            for _ in 0..<(try reader.count()) { references.append(try AnchorReference(from: &reader)) }
            var citations: [String] = []
            for _ in 0..<(try reader.count()) { citations.append(try reader.string()) }
            var terms: [Int] = []
            for _ in 0..<(try reader.count()) { terms.append(try reader.integer()) }
            var related: [Int] = []
            for _ in 0..<(try reader.count()) { related.append(try reader.integer()) }
            pages[path] = CachedPage(
                source: source, anchors: anchors, references: references, citations: citations, terms: terms,
                related: related, search: try reader.integer() == 0 ? nil : SearchContents(from: &reader),
                json: try reader.bytes(), output: try reader.stamp())
        }
    }
}

extension SearchContents {
    fileprivate func write(into writer: inout CacheWriter) {
        writer.append(terms)
        writer.append(text)
        writer.append(isTextWhole ? 1 : 0)
    }

    fileprivate init(from reader: inout CacheReader) throws(CacheReader.Broken) {
        self.init(
            terms: try reader.bytes(), text: try reader.bytes(), isTextWhole: try reader.integer() == 1)
    }
}

extension AnchorReference {
    fileprivate func write(into writer: inout CacheWriter) {
        writer.append(target)
        writer.append(Array(fragment.utf8))
        writer.append(page)
        let (range, block): (SourceRange, Position?) =
            switch place {
            case .exact(let range): (range, nil)
            case .inBody(let place): (place.inline, place.block)
            }
        for position in [range.start, range.end, block ?? Position(line: 0, column: 0)] {
            writer.append(position.line)
            writer.append(position.column)
        }
    }

    fileprivate init(from reader: inout CacheReader) throws(CacheReader.Broken) {
        let (target, fragment, page) = (try reader.integer(), try reader.string(), try reader.integer())
        let start = Position(line: try reader.integer(), column: try reader.integer())
        let end = Position(line: try reader.integer(), column: try reader.integer())
        let block = Position(line: try reader.integer(), column: try reader.integer())
        let range = SourceRange(start, end)
        self.init(
            target: target, fragment: fragment, page: page,
            place: block.line == 0
                ? .exact(range) : .inBody(Document.InlinePlace(kind: .link, inline: range, block: block)))
    }
}
