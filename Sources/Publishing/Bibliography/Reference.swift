import Markup

/// A source that pages cite: an entry of `references.json`, in the names of CSL-JSON.
///
/// Source: Citation Style Language 1.0.2, *Specification*, appendices III and IV.
struct Reference: Sendable {
    let id: String
    var type = ""
    var authors: [Author] = []
    var hasMoreAuthors = false
    var title = ""
    /// The journal, book or website it is part of.
    var containerTitle = ""
    var issued: PartialDate?
    var accessed: PartialDate?
    var volume = ""
    var issue = ""
    var page = ""
    var number = ""
    var publisher = ""
    /// `10.1001/jama.2020.1`; empty where there is none, or a malformed one.
    var doi = ""
    /// Digits alone.
    var pmid = ""
    /// `PMC` and digits.
    var pmcid = ""
    /// `http:` or `https:`, as nothing else becomes a link.
    var url = ""
    /// For staff: how much of it somebody has checked.
    var note = ""
    var isRetracted = false
    /// Where the entry stands: its id.
    let range: SourceRange
    /// As a reader sees it, in AMA style.
    var text = CitationText()

    struct Author: Sendable, Equatable {
        var family = ""
        var given = ""
        /// `van der`: stands before the family name.
        var particle = ""
        var suffix = ""
        /// A group, or a name that has no parts.
        var literal = ""
    }

    /// A year, or a month or day of one.
    struct PartialDate: Sendable, Equatable, Comparable {
        var year: Int
        var month: Int?
        var day: Int?

        static func < (a: PartialDate, b: PartialDate) -> Bool {
            (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
        }
    }

    /// Something in the entry was not looked up: `reference.unverified`.
    var isUnverified: Bool {
        let note = note.lowercased()
        return note.contains("from memory") || note.contains("unverified")
    }

    /// The name of the first author, without initials, or of what stands for one.
    var firstAuthor: String {
        guard let author = authors.first else {
            return [publisher, containerTitle, title].first { !$0.isEmpty } ?? id
        }
        return author.literal.isEmpty ? author.surname : author.literal
    }

    /// 'Popova et al, 2019': what a number in a text stands for, in few words.
    var label: String {
        let others = authors.count > 1 || hasMoreAuthors ? " et al" : ""
        let year = issued.map { ", \($0.year)" } ?? ""
        return firstAuthor + others + year
    }

    /// The anchor of its entry in `/references/`.
    var anchor: String { "ref-" + id }
}

extension Reference.Author {
    var surname: String { particle.isEmpty ? family : particle + " " + family }
}
