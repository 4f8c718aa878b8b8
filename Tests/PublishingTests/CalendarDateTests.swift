import Testing

@testable import Publishing

struct CalendarDateTests {
    @Test(arguments: ["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"])
    func datesThatTheCalendarHas(_ text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(arguments: [
        "2026-02-30", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31",
        "0000-01-01",
        "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T00:00", " 2026-01-01", "2026-01-01\n", "",
        "tomorrow",
        "2026-01-0x", "+026-01-01", "-026-01-01", "２０２６-01-01", "20260101", "2026-01--1",
    ])
    func datesThatItHasNot(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-23", 12, "2027-11-23"),
        ("2026-12-31", 2, "2027-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-03-31", 36, "2029-03-31"),
        ("2026-12-01", 1, "2027-01-01"), ("2026-05-15", 0, "2026-05-15"), ("9999-12-31", 1, "9999-12-31"),
    ])
    func monthsAreAdded(_ text: String, _ months: Int, _ later: String) throws {
        #expect(try #require(CalendarDate(text)).adding(months: months).description == later)
    }

    @Test(arguments: [
        (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
        (951_782_400, "2000-02-29"), (1_795_392_000, "2026-11-23"), (Int.max, "9999-12-31"),
    ])
    func secondsBecomeADay(_ seconds: Int, _ day: String) {
        #expect(CalendarDate(secondsSince1970: seconds).description == day)
    }

    /// Every day of four centuries, and back.
    @Test func daysFollowOneAnother() throws {
        let start = try #require(CalendarDate("1899-12-31"))
        var date = start
        for days in 1...(400 * 366) {
            let next = start.adding(days: days)
            guard date < next, CalendarDate(next.description) == next, start.days(until: next) == days else {
                Issue.record("\(date) is followed by \(next)")
                return
            }
            date = next
        }
    }

    @Test func daysBetweenDatesAreSigned() throws {
        let (a, b) = (try #require(CalendarDate("2026-02-28")), try #require(CalendarDate("2026-03-01")))
        #expect(a.days(until: b) == 1)
        #expect(b.days(until: a) == -1)
        #expect(a < b)
    }
}
