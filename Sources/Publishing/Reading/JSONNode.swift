/// A value of JSON, and the bytes of the file that it stands in.
struct JSONNode: Sendable {
    let value: Value
    let bytes: Range<Int>

    enum Value: Sendable {
        case text(String)
        /// As it was written.
        case number(String)
        case flag(Bool)
        case null
        case list([JSONNode])
        /// In the order of the file; a name may stand twice.
        case map([Member])
    }

    struct Member: Sendable {
        let name: String
        let nameBytes: Range<Int>
        let node: JSONNode
    }

    /// The first member of the name, where the value is a map that has one.
    subscript(name: String) -> JSONNode? {
        guard case .map(let members) = value else { return nil }
        return members.first { $0.name == name }?.node
    }

    /// Text, or a number as it was written.
    var text: String? {
        switch value {
        case .text(let text), .number(let text): text
        case .flag, .null, .list, .map: nil
        }
    }

    var list: [JSONNode]? { if case .list(let list) = value { list } else { nil } }
}

/// What is wrong with a JSON text, and at which byte.
struct JSONError: Error {
    let message: String
    let help: String
    let offset: Int
}
