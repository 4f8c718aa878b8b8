/// Words by which a harm is known.
enum HarmWords {
    /// Harms by themselves.
    static let symptoms: Set<String> = Set([
        "nausea", "vomiting", "vomit", "dizziness", "dizzy", "sedation", "sedated", "dissociation",
        "detached",
        "detachment", "bleeding", "seizure", "seizures", "stroke", "strokes", "psychosis", "mania",
        "dependence",
        "dependent", "addiction", "addicted", "misuse", "death", "deaths", "coma", "injury", "injuries",
        "damage",
        "cystitis", "hallucinations", "unconscious", "unconsciousness", "withdrawal", "headache", "headaches",
        "confusion", "hepatotoxicity", "toxicity", "poisoning", "overdose", "breathlessness", "hypertension",
        "blackouts", "sleepiness", "sleepy", "drowsiness", "drowsy", "fainting", "faint", "rash",
        "palpitations", "sick",
        "cravings", "craving", "incontinence", "miscarriage", "hepatitis", "vertigo", "tremor", "tremors",
        "agitation",
        "numbness", "flashbacks", "paranoia",
        "delusions",
        "insomnia", "diarrhea", "diarrhoea", "constipation", "ulcers", "overdoses", "dead", "comas", "rashes",
        "poisonings",
        "miscarriages", "addictions",
    ]).union(happenings)
    /// These say themselves that they happened.
    static let happenings: Set<String> = [
        "died", "dies", "killed", "kills", "drowned", "hallucinate", "hallucinated", "vomited", "fainted",
        "overdosed",
    ]
    /// Before a harm, these say that somebody has it.
    static let having: Set<String> = [
        "feel", "felt", "had", "has", "become", "becomes", "became", "get", "gets", "got", "grew", "suffered",
        "found",
        "experienced", "experience",
    ]
    /// What may come to harm.
    static let organs: Set<String> = [
        "pressure", "bladder", "liver", "kidney", "kidneys", "heart", "memory", "lungs", "unborn", "fetus",
        "breathing",
        "suicidal", "suicide", "urine", "baby",
    ]
    static let all = symptoms.union(organs)

    /// How an organ comes to harm.
    static let damaging: Set<String> = [
        "raise", "raises", "raised", "rise", "rises", "higher", "high", "damage", "damages", "damaged",
        "harm", "harms",
        "harmed", "hurt", "hurts", "injure", "injures", "injured", "problem", "problems", "injury", "scar",
        "scars",
        "affect", "affects", "affected", "inflamed", "trouble", "worse", "worsen", "worsens", "slow", "slows",
        "slowed",
        "stop", "stops", "stopped", "attack", "attacks", "weaken", "weakens", "loss", "lose", "thoughts",
        "side",
        "unwanted", "adverse", "up", "faster", "failure", "disease", "poor", "painful", "blood", "cloudy",
        "unclear", "race", "races", "racing", "pound", "pounds", "pounding",
        "increase", "increases", "increased", "pain", "unwell", "rises", "rose", "goes", "went", "infection",
    ]
    /// That a harm is said to happen.
    static let claiming: Set<String> = [
        "can", "may", "might", "could", "cause", "causes", "caused", "raises", "raise", "lead", "leads",
        "led", "happen",
        "happens", "happened", "risk", "risks", "increases", "increase", "brings", "bring", "common",
        "reported", "linked",
        "occur", "occurs", "occurred", "seen", "often", "sometimes", "damages", "harms",
        "triggers",
        "trigger", "makes", "make", "include", "includes", "develop", "developed", "rare",
        "frequent", "likely", "tied", "have", "goes", "went", "rises", "rose", "follow", "follows",
        "followed", "worsens", "slows",
    ]
    /// Over a list of harms.
    static let listing: Set<String> = [
        "effects", "harms", "risks", "cause", "causes", "include", "includes", "reactions",
    ]
}
