import Markup

extension ImageSize {
    /// Read from the first bytes of a PNG, GIF, JPEG, WebP or SVG file; `nil` for other kinds and broken
    /// files.
    ///
    /// Sources: PNG (ISO/IEC 15948) 11.2.2; GIF89a 18; JPEG (ITU T.81) B.2.2; WebP (RFC 9649) 2.5 to 2.7.
    init?(ofImage bytes: [UInt8]) {
        let size =
            Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? Self.jpeg(bytes) ?? Self.svg(bytes)
        guard let size, size.width > 0, size.height > 0 else { return nil }
        self = size
    }

    /// Bytes of a file in which its size is found, nearly always.
    static let usualHead = 1 << 16

    private static func png(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        return ImageSize(width: bytes.number(at: 16, bytes: 4), height: bytes.number(at: 20, bytes: 4))
    }

    private static func gif(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
        return ImageSize(
            width: bytes.littleNumber(at: 6, bytes: 2), height: bytes.littleNumber(at: 8, bytes: 2))
    }

    private static func webP(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8)
        else {
            return nil
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8X":
            return ImageSize(
                width: bytes.littleNumber(at: 24, bytes: 3) + 1,
                height: bytes.littleNumber(at: 27, bytes: 3) + 1)
        case "VP8L":
            let bits = bytes.littleNumber(at: 21, bytes: 4)
            return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
        case "VP8 ":
            return ImageSize(
                width: bytes.littleNumber(at: 26, bytes: 2) & 0x3FFF,
                height: bytes.littleNumber(at: 28, bytes: 2) & 0x3FFF)
        default: return nil
        }
    }

    private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var offset = 2
        while offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                return ImageSize(
                    width: bytes.number(at: offset + 7, bytes: 2),
                    height: bytes.number(at: offset + 5, bytes: 2))
            }
            offset += 2 + bytes.number(at: offset + 2, bytes: 2)
        }
        return nil
    }

    /// `width` and `height` of the root element where they are plain or in pixels, else its `viewBox`.
    private static func svg(_ bytes: [UInt8]) -> ImageSize? {
        let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let start = text.range(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">")
        else {
            return nil
        }
        let tag = text[start.upperBound..<end]
        if let width = pixels(attribute("width", of: tag)), let height = pixels(attribute("height", of: tag))
        {
            return ImageSize(width: width, height: height)
        }
        let box =
            attribute("viewBox", of: tag)?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
        guard box.count == 4, (1...1e6).contains(box[2]), (1...1e6).contains(box[3]) else { return nil }
        return ImageSize(width: Int(box[2].rounded()), height: Int(box[3].rounded()))
    }

    private static func attribute(_ name: String, of tag: Substring) -> Substring? {
        guard let start = tag.range(of: " \(name)=\"") ?? tag.range(of: "\n\(name)=\"") else { return nil }
        return tag[start.upperBound...].prefix { $0 != "\"" }
    }

    private static func pixels(_ text: Substring?) -> Int? {
        guard let text, let number = Double(text.hasSuffix("px") ? text.dropLast(2) : text),
            (1...1e6).contains(number)
        else { return nil }
        return Int(number.rounded())
    }
}

extension [UInt8] {
    fileprivate func number(at offset: Int, bytes count: Int) -> Int {
        guard offset + count <= self.count else { return 0 }
        return self[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    fileprivate func littleNumber(at offset: Int, bytes count: Int) -> Int {
        guard offset + count <= self.count else { return 0 }
        return self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
