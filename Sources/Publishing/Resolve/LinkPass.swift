import Markup

/// A link to a heading of a page, to be looked at once all pages have been read.
struct AnchorReference: Sendable {
    let target: Int
    let fragment: String
    let page: Int
    let place: Place

    enum Place: Sendable {
        case exact(SourceRange)
        /// In the body of the page: libcmark's word, to be held against the source if it comes to telling.
        case inBody(Document.InlinePlace)
    }
}

/// Goes through the links and images of a text, those in raw HTML too: tells the broken ones, turns source paths
/// into addresses, finds the sizes of images.
struct LinkPass {
    let resolver: LinkResolver
    let page: Page
    /// Lines of the file above the text.
    let linesAbove: Int
    /// The text, for the places of links. Empty where only the line is known.
    let source: ArraySlice<UInt8>
    var diagnostics: [Diagnostic] = []
    var anchors: [AnchorReference] = []
    /// Of elements in raw HTML, for links to name.
    var ids: [String] = []
    /// Pages that the text leads to.
    var targets: Set<Int> = []

    init(_ resolver: LinkResolver, page: Page, linesAbove: Int, source: ArraySlice<UInt8>) {
        self.resolver = resolver
        self.page = page
        self.linesAbove = linesAbove
        self.source = source
    }

    mutating func run(on document: inout Document, sizes: inout [String: ImageSize?]) {
        let unsafe = UnsafeLinks(path: page.path.full, linesAbove: linesAbove, source: source)
        diagnostics += unsafe.drop(from: &document)
        for index in document.nodes.indices {
            switch document.nodes[index].kind {
            case .link: resolveLink(index, in: &document)
            case .image: resolveImage(index, in: &document, sizes: &sizes)
            case .htmlBlock, .htmlInline: resolveHTML(index, in: &document)
            default: break
            }
        }
    }

    private mutating func resolveLink(_ index: NodeIndex, in document: inout Document) {
        let written = document.bytes(document.nodes[index].text)
        let hash = written.firstIndex(of: UInt8(ascii: "#")) ?? written.endIndex
        if let found = resolver.usualTarget(of: written[..<hash], from: page) {
            let rest = written[hash...]
            return resolve(index, to: found, rest: rest, fragment: Destination(rest).fragment, in: &document)
        }
        if Destination.scheme(of: written) != nil || written.starts(with: "//".utf8) { return }
        let destination = Destination(written)
        let target = resolver.target(of: destination, from: page)
        switch target {
        case .page(let found):
            if destination.path.isEmpty {
                refer(to: found, destination.fragment, from: index, in: document)
            } else {
                let rest = Array(destination.rest.utf8)[...]
                resolve(index, to: found, rest: rest, fragment: destination.fragment, in: &document)
            }
        case .file(let address, _), .made(let address):
            set(index, to: resolver.site.link(to: address) + destination.rest, in: &document)
        default:
            report(target, String(decoding: written, as: UTF8.self), at: range(of: index, in: document))
        }
    }

    /// `rest`: what stands after the path, '?' and '#' and all.
    private mutating func resolve(
        _ index: NodeIndex, to found: Int, rest: ArraySlice<UInt8>, fragment: String?,
        in document: inout Document
    ) {
        refer(to: found, fragment, from: index, in: document)
        let target = resolver.site.pages[found]
        targets.insert(found)
        let rules = resolver.site.rules
        if rules.isShownToStaffOnly(target), !rules.isShownToStaffOnly(page) {
            let written = String(decoding: document.bytes(document.nodes[index].text), as: UTF8.self)
            report(.missingPage(nearest: nil), written, at: range(of: index, in: document))
        }
        if target.status == .withdrawn, page.status != .withdrawn {
            diagnostics.append(
                Diagnostic(
                    "link.withdrawn", severity: .warning, "the page '\(target.title)' was withdrawn",
                    help: "link to its replacement, or take the link out", file: page.path.full,
                    at: range(of: index, in: document)))
        }
        let link = rest.isEmpty ? target.link : target.link + String(decoding: rest, as: UTF8.self)
        set(index, to: link, in: &document)
    }

    private mutating func refer(
        to found: Int, _ fragment: String?, from index: NodeIndex, in document: Document
    ) {
        guard let fragment, !fragment.isEmpty, fragment != "top" else { return }
        anchors.append(
            AnchorReference(
                target: found, fragment: fragment, page: page.index, place: .inBody(document.place(of: index))
            ))
    }

    private func set(_ index: NodeIndex, to link: String, in document: inout Document) {
        document.setDestination(of: index, to: document.store(link))
    }

    private mutating func resolveImage(
        _ index: NodeIndex, in document: inout Document, sizes: inout [String: ImageSize?]
    ) {
        checkAlternative(index, in: document)
        let written = document.bytes(document.nodes[index].text)
        if Destination.scheme(of: written) != nil || resolver.site.isHealth && written.starts(with: "//".utf8)
        {
            return tellThirdParty(written, at: index, in: document)
        }
        let target = resolver.target(of: Destination(written), from: page)
        guard case .file(let address, let path) = target else {
            report(
                target, String(decoding: written, as: UTF8.self), at: range(of: index, in: document),
                isImage: true)
            return
        }
        set(index, to: resolver.site.link(to: address), in: &document)
        let size = sizes[path] ?? resolver.site.imageSize(of: path)
        sizes[path] = size
        document.imageSizes[index] = size
    }

    /// An image of another host tells that host who reads what: R-13.
    private mutating func tellThirdParty(
        _ written: ArraySlice<UInt8>, at index: NodeIndex, in document: Document
    ) {
        let address = String(decoding: written, as: UTF8.self)
        let parties = ThirdParties(own: resolver.site.configuration.baseURL)
        guard resolver.site.isHealth, parties.host(of: address) != nil else { return }
        diagnostics.append(
            .thirdParty(address, file: page.path.full, at: range(of: index, in: document)))
    }

    private mutating func checkAlternative(_ index: NodeIndex, in document: Document) {
        guard document.plainText(of: index).allSatisfy({ $0 == UInt8(ascii: " ") }) else { return }
        diagnostics.append(
            Diagnostic(
                "image.no-alternative", "the image says nothing to those who do not see it",
                help: "describe it between the brackets: '![what it shows](…)'", file: page.path.full,
                at: range(of: index, in: document)))
    }
}

extension LinkPass {
    mutating func report(
        _ target: LinkTarget, _ written: String, at range: SourceRange, isImage: Bool = false
    ) {
        let (id, message, help): (String, String, String)
        switch target {
        case .otherCase(let path):
            (id, message) = ("link.case", "'\(written)' is spelt with other capitals than the file")
            let name = path.split(separator: "/").last ?? ""
            // Where the name is right, a folder's is not.
            let isNamed = written.hasSuffix("/" + name) || written == name
            let rest = path.split(separator: "/").dropFirst().joined(separator: "/")
            help = "write it as the file is called: '\(isNamed ? rest : String(name))'"
        case .missingPage(let nearest) where !isImage:
            (id, message) = ("link.missing-page", "there is no page at '\(written)'")
            help = nearest.map { "write '\($0)'" } ?? "correct the link, or add the page"
        case .missingFile(let nearest), .missingPage(let nearest):
            id = isImage ? "image.missing" : "link.missing-file"
            message = "there is no \(isImage ? "image" : "file") at '\(written)'"
            help = nearest.map { "write '\($0)'" } ?? "correct the address, or add the file"
        case .page, .made:
            (id, message) = ("image.missing", "'\(written)' is a page and no image")
            help = "name an image file, or make it a link"
        case .file: return
        }
        diagnostics.append(Diagnostic(id, message, help: help, file: page.path.full, at: range))
    }

    /// The link itself where libcmark's columns hold, else the first line of the block around it.
    func range(of index: NodeIndex, in document: Document) -> SourceRange {
        document.exactRange(of: index, in: source).moved(down: linesAbove)
    }
}

extension Site {
    fileprivate func imageSize(of path: String) -> ImageSize? {
        // A picture that vanished a moment ago has no size; the link to it has just been found sound.
        guard let head = try? Disk.read(folder + "/" + path, atMost: ImageSize.usualHead) else { return nil }
        return ImageSize(ofImage: head)
    }
}
