/// Which of the dialect's marks a text has at all: a page that uses none of them is looked through once, and
/// no more.
struct Marks {
    private(set) var tildes: Bool
    private(set) var emails: Bool
    private(set) var addresses: Bool
    let footnotes: Bool
    let citations: Bool
    let alerts: Bool
    let tasks: Bool
    let braces: Bool
    let tables: Bool

    init(in text: UnsafeBufferPointer<UInt8>) {
        let open = UInt8(ascii: "[")
        var found = (footnotes: false, citations: false, alerts: false, tasks: false)
        for index in ByteSearch.places(of: open, in: text) where index + 2 < text.count {
            switch text[index + 1] {
            case UInt8(ascii: "^"): found.footnotes = true
            case UInt8(ascii: "@"): found.citations = true
            case UInt8(ascii: "!"): found.alerts = true
            case UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X"):
                if text[index + 2] == UInt8(ascii: "]") { found.tasks = true }
            default: break
            }
        }
        (footnotes, citations, alerts, tasks) = found
        tildes = ByteSearch.contains(UInt8(ascii: "~"), in: text)
        emails = ByteSearch.contains(UInt8(ascii: "@"), in: text)
        addresses = Self.holdsAddress(text)
        braces =
            ByteSearch.contains(UInt8(ascii: "{"), UInt8(ascii: "#"), in: text)
            || ByteSearch.contains(UInt8(ascii: "{"), UInt8(ascii: "."), in: text)
        tables = TableFinder.isWorthwhile(text)
    }

    /// Without those that stand only where they mean nothing: in the destinations of links, in code.
    func found(in document: Document) -> Marks {
        guard tildes || emails || addresses else { return self }
        var found = self
        (found.tildes, found.emails, found.addresses) = (false, false, false)
        document.text.withUnsafeBufferPointer { text in
            for node in document.nodes
            where node.kind == .text && document.nodes[Int(node.parent)].kind != .link {
                let words = UnsafeBufferPointer(rebasing: text[node.text.range])
                if tildes, !found.tildes { found.tildes = ByteSearch.contains(UInt8(ascii: "~"), in: words) }
                if emails, !found.emails { found.emails = ByteSearch.contains(UInt8(ascii: "@"), in: words) }
                if addresses, !found.addresses { found.addresses = Self.holdsAddress(words) }
            }
        }
        return found
    }

    /// `:/` or `www.`
    private static func holdsAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        ByteSearch.contains(UInt8(ascii: ":"), UInt8(ascii: "/"), in: text)
            || ByteSearch.places(of: UInt8(ascii: "."), in: text).contains {
                $0 >= 3 && text[$0 - 1] == 0x77 && text[$0 - 2] == 0x77 && text[$0 - 3] == 0x77
            }
    }

    var inInlines: Bool { tildes || emails || addresses || footnotes || citations || braces }
    var any: Bool { inInlines || alerts || tasks || tables }
}
