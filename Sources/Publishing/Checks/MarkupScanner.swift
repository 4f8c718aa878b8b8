import Markup

/// A tag of HTML or SVG, as somebody wrote it.
struct MarkupTag {
    /// In small letters.
    let name: String
    let attributes: [Attribute]
    /// From '<' to behind '>', in bytes of the text.
    let range: Range<Int>
    /// Between `<style>` or `<script>` and its end; empty for all others.
    var content: Range<Int>

    struct Attribute {
        /// In small letters.
        let name: String
        /// With its character references resolved.
        let value: String
        /// Without its quotes, in bytes of the text.
        let range: Range<Int>
    }

    subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }
}

/// Finds the tags of HTML or SVG as browsers do: comments left out, whatever else is wrong.
///
/// Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
struct MarkupScanner {
    private let bytes: [UInt8]
    private var index = 0
    private(set) var tags: [MarkupTag] = []

    static func tags(in bytes: some Collection<UInt8>) -> [MarkupTag] {
        var scanner = MarkupScanner(Array(bytes))
        scanner.scan()
        return scanner.tags
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func scan() {
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open
            if starts(with: "<!--") {
                index = find("-->", from: open + 4).map { $0 + 3 } ?? bytes.count
            } else if open + 1 < bytes.count,
                Self.isLetter(bytes[open + 1]) || starts(with: "<?xml-stylesheet")
            {
                readTag(from: open)
            } else {
                index = open + 1
            }
        }
    }

    private mutating func readTag(from open: Int) {
        index = open + 1
        let name = word { Self.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
        var attributes: [MarkupTag.Attribute] = []
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if Self.isSpace(bytes[index]) || "/?".utf8.contains(bytes[index]) {
                index += 1
            } else {
                attributes.append(readAttribute())
            }
        }
        index = min(index + 1, bytes.count)
        var tag = MarkupTag(
            name: name, attributes: attributes, range: open..<index, content: index..<index)
        if ["style", "script"].contains(name), bytes[max(open, index - 2)] != UInt8(ascii: "/") {
            let end = find("</" + name, from: index) ?? bytes.count
            tag.content = index..<end
            index = end
        }
        tags.append(tag)
    }

    private mutating func readAttribute() -> MarkupTag.Attribute {
        let name = word { Self.isSpace($0) || ">/=".utf8.contains($0) }
        if name.isEmpty { index += 1 }
        var next = index
        while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
            return MarkupTag.Attribute(name: name, value: "", range: index..<index)
        }
        index = next + 1
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
        guard index < bytes.count else {
            return MarkupTag.Attribute(name: name, value: "", range: index..<index)
        }
        let quote = bytes[index]
        let range: Range<Int>
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
            range = index + 1..<end
            index = min(end + 1, bytes.count)
        } else {
            let start = index
            while index < bytes.count, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") {
                index += 1
            }
            range = start..<index
        }
        let text = String(decoding: bytes[range], as: UTF8.self)
        return MarkupTag.Attribute(name: name, value: text.withoutCharacterReferences, range: range)
    }

    private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    /// In any letter case.
    private func find(_ text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        var place = start
        while place + wanted.count <= bytes.count {
            if zip(bytes[place...], wanted).allSatisfy({ $0 == $1 || Self.isLetter($0) && $0 | 0x20 == $1 }) {
                return place
            }
            place += 1
        }
        return nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
}

extension String {
    /// Numbers of characters, and the names that an address could hide behind.
    var withoutCharacterReferences: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        let names = [
            "amp": "&", "colon": ":", "period": ".", "sol": "/", "quot": "\"", "apos": "'", "lt": "<",
            "gt": ">",
            "Tab": "\t", "NewLine": "\n",
        ]
        var text = ""
        var rest = self[...]
        while let mark = rest.firstIndex(of: "&") {
            text += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            let name = rest.prefix { $0 == "#" || $0.isLetter || $0.isNumber }
            let digits = name.hasPrefix("#x") || name.hasPrefix("#X") ? name.dropFirst(2) : name.dropFirst()
            let number =
                name.hasPrefix("#") ? UInt32(digits, radix: digits.count < name.count - 1 ? 16 : 10) : nil
            if let scalar = number.flatMap(Unicode.Scalar.init) {
                text.unicodeScalars.append(scalar)
            } else if let known = names[String(name)] {
                text += known
            } else {
                text += "&"
                continue
            }
            rest = rest[name.endIndex...]
            if rest.first == ";" { rest.removeFirst() }
        }
        return text + rest
    }
}
