import CTheme
import Markup
import Mustache

/// Templates, interface words and files of the site, and of the built-in theme where the site has none of its
/// own.
struct Theme: Sendable {
    let library: MustacheLibrary
    let strings: [String: Strings]
    let shapes: Shapes
    /// What the files hold, for whoever must know whether they changed.
    let fingerprint: [UInt8]

    struct Shapes: Sendable {
        let strings: Shape
        let document: Shape
        let listing: Shape
        let base: Shape
        let handbook: Shape
    }

    static let folder = "Templates"

    /// The template of one entry in a list of pages.
    static let entry = "partials/listed"

    /// The template of one article in the handbook.
    static let handbookArticle = "partials/handbook-article"

    /// Templates that a site must have, and the shape of what each is given.
    private static func pages(_ shapes: Shapes) -> [(name: String, shape: Shape)] {
        ["home", "section", "article", "withdrawn"].map { ($0, shapes.document) }
            + ["tags", "tag", "a-z", "updates", "references", "glossary", "404"].map { ($0, shapes.listing) }
            + [("handbook", shapes.handbook), (handbookArticle, shapes.document)]
            + [
                ("crisis", shapes.base), ("search", shapes.base), ("alias", Shape.alias),
                (entry, Shape.listed),
            ]
    }

    /// - Throws: `DiskError` where a file is there and cannot be read.
    static func load(site folder: String) throws(DiskError) -> (Theme, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let files = try files(site: folder, &diagnostics)
        let strings = strings(in: files, &diagnostics)
        var templates: [String: Template] = [:]
        for file in files where file.path.hasSuffix(".mustache") {
            guard TextEncoding.check(file, &diagnostics) else { continue }
            let name = String(
                file.path.dropFirst(Self.folder.utf8.count + 1).dropLast(".mustache".utf8.count))
            templates[name] = Template(file)
            if file.bytes.contains(0x01) {
                diagnostics.append(
                    Diagnostic(
                        "template.syntax", "the template holds a control character", help: "take it out",
                        file: file.path, at: .startOfFile))
            }
        }
        let shapes = Shapes(strings: strings[builtInLanguage] ?? Strings())
        diagnostics += TemplateCheck.check(templates, pages: pages(shapes))
        var library = MustacheLibrary()
        for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
            do {
                try library.register(template.text, named: name)
            } catch {
                if diagnostics.contains(where: { $0.file == template.path }) { continue }
                diagnostics.append(.unreadable(template, error))
            }
        }
        let fingerprint = SHA256.hash(files.flatMap { Array($0.path.utf8) + [0] + $0.bytes })
        return (
            Theme(library: library, strings: strings, shapes: shapes, fingerprint: fingerprint), diagnostics
        )
    }

    private static let builtInLanguage = "en"

    private static func strings(in files: [SourceFile], _ diagnostics: inout [Diagnostic]) -> [String:
        Strings]
    {
        let folder = Self.folder + "/strings/"
        let english = Strings.read(builtIn("\(folder)\(builtInLanguage).yaml"), known: nil, &diagnostics)
        var strings = [builtInLanguage: english]
        for file in files where file.path.hasPrefix(folder) && file.path.hasSuffix(".yaml") {
            let language = String(file.path.dropFirst(folder.utf8.count).dropLast(".yaml".utf8.count))
            strings[language] = Strings.read(
                file, known: english, isTranslation: language != builtInLanguage, &diagnostics)
        }
        return strings
    }

    /// The site's templates, and the built-in ones that it lacks, by path.
    private static func files(
        site: String, _ diagnostics: inout [Diagnostic]
    ) throws(DiskError) -> [SourceFile] {
        var files: [String: SourceFile] = [:]
        for file in BuiltInTheme.files where file.path.hasPrefix(folder + "/") { files[file.path] = file }
        if Disk.kind(of: site + "/" + folder) == .folder {
            var walk = FolderWalk(root: Disk.realPath(site) ?? site)
            try walk.start(folder)
            diagnostics += walk.diagnostics
            for path in walk.found {
                files[path] = SourceFile(path: path, bytes: try Disk.read(site + "/" + path))
            }
        }
        return files.values.sorted { $0.path < $1.path }
    }

    private static func builtIn(_ path: String) -> SourceFile {
        guard let file = BuiltInTheme.files.first(where: { $0.path == path }) else {
            preconditionFailure("the built-in theme lacks \(path)")
        }
        return file
    }
}

extension Theme.Shapes {
    init(strings: Strings) {
        self.strings = Shape(names: strings.words.keys.sorted(), kind: .text)
        document = Shape.document(strings: self.strings)
        listing = Shape.listing(strings: self.strings)
        base = Shape.base(strings: self.strings)
        handbook = Shape.handbook(strings: self.strings)
    }
}

extension Theme {
    /// Those of `Templates/` that stand on pages with a text of their own.
    static let ids: Set<String> = [
        "main", "menu", "menu-title", "search-words", "box-alternatives", "box-questions", "box-unknowns",
        "box-who-should-not",
    ]
}

/// The theme that is part of the program.
enum BuiltInTheme {
    static let files: [SourceFile] = (0..<Int(materia_theme_count)).map { index in
        let file = materia_theme_file(index)
        let bytes = UnsafeBufferPointer(start: file.bytes, count: Int(file.size))
        return SourceFile(path: String(cString: file.path), bytes: Array(bytes))
    }
}

extension Diagnostic {
    /// What swift-mustache finds and our scanner does not.
    fileprivate static func unreadable(_ template: Template, _ error: any Error) -> Diagnostic {
        let context = (error as? MustacheTemplate.ParserError)?.context
        return Diagnostic(
            "template.syntax", "the template cannot be read",
            help: "compare its tags with those of another template",
            file: template.path,
            at: SourceRange(line: context?.lineNumber ?? 1, column: context?.columnNumber ?? 1))
    }
}
