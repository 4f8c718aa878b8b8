import Testing

@testable import Search

struct WordTests {
}
