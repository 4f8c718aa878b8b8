import Foundation

/// The index's files, field by field. `Public/search.js` and `SearchReader` read what is written here.
///
/// Every file is compressed by zlib. `index.bin` has a fixed name; the rest stands in a folder that is named by
/// its content. Numbers are LEB128; a text is its length in bytes and UTF-8; a block its length and bytes.
package enum IndexFormat {
    static let version = 3
    package static let rootName = "index.bin"
    /// Sites of more pages have their index in many small files, of which a query fetches a few.
    static let mostPagesInOne = 1_500

    /// A page's length in words against the average, as one byte: four steps double it.
    static func lengthByte(_ length: Int, average: Double) -> UInt8 {
        guard length > 0, average > 0 else { return 0 }
        let steps = (4 * log2(Double(length) / average)).rounded() + 16
        return UInt8(max(0, min(31, steps)))
    }
}

/// Words with their pages: a part of the vocabulary and of the postings.
///
///     block   code units that each form shares with the one before
///     block   the rest of each form, a line each
///     block   its group: 0 for a new one, otherwise how far back, from 1 for the newest
///     block   the number of postings of each group, those of the base shard first
///     block   a byte a posting: how often, in the title, in a heading (`Postings.Posting`)
///     block   page numbers, group after group, interpolated
struct ShardWriter {
    private var prefixes: [UInt8] = []
    private var suffixes: [String] = []
    private var references = ByteWriter()
    private var counts = ByteWriter()
    private var symbols: [UInt8] = []
    private var bits = BitWriter()
    private var last: [UInt8] = []
    private var newest: Int
    private let pageCount: Int

    /// - Parameter base: groups of the shard that this one adds to.
    init(pageCount: Int, base: Int = 0) {
        self.pageCount = pageCount
        newest = base - 1
    }

    /// Forms come in ascending order, groups in the order of their first forms.
    mutating func add(form: String, group: Int) {
        let letters = Array(form.utf8)
        var shared = 0
        while shared < min(letters.count, last.count, 255), letters[shared] == last[shared] { shared += 1 }
        // A suffix begins with a whole character.
        while shared > 0, shared < letters.count, letters[shared] & 0xC0 == 0x80 { shared -= 1 }
        prefixes.append(UInt8(shared))
        suffixes.append(String(decoding: letters[shared...], as: UTF8.self))
        last = letters
        if group > newest {
            newest = group
            references.append(0)
        } else {
            references.append(newest - group + 1)
        }
    }

    mutating func add(_ postings: some Collection<Postings.Posting>) {
        counts.append(postings.count)
        symbols += postings.map(\.symbol)
        postings.map(\.page).withUnsafeBufferPointer {
            bits.append(interpolating: $0, from: 0, through: pageCount - 1)
        }
    }

    func writeForms(into writer: inout ByteWriter) {
        writer.append(block: prefixes)
        writer.append(lines: suffixes)
    }

    func write(into writer: inout ByteWriter) {
        writeForms(into: &writer)
        writer.append(block: references.bytes)
        writer.append(block: counts.bytes)
        writer.append(block: symbols)
        writer.append(block: bits.finished)
    }
}

/// Words, ascending, each with the number of pages that have it or another form of it.
struct SpellingWriter {
    private var forms = ShardWriter(pageCount: 0)
    private var counts = ByteWriter()

    mutating func add(_ form: String, count: Int) {
        forms.add(form: form, group: 0)
        counts.append(count)
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        forms.writeForms(into: &writer)
        writer.append(block: counts.bytes)
        return writer.bytes
    }
}

/// Titles and addresses of pages.
struct PagesWriter {
    private let sections: [SearchSection: Int]
    private var numbers = ByteWriter()
    private var titles: [String] = []
    private var slugs: [String] = []

    init(sections: [SearchSection: Int]) { self.sections = sections }

    mutating func add(_ page: SearchPage) {
        numbers.append(sections[page.section] ?? 0)
        titles.append(page.title.split(whereSeparator: \.isNewline).joined(separator: " "))
        let slug = String(page.path.dropFirst(page.section.path.count))
        slugs.append(slug == SimpleSlug.make(page.title) + "/" ? "=" : slug)
    }

    func write(into writer: inout ByteWriter) {
        writer.append(block: numbers.bytes)
        writer.append(lines: titles)
        writer.append(lines: slugs)
    }
}

extension ByteWriter {
    /// Texts of pages, a form feed between two.
    mutating func append(texts: [[UInt8]]) { append(block: Array(texts.joined(separator: [0x0C]))) }
}
