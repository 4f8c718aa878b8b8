import Testing

/// a rule about one form of a phrase is one about all of them, and a denial has many forms, too.
struct OtherFormsTests {
    @Test func formsOfBannedWords() async throws {
        try await HealthSite.expectOnly(
            "wording.banned",
            in: [
                "We can guarantee relief.", "It guarantees relief.", "A guarantee of relief.",
                "Guaranteeing it is easy.",
                "A miraculous drug.", "It is miraculously quick.", "This is curative.",
                "Depression is curable.",
                "Curing it is our goal.", "She fails two drugs.", "Those failing several medications.",
                "He failed his trials.", "Patients who fail two treatments come here.", "Why not cure it?",
                "Not many know that it cures.", "Not everyone is aware that it is harmless.",
                "Mira-cle days.",
                "It is non-addictive and harm-less.", "It is a cure, and this is not all.",
                "You cannot go wrong with this miracle.", "Nothing else cures depression.",
                "There is no waiting list for this miracle.", "Not every clinic offers this cure.",
                "It cannot be denied that it cures.",
            ],
            notIn: [
                "We cannot guarantee relief.", "There are no guarantees.",
                "A cure for depression does not exist.",
                "A risk-free drug doesn't exist.", "Some call it a miracle; it is not.",
                "Some say it is a cure. That is false.", "Be wary of clinics that promise a cure.",
                "Beware of the word “miracle” in adverts.", "Avoid anyone who promises a cure.",
                "It is unclear whether it is harmless.", "Whether it is a cure is not known.",
                "Is it a miracle? We do not know.",
                "## Is it a cure?\n\nIt is not. It may ease how you feel.",
                "It is not, as some say, a miracle.", "A depressing day.", "The curator of the show.",
                "An obscure rule.", "He manages well.",
            ])
    }

    @Test func formsOfUnwelcomeWords() async throws {
        try await HealthSite.expectOnly(
            "wording.avoid",
            in: [
                "It is revolutionizing care.", "It will revolutionise care.", "A true break-through.",
                "It is safely given.",
                "It acts effectively.", "He suffered from pain.",
                "Those suffering with it suffered from loss.",
                "They are victims of war.", "A life-chang-ing drug.", "Game-changers come.", "He struggled.",
            ],
            notIn: [
                "It is unclear how well it works.", "Whether it is safe in pregnancy is unknown.",
                "Is it safe? We do not know.", "A revolution in France.",
                "Avoid people who say that it works.",
                "Beware of what is called safe.", "A safeguard.", "They suffer loss from time to time.",
                "A lifelong friend.",
                "Nobody is sure whether it works.",
            ])
    }

    @Test func formsOfWordsAboutSuicide() async throws {
        try await HealthSite.expectOnly(
            "suicide.wording",
            in: [
                "She tried to commit a suicide.", "He completed his suicide.", "Those who commits suicide.",
                "A failed\nsuicide.", "A failed suicide‑attempt.", "Commit-ting suicide.",
                "His unsuccessful *attempts*.",
                "Not many know that he committed suicide.", "Why not say that he committed suicide?",
                "He “committed his suicide” they say.", "It is not known who committed suicide.",
                "We do not know why she committed suicide.", "Not all people with depression commit suicide.",
                "It is not rare for people to commit suicide.", "He was not ill when he committed suicide.",
                "Without help he committed suicide.", "There is no shame if someone committed suicide.",
                "It is not true that help is far; he committed suicide.",
            ],
            notIn: [
                "The team completed suicide prevention training.", "A successful suicide-prevention plan.",
                "We completed suicide awareness courses.", "The attempt was not fatal.",
                "They committed to safety.",
                "A committed suicide prevention team.", "It is wrong to say “failed attempt”.",
                "The completed form.", "It does not mean that he committed suicide.",
                "No one should say “committed suicide”.",
            ])
    }

    @Test func listsAndTablesOfWordsThatAreNotSaid() async throws {
        try await HealthSite.expectOnly(
            "wording.banned",
            in: [
                "| Drug | What it is |\n| --- | --- |\n| X | a cure |", "Our aims:\n\n- a cure",
                "They are addicts.",
            ],
            notIn: [
                "| Instead of | We write |\n| --- | --- |\n| addict | person with a substance use disorder |",
                "We avoid these words:\n\n- miracle\n- cure", "We never write:\n\n- magic",
                "Words that we do not use:\n\n1. harmless\n2. guaranteed",
            ], front: "kind: about")
    }
}
