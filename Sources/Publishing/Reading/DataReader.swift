import Markup

extension SiteData {
    /// - Parameter folder: the site's.
    /// - Throws: `DiskError` where a file is there and cannot be read.
    static func read(
        site folder: String, language: String, profile: Configuration.Profile
    ) throws(DiskError) -> (SiteData, [Diagnostic]) {
        var reader = try DataReader(site: folder, language: language)
        let data = try reader.read(profile)
        return (data, reader.diagnostics)
    }
}

/// Reads the files of `Content/Data/`, each with its translations.
private struct DataReader {
    let folder: String
    /// The site's own.
    let language: String
    /// Files of the folder, in the order of bytes.
    private let names: [String]
    private var sources: [SourceFile] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(site folder: String, language: String) throws(DiskError) {
        (self.folder, self.language) = (folder, language)
        let path = folder + "/" + ContentTree.dataFolder
        names =
            Disk.kind(of: path) == .folder
            ? try Disk.entries(of: path).filter(\.hasPlainName).map(\.name).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            } : []
    }

    mutating func read(_ profile: Configuration.Profile) throws(DiskError) -> SiteData {
        var data = SiteData(language: language)
        if profile == .health {
            data.crisis = try localized(CrisisData.path, empty: nil, CrisisData.read)
            if data.crisis.own == nil, !isThere(CrisisData.path) { diagnostics.append(.noCrisisLines) }
        }
        if let source = try source(Bibliography.path) {
            data.bibliography = Bibliography.read(source, &diagnostics)
        }
        data.glossary = try localized(Glossary.path, empty: Glossary(), Glossary.read)
        if profile == .health {
            let bibliography = data.bibliography
            data.approvals = try localized(ApprovalList.path, empty: ApprovalList()) {
                ApprovalList.read($0, bibliography, &$1)
            }
            data.wording = try localized(WordingList.path, empty: WordingList(), WordingList.read)
        }
        data.synonyms = try localized(SynonymList.path, empty: [], SynonymList.read)
        for name in names where name.hasSuffix(".csv") && !name.hasPrefix("glossary.") {
            guard let source = try source(ContentTree.dataFolder + "/" + name) else { continue }
            data.tables[name] = source
        }
        if let source = try source(SiteData.addressesPath), TextEncoding.check(source, &diagnostics) {
            data.publishedAddresses = Self.addresses(in: source)
        }
        data.sources = sources
        return data
    }

    private func isThere(_ path: String) -> Bool { Disk.kind(of: folder + "/" + path) != nil }

    private mutating func source(_ path: String) throws(DiskError) -> SourceFile? {
        guard isThere(path) else { return nil }
        let source = SourceFile(path: path, bytes: try Disk.read(folder + "/" + path))
        sources.append(source)
        return source
    }

    /// A file and its translations: `crisis.yaml`, `crisis.es.yaml`.
    private mutating func localized<Value>(
        _ path: String, empty: Value, _ read: (SourceFile, inout [Diagnostic]) -> Value
    ) throws(DiskError) -> Localized<Value> {
        var own = empty
        if let source = try source(path) { own = read(source, &diagnostics) }
        var translations: [String: Value] = [:]
        for (language, path) in self.translations(of: path) {
            if language == self.language {
                diagnostics.append(.ownLanguage(language, path: path))
            } else if let source = try source(path) {
                translations[language] = read(source, &diagnostics)
            }
        }
        return Localized(own, in: language, translations: translations)
    }

    /// By language, in the order of their names.
    private func translations(of path: String) -> [(language: String, path: String)] {
        let name = path.dropFirst(ContentTree.dataFolder.count + 1)
        guard let dot = name.lastIndex(of: ".") else { return [] }
        let (start, end) = (name[...dot], name[dot...])
        return names.compactMap { other in
            guard other.hasPrefix(start), other.hasSuffix(end), other.utf8.count > name.utf8.count else {
                return nil
            }
            let language = String(other.dropFirst(start.count).dropLast(end.count))
            return Language.isCode(language) ? (language, "\(ContentTree.dataFolder)/\(other)") : nil
        }
    }

    /// One to a line; `#` begins a comment.
    private static func addresses(in source: SourceFile) -> [Written<String>] {
        let start = source.bytes.starts(with: TextEncoding.mark) ? TextEncoding.mark.count : 0
        return source.bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated().compactMap { number, line in
                let text = String(String(decoding: line, as: UTF8.self).trimmingSpaces)
                guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
                return Written(
                    value: text, range: SourceRange(line: number + 1, column: 1, length: text.utf8.count))
            }
    }
}

extension Diagnostic {
    fileprivate static let noCrisisLines = Diagnostic(
        "crisis.missing", "the site has no crisis lines",
        help: "write them into \(CrisisData.path); every page of a health site shows them",
        file: CrisisData.path, at: .startOfFile)

    fileprivate static func ownLanguage(_ language: String, path: String) -> Diagnostic {
        let own = path.replacing(".\(language).", with: ".")
        return Diagnostic(
            "data.syntax", "'\(language)' is the site's own language, and its data stands in '\(own)'",
            help: "write it into \(own), and take this file away", file: path, at: .startOfFile)
    }
}
