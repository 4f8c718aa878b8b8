import Markup

/// The sources that a page cites: numbered in the order of first mention, and where each is mentioned.
struct CitationBook {
    private let bibliography: Bibliography
    private let mark: CitationMark
    private(set) var order: [Reference] = []
    private var numbers: [String: Int] = [:]
    private var mentions: [String: [Int]] = [:]
    private var places = 0

    init(_ bibliography: Bibliography, strings: Strings) {
        self.bibliography = bibliography
        mark = CitationMark(strings: strings)
    }

    /// The numbers of some references in a text; `nil` where the bibliography has none of them.
    mutating func cite(_ citations: [(id: String, locator: String)]) -> HTML? {
        let found = citations.compactMap { citation in
            bibliography[citation.id].map { mention(of: $0, locator: citation.locator) }
        }
        return found.isEmpty ? nil : mark.html(found)
    }

    private mutating func mention(of reference: Reference, locator: String) -> CitationMark.Mention {
        let number = numbers[reference.id] ?? order.count + 1
        if numbers[reference.id] == nil {
            numbers[reference.id] = number
            order.append(reference)
        }
        places += 1
        mentions[reference.id, default: []].append(places)
        return CitationMark.Mention(reference: reference, number: number, place: places, locator: locator)
    }

    /// The list at the end of the page; nothing where nothing is cited.
    func list(strings: Strings) -> HTML {
        let items = order.map { ReferenceList.Item(reference: $0, mentions: mentions[$0.id, default: []]) }
        return ReferenceList(strings: strings).html(items)
    }
}
