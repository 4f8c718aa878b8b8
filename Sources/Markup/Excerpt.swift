extension String {
    /// As much of it as a message quotes: one line, of some words.
    public var excerpt: String {
        let longest = 80
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count <= longest ? line : line.prefix(longest - 1) + "…"
    }
}
