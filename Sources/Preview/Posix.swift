#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's calls under names that the methods around them do not have.
enum Posix {
    static func pipe(_ ends: inout [Int32]) -> Int32 { system_pipe(&ends) }

    static func close(_ file: Int32) { _ = system_close(file) }

    /// Waits until one of the files can be read, or so many milliseconds; -1 for as long as it takes.
    ///
    /// - Returns: which of them can.
    static func wait(for files: [Int32], milliseconds: Int32) -> [Bool] {
        var polled = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&polled, nfds_t(polled.count), milliseconds) < 0, errno == EINTR {}
        return polled.map { $0.revents != 0 }
    }
}

private func system_pipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

private func system_close(_ file: Int32) -> Int32 { close(file) }
