import Markup

/// Links and images in raw HTML: checked like those of Markdown, whether the site lets the HTML through or not, and
/// turned into addresses where it does.
extension LinkPass {
    mutating func resolveHTML(_ index: NodeIndex, in document: inout Document) {
        let bytes = Array(document.bytes(document.nodes[index].text))
        // A tag without any of these leads nowhere.
        guard bytes.contains(where: { "=({@".utf8.contains($0) }) else { return }
        let tags = MarkupScanner.tags(in: bytes)
        if tags.isEmpty { return }
        let places = RawHTMLPlaces(range(of: index, in: document), bytes, source, linesAbove: linesAbove)
        if resolver.site.isHealth {
            let parties = ThirdParties(own: resolver.site.configuration.baseURL)
            diagnostics += parties.findings(inMarkup: bytes).map {
                .thirdParty($0.address, verb: $0.verb, file: page.path.full, at: places.range($0.range))
            }
        }
        var edits: [(range: Range<Int>, link: String)] = []
        for tag in tags {
            if let id = tag["id"]?.value, !id.isEmpty { ids.append(id) }
            checkAlternative(tag, at: places.range(tag.range))
            for attribute in tag.attributes {
                guard let kind = RawHTMLLink(tag.name, attribute.name), !attribute.value.isEmpty else {
                    continue
                }
                let place = places.range(attribute.range)
                if let link = resolve(attribute.value, isImage: kind == .image, at: place) {
                    edits.append((attribute.range, link))
                }
            }
        }
        if edits.isEmpty || resolver.site.configuration.rawHTML == .omit { return }
        document.setText(of: index, to: Self.applying(edits, to: bytes))
    }

    private mutating func checkAlternative(_ tag: MarkupTag, at range: SourceRange) {
        // An empty one says that the image is an ornament.
        guard tag.name == "img", tag["alt"] == nil, resolver.site.configuration.rawHTML == .allow else {
            return
        }
        diagnostics.append(
            Diagnostic(
                "image.no-alternative", "the image says nothing to those who do not see it",
                help: "describe it: 'alt=\"what it shows\"', or 'alt=\"\"' for an ornament",
                file: page.path.full,
                at: range))
    }

    /// The address as the page links to it; `nil` where it stays as it is.
    private mutating func resolve(_ written: String, isImage: Bool, at range: SourceRange) -> String? {
        let bytes = Array(written.utf8)[...]
        if Destination.scheme(of: bytes) != nil || written.hasPrefix("//") { return nil }
        let destination = Destination(bytes)
        let target = resolver.target(of: destination, from: page)
        switch target {
        case .page(let found) where !isImage:
            if let fragment = destination.fragment, !fragment.isEmpty, fragment != "top" {
                anchors.append(
                    AnchorReference(
                        target: found, fragment: fragment, page: page.index, place: .exact(range)))
            }
            return destination.path.isEmpty ? nil : resolver.site.pages[found].link + destination.rest
        case .file(let address, _): return resolver.site.link(to: address) + destination.rest
        case .made(let address) where !isImage: return resolver.site.link(to: address) + destination.rest
        default:
            report(target, written, at: range, isImage: isImage)
            return nil
        }
    }

    private static func applying(_ edits: [(range: Range<Int>, link: String)], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        for edit in edits {
            var value = HTML()
            value.append(escaping: edit.link)
            let isQuoted = edit.range.lowerBound > 0 && "\"'".utf8.contains(bytes[edit.range.lowerBound - 1])
            result += bytes[start..<edit.range.lowerBound]
            result += isQuoted ? value.bytes : [UInt8(ascii: "\"")] + value.bytes + [UInt8(ascii: "\"")]
            start = edit.range.upperBound
        }
        return result + bytes[start...]
    }
}

/// What an attribute of raw HTML leads to.
private enum RawHTMLLink {
    case page, image

    init?(_ tag: String, _ attribute: String) {
        switch (tag, attribute) {
        case ("a", "href"), ("area", "href"), ("iframe", "src"), ("object", "data"), ("embed", "src"),
            ("source", "src"), ("video", "src"), ("audio", "src"), ("track", "src"):
            self = .page
        case ("img", "src"), ("video", "poster"), ("input", "src"): self = .image
        default: return nil
        }
    }
}

/// Where parts of raw HTML stand in the file.
struct RawHTMLPlaces {
    private let whole: SourceRange
    private let bytes: [UInt8]
    private let source: ArraySlice<UInt8>
    private let linesAbove: Int

    init(_ whole: SourceRange, _ bytes: [UInt8], _ source: ArraySlice<UInt8>, linesAbove: Int) {
        (self.whole, self.bytes, self.source, self.linesAbove) = (whole, bytes, source, linesAbove)
    }

    /// The words on their line, found there: marks of quotes and lists may stand before a line of HTML.
    func range(_ part: Range<Int>) -> SourceRange {
        let down = bytes[..<part.lowerBound].count { $0 == UInt8(ascii: "\n") }
        let wanted = bytes[part].prefix { $0 != UInt8(ascii: "\n") }
        let number = whole.start.line + down
        let line = Document.line(number - linesAbove, of: source)
        let from = down == 0 ? whole.start.column - 1 : 0
        guard !wanted.isEmpty, wanted.count <= line.count, from <= line.count - wanted.count else {
            return whole
        }
        for offset in from...(line.count - wanted.count) {
            let start = line.startIndex + offset
            if line[start..<start + wanted.count].elementsEqual(wanted) {
                return SourceRange(line: number, column: offset + 1, length: wanted.count)
            }
        }
        return whole
    }
}
