/// Two groups of as many people, one beside the other, and a key to the squares.
public struct IconArrayPair: Sendable, Hashable {
    public var title: String
    /// What the picture says, for those who do not see it.
    public var description: String
    public var first: Figure.Group
    public var second: Figure.Group
    /// 100 or 1,000.
    public var of: Int
    public var key: Key

    /// What a square means.
    public struct Key: Sendable, Hashable {
        public var filled: String
        public var hollow: String

        public init(filled: String, hollow: String) {
            self.filled = filled
            self.hollow = hollow
        }
    }

    public init(
        title: String, description: String, first: Figure.Group, second: Figure.Group, of: Int, key: Key
    ) {
        self.title = title
        self.description = description
        self.first = first
        self.second = second
        self.of = of
        self.key = key
    }

    /// Its ids begin with `idPrefix`, which no other figure of the page may have.
    public func svg(idPrefix: String, words: Figure.Words = Figure.Words()) -> SVG {
        drawing(words).svg(kind: "pair", title: title, description: description, idPrefix: idPrefix)
    }

    func drawing(_ words: Figure.Words) -> Drawing {
        var drawing = IconArrays(
            groups: [first, second], of: of, unit: "", words: words, isCaptionMarked: false
        )
        .drawing
        var top = drawing.height + 12
        var filled = Path()
        filled.square(around: 6.5, top + 11, side: 13)
        drawing.draw(.mark, filled)
        top += drawing.write(key.filled, x: 22, top: top, width: Drawing.width - 22) + 2
        var hollow = Path()
        hollow.square(around: 6.5, top + 11, side: 9)
        drawing.draw(.empty, hollow)
        drawing.height = top + drawing.write(key.hollow, x: 22, top: top, width: Drawing.width - 22)
        return drawing
    }
}
