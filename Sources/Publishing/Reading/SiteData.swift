import Markup
import Search
import Yams

/// What `Content/Data/` says: things of which the program knows the kind, and the site the content.
struct SiteData: Sendable {
    var crisis: CrisisData?
    /// Addresses that readers may have kept, with the line each stands on.
    var publishedAddresses: [Written<String>]?
    var bibliography = Bibliography()
    var glossary = Glossary()
    var approvals: [Approval] = []
    var products = ProductMatcher([])
    var wording = WordingList()
    /// Words that find the same pages.
    var synonyms: [SearchSettings.Synonym] = []
    /// The files it was read from.
    var sources: [SourceFile] = []

    /// Pages that the site makes of its data, by the last part of their addresses.
    var pageNames: [String] {
        (crisis == nil ? [] : ["crisis"]) + (glossary.terms.isEmpty ? [] : ["glossary"])
            + (bibliography.references.isEmpty ? [] : ["references"])
    }

    static let crisisPath = "Content/Data/crisis.yaml"
    static let addressesPath = "Content/Data/urls.txt"

    /// - Throws: `DiskError` where a file is there and cannot be read.
    static func read(site folder: String, profile: Configuration.Profile) throws(DiskError) -> (
        SiteData, [Diagnostic]
    ) {
        var data = SiteData()
        var diagnostics: [Diagnostic] = []
        if profile == .health {
            if let source = try source(crisisPath, in: folder) {
                data.sources.append(source)
                data.crisis = CrisisData.read(source, &diagnostics)
            } else {
                diagnostics.append(
                    Diagnostic(
                        "crisis.missing", "the site has no crisis lines",
                        help: "write them into \(crisisPath); every page of a health site shows them",
                        file: crisisPath, at: .startOfFile))
            }
        }
        if let source = try source(Bibliography.path, in: folder) {
            data.sources.append(source)
            data.bibliography = Bibliography.read(source, &diagnostics)
        }
        if let source = try source(Glossary.path, in: folder) {
            data.sources.append(source)
            data.glossary = Glossary.read(source, &diagnostics)
        }
        if profile == .health, let source = try source(ApprovalList.path, in: folder) {
            data.sources.append(source)
            data.approvals = ApprovalList.read(source, data.bibliography, &diagnostics)
            data.products = ProductMatcher(data.approvals)
        }
        if profile == .health, let source = try source(WordingList.path, in: folder) {
            data.sources.append(source)
            data.wording = WordingList.read(source, &diagnostics)
        }
        if let source = try source(SynonymList.path, in: folder) {
            data.sources.append(source)
            data.synonyms = SynonymList.read(source, &diagnostics)
        }
        if let source = try source(addressesPath, in: folder), TextEncoding.check(source, &diagnostics) {
            data.sources.append(source)
            data.publishedAddresses = addresses(in: source)
        }
        return (data, diagnostics)
    }

    private static func source(_ path: String, in folder: String) throws(DiskError) -> SourceFile? {
        guard Disk.kind(of: folder + "/" + path) != nil else { return nil }
        return SourceFile(path: path, bytes: try Disk.read(folder + "/" + path))
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

/// Where to turn in a crisis: R-1 of the safety rules.
struct CrisisData: Sendable {
    /// Markdown; `{lines}` stands where the lines go.
    var message = ""
    var messageRange = SourceRange.startOfFile
    var lines: [Line] = []

    struct Line: Sendable {
        var country = ""
        var name = ""
        var call = ""
        var text = ""
        var chat = ""
        var email = ""
        var hours = ""
        var note = ""
        var verifiedOn: CalendarDate?
        var sourceURL = ""
        /// Where the day of the last check stands.
        var verifiedRange = SourceRange.startOfFile
    }

    private static let lineKeys = [
        "country", "name", "call", "text", "chat", "email", "hours", "note", "verifiedOn", "sourceURL",
    ]

    fileprivate static func read(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> CrisisData? {
        var yaml = YAMLReader(YAMLText(path: source.path, bytes: source.bytes[...]))
        defer { diagnostics += yaml.diagnostics }
        guard TextEncoding.check(source, &yaml.diagnostics) else { return nil }
        guard let root = yaml.text.compose(&yaml.diagnostics) else {
            if yaml.diagnostics.isEmpty {
                yaml.diagnostics.append(
                    Diagnostic(
                        "crisis.missing", "the crisis data has no 'message' and no 'lines'",
                        help: "write both; every page of a health site shows them", file: source.path,
                        at: .startOfFile))
            }
            return nil
        }
        var data = CrisisData()
        for (key, node) in yaml.entries(of: root, in: "", known: ["message", "lines"]) {
            if key == "message" {
                data.message = yaml.string(key, node) ?? ""
                data.messageRange = yaml.text.range(of: node)
            } else {
                data.lines = yaml.list(key, node).map { line($0, &yaml) }
            }
        }
        if data.message.isEmpty || data.lines.isEmpty {
            yaml.report(
                "crisis.missing", "the crisis data has no \(data.message.isEmpty ? "'message'" : "'lines'")",
                help: "write both; every page of a health site shows them", at: root)
        }
        return data
    }

    private static func line(_ node: Yams.Node, _ yaml: inout YAMLReader) -> Line {
        var line = Line()
        for (key, value) in yaml.entries(of: node, in: "lines", known: lineKeys) {
            if key == "verifiedOn" {
                line.verifiedOn = yaml.date(key, value)
                line.verifiedRange = yaml.text.range(of: value)
                continue
            }
            let text = yaml.string(key, value) ?? ""
            if ["chat", "sourceURL"].contains(key), !text.isEmpty, !Identifier.isWebAddress(text) {
                yaml.wrongType(key, value, "a web address", help: "write it whole, from 'https://' on")
            }
            switch key {
            case "country": line.country = text
            case "name": line.name = text
            case "call": line.call = text
            case "text": line.text = text
            case "chat": line.chat = text
            case "email": line.email = text
            case "hours": line.hours = text
            case "note": line.note = text
            default: line.sourceURL = text
            }
        }
        for (key, value) in [("name", line.name), ("sourceURL", line.sourceURL)] where value.isEmpty {
            yaml.report(
                "key.missing", "a crisis line has no '\(key)'", help: "add '\(key): …'", at: node)
        }
        if node.mapping != nil, line.verifiedOn == nil {
            yaml.report(
                "key.missing", "a crisis line has no 'verifiedOn'",
                help: "add the day on which somebody last tried it: 'verifiedOn: YYYY-MM-DD'", at: node)
        }
        return line
    }
}
