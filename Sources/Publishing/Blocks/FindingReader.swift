import Markup
import Yams

/// YAML → finding.
enum FindingReader {
    private static let always = ["outcome", "people", "treatment", "certainty", "gradeSource"]
    private static let numbers = ["of", "with", "without", "comparator", "time", "n", "ref"]
    static let keys = [
        "outcome", "people", "of", "with", "without", "treatment", "comparator", "time", "n", "certainty",
        "gradeSource", "ref", "harm",
    ]

    static func read(_ block: inout BlockReader) -> Finding? {
        guard let fields = block.fields(known: keys) else { return nil }
        let outcome = fields.text("outcome", &block)
        let people = fields.text("people", &block)
        let treatment = fields.text("treatment", &block)
        let certainty: Finding.Certainty? = fields["certainty"].flatMap { block.yaml.choice("certainty", $0) }
        let gradeSource = fields.reference("gradeSource", &block)
        let harm = fields["harm"].map { block.yaml.flag("harm", $0) ?? false }
        let result = result(fields, &block)

        // Where nobody has counted, there is nothing to write but that.
        let isCounted = certainty != Finding.Certainty.none || numbers.contains { fields.has($0, block) }
        let required = keys.filter { always.contains($0) || isCounted && numbers.contains($0) }
        fields.reportMissing(
            required, as: "finding.incomplete",
            help:
                "say who was studied, both groups, the time, the sources and how sure they are: rules R-7 and R-8",
            &block)
        guard let outcome, let people, let treatment, let certainty, let gradeSource,
            result != nil || !isCounted
        else { return nil }
        return Finding(
            outcome: outcome, people: people, treatment: treatment, certainty: certainty,
            gradeSource: gradeSource,
            isHarm: harm ?? false, result: result)
    }

    private static func result(_ fields: BlockReader.Fields, _ block: inout BlockReader) -> Finding.Result? {
        let of = BlockReader.denominator(fields, &block)
        let largest = of ?? 1000
        let with = fields.integer("with", in: 0...largest, &block)
        let without = fields.integer("without", in: 0...largest, &block)
        let comparator = fields.text("comparator", &block)
        let time = fields.text("time", &block)
        let n = fields.integer("n", in: 1...Int.max, &block)
        let ref = fields.reference("ref", &block)
        guard let of, let with, let without, let comparator, let time, let n, let ref else { return nil }
        return Finding.Result(
            of: of, with: with, without: without, comparator: comparator, time: time, n: n, ref: ref)
    }
}

extension BlockReader {
    /// `of`: a page keeps to one scale, and rare events have another.
    static func denominator(_ fields: Fields, _ block: inout BlockReader) -> Int? {
        guard let node = fields["of"], let of = block.yaml.integer("of", node) else { return nil }
        if of == 100 || of == 1000 { return of }
        block.yaml.wrongType("of", node, "100, or 1000 for rare events", help: "write 100 or 1000")
        return nil
    }
}
