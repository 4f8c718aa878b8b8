import Markup
import Yams

/// Reads the YAML of one data block.
struct BlockReader {
    var yaml: YAMLReader
    /// `finding`, `figure` or `include`.
    let name: String

    init(_ text: YAMLText, name: String) {
        yaml = YAMLReader(text)
        self.name = name
    }

    /// Where a block is told of as a whole: its opening fence.
    var fence: SourceRange {
        SourceRange(line: max(1, yaml.text.linesAbove), column: 1, length: 3 + name.utf8.count)
    }

    /// The keys of the block; `nil`, told, where it holds something else. An empty block has no keys.
    mutating func fields(known: [String]) -> Fields? {
        let before = yaml.diagnostics.count
        guard let root = yaml.text.compose(&yaml.diagnostics) else {
            return yaml.diagnostics.count == before ? Fields(entries: []) : nil
        }
        if yaml.isEmpty(root) { return Fields(entries: []) }
        guard case .mapping = root else {
            yaml.report(
                "key.type", "a '\(name)' block takes lines of 'key: value'",
                help: "write each on a line of its own, as in '\(known[0]): …'", at: root)
            return nil
        }
        return Fields(entries: yaml.entries(of: root, in: name, known: known))
    }

    /// The keys of one entry of a list; `nil`, told, where it is no map.
    mutating func fields(of node: Yams.Node, in list: String, known: [String]) -> Fields? {
        guard case .mapping = node else {
            yaml.wrongType(list, node, "maps", help: "write each entry as '- \(known[0]): …'")
            return nil
        }
        return Fields(
            entries: yaml.entries(of: node, in: list, known: known), place: yaml.text.range(of: node))
    }

    mutating func report(_ id: String, _ message: String, help: String, at range: SourceRange) {
        yaml.diagnostics.append(Diagnostic(id, message, help: help, file: yaml.text.path, at: range))
    }

    /// The keys of a map, and which of them were understood.
    struct Fields {
        let entries: [YAMLReader.Entry]
        /// Of the map, where it is not the block itself.
        var place: SourceRange?

        subscript(key: String) -> Yams.Node? { entries.first { $0.key == key }?.value }

        /// Whether the key is there with something after it.
        func has(_ key: String, _ block: BlockReader) -> Bool {
            self[key].map { !block.isEmpty($0) } ?? false
        }

        /// Text with its white space put in order; `nil` where the key is absent, empty, or told of.
        func text(_ key: String, _ block: inout BlockReader) -> Written<String>? {
            guard let node = self[key], !block.isEmpty(node), var text = block.yaml.written(key, node) else {
                return nil
            }
            text.value = text.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text
        }

        /// The id of a reference; `nil` where the key is absent, empty, or told of.
        func reference(_ key: String, _ block: inout BlockReader) -> Written<String>? {
            guard let text = text(key, &block) else { return nil }
            if Self.isReference(text.value) { return text }
            let bare = text.value.split { "[]@;, ".contains($0) }
            block.report(
                "key.type", "'\(key)' takes the id of one reference, not '\(text.value)'",
                help: bare.count == 1 ? "write '\(bare[0])'" : "write an id from references.json",
                at: text.range)
            return nil
        }

        /// One word of the letters that ids of references have.
        static func isReference(_ text: String) -> Bool {
            !text.isEmpty && !text.contains("://")
                && text.utf8.allSatisfy { byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                        || "_-.:/+".utf8.contains(byte)
                }
        }

        /// A whole number of a range; `nil` where the key is absent, empty, or told of.
        func integer(_ key: String, in range: ClosedRange<Int>, _ block: inout BlockReader) -> Int? {
            guard let node = self[key], let number = block.yaml.integer(key, node) else { return nil }
            if range.contains(number) { return number }
            let expected =
                range.upperBound == .max
                ? "a number of \(range.lowerBound) or more"
                : "a number from \(range.lowerBound) to \(range.upperBound)"
            block.yaml.wrongType(key, node, expected, help: "write \(expected)")
            return nil
        }

        /// A number from zero to the largest that can be drawn; `nil` where the key is absent, empty, or told
        /// of.
        func number(_ key: String, upTo largest: Double, _ block: inout BlockReader) -> Double? {
            guard let node = self[key], !block.isEmpty(node), let number = block.yaml.number(key, node) else {
                return nil
            }
            if (0...largest).contains(number) { return number }
            let expected = "a number from 0 to \(Int(largest))"
            block.yaml.wrongType(key, node, expected, help: "write \(expected)")
            return nil
        }

        /// Tells of keys that are empty, each at its place, and of those that are absent, together.
        func reportMissing(_ keys: [String], as id: String, help: String, _ block: inout BlockReader) {
            for key in keys {
                guard let node = self[key], block.isEmpty(node) else { continue }
                block.yaml.report(id, "'\(key)' is empty", help: help, at: node)
            }
            let absent = keys.filter { self[$0] == nil }.map { "'\($0)'" }
            guard let last = absent.last else { return }
            let list = absent.count == 1 ? last : absent.dropLast().joined(separator: ", ") + " and " + last
            let whole = place == nil ? "the \(block.name)" : "this entry"
            block.report(id, "\(whole) has no \(list)", help: help, at: place ?? block.fence)
        }
    }

    /// Nothing after the colon, a null, or white space only.
    func isEmpty(_ node: Yams.Node) -> Bool {
        yaml.isEmpty(node) || (node.scalar?.string.allSatisfy(\.isWhitespace) ?? false)
    }
}
