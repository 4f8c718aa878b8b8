import Markup

/// Markdown files → pages, by their front matter.
struct ContentLoader: Sendable {
    let folder: String
    let configuration: Configuration
    let date: CalendarDate

    /// Front matter is looked for in so many bytes first: nearly all of it fits.
    private static let usualHead = 4096

    /// `nil` where the file vanished. One that is no text is a page all the same, so that links to it are none of its
    /// troubles.
    func load(_ path: String) throws(DiskError) -> (page: PageFile?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let full = folder + "/" + path
        var bytes: [UInt8]
        var front: FrontMatterText?
        do {
            bytes = try Disk.read(full, atMost: Self.usualHead)
            front = FrontMatterText(bytes)
            if bytes.count == Self.usualHead, front == nil || front?.end == bytes.count {
                bytes = try Disk.read(full)
                front = FrontMatterText(bytes)
            }
        } catch  where error.code == 2 /* ENOENT: an editor saves by renaming */ {
            return (nil, [])
        }
        let head = front.map { bytes[..<$0.end] } ?? []
        // A file without front matter may be no text at all, which is then what is wrong with it.
        let looked = front == nil ? bytes : Array(head)
        let isText = TextEncoding.check(SourceFile(path: path, bytes: looked), &diagnostics)
        var frontMatter = FrontMatter()
        frontMatter.isRead = isText && front != nil
        if !isText {
            // Nothing that it says can be relied on.
        } else if let front {
            let text = YAMLText(path: path, bytes: bytes[front.yaml], linesAbove: 1)
            let (read, problems) = FrontMatterReader.read(text, profile: configuration.profile)
            (frontMatter, diagnostics) = (read, diagnostics + problems)
        } else {
            diagnostics.append(.noFrontMatter(bytes, path: path))
        }
        let page = PageFile(
            path: ContentPath(path), frontMatter: frontMatter, head: front?.end ?? 0,
            linesAbove: front?.lines ?? 0,
            status: status(of: frontMatter, with: diagnostics), digest: SHA256.hash(Array(head)))
        return (page, diagnostics)
    }

    private func status(of page: FrontMatter, with diagnostics: [Diagnostic]) -> Page.Status {
        let isDoubtful = diagnostics.contains {
            $0.severity == .error && configuration.apply(to: $0)?.severity != .error && Self.mayHideStatus($0)
        }
        if page.isDraft || isDoubtful { return .draft }
        if page.withdrawn != nil { return .withdrawn }
        if let publish = page.publishDate, date < publish { return .future }
        if let expiry = page.expiryDate, date > expiry { return .expired }
        return .published
    }

    /// A mistake that the settings let pass may be a misspelt 'draft': then the page is held back.
    private static func mayHideStatus(_ diagnostic: Diagnostic) -> Bool {
        if diagnostic.id == "yaml.syntax" || diagnostic.id == "text.encoding" { return true }
        return ["draft", "publishDate", "expiryDate", "withdrawn"].contains { key in
            diagnostic.help == "write '\(key)'" || diagnostic.message.hasPrefix("'\(key)")
        }
    }
}

/// Where the front matter of a file is: between a first line of `---` and the next.
struct FrontMatterText {
    let yaml: Range<Int>
    /// Where the body begins.
    let end: Int
    /// Lines before the body.
    let lines: Int

    init?(_ bytes: [UInt8]) {
        let start = bytes.starts(with: TextEncoding.mark) ? 3 : 0
        guard let first = Self.lineEnd(bytes, from: start), Self.isFence(bytes[start..<first]) else {
            return nil
        }
        var line = first + 1
        var count = 1
        while line <= bytes.count {
            let end = Self.lineEnd(bytes, from: line) ?? bytes.count
            count += 1
            if Self.isFence(bytes[line..<end]) {
                yaml = first + 1..<line
                self.end = min(end + 1, bytes.count)
                lines = count
                return
            }
            line = end + 1
        }
        return nil
    }

    private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    }

    static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        var line = line
        while let last = line.last, [0x20, 0x09, 0x0D].contains(last) { line.removeLast() }
        return line.elementsEqual("---".utf8)
    }
}

extension Diagnostic {
    fileprivate static func noFrontMatter(_ bytes: [UInt8], path: String) -> Diagnostic {
        let start = bytes.starts(with: TextEncoding.mark) ? 3 : 0
        if bytes.count == start {
            return Diagnostic(
                "key.missing", "the file is empty",
                help: "begin it with '---', 'title: …' and '---', or delete it",
                file: path, at: .startOfFile)
        }
        let firstLine = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        if FrontMatterText.isFence(firstLine) {
            return Diagnostic(
                "yaml.syntax", "the front matter has no end", help: "put a line of '---' after it",
                file: path,
                at: SourceRange(line: 1, column: 1, length: 3))
        }
        return Diagnostic(
            "key.missing", "the page has no front matter, so it has no 'title'",
            help: "begin the file with '---', 'title: …' and '---'", file: path, at: .startOfFile)
    }
}
