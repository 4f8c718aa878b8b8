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
    private let log = Log()

    private final class Log: Sendable {
        let lines = Mutex<[String]>([])
    }

    /// - Parameter answer: what it says to a method and a path.
    public init(_ answer: @escaping @Sendable (_ method: String, _ path: String) -> Answer) throws {
        #if os(Linux)
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 64) == 0
                    && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileWriteUnknown) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [log] in
            while true {
                let connection = accept(socket, nil, nil)
                if connection < 0 { return }
                Thread.detachNewThread {
                    let question = Self.read(connection)
                    log.lines.withLock { $0.append("\(question.method) \(question.path)") }
                    Self.send(answer(question.method, question.path), on: connection)
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// `GET /path`, in the order in which they came.
    public var questions: [String] { log.lines.withLock { $0 } }

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
