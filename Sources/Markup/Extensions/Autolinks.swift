/// Bare addresses: `www.example.org`, `https://example.org`, `someone@example.org`.
///
/// Source: GitHub Flavored Markdown 0.29, section 6.9, and for what it leaves open, what GitHub's own parser
/// does.
struct Autolink {
    /// Of the text it was found in.
    let range: Range<Int>
    /// What stands before the text in the link's destination: `http://`, `mailto:` or nothing.
    let prefix: StaticString

    /// The address around the byte at `index`: a `:`, a `w` or an `@`.
    ///
    /// - Parameter start: where the text that is not yet part of a link begins.
    static func find(at index: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int, before: UInt8)
        -> Autolink?
    {
        switch text[index] {
        case UInt8(ascii: ":"): url(at: index, text, start)
        case UInt8(ascii: "w"), UInt8(ascii: "W"): www(at: index, text, start, before)
        case UInt8(ascii: "@"): email(at: index, text, start)
        default: nil
        }
    }

    private static func url(at colon: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Autolink? {
        guard colon + 3 < text.count, text[colon + 1] == UInt8(ascii: "/"),
            text[colon + 2] == UInt8(ascii: "/")
        else {
            return nil
        }
        var begin = colon
        while begin > start, isLetter(text[begin - 1]) { begin -= 1 }
        let scheme = String(decoding: text[begin..<colon], as: UTF8.self).lowercased()
        guard ["http", "https", "ftp"].contains(scheme),
            isLetterOrDigit(text[colon + 3]) || text[colon + 3] >= 0x80
        else { return nil }
        let domain = domainEnd(text, from: colon + 3, needsDot: false)
        guard let domain else { return nil }
        return Autolink(range: begin..<end(text, begin, after: domain), prefix: "")
    }

    private static func www(
        at index: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ before: UInt8
    ) -> Autolink? {
        guard index + 4 < text.count, text[index..<index + 4].elementsEqual("www.".utf8) else { return nil }
        let previous = index > 0 ? text[index - 1] : before
        guard ASCII.isSpace(previous) || "*_~(".utf8.contains(previous), index >= start else { return nil }
        guard let domain = domainEnd(text, from: index, needsDot: true) else { return nil }
        return Autolink(range: index..<end(text, index, after: domain), prefix: "http://")
    }

    private static func email(at sign: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Autolink? {
        var begin = sign
        while begin > start, isLetterOrDigit(text[begin - 1]) || ".+-_".utf8.contains(text[begin - 1]) {
            begin -= 1
        }
        guard begin < sign else { return nil }
        var end = sign + 1
        var dots = 0
        while end < text.count {
            if text[end] == UInt8(ascii: "."), end + 1 < text.count, isLetterOrDigit(text[end + 1]) {
                dots += 1
            } else if !isLetterOrDigit(text[end]), text[end] != UInt8(ascii: "-"),
                text[end] != UInt8(ascii: "_")
            {
                break
            }
            end += 1
        }
        // A second '@' right behind makes it no address.
        guard dots > 0, isLetter(text[end - 1]), end == text.count || text[end] != UInt8(ascii: "@") else {
            return nil
        }
        return Autolink(range: begin..<end, prefix: "mailto:")
    }

    /// Where a domain ends: letters, digits, hyphens and underscores between dots, no underscore in the last
    /// two parts.
    private static func domainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, needsDot: Bool) -> Int?
    {
        var dots = 0
        var underscores = (last: 0, beforeLast: 0)
        var index = start
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "_"): underscores.last += 1
            case UInt8(ascii: "."):
                underscores = (0, underscores.last)
                dots += 1
            case UInt8(ascii: "-"), 0x80...: break
            default:
                guard isLetterOrDigit(text[index]) else {
                    return underscores == (0, 0) && (dots > 0 || !needsDot) && index > start ? index : nil
                }
            }
            index += 1
        }
        return underscores == (0, 0) && (dots > 0 || !needsDot) ? index : nil
    }

    /// Everything up to white space or `<`, less the punctuation at its end.
    private static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, after domain: Int) -> Int {
        var end = domain
        while end < text.count, !ASCII.isSpace(text[end]), text[end] != UInt8(ascii: "<") { end += 1 }
        var closing = 0
        for byte in text[start..<end] {
            if byte == UInt8(ascii: ")") { closing += 1 }
            if byte == UInt8(ascii: "(") { closing -= 1 }
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: ")"):
                // One that closes what was opened within belongs to it.
                if closing <= 0 { return end }
                closing -= 1
                end -= 1
            case UInt8(ascii: "("):
                return end
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
                UInt8(ascii: ":"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"),
                UInt8(ascii: "\""):
                end -= 1
            case UInt8(ascii: ";"):
                var name = end - 1
                while name > start, isLetterOrDigit(text[name - 1]) { name -= 1 }
                let isEntity = name < end - 1 && name > start && text[name - 1] == UInt8(ascii: "&")
                end = isEntity ? name - 1 : end - 1
            default: return end
            }
        }
        return end
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
