/// `site.css`: the theme's stylesheets, one a component, in one file. A page then asks for one file and not for a dozen.
///
/// A site's own file takes the place of the theme's of the same name; one of another name comes after all others.
struct Stylesheet {
    static let name = "site.css"
    private static let folder = "css/"

    /// What others build upon comes first.
    private static let order = [
        "base", "layout", "header", "search", "crisis", "banner", "article", "dialect", "figures",
        "references", "lists",
    ]
    /// What holds on paper only.
    private static let print = "print"

    private var parts: [String: [UInt8]] = [:]

    /// - Parameter path: in `Public/`.
    mutating func add(_ bytes: [UInt8], from path: String) {
        guard path.hasPrefix(Self.folder), path.hasSuffix(".css") else { return }
        let name = path.dropFirst(Self.folder.count).dropLast(".css".count)
        if !name.contains("/") { parts[String(name)] = bytes }
    }

    var bytes: [UInt8] {
        let others = Set(parts.keys).subtracting(Self.order + [Self.print]).sorted()
        var bytes: [UInt8] = []
        for name in Self.order + others {
            guard let part = parts[name] else { continue }
            bytes += part
            bytes.append(UInt8(ascii: "\n"))
        }
        if let part = parts[Self.print] { bytes += Array("@media print {\n".utf8) + part + Array("}\n".utf8) }
        return bytes
    }
}
