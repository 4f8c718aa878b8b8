extension Denial {
    /// Whether words are denied themselves: 'you are not hopeless', 'never say “committed suicide”'.
    ///
    /// Words that hurt do so wherever they stand: 'we do not know why he committed suicide' denies the knowing alone, so
    /// nothing but small words may stand between.
    ///
    /// - Parameter index: of the phrase's first word in the sentence.
    static func isClose(to index: Int, in sentence: [ProseWord]) -> Bool {
        var place = index - 1
        while place >= 0 {
            let word = sentence[place]
            if word.isMark, !"\"'*“”‘’«»".contains(word.text) { return false }
            if denies(place, sentence) { return true }
            if !word.isMark, !between.contains(word.text) { return isNoSuch(place, sentence) }
            place -= 1
        }
        return false
    }

    /// 'No life is hopeless.'
    private static func isNoSuch(_ place: Int, _ sentence: [ProseWord]) -> Bool {
        place > 0 && ["no", "ningún", "ninguna"].contains(sentence[place - 1].text)
            && ["is", "was", "are", "were", "es", "está"].contains(sentence[place + 1].text)
    }

    private static let between: Set<String> = [
        "a", "an", "the", "any", "that", "this", "it", "he", "she", "you", "they", "we", "i", "one", "is",
        "are",
        "was", "were", "be", "been", "being", "have", "has", "had", "did", "do", "does", "to", "as", "such",
        "thing",
        "so", "really", "ever", "mean", "means", "true", "say", "says", "said", "write", "use", "call",
        "called",
        "should", "must", "phrase", "word", "words", "of", "in", "your", "their",
        "un", "una", "el", "la", "los", "las", "que", "es", "está", "son", "ha", "han", "se", "usted", "ella",
        "eso",
        "decir", "diga", "dice", "hay", "significa", "quiere", "tan", "su", "palabra", "palabras",
    ]
}
