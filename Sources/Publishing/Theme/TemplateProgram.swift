import Markup
import Mustache

/// What a template comes to for all objects of one form: finished stretches of HTML, and holes for the words.
///
/// swift-mustache takes some 2 µs a tag, which is too long for ten thousand pages of a hundred tags. But
/// pages of one form (the same flags, the same absences, lists of the same length) differ in their words
/// alone. So it renders each form once, over an object whose words are marks, and what it wrote is cut at the
/// marks.
struct TemplateProgram {
    private var steps: [Step] = []

    private enum Step {
        case finished([UInt8])
        /// Whether it is between tags matters to words in another language.
        case hole([Int], isInText: Bool)
    }

    /// - Returns: `nil` where the library lacks the template.
    init?(rendering object: ViewObject, with name: String, of library: MustacheLibrary) {
        let holes = Holes()
        let marked = MarkedObject(object: object, path: [], holes: object.isShared ? nil : holes)
        guard let text = library.render(marked, withTemplate: name) else { return nil }
        var rest = Array(text.utf8)[...]
        var foreign = ForeignWords()
        var finished: [UInt8] = []
        while let byte = rest.first {
            if byte == Holes.mark {
                let digits = rest.dropFirst().prefix { $0 != Holes.mark }
                let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
                steps += [.finished(finished), .hole(holes.paths[number], isInText: foreign.isInText)]
                finished = []
                rest = rest[(digits.endIndex + 1)...]
            } else if let words = foreign.next(in: &rest) {
                finished += words
            } else {
                foreign.read(byte)
                finished.append(byte)
                rest = rest.dropFirst()
            }
        }
        steps.append(.finished(finished))
    }

    /// Writes the page of an object that has the form the program was made for.
    func run(on object: ViewObject, into html: inout HTML) {
        for step in steps {
            switch step {
            case .finished(let bytes): html.append(trusting: bytes)
            case .hole(let path, let isInText):
                switch object.value(at: path) {
                case .text(let text) where ForeignWords.isMarked(text):
                    html.append(ForeignWords.html(text, isInText: isInText))
                case .text(let text): html.append(escaping: text)
                case .html(let finished): html.append(finished)
                default: preconditionFailure("an object of another form")
                }
            }
        }
    }
}

/// Words that stand for others while a template is rendered.
private final class Holes {
    var paths: [[Int]] = []

    /// A control character that no text has: Markdown and YAML are refused with it, and templates too.
    static let mark: UInt8 = 0x01

    func mark(_ path: [Int]) -> String {
        paths.append(path)
        return "\u{1}\(paths.count - 1)\u{1}"
    }
}

/// An object as swift-mustache sees it: marks for words, the rest as it is.
private struct MarkedObject: MustacheParent {
    let object: ViewObject
    let path: [Int]
    /// `nil` where the words themselves are wanted.
    let holes: Holes?

    func child(named name: String) -> Any? {
        guard let position = object.shape.position(of: name) else { return nil }
        switch object.values[position] {
        case .absent: return Nothing()
        case .flag(let flag): return flag
        case .text(let text): return text.isEmpty ? Nothing() : holes?.mark(path + [position]) ?? text
        case .html(let html):
            if html.isEmpty { return Nothing() }
            return holes?.mark(path + [position]) ?? String(decoding: html.bytes, as: UTF8.self)
        case .object(let inner):
            return MarkedObject(object: inner, path: path + [position], holes: inner.isShared ? nil : holes)
        case .list(let list):
            return list.enumerated().map { index, item in
                MarkedObject(
                    object: item, path: path + [position, index], holes: item.isShared ? nil : holes)
            }
        case .open(let value): return value.plain
        }
    }
}

/// Prints as nothing, is false as a section, and ends the search for a name further out.
private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

extension OpenValue {
    fileprivate var plain: Any {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag
        case .list(let list): list.map(\.plain)
        case .map(let map): map.mapValues(\.plain)
        }
    }
}

extension ViewObject {
    fileprivate func value(at path: [Int]) -> ViewValue {
        var object = self
        var index = 0
        while true {
            let value = object.values[path[index]]
            index += 1
            if index == path.count { return value }
            switch value {
            case .object(let inner): object = inner
            case .list(let list):
                object = list[path[index]]
                index += 1
            case .absent, .text, .html, .flag, .open: preconditionFailure("an object of another form")
            }
        }
    }

    /// Equal for objects that a template turns into the same HTML but for the words.
    func form(into form: inout [UInt64]) {
        for value in values {
            switch value {
            case .absent: form.append(0)
            case .text(let text): form.append(text.isEmpty ? 0 : 1)
            case .html(let html): form.append(html.isEmpty ? 0 : 1)
            case .flag(let flag): form.append(flag ? 3 : 2)
            case .object(let object): object.formAsPart(into: &form)
            case .list(let list):
                form.append(4)
                form.append(UInt64(list.count))
                for item in list { item.formAsPart(into: &form) }
            case .open(let value):
                let bytes = Array("\(value.canonical)".utf8)
                form.append(5)
                form.append(UInt64(bytes.count))
                form += bytes.map(UInt64.init)
            }
        }
    }

    private func formAsPart(into form: inout [UInt64]) {
        if isShared {
            form.append(6)
            form.append(UInt64(UInt(bitPattern: ObjectIdentifier(self))))
        } else {
            form.append(7)
            self.form(into: &form)
        }
    }
}

extension OpenValue {
    /// The same text for the same value, and for no other.
    fileprivate var canonical: String {
        switch self {
        case .text(let text): "t\(text.utf8.count):\(text)"
        case .flag(let flag): flag ? "+" : "-"
        case .list(let list): "[" + list.map(\.canonical).joined() + "]"
        case .map(let map):
            "{"
                + map.sorted { $0.key < $1.key }.map { "\($0.key.utf8.count):\($0.key)\($0.value.canonical)" }
                .joined() + "}"
        }
    }
}
