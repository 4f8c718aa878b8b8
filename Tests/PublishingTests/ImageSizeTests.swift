import Markup
import Testing

@testable import Publishing

struct ImageSizeTests {
    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] + [
            0, 0, 1, 0x2C, 0, 0, 0, 0x96,
        ]
        + [8, 2, 0, 0, 0]
    private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x0A, 0x00, 0x14, 0x01, 0xF0, 0, 0]
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]
        + [
            0xFF, 0xC4, 0, 3, 0, 0xFF, 0xC2, 0, 17, 8, 0, 0x50, 0, 0x78, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11,
            1,
        ]
    private static let webPHead: [UInt8] = Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WEBP".utf8)
    private static let lossy =
        webPHead + Array("VP8 ".utf8) + [
            24, 0, 0, 0, 0x50, 1, 0, 0x9D, 1, 0x2A, 0x20, 0x03, 0x58, 0x42, 0, 0,
        ]
    private static let lossless =
        webPHead + Array("VP8L".utf8) + [20, 0, 0, 0, 0x2F, 0x63, 0xC0, 0x18, 0, 0, 0, 0, 0, 0, 0]
    private static let extended =
        webPHead + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 3, 0, 0x1F, 1, 0]

    @Test func sizesAreReadFromEachKind() {
        #expect(ImageSize(ofImage: Self.png) == ImageSize(width: 300, height: 150))
        #expect(ImageSize(ofImage: Self.gif) == ImageSize(width: 10, height: 276))
        #expect(ImageSize(ofImage: Self.jpeg) == ImageSize(width: 120, height: 80))
        #expect(ImageSize(ofImage: Self.lossy) == ImageSize(width: 800, height: 600))
        #expect(ImageSize(ofImage: Self.lossless) == ImageSize(width: 100, height: 100))
        #expect(ImageSize(ofImage: Self.extended) == ImageSize(width: 1024, height: 288))
    }

    @Test(arguments: [
        ("<svg width=\"20\" height=\"10\"/>", 20, 10), ("<svg viewBox=\"0 0 100 50\">", 100, 50),
        ("<?xml version=\"1.0\"?>\n<!-- c --><svg\nwidth=\"20px\" height=\"10.4px\">", 20, 10),
        ("<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,30,40\">", 30, 40),
        ("<svg stroke-width=\"2\" viewBox=\"0 0 7 8\">", 7, 8),
    ])
    func sizeOfADrawing(_ svg: String, _ width: Int, _ height: Int) {
        #expect(ImageSize(ofImage: Array(svg.utf8)) == ImageSize(width: width, height: height))
    }

    @Test(arguments: [
        "", "<svg>", "<svg width=\"-1\" height=\"2\">", "<svg width=\"1e99\" height=\"2\">",
        "<svg viewBox=\"0 0 nan 1\">",
        "<svg viewBox=\"0 0 1\">", "no image", "<svg width=\"0\" height=\"0\">",
        "<svg width=\"inf\" height=\"1\">",
    ])
    func whatHasNoSizeHasNone(_ text: String) {
        #expect(ImageSize(ofImage: Array(text.utf8)) == nil)
    }

    /// Cut anywhere, and with any byte changed, a picture is a picture or none, and no crash.
    @Test func brokenPicturesDoNoHarm() {
        for picture in [Self.png, Self.gif, Self.jpeg, Self.lossy, Self.lossless, Self.extended] {
            for length in 0..<picture.count {
                let size = ImageSize(ofImage: Array(picture.prefix(length)))
                #expect(size.map { $0.width > 0 && $0.height > 0 } ?? true)
            }
            for index in picture.indices {
                for byte in [0, 0x7F, 0xFF] as [UInt8] {
                    var broken = picture
                    broken[index] = byte
                    let size = ImageSize(ofImage: broken)
                    #expect(size.map { $0.width > 0 && $0.height > 0 } ?? true)
                }
            }
        }
    }

    /// Lengths of nought must not keep the reader at one place.
    @Test func segmentsWithoutLengthEnd() {
        #expect(ImageSize(ofImage: [0xFF, 0xD8] + [UInt8](repeating: 0, count: 100)) == nil)
        let segments = Array(repeating: [0xFF, 0xE0, 0, 0] as [UInt8], count: 5000).joined()
        #expect(ImageSize(ofImage: [0xFF, 0xD8] + segments) == nil)
    }
}
