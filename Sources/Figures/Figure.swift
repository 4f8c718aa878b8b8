/// A picture of numbers, times or steps, as a writer describes it.
public struct Figure: Sendable, Hashable {
    public var title: String
    /// What a reader should see in it, in words: for those who do not see it.
    public var description: String
    /// What the numbers count: 'minutes', 'trains'. Empty where there are none.
    public var unit: String
    public var series: Series

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case bars, icons, timeline, steps
    }

    public enum Series: Sendable, Hashable {
        case bars([Bar])
        case icons([Group], of: Int)
        case timeline([Event])
        case steps([Step])
    }

    /// A value, zero or more.
    public struct Bar: Sendable, Hashable {
        public var label: String
        public var value: Double
        public var note: String

        public init(label: String, value: Double, note: String = "") {
            self.label = label
            self.value = value
            self.note = note
        }
    }

    /// How many of 100 or of 1,000.
    public struct Group: Sendable, Hashable {
        public var label: String
        public var count: Int

        public init(label: String, count: Int) {
            self.label = label
            self.count = count
        }
    }

    /// A moment, or a stretch of time, counted from zero.
    public struct Event: Sendable, Hashable {
        public var label: String
        public var start: Double
        public var end: Double?

        public init(label: String, start: Double, end: Double? = nil) {
            self.label = label
            self.start = start
            self.end = end
        }
    }

    public struct Step: Sendable, Hashable {
        public var label: String
        public var text: String

        public init(label: String, text: String) {
            self.label = label
            self.text = text
        }
    }

    /// What differs between languages.
    public struct Words: Sendable, Hashable {
        /// Between two numbers, as in '12 of 100'.
        public var of: String
        public var numbers: NumberFormat

        public init(of: String = "of", numbers: NumberFormat = NumberFormat()) {
            self.of = of
            self.numbers = numbers
        }
    }

    public init(title: String, description: String, unit: String, series: Series) {
        self.title = title
        self.description = description
        self.unit = unit
        self.series = series
    }

    public var kind: Kind {
        switch series {
        case .bars: .bars
        case .icons: .icons
        case .timeline: .timeline
        case .steps: .steps
        }
    }

    /// The figure as an `svg` element. Its ids begin with `idPrefix`, which no other figure of the page may
    /// have.
    public func svg(idPrefix: String, words: Words = Words()) -> SVG {
        drawing(words).svg(kind: kind.rawValue, title: title, description: description, idPrefix: idPrefix)
    }

    func drawing(_ words: Words) -> Drawing {
        switch series {
        case .bars(let bars): BarChart(bars: bars, unit: unit, numbers: words.numbers).drawing
        case .icons(let groups, let of):
            IconArrays(groups: groups, of: of, unit: unit, words: words, isCaptionMarked: true).drawing
        case .timeline(let events): Timeline(events: events, unit: unit, numbers: words.numbers).drawing
        case .steps(let steps): StepChart(steps: steps).drawing
        }
    }
}
