extension Explanation {
    private static let finding = """
        ```finding
        outcome: Felt much better after four weeks
        people: adults with depression
        of: 100
        with: 69
        without: 52
        treatment: a nose spray
        comparator: a dummy spray
        time: after 4 weeks
        n: 223
        certainty: moderate
        gradeSource: smith2024
        ref: smith2024
        ```
        """

    static let numbers: [Explanation] = [
        Explanation(
            "number.incomplete",
            "A result for people is told without who was studied, when, compared with what, "
                + "or by whom.",
            why: "'69%' means little if it was 52% without the treatment.",
            .body(
                "It helped 69 out of 100 people.",
                "In adults with depression, 69 out of 100 felt better after 4 weeks with the spray, compared with "
                    + "52 out of 100 with a dummy spray [@smith2024]."),
            remedy:
                "Say all of it in the sentence, or write it as a 'finding' block, which asks for each part."),
        Explanation(
            "number.relative", severity: .warning,
            "A change is told as 'doubles' or '50% less' and not in numbers of people.",
            why: "Twice as many can be 2 in 10,000 instead of 1, and sounds like much more.",
            .body(
                "It doubles the risk.",
                "Nausea came to 20 out of 100 people with it, and to 10 out of 100 without it."),
            remedy: "Give both numbers, out of the same 100 or 1,000."),
        Explanation(
            "finding.incomplete", "A 'finding' block lacks one of its parts.",
            why: "Readers would see a number without knowing for whom, when, or compared with what.",
            .body(finding.replacing("\ntime: after 4 weeks", with: ""), finding),
            remedy: "Add the keys that the message names. Where nobody knows, do not write it as a finding."),
        Explanation(
            "finding.verb", "A finding is told in words stronger than its certainty allows.",
            why: "'Lowers' sounds sure; where studies are weak, people should hear 'may lower'.",
            .body(
                finding.replacing("Felt much better after four weeks", with: "The spray proves to work"),
                finding),
            remedy:
                "High certainty: 'lowers'. Moderate: 'probably lowers'. Low: 'may lower'. Very low: 'we do not know if'."
        ),
    ]
}
