/// Where the time of a build went, summed over the workers.
struct Timings: Sendable {
    var reading = Duration.zero
    var parsing = Duration.zero
    var checking = Duration.zero
    var rendering = Duration.zero
    var indexing = Duration.zero
    var templates = Duration.zero
    var hashing = Duration.zero
    var writing = Duration.zero

    var parts: [(name: String, time: Duration)] {
        [
            ("reading", reading), ("parsing", parsing), ("checking", checking), ("rendering", rendering),
            ("indexing", indexing),
            ("templates", templates), ("hashing", hashing), ("writing", writing),
        ]
    }

    static func += (a: inout Timings, b: Timings) {
        a.reading += b.reading
        a.parsing += b.parsing
        a.checking += b.checking
        a.rendering += b.rendering
        a.indexing += b.indexing
        a.templates += b.templates
        a.hashing += b.hashing
        a.writing += b.writing
    }
}

/// What a build did one after another, by the clock.
struct Phases: Sendable {
    private(set) var all: [(name: String, time: Duration)] = []
    private var watch = Stopwatch()

    /// Ends a phase; the next begins.
    mutating func end(_ name: String) { all.append((name, watch.lap())) }
}

/// Measures one thing after another.
struct Stopwatch {
    private var last = ContinuousClock.now

    /// The time since the last lap, or since the start.
    mutating func lap() -> Duration {
        let now = ContinuousClock.now
        defer { last = now }
        return last.duration(to: now)
    }
}
