import Markup

extension HealthRule {
    /// patients' pages give no doses.
    static let doses = HealthRule { page in
        let isClosed = page.front.tags.contains { ["crisis", "home-use"].contains($0.value.lowercased()) }
        return boxes(page, isClosed) + page.blocks.flatMap { doses(in: $0, of: page, isClosed) }
    }

    /// What researchers used stands in one box, and on some pages in none.
    private static func boxes(_ page: HealthPage, _ isClosed: Bool) -> [Diagnostic] {
        let study = page.alerts.filter { $0.kind == .studyDetail }
        if isClosed, let first = study.first {
            return [
                page.report(
                    "dose.outside-study-detail", "a page about a crisis or use at home has a STUDY-DETAIL",
                    help: "take it out: such pages never say what researchers used", at: first.range)
            ]
        }
        return study.dropFirst().map {
            page.report(
                "dose.outside-study-detail", "the page has more than one STUDY-DETAIL",
                help: "keep the one that readers need most", at: $0.range)
        }
    }

    private static func doses(in block: ProseBlock, of page: HealthPage, _ isClosed: Bool) -> [Diagnostic] {
        // The box itself has been told where it must not stand.
        if block.alert == .studyDetail { return [] }
        let isSourced = !page.isPatient && (block.hasCitation || block.kind == .data)
        if isSourced { return [] }
        return DoseReader.doses(in: block).map { range in
            page.report(
                "dose.outside-study-detail", "'\(block.text(range))' is a dose",
                help: page.isPatient
                    ? "take it out; what researchers used may stand once, in '> [!STUDY-DETAIL]'"
                    : "cite where it comes from, in the same paragraph", at: block.place(of: range))
        }
    }
}
