import Markup

/// Takes references out of JSON, and tells what is wrong with them.
struct ReferenceReader {
    let path: String
    let lines: LineTable
    var diagnostics: [Diagnostic] = []

    mutating func report(_ message: String, help: String, at bytes: Range<Int>) {
        diagnostics.append(Diagnostic("data.syntax", message, help: help, file: path, at: lines.range(bytes)))
    }

    /// `nil`, told, where the entry has no id to cite it by.
    mutating func reference(_ entry: JSONNode) -> Reference? {
        let start = entry.bytes.lowerBound..<entry.bytes.lowerBound + 1
        guard case .map(let members) = entry.value else {
            report(
                "a reference is no map of keys and values", help: "write it between '{' and '}'", at: start)
            return nil
        }
        tellRepeated(members)
        guard let idNode = entry["id"], let id = idNode.text, !id.isEmpty else {
            report(
                "a reference has no 'id'", help: "add an id, such as \"smith2024\", for pages to cite it by",
                at: start)
            return nil
        }
        guard id.utf8.allSatisfy(Self.isOfID) else {
            report(
                "'\(id)' cannot be cited", help: "make the id of letters, digits and '-', '_', '.', ':'",
                at: idNode.bytes)
            return nil
        }
        var reference = Reference(id: id, range: lines.range(idNode.bytes))
        readWords(of: entry, into: &reference)
        readPeopleAndDates(of: entry, into: &reference)
        readNumbers(of: entry, into: &reference)
        tellMissing(reference, at: idNode.bytes)
        reference.text = AMAStyle.text(of: reference)
        return reference
    }

    private static func isOfID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"), 0x80...:
            true
        default: false
        }
    }

    private mutating func tellRepeated(_ members: [JSONNode.Member]) {
        for (place, member) in members.enumerated()
        where members[..<place].contains(where: { $0.name == member.name }) {
            report("the key '\(member.name)' stands twice", help: "keep one of the two", at: member.nameBytes)
        }
    }

    private mutating func readWords(of entry: JSONNode, into reference: inout Reference) {
        reference.type = text("type", of: entry)
        reference.title = text("title", of: entry)
        reference.containerTitle = text("container-title", of: entry)
        reference.volume = text("volume", of: entry)
        reference.issue = text("issue", of: entry)
        reference.page = text("page", of: entry)
        reference.number = text("number", of: entry)
        reference.publisher = text("publisher", of: entry)
        reference.note = text("note", of: entry)
        let status = text("status", of: entry).lowercased()
        reference.isRetracted =
            status == "retracted" || reference.title.hasPrefix("RETRACTED")
            || ["retracted:", "retracted article", "[retracted]", "(retracted)"].contains(
                where: reference.title.lowercased().hasPrefix)
    }

    private mutating func text(_ key: String, of entry: JSONNode) -> String {
        guard let node = entry[key] else { return "" }
        if case .null = node.value { return "" }
        guard let text = node.text else {
            report("'\(key)' takes text", help: "write it between double quotes", at: node.bytes)
            return ""
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func readNumbers(of entry: JSONNode, into reference: inout Reference) {
        reference.doi = checked(
            "DOI", of: entry, Identifier.isDOI,
            help: "write it as it begins with '10.', without 'https://doi.org/' or 'doi:'")
        reference.pmid = checked(
            "PMID", of: entry, Identifier.isNumber, help: "write the digits of the PubMed number alone")
        reference.pmcid = checked(
            "PMCID", of: entry, Identifier.isPMCID, help: "write 'PMC' and the digits, as PMC7816667")
        reference.url = checked(
            "URL", of: entry, Identifier.isWebAddress, help: "write the whole address, from 'https://' on")
    }

    private mutating func checked(
        _ key: String, of entry: JSONNode, _ isForm: (String) -> Bool, help: String
    ) -> String {
        let text = text(key, of: entry)
        if text.isEmpty || isForm(text) { return text }
        report("'\(text)' is no \(key)", help: help, at: entry[key]?.bytes ?? entry.bytes)
        return ""
    }

    /// CSL asks for an id and a type alone, and sources without an author or a year there are; a reader needs the title.
    private mutating func tellMissing(_ reference: Reference, at bytes: Range<Int>) {
        guard reference.title.isEmpty else { return }
        report(
            "the reference '\(reference.id)' has no 'title'", help: "add the title as its source gives it",
            at: bytes)
    }
}
