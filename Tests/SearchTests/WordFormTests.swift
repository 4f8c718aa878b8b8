import Testing

@testable import Search

/// What readers type is seldom the form that a page has.
struct WordFormTests {
    private static let site: SampleSite = {
        var site = SampleSite()
        site.synonyms = [
            .init(from: ["benzodiazepine", "lorazepam"], also: []),
            .init(from: ["valium"], also: ["benzodiazepine"]),
            .init(from: ["talking therapy", "psychotherapy"], also: []),
        ]
        site.pages =
            [
                page("depression/", "Low mood", "Depression is an illness."),
                page("paper/", "Paper", "It is pressed flat and treated with care by hand."),
                page("calm/", "Calm", "Benzodiazepines slow you down. Sedation and dizziness follow."),
                page("talk/", "Talk", "Talking therapies are one way. The treatment takes weeks."),
                page("drive/", "Driving after ketamine", "Do not drive until the next day."),
                page("name/", "Ketamine", "What ketamine is. Ketamine-assisted is another word."),
            ]
            + (1...20).map {
                page("more\($0)/", "More of it, part \($0)", "Ketamine and a clinic, and \($0) other words.")
            }
        return site
    }()

    private static func page(_ path: String, _ title: String, _ text: String) -> SampleSite.Page {
        SampleSite.Page(path: path, title: title, text: [text])
    }

    private static let readers: [SearchReader] = [1_500, 0].map { most in
        do { return try site.index(mostPagesInOne: most).reader() } catch { fatalError("\(error)") }
    }

    @Test(arguments: [
        ("depressed ", "depression/"), ("i feel depressed ", "depression/"), ("dizzy ", "calm/"),
        ("sedated ", "calm/"), ("sedating ", "calm/"), ("benzodiazepine ", "calm/"), ("therapist ", "talk/"),
        ("treatments ", "talk/"), ("illnesses ", "depression/"), ("sedate ", "calm/"), ("calmness ", "calm/"),
    ])
    func anotherEndingFindsThePage(_ query: String, _ path: String) throws {
        for reader in Self.readers {
            let answer = try reader.query(query)
            #expect(answer.results.first?.url == "/" + path)
            #expect(answer.suggestion == nil)
        }
    }

    @Test(arguments: [
        ("lorazepam ", "calm/"), ("valium ", "calm/"), ("psychotherapy ", "talk/"),
    ])
    func aSynonymLeadsToAnotherEnding(_ query: String, _ path: String) throws {
        for reader in Self.readers { #expect(try reader.query(query).results.first?.url == "/" + path) }
    }

    /// Each more letter keeps the page that all of the words lead to.
    @Test(arguments: [
        "driving after ke", "driving after ket", "driving after ketami", "driving after ketamine",
    ])
    func aWordBeingTypedOutweighsNoWholeOne(_ query: String) throws {
        #expect(try Self.readers[0].query(query).results.first?.url == "/drive/")
    }

    /// A slip is told; what somebody meant to say is not talked away.
    @Test(arguments: [("kill myself ", nil), ("suicde ", "suicide")])
    func aCryForHelpIsMendedIntoNothingElse(_ query: String, _ suggestion: String?) throws {
        var site = SampleSite()
        site.crisis = SampleSite.Crisis(path: "crisis/", message: "Help", name: "Line", call: "1")
        site.pages = [Self.page("a/", "Will", "We will go. By myself. Of suicide.")]
        for most in [1_500, 0] {
            let answer = try site.index(mostPagesInOne: most).reader().query(query)
            #expect(answer.notice != nil, "\(most)")
            // In buckets a slip is mended where many pages have the word.
            if most > 0 || suggestion == nil { #expect(answer.suggestion?.text == suggestion) }
        }
    }
}
