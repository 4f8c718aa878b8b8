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

    /// The page with the preview's parts in its head: its script first, before scripts of the site have changed
    /// anything, and what the script has to know last, for how a page is encoded stands in its first 1,024 bytes.
    func inserted(into html: [UInt8]) -> [UInt8] {
        let start = html.firstRange(of: Array("<head>".utf8))?.upperBound
        let end = html.firstRange(of: Array("</head>".utf8))?.lowerBound ?? html.count
        let place = min(start ?? end, end)
        return html[..<place] + Array(Self.script.utf8) + html[place..<end] + Array(markup.utf8)
            + html[end...]
    }

    private static let script = "\n<script type=\"module\" src=\"/_preview/preview.js\"></script>"

    private var markup: String {
        // As data in a page, '<' could end the element that holds it.
        let facts = JSONMessage.text(of: self).replacing("<", with: "\\u003c")
        return "<script type=\"application/json\" id=\"materia-preview\">\(facts)</script>\n"
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

    /// The page is to load anew, with all that belongs to it.
    static let reload = text(of: Plain(kind: "reload"))
    /// The page says something else: it is to fetch itself.
    static let page = text(of: Plain(kind: "page"))

    private struct Plain: Encodable { let kind: String }

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
