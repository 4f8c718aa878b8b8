public import Markup

/// What came of a build or a check.
public struct Outcome: Sendable {
    public let site: Site
    /// In the order in which they are told, each under the site's settings.
    public private(set) var diagnostics: [Diagnostic]
    /// Files of the new site; 0 where none was written.
    public internal(set) var files = 0
    public internal(set) var wallTime = Duration.zero
    var timings = Timings()
    var phases = Phases()
    /// What the next build may use.
    var cache: BuildCache?

    init(site: Site, diagnostics: [Diagnostic]) {
        self.site = site
        self.diagnostics = diagnostics.compactMap(site.configuration.apply).sorted()
    }

    mutating func add(_ built: [BuiltPage], _ site: Site) {
        let found = built.flatMap(\.diagnostics) + AnchorCheck.check(built, site: site)
        guard !found.isEmpty else { return }
        diagnostics = Set(diagnostics + found.compactMap(site.configuration.apply)).sorted()
    }

    /// With what others found, under the site's settings.
    public func adding(_ others: [Diagnostic]) -> Outcome {
        var outcome = self
        outcome.diagnostics = Set(diagnostics + others.compactMap(site.configuration.apply)).sorted()
        return outcome
    }

    public var pageCount: Int { site.pages.count }

    public var errors: Int { diagnostics.count { $0.severity == .error } }
    public var warnings: Int { diagnostics.count { $0.severity == .warning } }

    public func isPublishable(strict: Bool) -> Bool { strict ? diagnostics.isEmpty : errors == 0 }

    /// Where the time went, by the clock, one phase after another.
    public var phasesInMilliseconds: [(name: String, milliseconds: Double)] {
        phases.all.map { ($0, $1.milliseconds) }
    }

    /// Where the time of the phase 'pages' went, summed over the workers.
    public var pagesInMilliseconds: [(name: String, milliseconds: Double)] {
        timings.parts.map { ($0, $1.milliseconds) }
    }
}

extension Duration {
    public var milliseconds: Double {
        Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
    }
}
