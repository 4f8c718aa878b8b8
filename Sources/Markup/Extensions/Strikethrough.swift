/// Pairs of tildes in one row of inlines.
///
/// Source: GitHub Flavored Markdown 0.29, section 6.5; one tilde or two, the same at both ends, as GitHub's
/// parser has it.
struct StrikethroughStack {
    private var open: [(node: Int, length: Int)] = []
    private var pairs: [(start: Int, end: Int)] = []

    /// Tells of tildes that the next node of the builder holds.
    mutating func add(node: Int, length: Int, canOpen: Bool, canClose: Bool, in builder: DocumentBuilder) {
        if canClose, let last = open.popLast() {
            if last.length == length {
                pairs.append((last.node, node))
                return
            }
            // Tildes of two lengths make nothing of each other, and stay text.
            if !canOpen { return }
        }
        if canOpen { open.append((node, length)) }
    }

    /// Turns the first of each pair into a node that reaches up to the second.
    func wrap(in builder: inout DocumentBuilder) {
        for pair in pairs {
            var opening = Node(.strikethrough)
            opening.place = builder[pair.start].place
            opening.end = Int32(pair.end + 1)
            builder[pair.start] = opening
            builder[pair.end].kind = .plain
        }
    }
}
