/// What stands before a block's text in each of its lines: the marks and the indentation of the containers
/// around it.
struct ContainerPrefix {
    private var containers: [Container] = []

    private enum Container {
        case quote
        /// `indent`: columns that a line of the item has before its text.
        case item(startLine: Int, indent: Int)
    }

    init(of block: NodeIndex, in document: Document, _ lines: SourceLines) {
        var around: [NodeIndex] = []
        var node = block
        while node != 0 {
            node = Int(document.nodes[node].parent)
            around.append(node)
        }
        for node in around.reversed() {
            switch document.nodes[node].kind {
            case .blockQuote: containers.append(.quote)
            case .item:
                let line = Int(document.nodes[node].place.startLine)
                guard var cursor = cursor(in: lines.line(line), number: line) else { continue }
                containers.append(.item(startLine: line, indent: Self.indent(ofItem: &cursor)))
            default: break
            }
        }
    }

    /// Where the block's text begins in a line, or `nil` where the line lacks the marks: a lazy continuation.
    func cursor(in line: ArraySlice<UInt8>, number: Int) -> LineCursor? {
        var cursor = LineCursor(line)
        for container in containers {
            switch container {
            case .quote:
                guard cursor.indentation <= 3 else { return nil }
                cursor.skipSpaces(atMost: 3)
                guard cursor.current == UInt8(ascii: ">") else { return nil }
                cursor.skip(bytes: 1)
                cursor.skipSpaces(atMost: 1)
            case .item(let startLine, let indent):
                if number == startLine {
                    _ = Self.indent(ofItem: &cursor)
                } else if cursor.skipSpaces(atMost: indent) < indent {
                    return nil
                }
            }
        }
        return cursor
    }

    /// Goes over a list marker, and tells how far the item's text is indented.
    ///
    /// Source: CommonMark 0.30, section 5.2.
    private static func indent(ofItem cursor: inout LineCursor) -> Int {
        let start = cursor.column
        cursor.skipSpaces(atMost: 3)
        let digits = cursor.rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        cursor.skip(bytes: digits + 1)
        let marker = cursor.column - start
        if cursor.isBlank { return marker + 1 }
        let spaces = cursor.indentation
        let padding = spaces > 4 ? 1 : spaces
        cursor.skipSpaces(atMost: padding)
        return marker + padding
    }
}
