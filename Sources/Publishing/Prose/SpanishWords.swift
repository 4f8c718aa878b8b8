/// Spanish words by which the rules read a sentence. They stand beside the English ones in each rule's list, whatever
/// language a page is in: none of them means something else in English.
enum SpanishWords {
    /// 'Not', 'never'. English has 'no'.
    static let denials: Set<String> = [
        "nunca", "jamás", "sin", "ni", "nadie", "nada", "ningún", "ninguna", "ninguno", "tampoco", "apenas",
    ]
    /// After a denial these turn it round: 'no solo'.
    static let reversing: Set<String> = ["solo", "sólo", "solamente", "duda", "dudas", "embargo"]
    /// A clause that begins with one of these is no longer denied.
    static let turns: Set<String> = ["pero", "sino", "aunque", "y", "porque", "mientras"]
    /// Behind these a strong word is not said as certain.
    static let hedges: Set<String> = [
        "puede", "pueden", "podría", "podrían", "quizá", "quizás", "si", "acaso",
    ]
    /// 'Safe', 'effective'.
    static let claims: Set<String> = [
        "seguro", "segura", "seguros", "seguras", "eficaz", "eficaces", "efectivo", "efectiva", "funciona",
        "funcionan", "funcionó", "tolerado", "tolerada",
    ]
    /// How sure one is.
    static let certainty: Set<String> = [
        "probablemente", "puede", "pueden", "podría", "podrían", "quizá", "quizás", "certeza", "incierto",
        "incierta", "posiblemente", "probable",
    ]
    /// By these a sentence tells which words to leave.
    static let advice: Set<String> = [
        "evite", "evitar", "nunca", "palabra", "palabras", "frase", "frases", "término", "términos",
        "anuncio",
        "anuncios",
    ]
    /// Beside these a number is one to call.
    static let calling: Set<String> = [
        "llame", "llama", "llamar", "llamando", "llamen", "marque", "marca", "marcar", "mensaje", "mensajes",
        "texto", "teléfono", "telefonee", "número",
    ]
    /// After a number these are what is counted.
    static let counted: Set<String> = [
        "personas", "pacientes", "adultos", "adultas", "participantes", "estudios", "ensayos", "mujeres",
        "hombres", "niños", "niñas", "veteranos", "casos", "clínicas", "días", "horas", "minutos", "semanas",
        "meses", "años", "veces", "sesiones", "de",
    ]
    /// Those of the counted that are people.
    static let people: Set<String> = [
        "personas", "pacientes", "adultos", "adultas", "participantes", "mujeres", "hombres", "niños",
        "niñas",
        "veteranos",
    ]
    /// Those that are none.
    static let things = counted.subtracting(people).union(["dosis", "grupos"]).subtracting(["casos", "de"])
    /// How words of harming oneself begin; 'suicid-' is in both.
    static let selfHarm = "autolesi"
}
