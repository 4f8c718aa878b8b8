/// What the server says to a request.
struct Answer: Sendable, Equatable {
    var status = 200
    var type = "text/html; charset=utf-8"
    var body: [UInt8] = []
    /// Where else to look, for 302.
    var location: String?

    static func message(_ status: Int, _ text: String) -> Answer {
        Answer(status: status, type: "text/plain; charset=utf-8", body: Array((text + "\n").utf8))
    }

    static func redirect(to location: String) -> Answer {
        Answer(status: 302, type: "text/plain; charset=utf-8", location: location)
    }

    static func file(_ bytes: [UInt8], named name: String) -> Answer {
        Answer(type: Self.type(of: name), body: bytes)
    }

    private static let types = [
        "avif": "image/avif", "bin": "application/octet-stream", "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8", "gif": "image/gif", "html": "text/html; charset=utf-8",
        "ico": "image/x-icon", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8", "json": "application/json", "m4a": "audio/mp4",
        "md": "text/markdown; charset=utf-8", "mjs": "text/javascript; charset=utf-8", "mp3": "audio/mpeg",
        "mp4": "video/mp4", "ogg": "audio/ogg", "otf": "font/otf", "pdf": "application/pdf",
        "png": "image/png", "svg": "image/svg+xml", "ttf": "font/ttf", "txt": "text/plain; charset=utf-8",
        "vtt": "text/vtt; charset=utf-8", "wasm": "application/wasm", "wav": "audio/wav",
        "webm": "video/webm", "webmanifest": "application/manifest+json", "webp": "image/webp",
        "woff": "font/woff", "woff2": "font/woff2", "xml": "application/xml", "zip": "application/zip",
    ]

    static func type(of name: String) -> String {
        let parts = name.split(separator: "/").last?.split(separator: ".") ?? []
        guard parts.count > 1, let type = types[parts[parts.count - 1].lowercased()] else {
            return "application/octet-stream"
        }
        return type
    }
}

/// A stretch of a file that somebody asks for: RFC 9110, section 14.
enum ByteRange: Equatable {
    case part(Range<Int>)
    case unsatisfiable

    /// - Parameter header: `bytes=0-99`, `bytes=100-`, `bytes=-100`.
    /// - Returns: `nil` for what is to be answered with the whole file: no range, many ranges, other units.
    static func of(_ header: String?, size: Int) -> ByteRange? {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return nil }
        let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        // Numbers too long for an Int lie behind every end.
        let (first, last) = (number(ends[0]), number(ends[1]))
        switch (first, last) {
        case (nil, nil): return nil
        case (let first?, nil): return first < size ? .part(first..<size) : .unsatisfiable
        case (nil, let count?):
            return count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        case (let first?, let last?):
            if first > last { return nil }
            return first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        }
    }

    private static func number(_ digits: Substring) -> Int? { digits.isEmpty ? nil : Int(digits) ?? .max }
}
