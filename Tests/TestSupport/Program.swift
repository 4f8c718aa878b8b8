import Foundation

/// The real `materia`, as it was built beside the tests.
public struct Program: Sendable {
    /// How a run ended.
    public struct Run: Sendable {
        /// The exit status; 128 and the signal's number where a signal ended it.
        public let status: Int32
        /// Standard output.
        public let output: [UInt8]
        /// Standard error.
        public let errors: String

        public var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// A run that has not ended yet.
    public struct Running: ~Copyable {
        let process: pid_t

        public func kill() { Foundation.kill(process, SIGKILL) }

        /// The exit status; 128 and the signal's number where a signal ended it.
        @discardableResult
        public consuming func end() -> Int32 {
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            let signal = status & 0x7F
            return signal == 0 ? status >> 8 & 0xFF : 128 + signal
        }
    }

    /// Beside the tests' own bundle, where the package manager puts every product.
    public static let path: String = {
        #if os(macOS)
            let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            let tests = bundle?.bundlePath ?? CommandLine.arguments[0]
        #else
            let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        #endif
        return (tests as NSString).deletingLastPathComponent + "/materia"
    }()

    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - folder: where it runs; `nil` for where the tests do.
    ///   - environment: what it finds there besides a path; nothing of the tests' own.
    public static func run(
        _ arguments: String..., in folder: String? = nil, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> Run {
        try run(arguments, in: folder, input: input, environment: environment)
    }

    public static func run(
        _ arguments: [String], in folder: String? = nil, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> Run {
        let streams = try TemporaryFolder(named: "streams")
        try streams.write(input, to: "in")
        let status = try start(
            arguments, in: folder, environment: environment, input: streams.path("in"),
            output: streams.path("out"),
            errors: streams.path("err")
        ).end()
        let output = try Data(contentsOf: URL(fileURLWithPath: streams.path("out")))
        return Run(status: status, output: [UInt8](output), errors: try streams.text("err"))
    }

    /// Starts it, with files for its streams.
    public static func start(
        _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
        input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
    ) throws -> Running {
        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        let usual = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        let variables = usual.merging(environment) { $1 }.map { "\($0)=\($1)" }
        var process: pid_t = 0
        // The shell goes to the folder, which no portable call of posix_spawn does, and becomes the program.
        let shell = folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
        let words = shell + [path] + arguments
        let code = withCStrings(words) { arguments in
            withCStrings(variables) { posix_spawn(&process, words[0], &actions, nil, arguments, $0) }
        }
        guard code == 0 else { throw CocoaError(.executableLoad, userInfo: ["path": path, "errno": code]) }
        return Running(process: process)
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
