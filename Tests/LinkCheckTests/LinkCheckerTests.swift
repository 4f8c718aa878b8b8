import Foundation
import LinkCheck
import Publishing
import Synchronization
import TestSupport
import Testing

/// What is said of a link, by what its server says.
struct LinkCheckerTests {
    /// The ways of servers, by path.
    private static func answer(_ method: String, _ path: String) -> LoopbackServer.Answer {
        switch path {
        case "/fine", "/after": .status(200)
        case "/no-head": .status(method == "HEAD" ? 405 : 200)
        case "/head-forbidden": .status(method == "HEAD" ? 403 : 200)
        case "/head-unknown": .status(method == "HEAD" ? 501 : 200)
        case "/head-denied": .status(method == "HEAD" ? 404 : 200)
        case "/head-hangs-up": method == "HEAD" ? .hangUp : .status(200)
        case "/missing": .status(404)
        case "/gone": .status(410)
        case "/broken": .status(503)
        case "/members": .status(401)
        case "/busy": .status(429)
        case "/moved": .redirect(301, to: "/after#part")
        case "/moved-twice": .redirect(308, to: "/moved")
        case "/elsewhere-today": .redirect(302, to: "/moved")
        case "/moved-then-today": .redirect(301, to: "/elsewhere-today")
        case "/moved-to-nothing": .redirect(301, to: "/missing")
        case "/nowhere": .status(301)
        case "/round": .redirect(302, to: "/round-again")
        case "/round-again": .redirect(302, to: "/round")
        case "/silent": .silence
        case "/hangs-up": .hangUp
        case "/endless": .endless
        default: .redirect(302, to: path + "x")
        }
    }

    /// - Parameter patience: long enough that a busy machine makes no difference.
    private func answers(
        to paths: [String], patience: Duration = .seconds(60)
    ) async throws -> (LoopbackServer, [String: LinkAnswer]) {
        let server = try LoopbackServer { Self.answer($0, $1) }
        var checker = LinkChecker(name: "test")
        checker.patience = patience
        let answers = await checker.check(paths.map { server.address($0) })
        let byPath = answers.map { (String($0.key.dropFirst(server.address("").count)), $0.value) }
        return (server, Dictionary(uniqueKeysWithValues: byPath))
    }

    @Test func whatAnswersIsFine() async throws {
        let paths = [
            "/fine", "/no-head", "/head-forbidden", "/head-unknown", "/head-denied", "/head-hangs-up",
            "/members", "/busy", "/elsewhere-today", "/endless", "/nowhere",
        ]
        let (server, answers) = try await answers(to: paths)
        for path in paths { #expect(answers[path] == .fine, "\(path)") }
        #expect(server.questions.filter { $0.hasSuffix(" /fine") } == ["HEAD /fine"])
        #expect(server.questions.filter { $0.hasSuffix("/no-head") } == ["HEAD /no-head", "GET /no-head"])
    }

    @Test func whatMovedForGoodIsToldWithItsNewAddress() async throws {
        let (server, answers) = try await answers(to: ["/moved", "/moved-twice", "/moved-then-today"])
        #expect(answers["/moved"] == .moved(to: server.address("/after")))
        #expect(answers["/moved-twice"] == .moved(to: server.address("/after")))
        #expect(answers["/moved-then-today"] == .moved(to: server.address("/elsewhere-today")))
    }

    @Test func whatIsNotThereIsDeadForAReason() async throws {
        let (_, answers) = try await answers(
            to: [
                "/missing", "/gone", "/broken", "/moved-to-nothing", "/round", "/far", "/hangs-up",
            ])
        #expect(answers["/missing"] == .dead(reason: "not found (404)"))
        #expect(answers["/gone"] == .dead(reason: "gone (410)"))
        #expect(answers["/broken"] == .dead(reason: "the server has trouble (503)"))
        #expect(answers["/moved-to-nothing"] == .dead(reason: "not found (404)"))
        #expect(answers["/round"] == .dead(reason: "it redirects in a circle"))
        #expect(answers["/far"] == .dead(reason: "it redirects more than 10 times"))
        #expect(answers["/hangs-up"] == .dead(reason: "the server hung up"))
    }

    @Test func aServerThatSaysNothingIsNotWaitedForLong() async throws {
        let (_, answers) = try await answers(to: ["/silent"], patience: .seconds(2))
        #expect(answers["/silent"] == .dead(reason: "no answer in 2 seconds"))
    }

    @Test func noServerIsToldApartFromNoPage() async throws {
        let deaf = try DeafPort()
        let checker = LinkChecker(name: "test")
        let answers = await checker.check([
            "http://127.0.0.1:\(deaf.number)/", "http:///x", "http://nowhere.invalid/",
        ])
        #expect(answers["http://127.0.0.1:\(deaf.number)/"] == .dead(reason: "the server cannot be reached"))
        #expect(answers["http:///x"] == .dead(reason: "it is no web address"))
        guard case .dead = answers["http://nowhere.invalid/"] else {
            Issue.record("\(answers)")
            return
        }
    }

    @Test func noServerIsAskedMoreThanTwoThingsAtOnce() async throws {
        let open = OpenQuestions()
        let server = try LoopbackServer { _, _ in
            open.begin()
            usleep(20_000)
            open.end()
            return .status(200)
        }
        let answers = await LinkChecker(name: "test").check((0..<12).map { server.address("/\($0)") })
        #expect(answers.count == 12 && answers.values.allSatisfy { $0 == .fine })
        #expect((1...2).contains(open.most), "\(open.most)")
    }

    @Test func nothingIsAskedOnceTimeIsUp() async throws {
        let server = try LoopbackServer { _, _ in .status(200) }
        var checker = LinkChecker(name: "test")
        checker.budget = .zero
        #expect(await checker.check([server.address("/a"), server.address("/b")]).isEmpty)
        #expect(server.questions.isEmpty)
    }
}

/// How many questions a server has before it at once.
private final class OpenQuestions: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func begin() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }

    func end() { counts.withLock { $0.now -= 1 } }
}
