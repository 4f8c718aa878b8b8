/// How long a page takes to read.
enum ReadingTime {
    /// Slower than adults read on average, 238 words of English prose a minute: readers here are tired, or read in a
    /// language that is not their first.
    ///
    /// Source: Brysbaert 2019, *How many words do we read per minute?*, Journal of Memory and Language 109:104047,
    /// DOI 10.1016/j.jml.2019.104047, whose range for silent reading begins at 175.
    static let wordsPerMinute = 200

    /// Whole minutes, rounded up; `nil` where there is nothing to read, and in languages that do not put spaces between
    /// words, which cannot be counted by them.
    static func minutes(words: Int, language: String) -> Int? {
        if words == 0 || withoutSpaces.contains(String(language.prefix { $0 != "-" })) { return nil }
        return (words + wordsPerMinute - 1) / wordsPerMinute
    }

    /// Source: Unicode Standard Annex #14, on scripts without spaces between words.
    private static let withoutSpaces: Set = ["bo", "dz", "ja", "km", "lo", "my", "th", "zh"]
}
