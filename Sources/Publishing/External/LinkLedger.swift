import Markup

/// What the last runs of `materia check --external` saw, by address: since when a link is dead.
///
/// Kept in the site's folder as JSON, in the order of addresses, for people to read too.
struct LinkLedger: Equatable {
    struct Entry: Equatable {
        /// When somebody last asked.
        var checked: CalendarDate
        /// The first day of an unbroken row of days on which it was found dead.
        var deadSince: CalendarDate?
        /// Why it is dead.
        var reason: String?
        var movedTo: String?
    }

    private(set) var entries: [String: Entry] = [:]

    /// Days after which a dead link is an error: R-11 of the safety rules.
    static let longestDead = 14

    static let path = BuildCache.folder + "/links.json"

    mutating func update(
        with answers: [String: LinkAnswer], keeping addresses: Set<String>, on date: CalendarDate
    ) {
        entries = entries.filter { addresses.contains($0.key) }
        for (address, answer) in answers where addresses.contains(address) {
            var entry = Entry(checked: date)
            switch answer {
            case .fine: break
            case .moved(let target): entry.movedTo = target
            case .dead(let reason):
                let before = entries[address]?.deadSince
                (entry.deadSince, entry.reason) = (min(before ?? date, date), reason)
            }
            entries[address] = entry
        }
    }

    func diagnostic(for link: ExternalLink, on date: CalendarDate) -> Diagnostic? {
        guard let entry = entries[link.address] else { return nil }
        if let target = entry.movedTo {
            return Diagnostic(
                "link.external", severity: .warning, "'\(link.address)' has moved", help: "write '\(target)'",
                file: link.file, at: link.range)
        }
        guard let since = entry.deadSince else { return nil }
        let days = since.days(until: date)
        let length = days < 1 ? "" : ", and has been for \(days) \(days == 1 ? "day" : "days")"
        return Diagnostic(
            "link.external", severity: days >= Self.longestDead ? .error : .warning,
            "'\(link.address)' is dead: \(entry.reason ?? "no answer")\(length)",
            help: "correct the address, name the page in a web archive, or take the link out",
            file: link.file, at: link.range)
    }
}

extension LinkLedger {
    /// What cannot be read is as good as nothing: it is a record of what others said.
    static func read(site folder: String) -> LinkLedger {
        var ledger = LinkLedger()
        guard let bytes = try? Disk.read(folder + "/" + path), let root = try? JSONParser.parse(bytes),
            case .map(let members) = root["links"]?.value
        else { return ledger }
        for member in members {
            guard let checked = member.node["checked"]?.text.flatMap({ CalendarDate($0) }) else { continue }
            ledger.entries[member.name] = Entry(
                checked: checked, deadSince: member.node["deadSince"]?.text.flatMap { CalendarDate($0) },
                reason: member.node["reason"]?.text, movedTo: member.node["movedTo"]?.text)
        }
        return ledger
    }

    /// Whole or not at all.
    func write(site folder: String) throws(DiskError) {
        let links = entries.mapValues { entry in
            JSON.object([
                "checked": .text(entry.checked.description),
                "deadSince": .text(entry.deadSince?.description), "reason": .text(entry.reason),
                "movedTo": .text(entry.movedTo),
            ])
        }
        try BuildCache.makeFolder(site: folder)
        try Disk.replace(folder + "/" + Self.path, with: JSON.object(["links": .map(links)]).bytes)
    }
}
