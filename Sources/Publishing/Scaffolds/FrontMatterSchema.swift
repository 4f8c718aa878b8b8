extension Schema {
    static func schema(of key: FrontMatter.Key) -> JSON {
        switch key {
        case .title: text("What stands at the top of the page and in lists")
        case .description: text("One sentence that says what the page is about")
        case .slug: text("The last part of its address", pattern: "^[^A-Z/ ]+$")
        case .weight: plain("integer", "Its place in lists: small numbers come first")
        case .tags: texts("Words under which it is listed")
        case .authors: texts("Who wrote it")
        case .aliases: texts("Old addresses that lead here", pattern: "^/")
        case .date: date("First published")
        case .updated: date("Last changed")
        case .draft: plain("boolean", "Not built while true")
        case .publishDate: date("Not built before")
        case .expiryDate: date("Not built after")
        case .withdrawn:
            map(
                [
                    "date": date("Since when"), "reason": text("Why, in a line of Markdown"),
                    "replacement": text("The source file of the page that takes its place"),
                ], "The page stays at its address as a notice")
        case .kind: choice("What sort of page it is", of: FrontMatter.Kind.self)
        case .audience: choice("Whom it is for", of: FrontMatter.Audience.self)
        case .lastReviewed: date("The day of the last review")
        case .reviewEvery: text("At most 36 months: '12 months'", pattern: "^[0-9]+ (months?|years?)$")
        case .reviewedBy:
            list(
                "Who reviewed it",
                [
                    "name": text("Of the reviewer"), "credentials": text("MD, RN, …"),
                    "role": choice("What they looked at", of: FrontMatter.Reviewer.Role.self),
                ])
        case .mainMessage: text("The one sentence to remember")
        case .action: text("What to do next")
        case .benefits: texts("What may get better")
        case .harms: texts("What may go wrong")
        case .unknowns: texts("What nobody knows yet")
        case .alternatives: texts("What else there is, no change for now among it")
        case .whoShouldNot: texts("Who should not have it")
        case .askYourClinic: texts("Questions for the clinic")
        case .changes:
            list(
                "What changed for readers",
                ["date": date("When"), "note": text("What, in a line of Markdown")],
                required: ["date", "note"])
        case .codes: texts("Clinical codes that the page answers: ICD-10-CM:F33.2", pattern: "^[^:]+:[^:]+$")
        case .search:
            map(
                [
                    "exclude": plain("boolean", "Search leaves it out"),
                    "keywords": texts("Words that find it"),
                ],
                "The page in search")
        case .params:
            .object(["description": .text("Keys of your own, for templates"), "type": .text("object")])
        }
    }

    private static func list(_ description: String, _ keys: [String: JSON], required: [String] = []) -> JSON {
        .object([
            "description": .text(description), "type": .text("array"), "items": map(keys, required: required),
        ])
    }
}
