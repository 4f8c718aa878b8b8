/// Where a page or file stands in the site: `/safety/heart/`, from the site's root, percent-encoded nowhere.
struct Address: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Without the slash at its beginning.
    let relative: String

    init(relative: String) { self.relative = relative }

    /// A page in a folder of its own.
    init(folder parts: [String]) {
        relative = parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
    }

    /// As somebody typed it: '/' before it or not.
    init(typed text: String) { relative = String(text.drop { $0 == "/" }) }

    var description: String { "/" + relative }

    /// The file that a server sends for the address, from the site's root.
    var file: String { relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative }

    static func < (a: Address, b: Address) -> Bool { a.relative < b.relative }
}
