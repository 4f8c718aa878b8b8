import Markup
import Testing

@testable import Publishing

/// What the rules of the health profile find in a text, and what they pass by.
struct FoundWordsTests {
    private static let crisis = CrisisNumbers(
        lines: [
            ("988", "988"), ("116 123", ""), ("1-800-222-1222", "741741 (HOME)"), ("911", ""),
            ("13 11 14", ""),
        ]
        .map { call, text in
            var line = CrisisData.Line()
            (line.call, line.text) = (call, text)
            return line
        })
    private static let approvals = ApprovalReader(
        [
            ("ketamine", ["Ketalar"], "anesthesia", Approval.Status.approved),
            ("ketamine", ["Ketalar"], "depression", .notApproved),
            ("esketamine", ["Spravato"], "treatment-resistant depression in adults", .approved),
        ].map { product, names, use, status in
            Approval(
                product: product, names: names, country: "US", use: use, status: status, since: "",
                reference: nil)
        })

    private func expect(
        _ caught: [String], _ sound: [String], _ location: SourceLocation = #_sourceLocation,
        _ find: (ProseBlock) -> [String]
    ) {
        for (index, text) in (caught + sound).enumerated() {
            let source = ProseSource(whole: SourceRange(line: 1, column: 1, length: 1))
            let found = find(ProseBlock(kind: .paragraph, text: ProseText(text), source: source))
            #expect(found.isEmpty == (index >= caught.count), "\(text): \(found)", sourceLocation: location)
        }
    }

    @Test func doses() {
        let caught = [
            "Take one 50 milligram tablet.",
            "Doses were 0.5–1.0 mg/kg.",
            "It was 0·5 mg/kg.",
            "a dose of .5 mg",
            "They got seventy-five micrograms per kilo.",
            "It comes as 10mg/mL.",
            "Give 2 to 3 milliliters.",
            "Two hundred milligrams were given.",
            "about thirty mg each day",
            "1.5 grammes",
            "20µg",
            "20 μg",
            "a 100 mcg patch",
            "0.5mg per kilogram over 40 min",
        ]
        let sound = [
            "a gram of evidence",
            "They weighed 80 kilograms.",
            "The ward has 12 beds.",
            "cholesterol of 5 mmol/L",
            "a BMI of 30 kg/m2",
            "He gained 500 grams of weight.",
            "blood loss of 20%",
            "an ounce of luck",
            "The tablet is small.",
        ]
        expect(caught, sound) { DoseReader.doses(in: $0).map($0.text) }
    }

    @Test func numbersOfLines() {
        let caught = [
            "Call Poison Control on 1-800-222-1222.",
            "Call 800 222 1222.",
            "(800) 222-1222",
            "Text HOME to 741741.",
            "Text 741-741.",
            "Lifeline: 13-11-14.",
            "Lifeline on 131114.",
            "Ring 116.123.",
            "You can call or text 988 at any hour.",
            "Dial nine-one-one.",
        ]
        let sound = [
            "about 988 of them",
            "13 of 14 people",
            "In 2011 and 2014.",
            "The trial ran from 11 to 14 May.",
            "n = 988",
            "988 of 1,200 people",
            "ISBN 978-3-16-148410-0",
            "10.1176/appi.ajp.2019.19080911",
            "There were 911 texts.",
        ]
        expect(caught, sound) { Self.crisis.places(in: $0).map($0.text) }
    }

    @Test func numbersOfPeople() {
        let caught = [
            "Nine in ten got better.",
            "1 in 5 adults",
            "five out of 100",
            "30 % of patients",
            "a quarter of participants",
            "three quarters of people",
            "69 of every 100",
            "12 in 1,000 people",
            "eleven of twenty women",
            "52 from every 100 people",
        ]
        let sound = [
            "one of the 3 arms",
            "2 of 4 sessions",
            "in 2 of the weeks",
            "version 2 of 3",
            "one in the same room",
            "from one to two in the afternoon",
            "half of your day",
            "score of 10 in 2020",
            "a scale from 0 to 60",
        ]
        expect(caught, sound) { $0.sentences.flatMap { NumberOfPeople.all(in: $0).map { "\($0.words)" } } }
    }

    @Test func relativeNumbers() {
        let caught = [
            "a risk 2.5 times that of others",
            "It is 3x more likely.",
            "two times higher",
            "It reduced relapse by one third.",
            "a 1.4-fold increase",
            "The risk was up 40%.",
            "RR = 0.8",
            "Four out of five said so, and it was twice as good.",
            "It doubled the chance of feeling better.",
            "Your chance is doubled.",
            "twice the rate of relapse",
            "50 percent lower risk",
            "the odds were three times greater",
        ]
        let sound = [
            "It took twice the time.",
            "twice daily",
            "the double doors",
            "Call or text.",
            "half of the session",
            "We met many times.",
            "In the hr office.",
            "Sometimes it is more.",
            "Three times as you rest",
        ]
        expect(caught, sound) {
            { block in
                block.sentences.compactMap { RelativeNumber($0, of: block.bytes).first.map { "\($0)" } }
            }($0)
        }
    }

    @Test func claimsOfApproval() {
        let caught = [
            "The drug agency licensed ketamine as a treatment for low mood.",
            "Doctors can prescribe ketamine, which is approved for depression.",
            "Ketamine's approval for depression came last year.",
            "In the US, ketamine is approved to treat depression in adults.",
            "Ketamine is FDA approved and works for depression.",
            "Ketamine is approved for anesthesia, depression and pain.",
            "Ketamine is now an approved antidepressant.",
            "Ketamine is approved and safe.",
            "There is no doubt: ketamine is approved for depression.",
            "Ketamine, like Spravato, is approved for depression.",
            "Ketamine is approved for use at home.",
            "Esketamine is approved for children with depression.",
            "Spravato is FDA-approved for PTSD and depression.",
            "Not only Spravato but also ketamine is approved for depression.",
            "Regulators have given ketamine a licence for depression.",
        ]
        let sound = [
            "Ketamine is approved for anesthesia but not for depression.",
            "Ketamine is approved for anesthesia only.",
            "The FDA has approved ketamine for anesthesia since 1970.",
            "Ketamine is approved as an anesthetic in many countries.",
            "Ketamine has not been approved for depression by any agency.",
            "Ketamine does not have FDA approval for depression.",
            "Ketamine for depression has no licence.",
            "Ketamine was approved in 1970 for anesthesia.",
            "Esketamine is approved for adults with treatment-resistant depression.",
            "Spravato, a nose spray, is approved for treatment-resistant depression in adults.",
            "Although ketamine is approved for anesthesia, its use in depression is off-label.",
            "Using ketamine for depression is off-label: it is approved for anesthesia.",
            "Ketamine is not an approved treatment for depression.",
            "Ask if your clinic is licensed to give ketamine.",
            "Ketamine is neither approved nor licensed for depression.",
            "Ketamine isn't FDA-approved to treat depression.",
            "It is unclear whether ketamine will be approved for depression.",
            "Ketamine may one day be approved for depression.",
            "No form of ketamine but esketamine is approved for depression.",
            "Only esketamine is approved for treatment-resistant depression; ketamine is not.",
            "Unlike esketamine, ketamine is not approved for depression.",
        ]
        expect(caught, sound) {
            $0.sentences.flatMap { Self.approvals.claims(in: $0.words, of: nil).map(\.message) }
        }
    }

    @Test(arguments: [
        ("a(b|c)+d", "abcbd", true), ("a.*z", "a b c z", true), ("[^x]y", "ay", true),
        ("colou?r", "colors", true),
        ("\\bcure[sd]?\\b", "cured", true), ("\\bcure[sd]?\\b", "curing", true), ("a{2,3}", "aaaa", false),
        ("game-?changer", "game changer", true), ("game-?changer", "gamechanger", true),
        ("\\d+ cats", "12 cats", true),
        ("(?=x)x", "x", true), ("größer", "Größer", true), ("well[- ]known", "well-known", true),
        ("a+a+a+b", "aaaaaaaaaaaaaaaaaaaaaaaa", false),
    ])
    func patternsMatchAsExpressionsDo(_ pattern: String, _ text: String, _ isFound: Bool) throws {
        let search = PatternSearch([try #require(WordPattern(pattern))])
        #expect(search.matches(in: Array(text.utf8)).isEmpty != isFound)
    }
}
