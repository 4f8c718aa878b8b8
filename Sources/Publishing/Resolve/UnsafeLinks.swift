import Markup

/// Addresses that run code, carry a page of their own or open the reader's disk: they never become links.
struct UnsafeLinks {
    /// As diagnostics name the file.
    let path: String
    /// Lines of the file above the text.
    let linesAbove: Int
    let source: ArraySlice<UInt8>

    /// Leaves their words, and tells of each.
    func drop(from document: inout Document) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for index in document.nodes.indices {
            let kind = document.nodes[index].kind
            guard kind == .link || kind == .image,
                let scheme = Destination.scheme(of: document.bytes(document.nodes[index].text)),
                Destination.unsafeSchemes.contains(scheme)
            else { continue }
            let range = document.exactRange(of: index, in: source)
            document.unlink(index)
            diagnostics.append(
                Diagnostic(
                    "link.unsafe", severity: .warning, "a '\(scheme):' address is left out",
                    help: "link to a page or a web address", file: path,
                    at: range.moved(down: linesAbove)))
        }
        return diagnostics
    }
}
