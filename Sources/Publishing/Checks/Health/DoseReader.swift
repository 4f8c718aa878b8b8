/// Units in which medicines are counted.
enum DoseWords {
    static let units: Set<String> = [
        "mg", "mgs", "mcg", "mcgs", "µg", "μg", "ug", "g", "gm", "gms", "gr", "ml", "mls", "cc", "ccs", "iu",
        "ius", "ng",
        "milligram", "milligrams", "milligramme", "milligrammes", "microgram", "micrograms", "microgramme",
        "microgrammes", "gram", "grams", "gramme", "grammes", "milliliter", "milliliters", "millilitre",
        "millilitres",
        "unit", "units", "nanogram", "nanograms", "mg's", "ml's", "μl", "µl", "microliter", "microlitre",
        "microlitres",
        "microliters",
    ]
    /// Need a number in digits: 'two units' may be wards.
    static let ofManyThings: Set<String> = [
        "unit", "units", "iu", "ius", "g", "gm", "gms", "gr", "cc", "ccs", "ng",
    ]
    /// What an amount is for.
    static let whole: Set<String> = [
        "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes", "h", "hr", "hrs",
        "hour",
        "hours", "min", "mins", "minute", "minutes", "day", "dose", "m2", "m²", "lb", "pound", "week", "d",
        "night", "time",
    ]
    /// Amounts in the blood.
    static let fluids: Set<String> = ["dl", "l", "liter", "litre", "deciliter", "decilitre"]
    /// Amounts of what is no medicine.
    static let foods: Set<String> = [
        "alcohol", "blood", "sugar", "salt", "protein", "fat", "fibre", "fiber", "carbs", "carbohydrate",
        "carbohydrates",
        "sodium", "food", "meat", "weight", "staff", "beds", "care", "power",
    ]
    /// Beside these, units are of alcohol, and grams of food.
    static let eating: Set<String> = foods.subtracting(["blood", "weight", "staff", "beds", "care", "power"])
        .union([
            "drink", "drinks", "drank", "drinking", "wine", "beer", "eat", "eats", "ate", "eating",
        ])
}

/// Finds amounts of a medicine: a number or a word for one, perhaps a range, and a unit.
struct DoseReader {
    private let words: [ProseWord]
    private let bytes: [UInt8]

    static func doses(in block: ProseBlock) -> [Range<Int>] {
        if !block.has(.unit) { return [] }
        let reader = DoseReader(words: block.words, bytes: block.bytes)
        var found: [Range<Int>] = []
        for index in reader.words.indices where reader.words[index].kinds.contains(.unit) {
            if let extent = reader.dose(at: index).flatMap({ reader.words[$0].extent }),
                !(found.last.map { $0.upperBound > extent.lowerBound } ?? false)
            {
                found.append(extent)
            }
        }
        return found
    }

    private func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

    private func dose(at index: Int) -> Range<Int>? {
        let text = words[index].text
        let parts = text.split(separator: "-").map(String.init)
        if let unit = unitAfterDigits(text) {
            guard DoseWords.units.contains(unit), !isGeneration(index, unit), !isOfBlood(index + 1),
                !isFood(index + 1)
            else { return nil }
            return startOfRange(index)..<endOfPer(index + 1)
        }
        if parts.count > 1, let place = parts.firstIndex(where: DoseWords.units.contains) {
            // 'Half-milligram', 'milligram-per-kilogram'.
            let isCounted = place > 0 && parts[..<place].contains { SpelledNumber.words.contains($0) }
            if isCounted, !DoseWords.ofManyThings.contains(parts[place]) {
                return index..<endOfPer(index + 1)
            }
            guard place == 0 else { return nil }
        } else if !DoseWords.units.contains(text) {
            return nil
        }
        let unit = parts.first { DoseWords.units.contains($0) } ?? text
        guard let start = startOfNumber(before: index, unit), !isOfBlood(index + 1), !isFood(index + 1) else {
            return nil
        }
        return startOfRange(start)..<endOfPer(index + 1)
    }

    /// 'mg' of '50mg', '0.5-mg'.
    private func unitAfterDigits(_ text: String) -> String? {
        guard text.first?.isNumber == true else { return nil }
        let rest = text.drop { $0.isNumber || $0 == "." || $0 == "," }.drop { $0 == "-" }
        return rest.isEmpty ? nil : String(rest.prefix { $0 != "-" })
    }

    /// '5G' is a network.
    private func isGeneration(_ index: Int, _ unit: String) -> Bool {
        unit == "g" && bytes[words[index].range.upperBound - 1] == UInt8(ascii: "G")
    }

    private func isOfBlood(_ next: Int) -> Bool {
        (word(next) == "/" || word(next) == "per") && DoseWords.fluids.contains(word(next + 1))
            || word(next) == "/" && word(next + 1).isEmpty
    }

    /// 'He drinks 20 units a week', 'salt: 5 g a day'.
    private func isEaten(_ index: Int, _ unit: String) -> Bool {
        DoseWords.ofManyThings.contains(unit)
            && words[max(0, index - 5)..<index].contains { DoseWords.eating.contains($0.text) }
    }

    private func isFood(_ next: Int) -> Bool {
        word(next) == "of"
            && (DoseWords.foods.contains(word(next + 1)) || DoseWords.foods.contains(word(next + 2)))
    }

    /// Where the number before a unit begins.
    private func startOfNumber(before index: Int, _ unit: String) -> Int? {
        var place = index - 1
        if word(place) == "-" { place -= 1 }
        if words.indices.contains(place), words[place].isNumber, !words[place].kinds.contains(.unit) {
            return isGeneration(index, unit) || isEaten(place, unit) ? nil : place
        }
        if DoseWords.ofManyThings.contains(unit) { return nil }
        if word(place) == "few" || word(place) == "several" { return place }
        if word(place) == "a" || word(place) == "an" { return startOfPart(before: place, unit, index) }
        guard words.indices.contains(place), words[place].kinds.contains(.spelled) else { return nil }
        while place > 0, words[place - 1].kinds.contains(.spelled) || isWithinNumber(place - 1) { place -= 1 }
        return place
    }

    /// 'Half a milligram', 'a quarter of a milligram', 'a milligram'.
    private func startOfPart(before article: Int, _ unit: String, _ index: Int) -> Int? {
        var place = article - 1
        if word(place) == "of" { place -= 1 }
        if SpelledNumber.isPart(word(place)) { return word(place - 1) == "a" ? place - 1 : place }
        let isSmall = unit.hasPrefix("milli") || unit.hasPrefix("micro") || unit == "mg" || unit == "mcg"
        return isSmall || endOfPer(index + 1) > index + 1 ? article : nil
    }

    /// 'A hundred and fifty'.
    private func isWithinNumber(_ index: Int) -> Bool {
        let isAnd = word(index) == "and" && index > 0 && ["hundred", "thousand"].contains(word(index - 1))
        return isAnd || word(index) == "a" && ["hundred", "thousand"].contains(word(index + 1))
    }

    /// '56 to 84 mg', '50-100 mg', 'from 0.5 up to 1 mg'.
    private func startOfRange(_ start: Int) -> Int {
        guard start >= 2, ["-", "–", "—", "to", "or", "and"].contains(word(start - 1)) else { return start }
        let before = words[start - 2]
        return before.isNumber || before.kinds.contains(.spelled) ? start - 2 : start
    }

    /// One past '/kg/min', 'per kilogram of weight'.
    private func endOfPer(_ start: Int) -> Int {
        var end = start
        while ["/", "per", "a", "an", "each", "every"].contains(word(end)),
            DoseWords.whole.contains(word(end + 1))
        {
            end += 2
        }
        return end
    }
}
