import FlyingFox

/// A WebSocket to a page that is open: what is said to it. It has nothing to say itself.
struct LiveSocket: WSMessageHandler {
    let session: PreviewSession
    let request: PageRequest
    /// Of what the page shows.
    let version: String

    func makeMessages(for client: AsyncStream<WSMessage>) async throws -> AsyncStream<WSMessage> {
        let messages = await session.listen(request, version: version)
        return AsyncStream { continuation in
            let speaking = Task {
                for await message in messages { continuation.yield(.text(message)) }
            }
            continuation.onTermination = { _ in speaking.cancel() }
        }
    }
}
