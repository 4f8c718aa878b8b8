/// Something wrong with what a writer wrote, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
    /// `area.problem`; never changes, so that settings and scripts can name it.
    public var id: String
    public var severity: Severity
    /// One sentence without a full stop, the thing in 'quotes'.
    public var message: String
    /// An imperative: what to do about it.
    public var help: String
    /// Relative to the site's folder.
    public var file: String
    public var range: SourceRange

    public enum Severity: String, Sendable, Comparable, CaseIterable {
        case warning, error

        public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
    }

    public init(
        _ id: String, severity: Severity = .error, _ message: String, help: String, file: String,
        at range: SourceRange
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.help = help
        self.file = file
        self.range = range
    }

    /// `link` of `link.missing-page`: what settings may name instead of a single id.
    public var area: Substring { id.prefix { $0 != "." } }
}

extension Diagnostic: Comparable {
    /// The order in which they are told: by file, then by place, then by id.
    public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        (a.file, a.range.start, a.id, a.message) < (b.file, b.range.start, b.id, b.message)
    }
}
