/// The forms of names that others keep lists of.
///
/// Read by hand: a regular expression takes longer for one value than all the rest does for a whole entry.
enum Identifier {
    /// `10.1001/jama.2020.1`: a registrant's number, and whatever the registrant likes.
    ///
    /// Source: ISO 26324; Crossref, *DOIs and matching regular expressions*.
    static func isDOI(_ text: String) -> Bool {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].starts(with: "10.".utf8), !parts[1].isEmpty else { return false }
        let numbers = parts[0].dropFirst(3).split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard numbers.allSatisfy(isDigits), let registrant = numbers.first else { return false }
        return (4...9).contains(registrant.count) && parts[1].allSatisfy(isOfDOI)
    }

    /// `10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2` is one.
    private static func isOfDOI(_ byte: UInt8) -> Bool {
        isOfAddress(byte) || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }

    /// Digits, the first of which is no zero: PubMed's.
    static func isNumber(_ text: String) -> Bool {
        isDigits(text.utf8[...]) && text.utf8.count < 10 && text.utf8.first != UInt8(ascii: "0")
    }

    /// `PMC7816667`: PubMed Central's.
    static func isPMCID(_ text: String) -> Bool {
        text.hasPrefix("PMC") && isNumber(String(text.dropFirst(3)))
    }

    static func isWebAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        return rest.allSatisfy(isOfAddress) && rest.first.map { $0 != UInt8(ascii: "/") } ?? false
    }

    private static func isDigits(_ bytes: Substring.UTF8View) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !"\"<>".utf8.contains(byte)
    }
}
