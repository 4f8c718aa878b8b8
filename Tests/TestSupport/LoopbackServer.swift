import Foundation
import Synchronization

/// A server on this machine alone, which answers as it is told: well, badly, or never.
public final class LoopbackServer: Sendable {
    public enum Answer: Sendable {
        case status(Int, headers: [String: String] = [:])
        /// Takes the question and says nothing.
        case silence
        /// Closes the connection at once.
        case hangUp
        /// Begins an answer whose body never ends.
        case endless

        public static func redirect(_ status: Int, to target: String) -> Answer {
            .status(status, headers: ["Location": target])
        }
    }

    public let port: UInt16
    private let listener: Int32
    private let state = State()

    private final class State: Sendable {
        let questions = Mutex<[String]>([])
        let isOver = Mutex(false)
    }

    /// - Parameter answer: what it says to a method and a path.
    public init(_ answer: @escaping @Sendable (_ method: String, _ path: String) -> Answer) throws {
        let (socket, port) = try boundSocket()
        (listener, self.port) = (socket, port)
        guard listen(socket, 64) == 0 else { throw CocoaError(.fileWriteUnknown) }
        // The thread that accepts closes the socket too: were it closed elsewhere, its number could name another
        // server's socket by the time that this thread accepts, and this server would answer that one's questions.
        Thread.detachNewThread { [state] in
            defer { close(socket) }
            while !state.isOver.withLock({ $0 }) {
                var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
                guard poll(&waiting, 1, 100) > 0 else { continue }
                let connection = accept(socket, nil, nil)
                if connection < 0 { continue }
                Thread.detachNewThread {
                    let question = Self.read(connection)
                    state.questions.withLock { $0.append("\(question.method) \(question.path)") }
                    Self.send(answer(question.method, question.path), on: connection)
                }
            }
        }
    }

    deinit {
        // Whoever asks from now on is refused (Linux) or, elsewhere, as soon as the thread has seen it.
        shutdown(listener, Int32(SHUT_RDWR))
        state.isOver.withLock { $0 = true }
    }

    /// `GET /path`, in the order in which they came.
    public var questions: [String] { state.questions.withLock { $0 } }

    public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private static func read(_ connection: Int32) -> (method: String, path: String) {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8), recv(connection, &byte, 1, 0) == 1 {
            head.append(byte)
        }
        let words = String(decoding: head, as: UTF8.self).split(separator: " ", maxSplits: 2)
        return words.count > 1 ? (String(words[0]), String(words[1])) : ("", "")
    }

    private static func send(_ answer: Answer, on connection: Int32) {
        switch answer {
        case .status(let status, let headers):
            let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
            write(
                "HTTP/1.1 \(status) Words\r\n\(lines)Content-Length: 0\r\nConnection: close\r\n\r\n",
                connection)
        case .silence: sleep(20)
        case .hangUp: break
        case .endless:
            write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n", connection)
            while write(String(repeating: "x", count: 10_000), connection) { usleep(10_000) }
        }
        close(connection)
    }

    @discardableResult
    private static func write(_ text: String, _ connection: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return Foundation.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
}

/// A port of this machine that nobody listens at, kept from everybody else.
public final class DeafPort: Sendable {
    public let number: UInt16
    private let socket: Int32

    public init() throws { (socket, number) = try boundSocket() }

    deinit { close(socket) }
}

private func boundSocket() throws -> (Int32, port: UInt16) {
    #if os(Linux)
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
        let socket = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
        }
    }
    guard isBound else { throw CocoaError(.fileWriteUnknown) }
    return (socket, UInt16(bigEndian: address.sin_port))
}
