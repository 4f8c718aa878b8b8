import Markup
import TestSupport
import Testing

@testable import Publishing

/// Findings and figures as a reader sees them.
struct BlockViewTests {
    @Test(arguments: Fixture.all(in: "blocks", withExtension: "yaml"))
    func rendersAsRecorded(_ fixture: Fixture) throws {
        let name = String(fixture.name.prefix { $0 != "-" })
        let (block, diagnostics) = BlockSamples.read(try fixture.text(), as: name)
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
        try fixture.expect(BlockSamples.html(try #require(block)), recordedAs: "html")
    }

    /// The verb is the certainty's, whichever way the numbers go: rule R-8.
    @Test(arguments: [
        ("high", "69", "false", "raises the chance of this"),
        ("high", "31", "false", "lowers the chance of this"),
        ("high", "69", "true", "raises the risk of this"),
        ("high", "31", "true", "lowers the risk of this"),
        ("high", "52", "false", "makes little or no difference to this"),
        ("moderate", "69", "false", "probably raises the chance of this"),
        ("moderate", "31", "true", "probably lowers the risk of this"),
        ("moderate", "52", "true", "probably makes little or no difference to this"),
        ("low", "69", "false", "may raise the chance of this"),
        ("low", "69", "true", "may raise the risk of this"),
        ("low", "52", "true", "may make little or no difference to this"),
    ])
    func saysNoMoreThanTheCertaintyAllows(
        _ certainty: String, _ with: String, _ harm: String, _ effect: String
    ) throws {
        let html = try Self.bell(certainty, with: with, harm: harm)
        let sentence = "Having a bell \(effect), compared with an early start only."
        #expect(html.contains("<p class=\"finding-effect\">\(sentence)</p>"), "\(html)")
        #expect(html.contains("Possible harm") == (harm == "true"))
    }

    /// Where nobody can tell, no group is compared with another.
    @Test(arguments: [
        ("very-low", "69", "We don’t know if having a bell changes this. The evidence is very uncertain."),
        ("very-low", "52", "We don’t know if having a bell changes this. The evidence is very uncertain."),
        ("none", "69", "There are no good studies yet of what having a bell does to this."),
    ])
    func saysThatNobodyCanTell(_ certainty: String, _ with: String, _ sentence: String) throws {
        let html = try Self.bell(certainty, with: with, harm: "true")
        #expect(html.contains("<p class=\"finding-effect\">\(sentence)</p>"), "\(html)")
        #expect(html.contains("Possible harm"))
    }

    private static func bell(_ certainty: String, with: String, harm: String) throws -> String {
        let yaml = BlockSamples.finding([
            "certainty": certainty, "with": with, "harm": harm, "treatment": "a bell",
        ])
        return BlockSamples.html(try #require(BlockSamples.read(yaml).0))
    }

    @Test(arguments: [
        ("high", "We are very sure."), ("moderate", "We are fairly sure."),
        ("low", "We are not very sure. New studies could change this."), ("very-low", "We are very unsure."),
        ("none", "Nobody knows yet."),
    ])
    func saysHowSureOneCanBe(_ certainty: String, _ label: String) throws {
        let html = BlockSamples.html(
            try #require(BlockSamples.read(BlockSamples.finding(["certainty": certainty])).0))
        #expect(html.contains("<strong>\(label)</strong>"))
        #expect(html.contains("[doe2021review]"))
    }

    @Test func saysBothGroupsTheTimeThePeopleAndTheSource() throws {
        let html = BlockSamples.html(try #require(BlockSamples.read(BlockSamples.finding).0))
        let sentence = """
            After 4 weeks, this happened to 69 of every 100 people with a printed timetable and an early start, \
            compared with 52 of every 100 with an early start only.<sup>[roe2019]</sup>
            """
        #expect(html.contains(sentence), "\(html)")
        #expect(html.contains("223 people took part: travellers on weekday mornings."))
        let description = """
            With a printed timetable and an early start, 69 of 100 squares are filled in. \
            With an early start only, 52 of 100 are filled in.
            """
        #expect(html.contains(description), "\(html)")
    }

    @Test func figuresHaveTheirDataAsATable() throws {
        let html = BlockSamples.html(try #require(BlockSamples.read(BlockSamples.bars, as: "figure").0))
        for part in [
            "<figcaption>Apples picked</figcaption>", "<caption>Apples picked</caption>",
            "<th scope=\"col\">What</th><th scope=\"col\">Apples</th><th scope=\"col\">Note</th>",
            "<th scope=\"row\">Monday</th><td>12</td><td></td>",
            "Unit: apples. Source: <sup>[doe2021review]</sup>",
            "<desc id=\"block-1-description\">Most apples were picked on Tuesday.</desc>",
        ] {
            #expect(html.contains(part), "\(part)")
        }
    }

    @Test func idsBeginWithThePrefix() throws {
        let block = try #require(BlockSamples.read(BlockSamples.icons, as: "figure").0)
        let ids = BlockSamples.html(block).split(separator: " id=\"").dropFirst().map {
            $0.prefix { $0 != "\"" }
        }
        #expect(ids == ["block-1-title", "block-1-description"])
    }

    @Test func wordsOfWritersAreNoPlaceholders() {
        var strings = BlockSamples.strings
        #expect(strings.words("findingWith", ["treatment": "{comparator} {"]) == "With {comparator} {")
        strings = Strings()
        #expect(strings.words("{a} {b} {", ["a": "1"]) == "1 {b} {")
    }

    @Test func namesWhatItCitesAndWhatItSays() throws {
        let finding = try #require(BlockSamples.read(BlockSamples.finding).0)
        #expect(finding.citations.map(\.value) == ["roe2019", "doe2021review"])
        #expect(finding.citations[0].range == SourceRange(line: 22, column: 6, length: 7))
        #expect(finding.texts.map(\.value).contains("Arrived on time"))
        let icons = try #require(BlockSamples.read(BlockSamples.icons, as: "figure").0)
        #expect(icons.citations.isEmpty)
        #expect(icons.texts.map(\.value).contains("Timetable office, yearly count"))
    }
}
