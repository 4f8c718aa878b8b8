extension Explanation {
    /// All of them as Markdown: `docs/diagnostics.md`.
    public static var reference: String {
        let areas = Dictionary(grouping: all) { String($0.id.prefix { $0 != "." }) }
        var text = """
            # Diagnostics

            What `materia check` and `materia build` tell, by id. `materia explain ID` says the same in a terminal. This
            page is written by `materia explain --markdown`: change `Sources/Publishing/Explanations/`, not this file.

            `checks: {id: error, warning or off}` in `materia.yaml` changes how a site takes one of them, or a whole area.


            """
        for (area, explanations) in areas.sorted(by: { $0.key < $1.key }) {
            text += "## \(area)\n\n"
            for explanation in explanations { text += explanation.markdown }
        }
        return String(text.dropLast())
    }

    /// A part of the reference.
    public var markdown: String {
        """
        ### \(id)

        *\(severity.words.prefix(1).uppercased() + severity.words.dropFirst()).* \(meaning)

        **Why.** \(reason)

        **Do.** \(remedy)

        Wrong, \(example.place.words):

        \(Self.fenced(example.wrong))

        Right:

        \(Self.fenced(example.right))


        """
    }

    private static func fenced(_ text: String) -> String {
        let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return "````\n\(body)\n````"
    }
}
