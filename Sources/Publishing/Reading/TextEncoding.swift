import Markup

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whether a file is text that everything after can rely on: UTF-8 without NUL.
enum TextEncoding {
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Tells what is wrong; false where the file cannot be read as text at all.
    static func check(_ source: SourceFile, _ diagnostics: inout [Diagnostic]) -> Bool {
        let bytes = source.bytes
        if bytes.isEmpty { return true }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            diagnostics.append(error("the file is UTF-16", in: source, at: .startOfFile))
            return false
        }
        if bytes.starts(with: mark) {
            diagnostics.append(
                Diagnostic(
                    "text.encoding", severity: .warning, "the file begins with a byte-order mark",
                    help: "save it as UTF-8 without one", file: source.path, at: .startOfFile))
        }
        if bytes.withUnsafeBytes({ memchr($0.baseAddress!, 0, $0.count) }) != nil {
            diagnostics.append(
                error(
                    "the file holds a NUL byte", in: source,
                    at: place(of: bytes.firstIndex(of: 0), in: source)))
            return false
        }
        if String(validating: bytes, as: UTF8.self) == nil {
            diagnostics.append(
                error("the file is not UTF-8", in: source, at: place(of: firstInvalid(in: bytes), in: source))
            )
            return false
        }
        return true
    }

    private static func error(_ message: String, in source: SourceFile, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "text.encoding", message, help: "save it as UTF-8 (in most editors: Save with encoding)",
            file: source.path, at: range)
    }

    private static func place(of offset: Int?, in source: SourceFile) -> SourceRange {
        let before = source.bytes.prefix(offset ?? 0)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return SourceRange(line: line, column: before.count - start + 1)
    }

    private static func firstInvalid(in bytes: [UInt8]) -> Int? {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
