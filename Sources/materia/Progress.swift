import Foundation

/// A word on a terminal about work that takes more than a second, taken away when it is done.
final class Progress: Sendable {
    private let task: Task<Void, Never>?

    /// - Parameter isQuiet: nothing is shown.
    init(_ work: String, isQuiet: Bool) {
        let isShown = ProcessInfo.processInfo.environment["TERM"] != "dumb" && isatty(STDERR_FILENO) == 1
        guard isShown, !isQuiet else {
            task = nil
            return
        }
        task = Task {
            var seconds = 0
            // Cancelled when the work is done.
            while (try? await Task.sleep(for: .seconds(1))) != nil {
                seconds += 1
                Terminal.write(Array("\r\(work) … \(seconds) s".utf8), to: STDERR_FILENO)
            }
            if seconds > 0 { Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
        }
    }

    func end() { task?.cancel() }
}
