/// What people type who may be in danger: a pattern is words that stand anywhere in the query, `*` for any
/// ending.
///
/// A block too many does no harm, one too few may: so they catch more than they should. The words are those in
/// which people speak of suicide, of hurting themselves and of taking too much of something.
enum CrisisWords {
    static func of(language: String) -> [String] {
        let code = String(language.prefix { $0 != "-" })
        return (patterns[code] ?? []) + (code == "en" ? [] : patterns["en"] ?? [])
    }

    private static let patterns: [String: [String]] = [
        "en": list(
            """
            suicid*|selfharm*|self harm*|self injur*|overdos*|od|kms|unaliv*|kill* myself|kill* me|kill* self|killing themselves|\
            kill* himself|kill* herself|hurt* myself|hurt* me|harm* myself|cut* myself|cutting|hang* myself|hang* me|shoot* myself|\
            poison* myself|drown* myself|burn* myself|end my life|end* life|end it all|end everything|tak* life|take own life|took own life|\
            want* die|wanna die|want* dead|wish* dead|rather dead|better dead|better off without me|ready die|going to die tonight|\
            dont live|not live|no longer live|tired living|tired of life|no reason live|nothing live for|not worth living|\
            dont exist|not exist|not wake up|never wake up|not be alive|not alive|dont alive|not be here anymore|dont be here|cant go on|\
            can not go on|no way out|no point living|jump* bridge|jump off|too many pills|too many tablets|\
            too much medicine|too much medication|lethal dose|fatal dose|painless way die|how to die|ways to die|goodbye note
            """),
        "es": list(
            """
            suicid*|suicidio|autolesi*|sobredosis|matarme|quitarme vida|quiero morir*|quisiera morir*|morirme|no quiero vivir|\
            hacerme dano|cortarme|ahorcarme|acabar todo|terminar vida|acabar vida|no puedo mas|mejor muert*|no despertar|\
            demasiadas pastillas|sin razon vivir|estar muert*
            """),
        "de": list(
            """
            suizid*|selbstmord*|selbstverletz*|uberdosis|umbringen|ritzen|will sterben|nicht mehr leben|leben beenden|\
            tot sein|zu viele tabletten
            """),
        "fr": list(
            """
            suicid*|automutil*|surdose|overdose|tuer moi|me tuer|veux mourir|envie mourir|plus vivre|mettre fin jours|\
            trop cachets|trop medicaments
            """),
        "pt": list(
            "suicid*|automutil*|overdose|me matar|quero morrer|nao quero viver|tirar vida|muitos comprimidos"),
        "it": list(
            "suicid*|autolesion*|overdose|uccidermi|voglio morire|non voglio vivere|togliermi vita|troppe pillole"
        ),
    ]

    private static func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
}
