/// What stands around a row of inlines.
struct InlineSurroundings {
    /// No link may begin in a link.
    var isInLink = false
    /// The delimiter of the emphasis or link around, or white space.
    var edge = UInt8(ascii: "\n")
}

extension Rewriter {
    /// - Parameter skipping: bytes of text at the beginning that are left out.
    mutating func emitInlines(
        _ children: ArraySlice<NodeIndex>, _ origin: Origin, _ surroundings: InlineSurroundings,
        skipping: Int = 0
    ) {
        var strikethroughs = StrikethroughStack()
        var skipping = skipping
        var place = children.startIndex
        while place < children.endIndex {
            let node = origin.document.nodes[children[place]]
            guard node.kind == .text || node.kind == .softBreak else {
                emitInline(children[place], origin, surroundings)
                place += 1
                continue
            }
            var end = place
            while end < children.endIndex,
                [.text, .softBreak].contains(origin.document.nodes[children[end]].kind)
            {
                end += 1
            }
            let before =
                place == children.startIndex ? surroundings.edge : edge(of: children[place - 1], origin)
            let after = end == children.endIndex ? surroundings.edge : edge(of: children[end], origin)
            var run = TextRun(children[place..<end], origin, skipping: skipping, before: before, after: after)
            run.isInLink = surroundings.isInLink
            skipping = 0
            emit(run, &strikethroughs)
            place = end
        }
        strikethroughs.wrap(in: &builder)
    }

    /// The byte that stands at a neighbour's edge: what decides whether a mark can open or close.
    private func edge(of index: NodeIndex, _ origin: Origin) -> UInt8 {
        switch origin.document.nodes[index].kind {
        case .lineBreak: UInt8(ascii: "\n")
        case .emphasis, .strong: UInt8(ascii: "*")
        case .htmlInline: UInt8(ascii: ">")
        case .code: UInt8(ascii: "`")
        default: UInt8(ascii: "]")
        }
    }

    private mutating func emitInline(_ index: NodeIndex, _ origin: Origin, _ surroundings: InlineSurroundings)
    {
        var node = moved(origin.document.nodes[index], origin)
        if !escapes.isNone {
            let isCode = node.kind == .code || node.kind == .htmlInline || isAngled(index, origin)
            node.text = builder.store(escapes.restored(builder.text[node.text.range], isCode: isCode))
            node.title = builder.store(escapes.restored(builder.text[node.title.range], isCode: false))
        }
        if node.kind.isLeaf {
            builder.leaf(node)
            return
        }
        if !escapes.isNone, isAngled(index, origin) {
            builder.enter(node)
            builder.append(text: builder.text[node.text.range], at: node.place)
            return builder.leave()
        }
        builder.enter(node)
        var inner = surroundings
        inner.isInLink = surroundings.isInLink || node.kind == .link || node.kind == .image
        inner.edge = node.kind == .emphasis || node.kind == .strong ? UInt8(ascii: "*") : UInt8(ascii: "[")
        emitInlines(origin.document.children(of: index)[...], origin, inner)
        builder.leave()
    }

    /// A link between angle brackets, in which a backslash is a backslash: its words are its address.
    private func isAngled(_ index: NodeIndex, _ origin: Origin) -> Bool {
        let node = origin.document.nodes[index]
        guard node.kind == .link, Int(node.end) == index + 2, origin.document.nodes[index + 1].kind == .text
        else {
            return false
        }
        return origin.document.bytes(node.text)
            == origin.document.bytes(origin.document.nodes[index + 1].text)
    }

    private mutating func emit(_ run: TextRun, _ strikethroughs: inout StrikethroughStack) {
        var scanner = RunScanner(run: run, marks: marks)
        builder.work += run.bytes.count
        run.bytes.withUnsafeBufferPointer { text in
            while let found = scanner.next(in: text) {
                emitText(of: run, found.before)
                emit(found.item, of: run, range: found.range, &strikethroughs)
            }
            emitText(of: run, scanner.rest)
        }
    }

    /// Words, line by line.
    private mutating func emitText(of run: TextRun, _ range: Range<Int>) {
        var start = range.lowerBound
        while start <= range.upperBound {
            let end =
                run.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
            let words = run.bytes[start..<end]
            let place = run.place(of: start..<end)
            if escapes.isNone {
                builder.append(text: words, at: place)
            } else {
                builder.append(text: escapes.restored(words, isCode: false), at: place)
            }
            guard end < range.upperBound else { return }
            var softBreak = Node(.softBreak)
            softBreak.place = run.place(of: end..<end)
            builder.leaf(softBreak)
            start = end + 1
        }
    }

    private mutating func emit(
        _ item: RunItem, of run: TextRun, range: Range<Int>, _ strikethroughs: inout StrikethroughStack
    ) {
        let place = run.place(of: range)
        switch item {
        case .tildes(let canOpen, let canClose):
            strikethroughs.add(
                node: builder.count, length: range.count, canOpen: canOpen, canClose: canClose, in: builder)
            builder.append(text: run.bytes[range], at: place)
        case .autolink(let prefix):
            var link = Node(.link)
            link.place = place
            let words = escapes.restored(run.bytes[range], isCode: false)
            link.text = prefix.withUTF8Buffer { builder.store($0 + words) }
            builder.enter(link)
            builder.append(text: words, at: place)
            builder.leave()
        case .footnote(let label):
            let label = escapes.restored(label[...], isCode: true)
            guard var node = footnoteReference(label) else {
                let name = String(decoding: label, as: UTF8.self)
                builder.problems.append(
                    Document.Problem(
                        id: "footnote.unknown", severity: .error, message: "there is no footnote '\(name)'",
                        help: "write it: '[^\(name)]: …', on a line of its own", range: place.range))
                return builder.append(text: escapes.restored(run.bytes[range], isCode: false), at: place)
            }
            node.place = place
            builder.leaf(node)
        case .citation:
            var node = Node(.citation)
            node.place = place
            node.text = builder.store(
                escapes.restored(run.bytes[range.dropFirst().dropLast()], isCode: false))
            builder.leaf(node)
        case .noTerm(let words):
            var node = Node(.plain)
            node.place = place
            node.title = builder.store("no-term".utf8)
            builder.enter(node)
            emitText(of: run, words)
            builder.leave()
        }
    }
}

extension Node.Place {
    var range: SourceRange {
        SourceRange(
            Position(line: Int(startLine), column: Int(startColumn)),
            Position(line: Int(endLine), column: Int(endColumn) + 1))
    }
}
