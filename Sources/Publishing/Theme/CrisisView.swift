import Markup

extension Site {
    /// The crisis block (R-1 of the safety rules), in its fixed order, with the lines where `{lines}` stands.
    func crisisView(in language: String, isHere: Bool) -> ViewObject? {
        guard let crisis = data.crisis[language] else { return nil }
        let lines = crisis.lines.map { crisisLine($0, in: language) }
        return ViewObject(
            .crisis, isShared: true,
            [
                "address": .text(link(to: made("crisis", in: language))), "isHere": .flag(isHere),
                "message": .html(crisisMessage(in: language) ?? HTML()), "lines": .list(lines),
                "first": .object(lines.first), "language": .text(data.crisis.foreign(in: language)),
            ])
    }

    private func crisisLine(_ line: CrisisData.Line, in language: String) -> ViewObject {
        let strings = strings(language)
        let country = strings.words["country" + line.country].map(strings.marked) ?? line.country
        return ViewObject(
            .crisisLine, isShared: true,
            [
                "country": .text(country), "countryCode": .text(line.country), "name": .text(line.name),
                "call": .text(line.call), "callAddress": .text(line.callAddress), "text": .text(line.text),
                "textAddress": .text(line.textAddress), "chat": .text(line.chat), "email": .text(line.email),
                "hours": .text(line.hours), "note": .text(line.note),
                "verified": view(of: line.verifiedOn, in: language),
            ])
    }

    /// With its lines; `nil` where the site has none.
    func crisisMessage(in language: String) -> HTML? {
        guard let crisis = data.crisis[language] else { return nil }
        var html = HTML()
        let parts = crisis.message.split(separator: "{lines}", omittingEmptySubsequences: false)
        let isOwn = data.crisis.foreign(in: language) == nil
        for (index, part) in parts.enumerated() {
            if index > 0 { html.append(crisisList(crisis.lines, in: language)) }
            if !isOwn {
                html.append("<div")
                html.append(languageOfData(in: language))
                html.append(">\n")
            }
            html.append(
                HTMLRenderer(style: .commonMark).render(Parser(dialect: .commonMark).parse(Array(part.utf8))))
            if !isOwn { html.append("</div>\n") }
        }
        if parts.count == 1 { html.append(crisisList(crisis.lines, in: language)) }
        return html
    }

    /// The attributes of a part that is in another language than the page: WCAG 2.2, 3.1.2.
    private func languageOfData(in language: String) -> HTML {
        var html = HTML()
        guard let own = data.crisis.foreign(in: language) else { return html }
        html.append(" lang=\"")
        html.append(escaping: own)
        html.append("\" dir=\"auto\"")
        return html
    }

    private func crisisList(_ lines: [CrisisData.Line], in language: String) -> HTML {
        let strings = strings(language)
        var html = HTML("<ul class=\"crisis-lines\">\n")
        for line in lines {
            html.append("<li>")
            let country = "country" + line.country
            if strings.words[country] == nil { html.append(escaping: line.country) }
            if strings.words[country] != nil { html.append(strings.html(country)) }
            html.append(": <strong")
            html.append(languageOfData(in: language))
            html.append(">")
            html.append(escaping: line.name)
            html.append("</strong>")
            html.append(crisisLink(strings["call"], line.call, line.callAddress, line.name))
            html.append(crisisLink(strings["text"], line.text, line.textAddress, line.name))
            html.append(crisisLink("", line.chat.addressAsRead, line.chat, line.name))
            html.append(crisisLink("", line.email, "mailto:" + line.email, line.name))
            for detail in [line.hours, line.note] where !detail.isEmpty {
                html.append(" <span")
                html.append(languageOfData(in: language))
                html.append(">")
                html.append(escaping: detail)
                html.append("</span>")
            }
            html.append("</li>\n")
        }
        html.append("</ul>\n")
        return html
    }

    /// The number as a link, with a name that tells a screen reader's listener whom it reaches.
    private func crisisLink(_ verb: String, _ words: String, _ address: String?, _ name: String) -> HTML {
        guard let address, !words.isEmpty else { return HTML() }
        var html = HTML(" <a href=\"")
        html.append(escaping: address)
        html.append("\" aria-label=\"")
        html.append(escaping: [verb, words].filter { !$0.isEmpty }.joined(separator: " ") + ", " + name)
        html.append("\">")
        html.append(escaping: [verb, words].filter { !$0.isEmpty }.joined(separator: " "))
        html.append("</a>")
        return html
    }
}

extension CrisisData.Line {
    /// `tel:116123` of `116 123`: RFC 3966, without the separators that people need and telephones do not.
    var callAddress: String? { Self.address("tel:", of: call) }

    /// `sms:741741` of `741741 (HOME)`: RFC 5724.
    var textAddress: String? { Self.address("sms:", of: text) }

    private static func address(_ scheme: String, of number: String) -> String? {
        let digits = number.prefix { $0 != "(" }.filter { $0.isNumber || $0 == "+" }
        return digits.isEmpty ? nil : scheme + digits
    }
}

extension String {
    fileprivate var addressAsRead: String {
        let bare = hasPrefix("https://") ? dropFirst(8) : self[...]
        return String(bare.hasSuffix("/") ? bare.dropLast() : bare)
    }
}
