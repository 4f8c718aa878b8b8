/// Where an index's files are read from.
struct IndexFiles: Sendable {
    let read: SearchReader.Read

    /// - Parameters:
    ///   - name: from the index's folder: `index.bin`, `3f9c01ab22de/first.bin`.
    ///   - decode: what the file's bytes, inflated, say.
    func decoded<Value>(
        _ name: String, _ decode: (inout ByteReader) throws(IndexDamaged) -> Value
    ) throws(SearchError) -> Value {
        let compressed: [UInt8]
        do { compressed = try read(name) } catch {
            throw .unreadable(file: name, reason: String(describing: error))
        }
        do {
            var reader = ByteReader(try Inflate.bytes(compressed)[...])
            return try decode(&reader)
        } catch {
            throw .damaged(file: name)
        }
    }

    func root() throws(SearchError) -> IndexRoot {
        var version = IndexFormat.version
        let root = try decoded(IndexFormat.rootName) { (reader) throws(IndexDamaged) -> IndexRoot? in
            version = try reader.number()
            return version == IndexFormat.version ? try IndexRoot(from: &reader) : nil
        }
        guard let root else { throw .otherVersion(version) }
        return root
    }
}

/// What a site of few pages has in three files.
struct WholeIndex: Sendable {
    let lexicon: Lexicon
    let speller: Speller
    let pages: PageTable
    let texts: [ArraySlice<UInt8>]
    let lengths: ArraySlice<UInt8>
    let titleLengths: ArraySlice<UInt8>

    init(_ files: IndexFiles, _ root: IndexRoot) throws(SearchError) {
        struct First {
            let lengths, titleLengths: ArraySlice<UInt8>
            let pages: PageTable
            let shard: Shard
        }
        let count = root.pageCount
        let first = try files.decoded(root.folder + "/first.bin") { (reader) throws(IndexDamaged) in
            let lengths = try reader.block()
            let titleLengths = try reader.block()
            guard lengths.count == count, titleLengths.count == count else { throw IndexDamaged() }
            let pages = try PageTable(from: &reader, count: count)
            return First(
                lengths: lengths, titleLengths: titleLengths, pages: pages,
                shard: try Shard(from: &reader, base: 0, pageCount: count))
        }
        let rest = try files.decoded(root.folder + "/rest.bin") { (reader) throws(IndexDamaged) in
            try Shard(from: &reader, base: first.shard.groupCount, pageCount: count)
        }
        texts = try files.decoded(root.folder + "/text.bin") { (reader) throws(IndexDamaged) in
            try PageTable.texts(from: &reader)
        }
        lexicon = Lexicon(first.shard, rest, pageCount: count)
        speller = Speller(lexicon)
        pages = first.pages
        (lengths, titleLengths) = (first.lengths, first.titleLengths)
    }
}

/// The files of words that a query has needed so far.
struct WordFiles {
    let root: IndexRoot
    let files: IndexFiles
    let whole: WholeIndex?
    private var buckets: [Int: Lexicon] = [:]
    private var spelling: [Int: Speller] = [:]

    init(root: IndexRoot, files: IndexFiles, whole: WholeIndex?) {
        (self.root, self.files, self.whole) = (root, files, whole)
    }

    /// The part of the vocabulary that would hold a form.
    mutating func lexicon(of form: Form) throws(SearchError) -> Lexicon {
        if let whole { return whole.lexicon }
        let number = root.buckets.bucket(of: root.buckets.key(of: form.text, root.splitKeys))
        if let bucket = buckets[number] { return bucket }
        let count = root.pageCount
        let bucket = try files.decoded("\(root.folder)/w\(number).bin") { (reader) throws(IndexDamaged) in
            Lexicon(
                try Shard(from: &reader, base: 0, pageCount: count), number: number, pageCount: count)
        }
        buckets[number] = bucket
        return bucket
    }

    mutating func find(_ form: Form) throws(SearchError) -> WordGroup? { try lexicon(of: form).find(form) }

    /// The word that was meant. In many files, those that begin alike lie where the word itself would; those that end
    /// alike are another file, of words that are not rare.
    mutating func nearest(to form: Form) throws(SearchError) -> Speller.Nearest? {
        if let whole { return whole.speller.nearest(to: form) }
        guard Speller.mends(form) else { return nil }
        if let nearest = Speller(try lexicon(of: form)).nearest(to: form) { return nearest }
        return try speller(ofEnding: form).nearest(to: form)
    }

    private mutating func speller(ofEnding form: Form) throws(SearchError) -> Speller {
        let number = root.buckets.spellingBucket(of: form.text)
        if let speller = spelling[number] { return speller }
        let speller = try files.decoded("\(root.folder)/s\(number).bin") { (reader) throws(IndexDamaged) in
            try Speller(from: &reader)
        }
        spelling[number] = speller
        return speller
    }
}
