import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One question to one server. Redirects are answers; nothing of a body is waited for.
struct LinkRequest: Sendable {
    enum Reply: Sendable, Equatable {
        case status(Int)
        case redirect(to: String, isPermanent: Bool)
        case failure(String)
    }

    private let address: String
    private let method: String
    private let patience: Duration
    private let name: String

    init(_ address: String, _ method: String, patience: Duration, name: String) {
        (self.address, self.method, self.patience, self.name) = (address, method, patience, name)
    }

    /// What is asked one after another: a host and port.
    static func server(of address: String) -> String {
        guard let url = URL(string: address), let host = url.host else { return address }
        return host.lowercased() + (url.port.map { ":\($0)" } ?? "")
    }

    /// The first thing that happens: an answer, a failure, or the end of patience.
    func reply() async -> Reply {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
            url.host?.isEmpty == false,
            scheme == "http" || scheme == "https"
        else { return .failure("it is no web address") }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.setValue(name, forHTTPHeaderField: "User-Agent")
        request.setValue("*/*", forHTTPHeaderField: "Accept")
        let configuration = URLSessionConfiguration.ephemeral
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpShouldSetCookies = false
        configuration.timeoutIntervalForRequest = Double(patience.components.seconds) + 1
        let (patience, noAnswer) = (self.patience, self.noAnswer)
        let (events, feed) = AsyncStream.makeStream(of: Reply.self, bufferingPolicy: .bufferingOldest(1))
        let session = URLSession(
            configuration: configuration, delegate: Listener(url: url, noAnswer: noAnswer, events: feed),
            delegateQueue: nil)
        let timer = Task {
            // Cancelled where an answer came.
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            feed.yield(.failure(noAnswer))
        }
        session.dataTask(with: request).resume()
        let reply = await events.first { _ in true }
        timer.cancel()
        session.finishTasksAndInvalidate()
        return reply ?? .failure(noAnswer)
    }

    private var noAnswer: String { "no answer in \(patience.components.seconds) seconds" }

    static let hungUp = "the server hung up"

    /// In a few words; `nil` for what is no failure of the server's.
    fileprivate static func reason(_ error: any Error) -> String {
        switch (error as? URLError)?.code {
        case .cannotFindHost, .dnsLookupFailed: "there is no such server"
        case .cannotConnectToHost: "the server cannot be reached"
        case .networkConnectionLost, .badServerResponse, .zeroByteResource, .cannotParseResponse: hungUp
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot:
            "its certificate is not valid"
        case .notConnectedToInternet: "there is no connection to the internet"
        default: hungUp
        }
    }
}

/// Passes on what a session says, and stops it at the headers.
///
/// FoundationNetworking ends the program where a task is cancelled between its question to a delegate and the answer,
/// so tasks are never cancelled: they end by the answers given here, or by their own time.
private final class Listener: NSObject, URLSessionDataDelegate {
    private let url: URL
    /// What is said where the session's own time ends first.
    private let noAnswer: String
    private let events: AsyncStream<LinkRequest.Reply>.Continuation

    init(url: URL, noAnswer: String, events: AsyncStream<LinkRequest.Reply>.Continuation) {
        (self.url, self.noAnswer, self.events) = (url, noAnswer, events)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
        events.yield(reply(response))
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        completionHandler(.cancel)
        if let response = response as? HTTPURLResponse { events.yield(reply(response)) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error {
            let isLate = (error as? URLError)?.code == .timedOut
            events.yield(.failure(isLate ? noAnswer : LinkRequest.reason(error)))
        } else if let response = task.response as? HTTPURLResponse {
            events.yield(reply(response))
        }
        events.finish()
    }

    private func reply(_ response: HTTPURLResponse) -> LinkRequest.Reply {
        let status = response.statusCode
        guard [301, 302, 303, 307, 308].contains(status),
            let written = response.value(forHTTPHeaderField: "Location"),
            let target = URL(string: written, relativeTo: url)?.absoluteURL
        else { return .status(status) }
        let bare = target.absoluteString.prefix { $0 != "#" }
        return .redirect(to: String(bare), isPermanent: status == 301 || status == 308)
    }
}
