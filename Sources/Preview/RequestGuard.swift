/// Whether a request comes from a page of the preview itself, or from somebody who typed its address.
///
/// A page of another site can lead a browser here, under its own name even, by telling the browser that its name stands
/// for this machine. The browser still says which name it was asked for, and which page asked.
struct RequestGuard {
    /// The address that the server listens at.
    let host: String

    enum Refusal: Equatable { case badRequest, foreignHost, foreignOrigin }

    /// - Parameters:
    ///   - host: the header `Host`.
    ///   - origin: the header `Origin`.
    func refusal(host: String?, origin: String?) -> Refusal? {
        guard let host, let name = Self.name(in: host) else { return .badRequest }
        guard isOurs(name) else { return .foreignHost }
        if let origin, origin.lowercased() != "http://" + host.lowercased() { return .foreignOrigin }
        return nil
    }

    private func isOurs(_ name: String) -> Bool {
        if name == "localhost" || name.hasSuffix(".localhost") || name == "127.0.0.1" || name == "[::1]" {
            return true
        }
        if Self.isLoopback(host) { return name == host.lowercased() || name == "[\(host.lowercased())]" }
        // Nobody can make a number stand for another machine.
        return name == host.lowercased() || Self.isNumber(name)
    }

    /// The name or number in `localhost:4000`, `[::1]:4000`.
    private static func name(in host: String) -> String? {
        let text = host.lowercased()
        let end: String.Index
        if text.hasPrefix("[") {
            guard let bracket = text.firstIndex(of: "]") else { return nil }
            end = text.index(after: bracket)
        } else {
            end = text.firstIndex(of: ":") ?? text.endIndex
        }
        let (name, rest) = (text[..<end], text[end...])
        let isPort =
            rest.isEmpty || rest.first == ":" && rest.dropFirst().allSatisfy { "0123456789".contains($0) }
        return name.isEmpty || !isPort ? nil : String(name)
    }

    private static func isNumber(_ name: String) -> Bool {
        if name.hasPrefix("[") {
            return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || ":.".contains($0) }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether nobody but this machine can reach an address.
    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.") && isNumber(host)
    }
}
