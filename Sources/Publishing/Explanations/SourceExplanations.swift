extension Explanation {
    static let sources: [Explanation] = [
        Explanation(
            "citation.unknown", "A citation names a reference that does not exist.",
            why: "The reader is promised a source and finds none.",
            .body("It helps some people [@smith2042].", "It helps some people [@smith2024]."),
            remedy: "Correct the id, or add the reference to Content/Data/references.json."),
        Explanation(
            "citation.missing",
            "A number about people, a harm or an approval on a treatment or safety page has no source.",
            why: "Nobody can check it, and a reader cannot tell it from an opinion.",
            .frontMatter(
                "kind: safety\nharms:\n  - Blood pressure rises in 20 out of 100 people.",
                "kind: safety\nharms:\n  - Blood pressure rises in 20 out of 100 people [@smith2024]."),
            remedy: "Cite where it comes from in the same paragraph or item: '[@id]'."),
        Explanation(
            "reference.retracted", "A page cites a paper that was retracted.",
            why: "What it reported was found to be wrong, and people may decide by it.",
            .body("It helps some people [@wrong2019].", "It helps some people [@smith2024]."),
            remedy: "Take out what rests on it, or rest it on another source."),
        Explanation(
            "reference.unverified", severity: .warning,
            "A page cites a reference of which somebody wrote a part from memory.",
            why: "The authors, the year or the finding may be wrong.",
            .body("It helps some people [@memory2021].", "It helps some people [@smith2024]."),
            remedy: "Look the source up, correct the entry, and take 'from memory' out of its 'note'."),
    ]
}
