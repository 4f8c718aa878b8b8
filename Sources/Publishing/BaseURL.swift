import Markup

/// Where a site stands on the web: `https://example.org/guide/`.
public struct BaseURL: Sendable, Hashable {
    /// `https://example.org`; empty where the site does not say.
    public let origin: String
    /// Begins and ends with '/'.
    public let path: String

    /// The root of a host that nobody named.
    init() { (origin, path) = ("", "/") }

    /// `nil` unless the text is a whole address over http or https, without query and fragment.
    public init?(_ text: String) {
        guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
            return nil
        }
        let rest = text.dropFirst(scheme.count)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let host = rest[..<slash]
        let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#\"<>\\^`{|}".utf8.contains($0) }
        guard !host.isEmpty, isPlain, !host.contains("@") else { return nil }
        origin = scheme + host.lowercased()
        let parts = rest[slash...].split(separator: "/")
        guard !parts.contains(".."), !parts.contains(".") else { return nil }
        path = parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
    }

    public var description: String { origin + path }

    /// The address as a page links to it: with the base's path before it, percent-encoded.
    func link(to address: Address) -> String { path + address.relative.percentEncoded }

    /// The whole address, host and all.
    func url(of address: Address) -> String { origin + link(to: address) }
}
