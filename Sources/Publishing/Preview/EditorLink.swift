/// The address that opens a file in the writer's editor.
public struct EditorLink: Sendable, Hashable {
    /// `{path}`, `{line}` and `{column}` stand where they go.
    public let pattern: String

    /// Visual Studio Code.
    ///
    /// Source: https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls
    public init() { pattern = "vscode://file/{path}:{line}:{column}" }

    /// `nil` unless it is an address of a program, with `{path}` in it.
    public init?(pattern: String) {
        guard let colon = pattern.firstIndex(of: ":"), pattern.contains("{path}") else { return nil }
        let scheme = pattern[..<colon].lowercased()
        let isScheme =
            scheme.first?.isLetter ?? false
            && scheme.allSatisfy { $0.isLetter || "0123456789+-.".contains($0) }
        guard isScheme, scheme.utf8.allSatisfy({ $0 < 0x80 }), !Self.refused.contains(scheme) else {
            return nil
        }
        self.pattern = pattern
    }

    /// Those would run in the page itself.
    private static let refused: Set<String> = ["javascript", "data", "vbscript", "blob", "about"]

    /// - Parameter path: from the root.
    public func address(of path: String, line: Int = 1, column: Int = 1) -> String {
        // 'file/{path}' has the slash already that a path from the root begins with.
        let isBehindSlash = pattern.contains("/{path}")
        let shown = (isBehindSlash ? String(path.drop { $0 == "/" }) : path).percentEncoded
        return pattern.replacing("{path}", with: shown).replacing("{line}", with: String(line))
            .replacing("{column}", with: String(column))
    }
}
