import Markup

extension SharedViews {
    /// The status box of the products that a page names: what each is approved for, and for what it is not.
    func approvals(of products: Set<String>, in language: String) -> ViewValue {
        let strings = site.strings(language)
        var groups: [(product: String, country: String, all: [Approval])] = []
        for approval in site.data.approvals[language].all where products.contains(approval.product) {
            if let last = groups.indices.last, groups[last].product == approval.product,
                groups[last].country == approval.country
            {
                groups[last].all.append(approval)
            } else {
                groups.append((approval.product, approval.country, [approval]))
            }
        }
        if groups.isEmpty { return .absent }
        let items = groups.map { group in
            ViewObject(
                .approvalGroup,
                [
                    "product": .text(group.all[0].displayName),
                    "country": .text(
                        strings.words["country" + group.country].map(strings.marked) ?? group.country),
                    "uses": .list(group.all.map { use($0, strings, in: language) }),
                ])
        }
        return .object(
            ViewObject(
                .approvals,
                [
                    "groups": .list(items),
                    "language": .text(site.data.approvals.foreign(in: language)),
                ]))
    }

    private func use(_ approval: Approval, _ strings: Strings, in language: String) -> ViewObject {
        let reference = approval.reference.flatMap { site.data.bibliography[$0.value] }
        let address = reference.map {
            site.link(to: site.made("references", in: language)) + "#ref-" + $0.id
        }
        return ViewObject(
            .approvalUse,
            [
                "status": .text(strings.marked(approval.status.words(strings))), "use": .text(approval.use),
                "since": .text(approval.since),
                "isApproved": .flag(approval.status == .approved), "source": .text(address),
            ])
    }
}

extension Approval {
    /// `Esketamine (Spravato)`.
    var displayName: String {
        let name = product.prefix(1).uppercased() + product.dropFirst()
        let others = names.filter { $0.lowercased() != product.lowercased() }
        return others.isEmpty ? name : "\(name) (\(others.joined(separator: ", ")))"
    }
}

extension Approval.Status {
    func words(_ strings: Strings) -> String {
        switch self {
        case .approved: strings["approvedFor"]
        case .notApproved: strings["notApprovedFor"]
        case .withdrawn: strings["approvalWithdrawnFor"]
        }
    }
}
