/// Changes that later stages make: finished HTML in the place of what was written.
extension Document {
    /// Puts HTML in the place of a block or an inline that holds no others.
    public mutating func embed(_ html: HTML, at index: NodeIndex) {
        precondition(Int(nodes[index].end) == index + 1)
        nodes[index].kind = nodes[index].kind.isInline ? .embeddedInline : .embeddedBlock
        nodes[index].text = store(html.bytes)
    }

    /// Takes a space away that stands before an inline: a raised number follows its word at once.
    public mutating func dropSpace(before index: NodeIndex) {
        guard index > 0, nodes[index - 1].kind == .text,
            bytes(nodes[index - 1].text).last == UInt8(ascii: " ")
        else {
            return
        }
        nodes[index - 1].text.count -= 1
    }

    /// HTML in the place of a part of a text node.
    public struct Replacement: Sendable {
        let node: NodeIndex
        /// Of the node's text, in bytes.
        let range: Range<Int>
        let html: HTML

        public init(node: NodeIndex, range: Range<Int>, html: HTML) {
            self.node = node
            self.range = range
            self.html = html
        }
    }

    /// The document with parts of its text replaced. They come in the order of the text, and do not overlap.
    public func replacing(_ replacements: [Replacement]) -> Document {
        if replacements.isEmpty { return self }
        var changed = self
        changed.nodes.removeAll(keepingCapacity: true)
        changed.nodes.reserveCapacity(nodes.count + replacements.count * 2)
        changed.imageSizes = [:]
        var next = 0
        // Where each node stands now.
        var places = [Int32](repeating: 0, count: nodes.count + 1)
        for index in nodes.indices {
            places[index] = Int32(changed.nodes.count)
            if let size = imageSizes[index] { changed.imageSizes[changed.nodes.count] = size }
            let node = nodes[index]
            var start = 0
            while next < replacements.count, replacements[next].node == index {
                changed.append(part: start..<replacements[next].range.lowerBound, of: node)
                changed.append(replacements[next].html, after: node)
                start = replacements[next].range.upperBound
                next += 1
            }
            if start == 0 {
                changed.nodes.append(node)
            } else {
                changed.append(part: start..<Int(node.text.count), of: node)
            }
        }
        places[nodes.count] = Int32(changed.nodes.count)
        for index in changed.nodes.indices {
            let isLeaf = changed.nodes[index].kind.isLeaf
            changed.nodes[index].end = isLeaf ? Int32(index + 1) : places[Int(changed.nodes[index].end)]
            changed.nodes[index].parent = places[Int(changed.nodes[index].parent)]
        }
        changed.deepest.node = Int(places[deepest.node])
        return changed
    }

    private mutating func append(part range: Range<Int>, of node: Node) {
        guard !range.isEmpty else { return }
        var part = node
        part.text = Node.Slice(
            offset: node.text.offset + UInt32(range.lowerBound), count: UInt32(range.count))
        nodes.append(part)
    }

    private mutating func append(_ html: HTML, after node: Node) {
        var embedded = node
        embedded.kind = .embeddedInline
        embedded.text = store(html.bytes)
        nodes.append(embedded)
    }
}
