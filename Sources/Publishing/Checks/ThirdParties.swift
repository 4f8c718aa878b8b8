import Markup

/// What a browser would fetch from other hosts: R-13 of the safety rules. That somebody reads about an illness is
/// nobody else's business. Links are fine: readers follow them because they want to.
struct ThirdParties {
    /// The site's own.
    let own: BaseURL

    /// An address that would be fetched, and where it stands in the text.
    struct Finding {
        let address: String
        let range: Range<Int>
        var verb = "fetch"
    }

    /// `cdn.example.com` of an address there; `nil` where it is the site's own, or names no host.
    func host(of address: String) -> String? {
        let plain = String(address.unicodeScalars.filter { $0.value > 0x20 }).replacing("\\", with: "/")
        let lower = plain.lowercased()
        let schemes = ["https://", "http://", "wss://", "ws://", "ftp://", "//"]
        guard let scheme = schemes.first(where: { lower.hasPrefix($0) }) else { return nil }
        let rest = lower.dropFirst(scheme.count).drop { $0 == "/" }
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@").last.map(String.init) ?? ""
        let ours = own.origin.split(separator: "/").last.map(String.init)
        return host.isEmpty || host == ours ? nil : host
    }

    func findings(inMarkup bytes: some Collection<UInt8>) -> [Finding] {
        let bytes = Array(bytes)
        return MarkupScanner.tags(in: bytes).flatMap { tag in
            findings(of: tag) + findings(inContentOf: tag, bytes)
        }
    }

    func findings(inStyle bytes: some Collection<UInt8>) -> [Finding] {
        StyleScanner.addresses(in: bytes).filter { host(of: $0.text) != nil }.map {
            Finding(address: $0.text, range: $0.range)
        }
    }

    func findings(of tag: MarkupTag) -> [Finding] {
        tag.attributes.flatMap { attribute -> [Finding] in
            if attribute.value.isEmpty { return [] }
            let kind = ThirdPartyAttribute(tag, attribute.name)
            switch kind {
            case .none:
                if !attribute.value.contains("(") { return [] }
                return inner(StyleScanner.addresses(in: attribute.value.utf8).map(\.text), attribute)
            case .style: return inner(StyleScanner.addresses(in: attribute.value.utf8).map(\.text), attribute)
            case .script:
                return findings(inScript: attribute.value.utf8).map {
                    Finding(address: $0.address, range: attribute.range)
                }
            case .markup:
                return findings(inMarkup: attribute.value.utf8).map {
                    Finding(address: $0.address, range: attribute.range)
                }
            case .addresses(let separators):
                return inner(
                    attribute.value.split { separators.contains($0) }.map(String.init), attribute)
            case .address: return inner([attribute.value], attribute)
            case .sent:
                return inner([attribute.value], attribute).map {
                    Finding(address: $0.address, range: $0.range, verb: "send what the reader does to")
                }
            }
        }
    }

    private func inner(_ addresses: [String], _ attribute: MarkupTag.Attribute) -> [Finding] {
        addresses.filter { host(of: $0) != nil }.map { Finding(address: $0, range: attribute.range) }
    }

    private func findings(inContentOf tag: MarkupTag, _ bytes: [UInt8]) -> [Finding] {
        if tag.content.isEmpty { return [] }
        let found =
            tag.name == "style"
            ? findings(inStyle: bytes[tag.content]) : findings(inScript: bytes[tag.content])
        return found.map { finding in
            let (start, end) = (finding.range.lowerBound, finding.range.upperBound)
            let range = tag.content.lowerBound + start..<tag.content.lowerBound + end
            return Finding(address: finding.address, range: range, verb: finding.verb)
        }
    }

    /// Addresses in a script that are not plainly links, or names that look like addresses.
    func findings(inScript bytes: some Collection<UInt8>) -> [Finding] {
        let all = Array(bytes)
        let isLoadingStyles = ["stylesheet", "preload"].contains { all.holds($0) }
        return ScriptScanner.texts(in: all).flatMap { text -> [Finding] in
            if text.value.contains("<"), text.value.contains("//") {
                return findings(inMarkup: text.value.utf8).map {
                    Finding(address: $0.address, range: text.range)
                }
            }
            // Here a backslash begins an escape, and no address.
            guard host(of: text.value) != nil, !text.value.hasPrefix("\\"), !Self.isName(text.value) else {
                return []
            }
            let before = text.before
            if text.value.hasPrefix("//"), !Self.fetching.contains(where: before.hasSuffix) { return [] }
            let isLink = Self.linking.contains(where: before.hasSuffix) && !isLoadingStyles
            return isLink ? [] : [Finding(address: text.value, range: text.range)]
        }
    }

    /// Of namespaces: nobody fetches them.
    private static func isName(_ address: String) -> Bool {
        ["http://www.w3.org/", "https://schema.org", "http://schema.org"].contains(where: address.hasPrefix)
    }

    private static let fetching = [
        "fetch(", "import", "import(", "from", "importScripts(", "Worker(", "EventSource(", "Beacon(",
        ".src=",
        "Request(", "''," /* open("GET", …) */,
    ]
    private static let linking = [".href=", "href:", "location=", "assign(", "window.open(", "('href',"]
}

/// What an attribute of a tag makes a browser do.
enum ThirdPartyAttribute {
    case none
    case address
    /// Told to the other host, not fetched.
    case sent
    case addresses(separators: String)
    case style, script, markup

    /// Kinds of `link` that lead somewhere and fetch nothing.
    private static let plainLinks: Set<String> = [
        "alternate", "author", "bookmark", "canonical", "external", "help", "license", "me", "next",
        "nofollow",
        "prev", "privacy-policy", "search", "shortlink", "tag", "terms-of-service",
    ]

    init(_ tag: MarkupTag, _ attribute: String) {
        switch (tag.name, attribute) {
        case ("a", "href"), ("area", "href"), ("a", "xlink:href"): self = .none
        case ("link", "href"):
            let kinds = (tag["rel"]?.value ?? "").lowercased().split(whereSeparator: \.isWhitespace)
            let fetches =
                kinds.contains { !Self.plainLinks.contains(String($0)) } || kinds.contains("stylesheet")
            self = fetches ? .address : .none
        case ("meta", "content"):
            let isRefresh = tag["http-equiv"]?.value.lowercased() == "refresh"
            self = isRefresh ? .addresses(separators: ";='\", ") : .none
        case (_, "src"), (_, "poster"), (_, "background"), (_, "manifest"), (_, "href"), (_, "xlink:href"),
            ("object", "data"), ("object", "classid"), ("object", "codebase"), ("applet", "codebase"):
            self = .address
        case (_, "srcset"), (_, "imagesrcset"), (_, "archive"): self = .addresses(separators: ", \t\n")
        case (_, "action"), (_, "formaction"): self = .sent
        case (_, "ping"): self = .addresses(separators: " ")
        case (_, "style"): self = .style
        case (_, "srcdoc"): self = .markup
        case (_, let name) where name.hasPrefix("on"): self = .script
        default: self = .none
        }
    }
}

extension [UInt8] {
    fileprivate func holds(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}

extension Diagnostic {
    static func thirdParty(
        _ address: String, verb: String = "fetch", file: String, at range: SourceRange
    ) -> Diagnostic {
        let shown = String(address.trimmingSpaces)
        return Diagnostic(
            "privacy.third-party",
            verb == "fetch"
                ? "a browser would fetch '\(shown)' from another host"
                : "a browser would \(verb) '\(shown)', another host",
            help: "keep a copy in the site and name that, or make it a link that readers may follow",
            file: file,
            at: range)
    }
}
