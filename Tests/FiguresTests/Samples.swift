import TestSupport

@testable import Figures

/// Figures of nothing in particular, with texts of all lengths.
enum Samples {
    static let words = [
        "apple", "a", "pear", "orchard", "in", "Donaudampfschifffahrtsgesellschaftskapitän",
        "WWWWWWWWWWWWWWWWWWWW", "of",
        "日本語の長い文章がここにあります", "train", "iiiiii", "the", "whole", "village", "👩‍🌾👨‍🌾", "قطار",
    ]

    static func text(_ random: inout RandomNumbers, words count: Int) -> String {
        (0..<Int.random(in: 1...count, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
    }

    static func figure(_ kind: Figure.Kind, seed: UInt64) -> Figure {
        var random = RandomNumbers(seed: seed)
        let count = Int.random(in: 1...7, using: &random)
        let largest = ([1, 9, 100, 12_345, 4e8] as [Double]).randomElement(using: &random) ?? 1
        func number(_ random: inout RandomNumbers) -> Double {
            let number = Double.random(in: 0...largest, using: &random)
            return Bool.random(using: &random) ? number.rounded() : number
        }
        let labels = (0..<count).map { _ in text(&random, words: 9) }
        let series: Figure.Series =
            switch kind {
            case .bars:
                .bars(labels.map { .init(label: $0, value: number(&random), note: text(&random, words: 5)) })
            case .icons:
                .icons(
                    labels.map { .init(label: $0, count: Int.random(in: 0...100, using: &random)) },
                    of: Bool.random(using: &random) ? 100 : 1000)
            case .timeline:
                .timeline(
                    labels.map {
                        let start = number(&random)
                        return .init(
                            label: $0, start: start, end: Bool.random(using: &random) ? start + largest : nil)
                    })
            case .steps: .steps(labels.map { .init(label: $0, text: text(&random, words: 30)) })
            }
        return Figure(
            title: "T", description: "D", unit: text(&random, words: 4), series: series)
    }

    static func pair(of: Int = 100, first: Int = 69, second: Int = 52, label: String = "With apples")
        -> IconArrayPair
    {
        IconArrayPair(
            title: "Came on time", description: "69 and 52", first: Figure.Group(label: label, count: first),
            second: Figure.Group(label: "Without", count: second), of: of,
            key: IconArrayPair.Key(filled: "Came on time", hollow: "Came late"))
    }
}

extension SVG {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
