import Markup

/// The parts of a CSL entry that have parts themselves: names and dates.
extension ReferenceReader {
    mutating func readPeopleAndDates(of entry: JSONNode, into reference: inout Reference) {
        reference.issued = date("issued", of: entry)
        reference.accessed = date("accessed", of: entry)
        guard let names = entry["author"] else { return }
        guard let list = names.list else {
            report(
                "'author' takes a list of names", help: "write [{\"family\": …, \"given\": …}]",
                at: names.bytes)
            return
        }
        reference.authors = list.compactMap { author($0) }
        // CSL has no word for it; `note` says so in references of this kind.
        reference.hasMoreAuthors = reference.note.lowercased().contains("author list shortened")
    }

    private mutating func author(_ node: JSONNode) -> Reference.Author? {
        func part(_ key: String) -> String {
            (node[key]?.text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let particles = [part("dropping-particle"), part("non-dropping-particle")].filter { !$0.isEmpty }
        let author = Reference.Author(
            family: part("family"), given: part("given"), particle: particles.joined(separator: " "),
            suffix: part("suffix"), literal: part("literal"))
        if author.family.isEmpty, author.literal.isEmpty {
            report(
                "an author has no name", help: "write \"family\" and \"given\", or \"literal\" for a group",
                at: node.bytes)
            return nil
        }
        return author
    }

    /// As `{"date-parts": [[2024, 1, 31]]}`, or as text: `{"raw": "2024-01-31"}`.
    private mutating func date(_ key: String, of entry: JSONNode) -> Reference.PartialDate? {
        guard let node = entry[key] else { return nil }
        var parts: [Int] = []
        if let written = node["date-parts"]?.list?.first?.list {
            parts = written.compactMap { $0.text.flatMap { Int($0) } }
            if parts.count != written.count { parts = [] }
        } else if let written = (node["raw"] ?? node["literal"])?.text?.split(
            separator: "-", omittingEmptySubsequences: false)
        {
            parts = written.compactMap { Int($0) }
            if parts.count != written.count { parts = [] }
        }
        let isSeason = parts.count == 1 && node["season"] != nil
        let hasDay = parts.count > 2
        guard let year = parts.first, (1000...9999).contains(year), parts.count < 4,
            isSeason || Self.isInCalendar(parts)
        else {
            report(
                "'\(key)' is no date", help: "write {\"date-parts\": [[2024, 1, 31]]}, or less of it",
                at: node.bytes)
            return nil
        }
        return Reference.PartialDate(
            year: year, month: parts.count > 1 ? parts[1] : nil, day: hasDay ? parts[2] : nil)
    }

    private static func isInCalendar(_ parts: [Int]) -> Bool {
        guard parts.count > 1 else { return true }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return CalendarDate("\(parts[0])-\(padded(parts[1]))-\(padded(parts.count > 2 ? parts[2] : 1))")
            != nil
    }
}
