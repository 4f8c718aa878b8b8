public import Publishing

/// Asks servers whether what a site links to is still there.
///
/// It is bounded: so many servers at once, two requests at once to each of them, so long for an answer, and so long for
/// all of it.
public struct LinkChecker: Sendable {
    /// For one answer.
    public var patience: Duration = .seconds(10)
    /// For all answers; what has not been asked by then is left.
    public var budget: Duration = .seconds(300)
    public var mostServersAtOnce = 16
    /// Redirects that lead to one answer; browsers follow 20.
    public var mostRedirects = 10
    /// Who asks, as servers see it.
    public var name: String

    public init(name: String) { self.name = name }

    private static let lanesOfServer = 2

    /// - Returns: the answers by address; those that were not asked in time are missing.
    public func check(_ addresses: some Sequence<String>) async -> [String: LinkAnswer] {
        let end = ContinuousClock.now + budget
        let lanes = Self.lanes(of: Set(addresses).sorted())
        return await withTaskGroup(of: [String: LinkAnswer].self) { group in
            var next = 0
            func add() {
                guard next < lanes.count else { return }
                let lane = lanes[next]
                next += 1
                group.addTask { await ask(lane, until: end) }
            }
            for _ in 0..<mostServersAtOnce * Self.lanesOfServer { add() }
            var answers: [String: LinkAnswer] = [:]
            while let some = await group.next() {
                answers.merge(some) { $1 }
                add()
            }
            return answers
        }
    }

    /// What one task asks, one after another: half of a server's addresses.
    private static func lanes(of addresses: [String]) -> [[String]] {
        var lanes: [String: [[String]]] = [:]
        for address in addresses {
            let server = LinkRequest.server(of: address)
            var own = lanes[server] ?? []
            if own.count < lanesOfServer {
                own.append([address])
            } else if own[0].count <= own[1].count {
                own[0].append(address)
            } else {
                own[1].append(address)
            }
            lanes[server] = own
        }
        return lanes.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    private func ask(_ addresses: [String], until end: ContinuousClock.Instant) async -> [String: LinkAnswer]
    {
        var answers: [String: LinkAnswer] = [:]
        for address in addresses where ContinuousClock.now < end { answers[address] = await ask(address) }
        return answers
    }

    /// Follows redirects to the end. An address has moved as far as servers say that it has for good.
    func ask(_ address: String) async -> LinkAnswer {
        var (current, seen) = (address, Set([address]))
        var movedTo: String?
        var isForGood = true
        while true {
            switch await reply(at: current) {
            case .failure(let reason): return .dead(reason: reason)
            case .status(let status): return Self.answer(status, movedTo: movedTo)
            case .redirect(let target, let isPermanent):
                guard seen.insert(target).inserted else { return .dead(reason: "it redirects in a circle") }
                guard seen.count <= mostRedirects + 1 else {
                    return .dead(reason: "it redirects more than \(mostRedirects) times")
                }
                isForGood = isForGood && isPermanent
                if isForGood { movedTo = target }
                current = target
            }
        }
    }

    /// HEAD, which costs the server least; then GET, as readers do, where HEAD gets no good answer.
    private func reply(at address: String) async -> LinkRequest.Reply {
        let head = await LinkRequest(address, "HEAD", patience: patience, name: name).reply()
        switch head {
        case .redirect: return head
        case .status(let status) where status < 400 || status == 429: return head
        case .status: return await LinkRequest(address, "GET", patience: patience, name: name).reply()
        case .failure(let reason):
            // Whoever does not answer HEAD may hang up; whoever cannot be reached will not be reached by GET.
            guard reason == LinkRequest.hungUp else { return head }
            return await LinkRequest(address, "GET", patience: patience, name: name).reply()
        }
    }

    /// A server that wants to know who asks, or is asked too much, has something there.
    private static func answer(_ status: Int, movedTo: String?) -> LinkAnswer {
        switch status {
        case ..<400, 401, 403, 407, 429: movedTo.map { .moved(to: $0) } ?? .fine
        case 404: .dead(reason: "not found (404)")
        case 410: .dead(reason: "gone (410)")
        case 500...: .dead(reason: "the server has trouble (\(status))")
        default: .dead(reason: "the server refuses it (\(status))")
        }
    }
}
