import FlyingFox
import FlyingSocks
import Foundation
public import Markup
public import Publishing

/// Shows a site in a browser while somebody writes it, and follows each save.
public struct PreviewServer: Sendable {
    private let pipeline: Pipeline
    private let options: Options

    public struct Options: Sendable {
        /// The address to listen at: a number, or `localhost`.
        public var host = "127.0.0.1"
        /// `nil` for the usual one, or a free one after it; 0 for whichever is free.
        public var port: UInt16?

        public init() {}

        /// Whether only this machine can reach the preview.
        public var isLoopback: Bool { RequestGuard.isLoopback(host) }
    }

    /// - Parameter pipeline: of the site.
    public init(_ pipeline: Pipeline, _ options: Options = Options()) {
        (self.pipeline, self.options) = (pipeline, options)
    }

    public static let usualPort: UInt16 = 4000
    /// How many ports after the usual one are tried.
    public static let portsTried: UInt16 = 20

    /// What there is to say once the server listens.
    public struct Start: Sendable {
        /// The home page, to be opened in a browser.
        public let address: String
        public let port: UInt16
        /// Files are looked at again and again, since the system does not tell of changes.
        public let isPolling: Bool
        /// What is wrong with settings, templates and data.
        public let errors: [Diagnostic]
    }

    /// Serves until its task is cancelled.
    ///
    /// - Parameter isListening: is called once, when browsers can come.
    /// - Throws: `PreviewError` where the port cannot be had, `DiskError` where the site cannot be read.
    public func run(isListening: @escaping @Sendable (Start) -> Void) async throws {
        // The watch begins before the reading, so that nothing can change unseen.
        let (way, changes) = FileWatcher.changes(in: pipeline.folder)
        let preview = try await SitePreview.load(pipeline)
        let session = PreviewSession(preview)
        let ports: [UInt16] =
            options.port.map { [$0] } ?? (0..<Self.portsTried).map { Self.usualPort + $0 }
        for port in ports {
            do {
                return try await serve(session, at: port, changes) { taken in
                    isListening(
                        Start(
                            address: shown(taken, preview.configuration.baseURL), port: taken,
                            isPolling: way == .polling, errors: preview.errorsOfSite))
                }
            } catch PreviewError.portInUse where port != ports.last {
                continue
            }
        }
    }

    private enum Event { case listening, ended }

    private func serve(
        _ session: PreviewSession, at port: UInt16, _ changes: AsyncStream<SiteChange>,
        _ isListening: @escaping @Sendable (UInt16) -> Void
    ) async throws {
        let server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try address(port), timeout: Self.longestAnswer, logger: DisabledLogger.disabled),
            handler: PreviewHandler(session: session, requestGuard: RequestGuard(host: options.host)))
        try await withThrowingTaskGroup(of: Event.self) { group in
            group.addTask {
                do {
                    try await server.run()
                } catch let error as SocketError {
                    throw PreviewError(error, port: port, host: options.host)
                }
                return .ended
            }
            group.addTask {
                try await server.waitUntilListening()
                return .listening
            }
            while let event = try await group.next() {
                guard event == .listening else { break }
                let taken = await Self.port(of: server) ?? port
                group.addTask {
                    for await change in changes { await session.note(change) }
                    return .ended
                }
                group.addTask {
                    await ConnectionGuard(port: taken).watch()
                    return .ended
                }
                await session.startReading(after: .seconds(1))
                isListening(taken)
            }
            group.cancelAll()
        }
    }

    /// In seconds. The search's index of a large site takes a few.
    private static let longestAnswer = 25.0

    private func address(_ port: UInt16) throws -> any SocketAddress {
        let host = options.host == "localhost" ? "127.0.0.1" : options.host
        do {
            if host.contains(":") { return try sockaddr_in6.inet6(ip6: host, port: port) }
            return try sockaddr_in.inet(ip4: host, port: port)
        } catch {
            throw PreviewError.noAddress(options.host)
        }
    }

    private static func port(of server: HTTPServer) async -> UInt16? {
        switch await server.listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): port
        case .unix, nil: nil
        }
    }

    private func shown(_ port: UInt16, _ base: BaseURL) -> String {
        let isAll = options.host == "0.0.0.0" || options.host == "::"
        let host = isAll ? "localhost" : options.host.contains(":") ? "[\(options.host)]" : options.host
        return "http://\(host):\(port)\(base.path)"
    }
}

/// Why the preview could not begin.
public enum PreviewError: Error, CustomStringConvertible {
    case portInUse(UInt16)
    case noAddress(String)
    case noServer(String)

    init(_ error: SocketError, port: UInt16, host: String) {
        switch error {
        case .failed(_, EADDRINUSE, _): self = .portInUse(port)
        case .failed(_, EADDRNOTAVAIL, _): self = .noAddress(host)
        case .failed(_, EACCES, _): self = .noServer("port \(port) needs rights that you do not have")
        case .failed(_, _, let message), .timeout(let message): self = .noServer(message)
        case .blocked, .disconnected, .unsupportedAddress: self = .noServer("\(error)")
        }
    }

    public var description: String {
        switch self {
        case .portInUse(let port):
            "port \(port) is in use; choose another with --port, or 0 for any that is free"
        case .noAddress(let host): "this machine has no address '\(host)'; write a number, such as 127.0.0.1"
        case .noServer(let reason): "cannot serve: \(reason)"
        }
    }
}
