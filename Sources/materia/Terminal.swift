import Foundation

/// What the program writes to, and how it may.
enum Terminal {
    static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

    static func writeError(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// All bytes, however many the other side takes at once. A reader that went away ends it in silence; where standard
    /// output is a file that cannot be written, the run has failed.
    static func write(_ bytes: [UInt8], to file: Int32) {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = Foundation.write(file, buffer.baseAddress! + offset, buffer.count - offset)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return fail(file) }
                offset += count
            }
        }
    }

    private static func fail(_ file: Int32) {
        guard file == STDOUT_FILENO, errno != EPIPE else { return }
        writeError("error: cannot write to standard output: \(String(cString: strerror(errno)))")
        exit(2)
    }

    static func readInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Colour on a terminal only: https://no-color.org, and CLICOLOR_FORCE as BSD's `ls` has it.
    static var usesColour: Bool { usesColour(on: STDERR_FILENO) }

    static func usesColour(on file: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
        if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return true }
        if environment["TERM"] == "dumb" { return false }
        return isatty(file) == 1
    }
}
