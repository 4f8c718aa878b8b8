import CLinux
import Foundation

/// Ends connections that ask for too much, or take too long to ask: FlyingFox itself waits for ever, and reads on.
///
/// It goes by what the kernel counts for each connection, so that no request has to pass through it.
struct ConnectionGuard {
    let port: UInt16

    /// A browser's request has one or two kilobytes.
    private static let mostBytes: UInt64 = 64 << 10
    /// From the first byte of a request to the first of its answer; and of a connection without any.
    private static let longest = Duration.seconds(30)
    private static let interval = Duration.milliseconds(250)

    /// A connection as it was when its last answer began.
    private struct Connection {
        var sent, received: UInt64
        /// When the request began that has had no answer yet.
        var since: ContinuousClock.Instant
    }

    /// Looks at all connections again and again, until its task is cancelled.
    func watch() async {
        var known: [UInt64: Connection] = [:]
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.interval) } catch { return }
            known = look(known)
        }
    }

    private func look(_ known: [UInt64: Connection]) -> [UInt64: Connection] {
        var next: [UInt64: Connection] = [:]
        let now = ContinuousClock.now
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
            var traffic = materia_traffic()
            guard let file = Int32(name), materia_connection_traffic(file, port, &traffic) == 0 else {
                continue
            }
            let old = known[traffic.connection] ?? Connection(sent: 0, received: 0, since: now)
            if traffic.sent > old.sent || traffic.received == old.received && old.received > 0 {
                next[traffic.connection] = Connection(
                    sent: traffic.sent, received: traffic.received, since: now)
                continue
            }
            next[traffic.connection] = old
            if traffic.received - old.received > Self.mostBytes || old.since.duration(to: now) > Self.longest
            {
                shutdown(file, Int32(SHUT_RDWR))
            }
        }
        return next
    }
}
