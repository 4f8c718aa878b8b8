import Markup
import Yams

/// What a product is approved for, or is not, in one country: R-4 of the safety rules.
struct Approval: Sendable {
    let product: String
    /// What the product is called on pages: `ketamine`, `Ketalar`.
    let names: [String]
    /// `US`, `EU`.
    let country: String
    /// `depression in some adults`.
    let use: String
    let status: Status
    /// The year of the approval; empty where nobody wrote it.
    let since: String
    /// An id of the bibliography.
    let reference: Written<String>?

    enum Status: String, Sendable, CaseIterable {
        case approved
        case notApproved = "not-approved"
        case withdrawn
    }
}

/// What `Content/Data/approvals.yaml` says.
struct ApprovalList: Sendable {
    let all: [Approval]
    /// Finds the products that a text names.
    let products: ProductMatcher

    init(_ all: [Approval] = []) {
        self.all = all
        products = ProductMatcher(all)
    }

    /// Names under which products are sold, for the search to say why it looks for another word:
    /// `Ketalar=ketamine|Spravato=esketamine`. `nil` where there are none.
    var brands: String? {
        let pairs = all.flatMap { approval in
            approval.names.filter {
                $0.first?.isUppercase == true && $0.lowercased() != approval.product.lowercased()
            }
            .map { "\($0)=\(approval.product)" }
        }
        return pairs.isEmpty ? nil : Set(pairs).sorted().joined(separator: "|")
    }

    static let path = "Content/Data/approvals.yaml"

    private static let keys = ["product", "names", "country", "use", "status", "since", "ref"]
    private static let required = ["product", "country", "use", "status", "ref"]

    static func read(
        _ source: SourceFile, _ bibliography: Bibliography, _ diagnostics: inout [Diagnostic]
    ) -> ApprovalList {
        var yaml = YAMLReader(YAMLText(path: source.path, bytes: source.bytes[...]))
        defer { diagnostics += yaml.diagnostics }
        guard TextEncoding.check(source, &yaml.diagnostics), let root = yaml.text.compose(&yaml.diagnostics)
        else { return ApprovalList() }
        return ApprovalList(yaml.list("approvals", root).compactMap { approval($0, bibliography, &yaml) })
    }

    private static func approval(
        _ node: Yams.Node, _ bibliography: Bibliography, _ yaml: inout YAMLReader
    ) -> Approval? {
        var values: [String: String] = [:]
        var names: [String] = []
        var reference: Written<String>?
        for (key, value) in yaml.entries(of: node, in: "approvals", known: keys) where !yaml.isEmpty(value) {
            if key == "names" {
                names = yaml.texts(key, value).map(\.value)
            } else if let text = yaml.string(key, value) {
                values[key] = text
                if key == "ref" { reference = Written(value: text, range: yaml.text.range(of: value)) }
            }
            if key == "since", let text = values[key], text.wholeMatch(of: /\d{4}(-\d\d){0,2}/) == nil {
                yaml.wrongType(
                    key, value, "a year or a date", help: "write a year such as 2019, or YYYY-MM-DD")
            }
            if key == "status", let text = values[key], Approval.Status(rawValue: text) == nil {
                let known = Approval.Status.allCases.map(\.rawValue)
                yaml.wrongType(key, value, "one of: \(known.joined(separator: ", "))")
            }
        }
        guard node.mapping != nil else { return nil }
        for key in required where values[key] == nil {
            yaml.report("key.missing", "an approval has no '\(key)'", help: "add '\(key): …'", at: node)
        }
        if let reference, bibliography[reference.value] == nil {
            yaml.diagnostics.append(.unknownReference(reference, bibliography, file: yaml.text.path))
        }
        guard let product = values["product"], let status = values["status"].flatMap(Approval.Status.init)
        else { return nil }
        return Approval(
            product: product, names: names.isEmpty ? [product] : names, country: values["country"] ?? "",
            use: values["use"] ?? "", status: status, since: values["since"] ?? "", reference: reference)
    }
}

extension Diagnostic {
    fileprivate static func unknownReference(
        _ written: Written<String>, _ bibliography: Bibliography, file: String
    ) -> Diagnostic {
        let nearest = NearestName.of(written.value, among: bibliography.ids)
        return Diagnostic(
            "citation.unknown", "there is no reference '\(written.value)'",
            help: nearest.map { "write '\($0)'" } ?? "add it to \(Bibliography.path)", file: file,
            at: written.range)
    }
}

/// Finds products by their names, as whole words in any letter case.
struct ProductMatcher: Sendable {
    /// Small letters; with each the products that it names.
    private let names: [(name: [UInt8], product: String)]

    init(_ approvals: [Approval]) {
        var seen: Set<String> = []
        names = approvals.flatMap { approval in
            approval.names.map { (name: $0.lowercased(), product: approval.product) }
        }.filter { seen.insert($0.name + "\u{0}" + $0.product).inserted }.map {
            (Array($0.name.utf8), $0.product)
        }
    }

    /// The products that a text names.
    func products(in text: some Collection<UInt8>) -> Set<String> {
        if names.isEmpty { return [] }
        let small = text.map { byte in byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
        var found: Set<String> = []
        for (name, product) in names where !found.contains(product) && Self.holds(small, name) {
            found.insert(product)
        }
        return found
    }

    private static func holds(_ text: [UInt8], _ name: [UInt8]) -> Bool {
        guard let first = name.first, text.count >= name.count else { return false }
        for start in 0...(text.count - name.count) where text[start] == first {
            let end = start + name.count
            if text[start..<end].elementsEqual(name), start == 0 || !isLetter(text[start - 1]),
                end == text.count || !isLetter(text[end])
            {
                return true
            }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "-")
    }
}
