/// Words that say nothing of what a page is about. They are searched for only where a query holds nothing else.
///
/// Our own lists: the articles, pronouns, prepositions, conjunctions and auxiliary verbs of a language. Words
/// that turn the meaning of a question about health (`no`, `not`, `off`, `over`, `under`) are none.
enum StopWords {
    static func of(language: String) -> Set<String> { lists[String(language.prefix { $0 != "-" })] ?? [] }

    private static let lists: [String: Set<String>] = [
        "en": list(
            """
            a about above after again all also am an and any are arent as at be because been before being below between \
            both but by can cant cannot could couldnt did didnt do does doesnt doing dont during each few for from \
            further had has have having he her here hers him his how i id if ill im in into is isnt it its itself ive \
            just me more most my of on once only or other our out own same she should so some such than that the their \
            theirs them then there these they this those through to too until up us very was we were what when where \
            which while who whom why will with would you your yours youre
            """),
        "es": list(
            """
            a al algo ante aquel aquella aunque cada como con cual cuales cuando de del desde donde e el ella ellas ellos \
            en entre era eran es esa esas ese eso esos esta estan estas este esto estos fue fueron ha hace han hasta hay \
            la las le les lo los mas me mi mis mucho muy nos nosotros o os otra otras otro otros para pero por porque que \
            quien se ser si sobre son su sus tal tambien tan te tiene tienen todo todos tu tus u un una unas uno unos y ya yo
            """),
        "de": list(
            """
            aber als also am an auch auf aus bei bin bis das dass dem den der des die dies diese dieser dieses du durch \
            ein eine einem einen einer eines er es fur hat haben hatte ich ihr ihre im in ist ja kann man mein mich mir \
            mit nach noch nur ob oder sehr sein seine sich sie sind so uber um und uns unter vom von vor war waren was \
            wenn wer wie wir wird wo zu zum zur
            """),
        "fr": list(
            """
            a au aux avec ce ces cet cette comme d dans de des du elle elles en est et etait etre eu il ils j je l la le \
            les leur leurs lui ma mais me mes mon ne nos notre nous on ou par pas plus pour qu que qui s sa se ses si son \
            sont sur ta te tes ton tu un une vos votre vous y
            """),
        "it": list(
            """
            a ad al alla alle agli ai anche c che chi ci come con cui da dal dalla dei del della delle di e ed era gli ha \
            hanno ho i il in io l la le lei li lo loro lui ma mi mia mio ne nei nel nella noi o per piu quale quando \
            questa questo se si sono su sua sul sulla suo ti tra tu un una uno vi voi
            """),
        "pt": list(
            """
            a ao aos as com como da das de dela dele do dos e ela ele eles em entre era essa esse esta este eu foi ha isso \
            isto ja lhe mais mas me meu minha muito na nas no nos o os ou para pela pelo por qual quando que quem se sem \
            ser seu sua sao tambem te tem um uma voce
            """),
    ]

    private static func list(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }
}
