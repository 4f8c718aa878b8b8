/// Text → document: libcmark first, then what the dialect adds.
public struct Parser: Sendable {
    public var dialect: Dialect
    /// The block quotes that are more than that.
    public var alerts: Set<Alert> = Alert.all
    /// Ids that the page around the text has: no heading gets one of them.
    public var takenIDs: Set<String> = []

    public enum Dialect: Sendable {
        /// CommonMark 0.30 and nothing else.
        case commonMark
        /// Contract section 4.
        case materia
    }

    /// Blocks and inlines may not be nested deeper; whoever goes on from here may recurse over a document.
    public static let deepestNesting = 100

    public init(dialect: Dialect = .materia, alerts: Set<Alert> = Alert.all) {
        self.dialect = dialect
        self.alerts = alerts
    }

    public func parse(_ text: some Collection<UInt8>) -> Document {
        let parsed = text.withContiguousStorageIfAvailable(parseContiguous)
        return parsed ?? Array(text).withUnsafeBufferPointer(parseContiguous)
    }

    private func parseContiguous(_ text: UnsafeBufferPointer<UInt8>) -> Document {
        if dialect == .commonMark { return CMarkTree(parsing: text).flattened(sizeOfText: text.count) }
        var document = DialectParser(alerts: alerts).parse(text)
        document.nameHeadings(besides: takenIDs)
        return document
    }
}
