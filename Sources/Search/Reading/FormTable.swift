/// Forms in ascending order of their bytes, in one buffer.
struct FormTable: Sendable {
    /// A line break after each.
    private var letters: [UInt8] = []
    /// Where each begins; one more than there are forms.
    private var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    subscript(place: Int) -> Form { Form(bytes: slice(place)) }

    /// The bytes of a form.
    func slice(_ place: Int) -> ArraySlice<UInt8> { letters[starts[place]..<(starts[place + 1] - 1)] }

    mutating func append(_ form: ArraySlice<UInt8>) {
        letters.append(contentsOf: form)
        letters.append(UInt8(ascii: "\n"))
        starts.append(letters.count)
    }

    /// Where a form is, or would be.
    func place(of form: Form) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if slice(middle).lexicographicallyPrecedes(form.bytes) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where a form is.
    func find(_ form: Form) -> Int? {
        let place = place(of: form)
        return place < count && slice(place).elementsEqual(form.bytes) ? place : nil
    }

    /// The places of all forms that begin so.
    func places(startingWith prefix: Form) -> Range<Int> {
        let start = place(of: prefix)
        var end = start
        while end < count, slice(end).starts(with: prefix.bytes) { end += 1 }
        return start..<end
    }
}

extension FormTable {
    /// Each form is as many bytes of the one before, and the rest: two blocks, as `ShardWriter` writes them.
    init(from reader: inout ByteReader) throws(IndexDamaged) {
        let prefixes = try reader.block()
        let suffixes = try reader.block()
        if prefixes.isEmpty { return }
        letters.reserveCapacity(suffixes.count + 1 + prefixes.reduce(0) { $0 + Int($1) })
        var from = suffixes.startIndex
        for prefix in prefixes.map(Int.init) {
            let last = starts.count > 1 ? starts[starts.count - 2] : 0
            let known = starts.count > 1 ? letters.count - last - 1 : 0
            guard prefix <= known, from <= suffixes.endIndex else { throw IndexDamaged() }
            letters.append(contentsOf: letters[last..<(last + prefix)])
            let end = suffixes[from...].firstIndex(of: UInt8(ascii: "\n")) ?? suffixes.endIndex
            letters.append(contentsOf: suffixes[from..<end])
            letters.append(UInt8(ascii: "\n"))
            starts.append(letters.count)
            from = end + 1
        }
        guard from == suffixes.endIndex + 1, String(validating: letters, as: UTF8.self) != nil else {
            throw IndexDamaged()
        }
    }
}
