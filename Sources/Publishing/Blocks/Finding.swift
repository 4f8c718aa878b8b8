import Markup

/// What studies found about one outcome of one treatment, in numbers of people: rules.
struct Finding: Sendable, Hashable {
    /// In the words of a reader: 'Felt much better after four weeks'.
    var outcome: Written<String>
    /// Who was studied.
    var people: Written<String>
    var treatment: Written<String>
    var certainty: Certainty
    /// Who judged the certainty: the id of a reference.
    var gradeSource: Written<String>
    var isHarm: Bool
    /// `nil` only where no good study has counted anybody.
    var result: Result?

    /// How sure one can be: the levels of GRADE.
    enum Certainty: String, Sendable, CaseIterable {
        case high, moderate, low
        case veryLow = "very-low"
        case none
    }

    /// Both groups, on one scale.
    struct Result: Sendable, Hashable {
        /// 100, or 1,000 for rare events.
        var of: Int
        var with: Int
        var without: Int
        /// What the other group had.
        var comparator: Written<String>
        /// 'after 4 weeks'.
        var time: Written<String>
        /// How many people took part, in both groups.
        var n: Int
        /// The study: the id of a reference.
        var ref: Written<String>

        var direction: Direction { with == without ? .same : with > without ? .more : .fewer }
    }

    /// What happened with the treatment to the number of people.
    enum Direction: Sendable { case more, fewer, same }

    var citations: [Written<String>] { (result.map { [$0.ref] } ?? []) + [gradeSource] }

    var texts: [Written<String>] {
        [outcome, people, treatment] + (result.map { [$0.comparator, $0.time] } ?? [])
    }
}
