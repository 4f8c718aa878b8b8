/// The words by which the health rules read a sentence, in the languages for which somebody has put them down.
///
/// In any other language a site's own patterns are held against its pages as they stand, and nothing excuses a match.
struct RuleWords: Sendable {
    /// 'Not', 'never'.
    var denials: Set<String> = []
    /// After one of these a denial denies nothing: 'not only', 'no doubt'.
    var emphases: Set<String> = []
    /// A clause that begins with one of these is no longer denied.
    var turns: Set<String> = []
    /// Behind these a strong word is not said as certain.
    var hedges: Set<String> = []
    /// What may be said with how sure one is and a source, in the same sentence.
    var claims: Set<String> = []
    /// How sure one is.
    var certainty: Set<String> = []
    /// By these a sentence tells which words to use, and which not.
    var advice: Set<String> = []
    /// Beside these a number is one to call.
    var calling: Set<String> = []
    /// After a number these are what is counted: '988 people took part'.
    var counted: Set<String> = []
    /// How words of harming oneself begin, without hyphens.
    var selfHarm: [String] = []
    /// The glossary's category of medicines.
    var drug = "drug"

    static func of(_ language: String) -> RuleWords {
        switch Language.main(of: language) {
        case "en": english
        case "es": spanish
        default: RuleWords(calling: english.calling, selfHarm: english.selfHarm)
        }
    }

    static let english = RuleWords(
        denials: [
            "not", "no", "never", "without", "nor", "neither", "cannot", "none", "nobody", "nothing",
            "hardly", "unlike", "non", "lacks", "lack", "lacking", "denied", "refused", "rejected", "dont",
            "isnt",
        ],
        emphases: ["only", "just", "doubt", "question"],
        turns: ["but", "however", "although", "though", "yet", "and", "because", "while", "so"],
        hedges: [
            "may", "might", "could", "perhaps", "possibly", "whether", "if", "would", "can", "unclear",
            "unknown",
        ],
        claims: [
            "safe", "effective", "works", "work", "worked", "tolerated", "well-tolerated", "safely",
            "effectively",
        ],
        certainty: [
            "probably", "may", "might", "perhaps", "possibly", "sure", "unsure", "certain", "certainty",
            "uncertain", "likely",
        ],
        advice: [
            "say", "write", "use", "avoid", "instead", "rather", "never", "not", "don't", "word", "words",
            "phrase", "phrases", "term", "terms", "says", "called", "claim", "claims", "advert", "adverts",
        ],
        calling: [
            "call", "calls", "calling", "called", "dial", "dials", "dialing", "dialling", "text", "texts",
            "texting", "phone", "phones", "phoning", "ring", "ringing", "number", "telephone",
        ],
        counted: [
            "people", "patients", "adults", "participants", "studies", "trials", "women", "men", "children",
            "veterans", "cases", "persons", "clinics", "days", "hours", "minutes", "weeks", "months",
            "years", "times", "sessions", "percent", "of",
        ],
        selfHarm: ["suicid", "selfharm", "parasuicid"])

    private static let spanish = RuleWords(
        denials: [
            "no", "nunca", "jamás", "sin", "ni", "nadie", "nada", "ningún", "ninguna", "ninguno", "tampoco",
            "apenas",
        ],
        emphases: ["solo", "sólo", "solamente", "duda", "dudas", "embargo"],
        turns: ["pero", "sino", "aunque", "y", "e", "porque", "mientras", "así"],
        hedges: [
            "puede", "pueden", "podría", "podrían", "quizá", "quizás", "si", "tal", "acaso", "posiblemente",
        ],
        claims: [
            "seguro", "segura", "seguros", "seguras", "eficaz", "eficaces", "efectivo", "efectiva",
            "funciona", "funcionan", "funcionó", "tolerado", "tolerada",
        ],
        certainty: [
            "probablemente", "puede", "pueden", "podría", "podrían", "quizá", "quizás", "certeza",
            "certezas", "incierto", "incierta", "posiblemente", "probable",
        ],
        advice: [
            "diga", "decir", "escriba", "escribir", "use", "usar", "evite", "evitar", "lugar", "nunca", "no",
            "palabra", "palabras", "frase", "frases", "término", "términos", "dice", "dicen", "anuncio",
            "anuncios",
        ],
        calling: [
            "llame", "llama", "llamar", "llamando", "llamen", "marque", "marca", "marcar", "escriba",
            "escribir", "mensaje", "mensajes", "texto", "teléfono", "telefonee", "número",
        ],
        counted: [
            "personas", "pacientes", "adultos", "adultas", "participantes", "estudios", "ensayos", "mujeres",
            "hombres", "niños", "niñas", "veteranos", "casos", "clínicas", "días", "horas", "minutos",
            "semanas", "meses", "años", "veces", "sesiones", "de",
        ],
        selfHarm: ["suicid", "autolesi", "parasuicid"], drug: "medicamento")
}
