import Markup
import TestSupport

@testable import Publishing

/// Blocks to test with. They are about apples and trains: no test may look like a fact about health.
enum BlockSamples {
    static let finding = """
        outcome: Arrived on time
        people: travellers on weekday mornings
        of: 100
        with: 69
        without: 52
        treatment: a printed timetable and an early start
        comparator: an early start only
        time: after 4 weeks
        n: 223
        certainty: moderate
        gradeSource: doe2021review
        ref: roe2019
        harm: false

        """

    static let bars = """
        kind: bars
        title: Apples picked
        description: Most apples were picked on Tuesday.
        unit: apples
        source: doe2021review
        series:
          - {label: Monday, value: 12}
          - {label: "Tuesday, when the whole village came to the orchard", value: 45.5, note: a dry day}
          - {label: Wednesday, value: 0}

        """

    static let icons = """
        kind: icons
        of: 100
        title: Trains that were late
        description: More trains were late in winter than in summer.
        unit: trains
        source: Timetable office, yearly count
        series:
          - {label: In summer, value: 7}
          - {label: In winter with snow on the line, value: 23}
          - {label: In spring, value: 11}

        """

    static let timeline = """
        kind: timeline
        title: A journey by train
        description: Boarding takes ten minutes, the journey forty, and the doors open at the end.
        unit: minutes
        source: Timetable office, yearly count
        series:
          - {label: Boarding, at: 0, until: 10}
          - {label: The whistle blows, at: 9.5}
          - {label: The train is on its way through the long tunnel, at: 10, until: 50}
          - {label: The doors open, at: 50}

        """

    static let steps = """
        kind: steps
        title: Apple pie
        description: From apples to a pie in three steps.
        source: doe2021review
        series:
          - {label: Peel, text: Peel the apples and cut them into slices.}
          - {label: "Bake for a while, and look at it now and then", text: Until it is brown.}
          - {label: Eat, text: With cream.}

        """

    static let figures = [bars, icons, timeline, steps]

    /// A finding with some lines written otherwise; a value of nil takes the line out.
    static func finding(_ changes: KeyValuePairs<String, String?>) -> String {
        finding.split(separator: "\n").compactMap { line -> String? in
            let key = line.prefix { $0 != ":" }
            guard let change = changes.first(where: { $0.key == key }) else { return String(line) }
            return change.value.map { "\(key): \($0)" }
        }.joined(separator: "\n") + "\n"
    }

    /// The fence is the tenth line of the file.
    static func read(_ yaml: String, as name: String = "finding") -> (DataBlock?, [Diagnostic]) {
        DataBlock.read(name: name, yaml: Array(yaml.utf8)[...], path: "Content/a.md", linesAbove: 10)
    }

    static let strings: Strings = {
        var diagnostics: [Diagnostic] = []
        guard let file = BuiltInTheme.files.first(where: { $0.path == "Templates/strings/en.yaml" }) else {
            return Strings()
        }
        return Strings.read(file, known: nil, &diagnostics)
    }()

    static func html(_ block: DataBlock) -> String {
        let html = block.html(idPrefix: "block-1", strings: strings) { id in
            var html = HTML("<sup>[")
            html.append(escaping: id)
            html.append("]</sup>")
            return html
        }
        return String(decoding: html.bytes, as: UTF8.self)
    }
}
