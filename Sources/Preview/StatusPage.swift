import Markup
import Publishing

/// `/_status/`: how the site stands, for those who look after it.
struct StatusPage {
    let title: String
    /// The path that the site stands under.
    let root: String
    let pages: [PageStatus]
    /// How many of them nobody has read yet.
    let unread: Int
    let today: CalendarDate
    /// Words that no search finds; `nil` while pages are still being read.
    let unfound: [String]?
    let choice: StatusChoice

    /// The site's own, but for the form that asks the page itself.
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'"

    var html: String {
        let table = StatusTable(pages, choice, today: today)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>Status – \(title.escaped)</title>
            <link rel="icon" href="\(root.escaped)icon.svg">
            <link rel="stylesheet" href="\(root.escaped)site.css">
            <link rel="stylesheet" href="/_preview/status.css">
            </head>
            <body>
            <main class="status-page">
            <p><a href="\(root.escaped)">\(title.escaped)</a></p>
            <h1>Status</h1>
            \(summary)
            \(form)
            \(StatusTableMarkup(table: table).html)
            <h2 id="reviews">Reviews due</h2>
            \(calendar)
            <h2 id="broken">Pages with broken links</h2>
            \(list(pages.filter { ($0.reading?.broken ?? 0) > 0 }, none: "No link leads nowhere."))
            <h2 id="orphans">Articles that no text leads to</h2>
            \(list(orphans, none: "Some page's text leads to each article."))
            <h2 id="words">Words that searches cannot find</h2>
            \(words)
            </main>
            </body>
            </html>

            """
    }

    private var summary: String {
        let errors = pages.reduce(0) { $0 + $1.errors }
        let warnings = pages.reduce(0) { $0 + $1.warnings }
        let due = pages.count { $0.reviewDue.map { $0 <= today } ?? false }
        let note =
            unread == 0
            ? "" : " <strong>\(unread) pages are still being read: what their texts say follows.</strong>"
        return
            "<p>\(pages.count) pages, \(errors) errors, \(warnings) warnings, \(due) reviews past, on \(today).\(note)</p>"
    }

    private var form: String {
        let names = [
            "": "All pages", "problems": "With problems", "due": "Review past", "published": "Published",
            "draft": "Drafts", "future": "Of the future", "expired": "Expired", "withdrawn": "Withdrawn",
        ]
        let options = ([""] + StatusChoice.states).map { state in
            "<option value=\"\(state)\"\(state == choice.status ? " selected" : "")>\(names[state] ?? state)</option>"
        }
        let order =
            (choice.column == .title
                ? "" : "<input type=\"hidden\" name=\"sort\" value=\"\(choice.column.rawValue)\">")
            + (choice.isDescending ? "<input type=\"hidden\" name=\"down\" value=\"1\">" : "")
        return """
            <form action="/_status/" method="get" role="search" aria-label="Pages">
            <label>Title, file or reviewer
            <input type="search" name="text" value="\(choice.text.escaped)"></label>
            <label>Which
            <select name="status">\(options.joined())</select></label>
            \(order)<button type="submit">Show</button>
            </form>
            """
    }

    /// By month: what is past, and what comes.
    private var calendar: String {
        let due = pages.filter { $0.reviewDue != nil && $0.status != "withdrawn" }
        if due.isEmpty { return "<p>No page has a review.</p>" }
        let months = Dictionary(grouping: due) { page in
            page.reviewDue.map { $0 < today ? "Past" : String($0.description.prefix(7)) } ?? ""
        }
        // 'Past' comes before all years only if it is put there.
        let order = months.keys.sorted { ($0 == "Past" ? "" : $0) < ($1 == "Past" ? "" : $1) }
        let parts = order.map { month in
            let pages = (months[month] ?? []).sorted {
                ($0.reviewDue ?? today, $0.file) < ($1.reviewDue ?? today, $1.file)
            }
            let items = pages.prefix(Self.mostListed).map { page in
                let date = page.reviewDue?.description ?? ""
                return
                    "<li><time datetime=\"\(date)\">\(date)</time> <a href=\"\(page.link.escaped)\">\(page.title.escaped)</a></li>"
            }
            let more =
                pages.count > Self.mostListed ? "<li>and \(pages.count - Self.mostListed) more</li>" : ""
            let name = month == "Past" ? month : "<time datetime=\"\(month)\">\(month)</time>"
            return "<section><h3>\(name)</h3><ul>\(items.joined())\(more)</ul></section>"
        }
        return "<div class=\"status-months\">\(parts.joined())</div>"
    }

    private var orphans: [PageStatus] {
        pages.filter { $0.isArticle && $0.status == "published" && $0.reading?.incoming == 0 }
    }

    /// More than anybody goes through at once; the table has them all.
    private static let mostListed = 50

    private func list(_ pages: [PageStatus], none: String) -> String {
        if pages.isEmpty { return "<p>\(none)</p>" }
        let items = pages.prefix(Self.mostListed).map { page in
            "<li><a href=\"\(page.link.escaped)\">\(page.title.escaped)</a> "
                + "(<a href=\"\(page.edit.escaped)\">\(page.file.escaped)<span class=\"visually-hidden\">: open in editor</span></a>)</li>"
        }
        let more = pages.count > Self.mostListed ? "<li>and \(pages.count - Self.mostListed) more</li>" : ""
        return "<ul>\(items.joined())\(more)</ul>"
    }

    private var words: String {
        guard let unfound else { return "<p>The pages are still being read.</p>" }
        if unfound.isEmpty {
            return "<p>Each word of the glossary, the synonyms and the keywords finds a page.</p>"
        }
        return "<ul class=\"status-words\">\(unfound.map { "<li>\($0.escaped)</li>" }.joined())</ul>"
    }
}

extension String {
    /// As text or an attribute's value in HTML.
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
