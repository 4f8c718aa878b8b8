/// Writes a document anew, node after node, over the text of the one it is made from.
struct DocumentBuilder {
    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8]
    private var open: [Int] = []
    var problems: [Document.Problem] = []
    /// See `Document.work`.
    var work = 0

    init(text: [UInt8], capacity: Int) {
        self.text = text
        nodes.reserveCapacity(capacity)
    }

    var count: Int { nodes.count }

    mutating func enter(_ node: Node) {
        open.append(nodes.count)
        nodes.append(node)
    }

    mutating func leave() { nodes[open.removeLast()].end = Int32(nodes.count) }

    mutating func leaf(_ node: Node) {
        nodes.append(node)
        nodes[nodes.count - 1].end = Int32(nodes.count)
    }

    mutating func store(_ bytes: some Collection<UInt8>) -> Node.Slice {
        let slice = Node.Slice(offset: UInt32(text.count), count: UInt32(bytes.count))
        text.append(contentsOf: bytes)
        return slice
    }

    /// Adds another document's text; its slices count from the offset that is returned.
    mutating func adopt(_ other: [UInt8]) -> UInt32 {
        let offset = UInt32(text.count)
        text += other
        return offset
    }

    mutating func append(text bytes: some Collection<UInt8>, at place: Node.Place) {
        guard !bytes.isEmpty else { return }
        var node = Node(.text)
        node.text = store(bytes)
        node.place = place
        leaf(node)
    }

    subscript(index: Int) -> Node {
        get { nodes[index] }
        set { nodes[index] = newValue }
    }

    /// The document, with each node's parent as its place in the array tells it.
    func finished() -> Document {
        var nodes = nodes
        var deepest = (depth: 0, node: 0)
        var open: [Int] = []
        for index in nodes.indices {
            while let last = open.last, index >= Int(nodes[last].end) { open.removeLast() }
            nodes[index].parent = Int32(open.last ?? 0)
            if open.count > deepest.depth { deepest = (open.count, index) }
            if Int(nodes[index].end) > index + 1 { open.append(index) }
        }
        var document = Document(nodes: nodes, text: text, deepest: deepest)
        document.problems = problems
        document.work = work + nodes.count
        return document
    }
}
