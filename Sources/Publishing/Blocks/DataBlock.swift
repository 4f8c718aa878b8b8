import Markup

/// Fenced code named `finding`, `figure` or `include`, read as the data that it holds: contract section 4.
enum DataBlock: Sendable, Hashable {
    case finding(Finding)
    case figure(FigureBlock)
    case include(Include)

    enum Name: String, CaseIterable, Sendable {
        case finding, figure, include
    }

    /// The block as far as it can be used, and what is wrong with it. `nil` without a diagnostic: not one of
    /// these names.
    ///
    /// - Parameters:
    ///   - yaml: What stands between the fences.
    ///   - linesAbove: Lines of the file above `yaml`, the opening fence included.
    static func read(
        name: String, yaml: ArraySlice<UInt8>, path: String, linesAbove: Int
    ) -> (DataBlock?, [Diagnostic]) {
        guard let name = Name(rawValue: name) else { return (nil, []) }
        let text = YAMLText(path: path, bytes: yaml, linesAbove: linesAbove)
        var block = BlockReader(text, name: name.rawValue)
        let data: DataBlock? =
            switch name {
            case .finding: FindingReader.read(&block).map(DataBlock.finding)
            case .figure: FigureReader.read(&block).map(DataBlock.figure)
            case .include: IncludeReader.read(&block).map(DataBlock.include)
            }
        return (data, block.yaml.diagnostics)
    }

    /// The references that it rests on, as written.
    var citations: [Written<String>] {
        switch self {
        case .finding(let finding): finding.citations
        case .figure(let figure): figure.citation.map { [$0] } ?? []
        case .include: []
        }
    }

    /// The words that a reader will see, as written: for search, and for checks of wording.
    var texts: [Written<String>] {
        switch self {
        case .finding(let finding): finding.texts
        case .figure(let figure): figure.texts
        case .include: []
        }
    }

    /// The block as a reader sees it; nothing for `include`, which is other files' text.
    ///
    /// - Parameters:
    ///   - idPrefix: For the ids in it, unique on the page.
    ///   - cite: A citation of a reference, by its id.
    func html(idPrefix: String, strings: Strings, cite: (String) -> HTML) -> HTML {
        switch self {
        case .finding(let finding):
            FindingView(finding: finding, strings: strings).html(idPrefix: idPrefix, cite: cite)
        case .figure(let figure):
            FigureView(block: figure, strings: strings).html(idPrefix: idPrefix, cite: cite)
        case .include: HTML()
        }
    }
}
