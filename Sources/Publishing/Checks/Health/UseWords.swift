/// The words of a use that matter, by their beginnings: 'anesthesia', 'anaesthetic'.
struct UseWords {
    private static let fillers: Set<String> = [
        "a", "an", "the", "of", "in", "for", "with", "and", "or", "to", "as", "on", "its", "own", "some",
        "adults", "adult",
        "people", "patients", "treat", "treating", "treatment", "treatments", "use", "used", "uses", "who",
        "have", "has",
        "medical", "clinical", "certain", "by", "mouth", "taken", "short-term", "only", "this", "that", "it",
        "them", "these",
        "condition", "conditions", "medicine", "medicines", "drug", "drugs", "country", "clinics", "hospital",
        "many", "most",
        "general", "other", "one", "two", "three", "at", "under", "is", "are", "be", "been", "case", "cases",
        "certified",
        "care", "short", "long", "term", "new", "together", "also", "itself", "both", "either", "plus",
        "even", "still", "far", "alone", "after", "before", "when", "not", "has", "got", "better",
    ]

    private let stems: Set<String>

    init(_ use: String) { stems = Set(Self.content(ProseWord.all(of: use).map(\.text)).map(Self.stem)) }

    static func content(_ words: [String]) -> [String] {
        words.flatMap { $0.split(separator: "-").map(String.init) }.filter {
            $0.first?.isLetter == true && !fillers.contains($0)
        }
    }

    /// Other conditions than those listed: what makes a use another one.
    private static let conditions: Set<String> = Set(
        [
            "depression", "anxiety", "ptsd", "trauma", "bipolar", "pain", "migraine", "ocd", "psychosis",
            "schizophrenia",
            "addiction", "alcohol", "suicide", "suicidal", "insomnia", "autism", "adhd", "dementia",
            "children", "teenagers",
            "adolescents", "pregnancy", "stress", "eating", "mental", "psychiatric", "mood", "dependence",
            "grief", "burnout",
            "relapse", "maintenance", "home", "panic", "postpartum", "obesity", "epilepsy", "asthma",
            "anesthesia", "surgery",
        ].map(stem))

    func isSaid(in words: [String]) -> Bool { !stems.isDisjoint(with: Self.content(words).map(Self.stem)) }

    /// Whether what is said is this use: it shares a word, and names no condition that this use does not.
    func allows(_ words: [String]) -> Bool {
        let said = Self.content(words).map(Self.stem)
        let alike = said.flatMap { [$0] + (Self.near[$0] ?? []) }
        guard !stems.isDisjoint(with: alike) else { return false }
        return !said.contains {
            Self.conditions.contains($0) && !stems.contains($0)
                && !(Self.near[$0] ?? []).contains(where: stems.contains)
        }
    }

    /// What is near enough to be the same.
    private static let near: [String: [String]] = [
        "surger": ["anesth"], "operat": ["anesth"], "mental": ["depres"], "mood": ["depres"],
    ]

    /// Spelling and endings apart.
    private static func stem(_ word: String) -> String {
        let same = word.replacing("anaesth", with: "anesth").replacing("suicidal", with: "suicide")
            .replacing("depressed", with: "depression").replacing("depressive", with: "depression")
        return String(same.prefix(6))
    }
}
