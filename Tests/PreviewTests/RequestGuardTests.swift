import Testing

@testable import Preview

struct RequestGuardTests {
    private let loopback = RequestGuard(host: "127.0.0.1")
    private let open = RequestGuard(host: "0.0.0.0")

    @Test(arguments: ["localhost:4000", "127.0.0.1", "[::1]:4000", "LocalHost", "guide.localhost:1"])
    func answersForThisMachine(_ host: String) {
        #expect(loopback.refusal(host: host, origin: nil) == nil)
    }

    @Test(arguments: ["evil.example", "localhost.evil.example:4000", "10.0.0.1", "127.0.0.1.evil.example"])
    func refusesOtherNames(_ host: String) {
        #expect(loopback.refusal(host: host, origin: nil) == .foreignHost)
    }

    @Test(arguments: [nil, "", ":4000", "[::1", "localhost:x"])
    func refusesWhatIsNoName(_ host: String?) {
        #expect(loopback.refusal(host: host, origin: nil) == .badRequest)
    }

    @Test func answersForNumbersWhereOthersMayCome() {
        #expect(open.refusal(host: "192.168.1.5:4000", origin: nil) == nil)
        #expect(open.refusal(host: "[fe80::1]:4000", origin: nil) == nil)
        #expect(open.refusal(host: "evil.example:4000", origin: nil) == .foreignHost)
        #expect(open.refusal(host: "1.2.3.evil", origin: nil) == .foreignHost)
    }

    @Test(arguments: ["http://evil.example", "null", "https://localhost:4000", "http://localhost:4001"])
    func refusesPagesOfOtherSites(_ origin: String) {
        #expect(loopback.refusal(host: "localhost:4000", origin: origin) == .foreignOrigin)
    }

    @Test func answersItsOwnPages() {
        #expect(loopback.refusal(host: "localhost:4000", origin: "http://localhost:4000") == nil)
    }
}
