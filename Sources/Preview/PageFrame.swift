import Foundation
import Publishing

/// What the preview puts into a page while it shows it: its script, and what the script has to know.
struct PageFrame: Encodable {
    /// Of the page as it is: another one is another page.
    let version: String
    /// The page's own file, from the site's folder; `nil` for pages that the site makes.
    let file: String?
    /// Opens that file in the writer's editor.
    let edit: String?
    let problems: [Problem]
    let trouble: String?

    /// The page with the preview's part in its head.
    func inserted(into html: [UInt8]) -> [UInt8] {
        let end = Array("</head>".utf8)
        let place = html.firstRange(of: end)?.lowerBound ?? html.count
        return html[..<place] + Array(markup.utf8) + html[place...]
    }

    private var markup: String {
        // As data in a page, '<' could end the element that holds it.
        let facts = JSONMessage.text(of: self).replacing("<", with: "\\u003c")
        return "<script type=\"application/json\" id=\"materia-preview\">\(facts)</script>\n"
            + "<script type=\"module\" src=\"/_preview/preview.js\"></script>\n"
    }

    /// A name for what a page says: FNV-1a, 64 bits. Source: http://www.isthe.com/chongo/tech/comp/fnv/
    static func version(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

/// What is said to a page that is open.
enum JSONMessage {
    static func text(of value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers can always be written.
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("a message cannot be encoded")
        }
        return String(decoding: data, as: UTF8.self)
    }

    static let reload = text(of: Reload())

    private struct Reload: Encodable { let kind = "reload" }

    struct Styles: Encodable {
        let kind = "styles"
        /// Paths of addresses.
        let files: [String]
    }

    struct Problems: Encodable {
        let kind = "problems"
        let problems: [Problem]
        let trouble: String?
    }
}
