extension Document {
    /// Gives each heading an id by GitHub's rule: its words in lower case, spaces as hyphens, punctuation
    /// left out, and a number after a hyphen where that is taken.
    ///
    /// Source:
    /// https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
    mutating func nameHeadings(besides others: Set<String>) {
        var taken = others
        var repeats: [String: Int] = [:]
        let headings = nodes.indices.filter { nodes[$0].kind == .heading }
        for index in headings where !nodes[index].title.isEmpty {
            let id = string(nodes[index].title)
            if taken.insert(id).inserted { continue }
            nodes[index].title = Node.Slice()
            problems.append(
                Problem(
                    id: "heading.duplicate-id", severity: .error,
                    message: others.contains(id)
                        ? "'#\(id)' is a part of every page" : "two headings are called '#\(id)'",
                    help: "give \(others.contains(id) ? "the heading" : "one of them") another '{#…}'",
                    range: range(of: index)))
        }
        for index in headings where nodes[index].title.isEmpty {
            let base = slug(of: index)
            var id = base
            while !taken.insert(id).inserted {
                repeats[base, default: 0] += 1
                id = "\(base)-\(repeats[base, default: 0])"
            }
            nodes[index].title = store(id.utf8)
        }
    }

    private func slug(of heading: NodeIndex) -> String {
        let slug = Slug.make(plainText(of: heading))
        return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
    }

    /// The words that stand in a node, without markup; an image stands for its alternative text.
    public func plainText(of index: NodeIndex) -> [UInt8] {
        var words: [UInt8] = []
        for inner in subtree(of: index) {
            switch nodes[inner].kind {
            case .text, .code: words += bytes(nodes[inner].text)
            case .softBreak, .lineBreak: words.append(UInt8(ascii: " "))
            default: break
            }
        }
        return words
    }

    /// The headings in reading order.
    public var headings: [Heading] {
        nodes(.heading).map { index in
            Heading(
                node: index, level: Int(nodes[index].level), id: string(nodes[index].title),
                words: String(decoding: plainText(of: index), as: UTF8.self))
        }
    }
}

public struct Heading: Sendable, Hashable {
    public let node: NodeIndex
    /// 1 to 6.
    public let level: Int
    public let id: String
    public let words: String
}
