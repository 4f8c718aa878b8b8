import CArena
import CCMark

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A tree as libcmark parsed it, freed when this value goes away. The only file that knows libcmark.
struct CMarkTree: ~Copyable {
    private let root: OpaquePointer
    private let memory: UnsafeMutablePointer<cmark_mem>
    private let isInArena: Bool

    /// Longer texts than this, in bytes, do not fit libcmark's 32-bit offsets.
    static let largestText = Int(Int32.max) / 4

    /// - Precondition: no other tree is alive on this thread, for they would share an arena.
    init(parsing text: UnsafeBufferPointer<UInt8>) {
        precondition(text.count <= Self.largestText)
        let memory: UnsafeMutablePointer<cmark_mem>
        isInArena = text.count <= Self.largestInArena
        if isInArena {
            memory = .allocate(capacity: 1)
            memory.initialize(
                to: cmark_mem(
                    calloc: materia_arena_calloc, realloc: materia_arena_realloc, free: materia_arena_free))
        } else {
            memory = cmark_get_default_mem_allocator()
        }
        self.memory = memory
        guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else {
            preconditionFailure("libcmark is out of memory")
        }
        text.withMemoryRebound(to: CChar.self) { characters in
            if let start = characters.baseAddress { cmark_parser_feed(parser, start, characters.count) }
        }
        guard let parsed = cmark_parser_finish(parser) else {
            preconditionFailure("libcmark is out of memory")
        }
        cmark_parser_free(parser)
        root = parsed
    }

    /// Longer texts, in bytes, are left to the C library's memory, which takes back what a buffer outgrows.
    private static let largestInArena = 1 << 20

    deinit {
        if isInArena {
            materia_arena_reset()
            memory.deallocate()
        } else {
            cmark_node_free(root)
        }
    }

    /// The same tree as flat nodes. Loops, so that no nesting is too deep for the stack.
    func flattened(sizeOfText: Int) -> Document {
        var reader = Reader(sizeOfText: sizeOfText)
        var current = root
        var depth = 0
        while true {
            let index = reader.enter(current, depth: depth)
            if let child = cmark_node_first_child(current) {
                reader.open.append(Int32(index))
                depth += 1
                current = child
                continue
            }
            reader.close(index)
            while true {
                if let next = cmark_node_next(current), depth > 0 {
                    current = next
                    break
                }
                guard depth > 0, let parent = cmark_node_parent(current) else {
                    return reader.document
                }
                depth -= 1
                reader.close(Int(reader.open.removeLast()))
                current = parent
            }
        }
    }
}

/// Copies nodes one after another.
private struct Reader {
    var nodes: [Node] = []
    var text: [UInt8] = []
    var open: [Int32] = []
    var deepest = (depth: 0, node: 0)

    /// Reserves what a page of prose needs: measured on the benchmark's articles, a node for each 18 bytes.
    init(sizeOfText: Int) {
        nodes.reserveCapacity(sizeOfText / 18 + 8)
        text.reserveCapacity(sizeOfText + 64)
    }

    var document: Document { Document(nodes: nodes, text: text, deepest: deepest) }

    mutating func close(_ index: Int) { nodes[index].end = Int32(nodes.count) }

    mutating func enter(_ source: OpaquePointer, depth: Int) -> Int {
        var node = Node(kind(of: source))
        node.parent = open.last ?? 0
        node.place = Node.Place(
            startLine: UInt32(truncatingIfNeeded: cmark_node_get_start_line(source)),
            startColumn: UInt32(truncatingIfNeeded: cmark_node_get_start_column(source)),
            endLine: UInt32(truncatingIfNeeded: cmark_node_get_end_line(source)),
            endColumn: UInt32(truncatingIfNeeded: cmark_node_get_end_column(source)))
        switch node.kind {
        case .text, .code, .htmlInline, .htmlBlock:
            node.text = store(cmark_node_get_literal(source))
        case .codeBlock:
            node.text = store(cmark_node_get_literal(source))
            node.title = store(cmark_node_get_fence_info(source))
        case .link, .image:
            node.text = store(cmark_node_get_url(source))
            node.title = store(cmark_node_get_title(source))
        case .heading:
            node.level = UInt8(cmark_node_get_heading_level(source))
        case .list, .orderedList:
            node.isTight = cmark_node_get_list_tight(source) != 0
            node.start = Int32(cmark_node_get_list_start(source))
        case .document, .blockQuote, .item, .paragraph, .thematicBreak, .softBreak, .lineBreak, .emphasis,
            .strong:
            break
        default: preconditionFailure("libcmark has no such node")
        }
        if depth > deepest.depth { deepest = (depth, nodes.count) }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func store(_ characters: UnsafePointer<CChar>?) -> Node.Slice {
        guard let characters else { return Node.Slice() }
        let offset = text.count
        let bytes = UnsafeRawBufferPointer(start: characters, count: strlen(characters))
        text.append(contentsOf: bytes)
        return Node.Slice(offset: UInt32(offset), count: UInt32(bytes.count))
    }

    private func kind(of source: OpaquePointer) -> Node.Kind {
        switch cmark_node_get_type(source) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: cmark_node_get_list_type(source) == CMARK_ORDERED_LIST ? .orderedList : .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: preconditionFailure("libcmark made a node that nobody asked for")
        }
    }
}
